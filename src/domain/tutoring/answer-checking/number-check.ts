import type { AnswerKey } from '../../curriculum/curriculum.ts';
import { numbersAgree } from './agreement.ts';
import { realValue } from './comparison.ts';
import { decimalOf } from './decimals.ts';
import { sameTerm } from './equivalence.ts';
import { isUnfinished } from './finished.ts';
import { type Judgement, judged, rightAnswers, unreadable } from './judgement.ts';
import type { MathEngine } from './math-engine.ts';
import { showObject } from './math-objects.ts';
import { readMath } from './math-reader.ts';
import { withDecimalComma } from './numerals.ts';
import { type Quantity, readQuantity } from './quantities.ts';
import { bareAnswers, isNegated, statedPart } from './sentences.ts';
import { spokenToSymbols } from './spoken.ts';
import { number, operation, some, type Term } from './terms.ts';
import { compact, tidy } from './tidy.ts';
import { convert, readUnit } from './units.ts';

/** The dimension of seconds (unit-table.ts). */
const TIME = 's1';

/** How a quantity stands to a key. `unclear` is neither right nor wrong: "0.5" where 50 % is asked for, "5 bananas" for cm. */
type Fit = 'right' | 'wrong' | 'unclear';

/** The quantity that a key stands for; undefined when the key is no number. */
export function keyQuantity(engine: MathEngine, key: AnswerKey, answer: string): Quantity | undefined {
  const read = readQuantity(engine, answer);
  if (!read || key.unit === undefined || read.unit) return read;
  const unit = readUnit(tidy(key.unit));
  return unit ? { ...read, unit } : { ...read, noun: key.unit };
}

/**
 * Judges an answer that should be one number. `key.unit` decides units: without one in the answer the key's is meant; another
 * unit of the same kind is converted; one of another kind is wrong. Where the key has no unit, the answer's is not looked at.
 */
export function checkNumber(engine: MathEngine, key: AnswerKey, text: string): Judgement {
  const keys = rightAnswers(key)
    .map((answer) => keyQuantity(engine, key, answer))
    .filter((quantity) => quantity !== undefined);
  const answer = readAnswer(engine, keys, text);
  if (!answer) return unreadable(readOther(text));
  if (isLetter(answer.term) && !keys.some((wanted) => some(wanted.term, isLetter))) return unreadable();
  const fits = keys.map((wanted) => fit(engine, wanted, answer, key.tolerance));
  if (fits.includes('right')) {
    const finished = keys.some((wanted) => isUnfinished(engine, wanted.term)) || !isUnfinished(engine, answer.term);
    return finished ? judged(true, answer.shown) : unreadable(answer.shown);
  }
  if (fits.includes('unclear') || readsOtherwise(engine, keys, text)) return unreadable(answer.shown);
  return judged(false, answer.shown);
}

/** "5!" is five with feeling, unless the key has a factorial. */
export function isFactorial(term: Term): boolean {
  return term.type === 'call' && term.fn === 'factorial';
}

/** i and e are numbers only where the key has them; alone they are letters. */
function isLetter(term: Term): boolean {
  return term.type === 'constant' && (term.name === 'i' || term.name === 'e');
}

/** The number that a pupil states: the bare answer, or the one in a plain sentence. */
function readAnswer(engine: MathEngine, keys: readonly Quantity[], text: string): Quantity | undefined {
  const plain = keys.some(({ unit }) => unit?.dimension === TIME) ? byTheClock(tidy(text)) : tidy(text);
  const spoken = spokenToSymbols(plain);
  const excited = !keys.some((wanted) => some(wanted.term, isFactorial));
  for (const candidate of new Set([...bareAnswers(plain), ...bareAnswers(spoken)])) {
    if (excited && candidate.endsWith('!')) continue;
    const quantity = readQuantity(engine, candidate);
    if (quantity && (quantity.noun === undefined || isPlainNoun(quantity.noun))) return quantity;
  }
  const stated = statedPart(spoken);
  const quantity = stated === undefined ? undefined : readQuantity(engine, stated);
  return quantity && !isNegated(quantity.noun ?? '') ? quantity : undefined;
}

/** "1:30" and "an hour and a half" where a time is asked for. */
function byTheClock(text: string): string {
  return text
    .replace(/^(\d{1,3}):([0-5]\d)(?: ?h(?:ours?)?)?$/i, '$1 h $2 min')
    .replace(/\b(?:an|one) hour and a half\b/gi, '1.5 h')
    .replace(/\bhalf an hour\b/gi, '0.5 h')
    .replace(/\b(?:a )?quarter of an hour\b/gi, '0.25 h');
}

/** "5 apples" is a number of things; "5 is not it", "5 or so I tried" is talk. */
function isPlainNoun(noun: string): boolean {
  return (
    !isNegated(noun) &&
    !/\b(?:dozens?|or|i|is|was|but|if|you|help|ideas?|tries|questions?|below|above|under|over)\b/i.test(noun)
  );
}

/** How a text was read that is mathematics, but not a number: "3, 5", "x > 5". */
function readOther(text: string): string | undefined {
  for (const candidate of bareAnswers(spokenToSymbols(tidy(text)))) {
    const object = readMath(candidate, { alternative: false, known: new Set(), oneNumber: true });
    if (object) return showObject(object);
  }
  return undefined;
}

/** "1,234" where the key is 1.234: one cannot know which was meant. */
function readsOtherwise(engine: MathEngine, keys: readonly Quantity[], text: string): boolean {
  return bareAnswers(tidy(text)).some((candidate) => {
    const decimal = withDecimalComma(candidate);
    const other = decimal === undefined ? undefined : readQuantity(engine, decimal);
    return other !== undefined && keys.some((wanted) => fit(engine, wanted, other) === 'right');
  });
}

function fit(engine: MathEngine, key: Quantity, answer: Quantity, tolerance?: number): Fit {
  const agree = (): Fit => (numbersAgree(engine, key.term, answer.term, tolerance) ? 'right' : 'wrong');
  if (isPercent(key) !== isPercent(answer)) return fitPercent(engine, key, answer, agree);
  if (!key.unit) return key.noun && answer.unit && !/units?$/i.test(key.noun) ? 'wrong' : agree();
  const plainDegrees = answer.unit?.dimension === 'rad1' && answer.unit.factor !== 1;
  if (plainDegrees && key.unit.dimension === 'K1' && key.unit.offset > 0) return agree();
  if (!answer.unit && inRadians(engine, key, answer)) return 'unclear';
  if (!answer.unit) return answer.noun && !isFiller(answer.noun) ? 'unclear' : agree();
  if (key.unit.factor === answer.unit.factor && key.unit.dimension === answer.unit.dimension) {
    if (key.unit.offset === answer.unit.offset) return agree();
  }
  return fitConverted(engine, key, answer, tolerance);
}

/** "π/2" where degrees are asked for is the same angle, said in another measure. */
function inRadians(engine: MathEngine, key: Quantity, answer: Quantity): boolean {
  if (key.unit?.dimension !== 'rad1' || key.unit.factor === 1) return false;
  const isPi = (term: Term) => term.type === 'constant' && term.name === 'pi';
  const value = some(answer.term, isPi) ? realValue(engine, answer.term) : undefined;
  const wanted = realValue(engine, key.term);
  return value !== undefined && wanted !== undefined && Math.abs(value - wanted * key.unit.factor) < 1e-9;
}

function isPercent(quantity: Quantity): boolean {
  return quantity.unit?.dimension === 'percent1';
}

/** 50% for .5 is right, for 50 as well (a percentage was asked for and the key names no unit); .5 for 50% could mean two things. */
function fitPercent(engine: MathEngine, key: Quantity, answer: Quantity, agree: () => Fit): Fit {
  const hundredth = (quantity: Quantity) => operation('/', quantity.term, number(100));
  if (isPercent(answer)) {
    if (key.unit) return 'wrong';
    if (
      sameTerm(engine, key.term, { type: 'percent', of: answer.term }) ||
      sameTerm(engine, key.term, hundredth(answer))
    )
      return 'right';
    return Math.abs(realValue(engine, key.term) ?? 0) > 1 ? agree() : 'wrong';
  }
  if (answer.unit) return 'wrong';
  if (agree() === 'right') return 'right';
  if (!sameTerm(engine, hundredth(key), answer.term)) return 'wrong';
  return decimalOf(answer.term) ? 'unclear' : 'right';
}

function isFiller(noun: string): boolean {
  return /^(?:long|wide|tall|high|deep|thick|apart|away|far|in (?:total|all)|altogether|total|each|left|more|of|old|heavy|per|for|every|the|on|at|by)\b/i.test(
    noun,
  );
}

function fitConverted(engine: MathEngine, key: Quantity, answer: Quantity, tolerance?: number): Fit {
  const value = realValue(engine, answer.term);
  const converted = value !== undefined && answer.unit && key.unit ? convert(value, answer.unit, key.unit) : undefined;
  if (converted === undefined) return 'wrong';
  const wanted = realValue(engine, key.term);
  if (wanted !== undefined && Math.abs(converted - wanted) <= 1e-12 * Math.max(Math.abs(wanted), Math.abs(converted)))
    return 'right';
  return numbersAgree(engine, key.term, number(converted), tolerance) ? 'right' : 'wrong';
}

/** Whether a fragment of a sentence states the key's number: the same value and unit, nothing rounded, nothing left to work out. */
export function statesNumber(engine: MathEngine, key: AnswerKey, fragment: string): boolean {
  const candidates = bareAnswers(spokenToSymbols(tidy(fragment))).map((text) => readQuantity(engine, text));
  return candidates.some((given) => given !== undefined && states(engine, key, given));
}

function states(engine: MathEngine, key: AnswerKey, given: Quantity): boolean {
  return rightAnswers(key).some((answer) => {
    const wanted = keyQuantity(engine, key, answer);
    if (!wanted) return false;
    if (isUnfinished(engine, given.term) && !isUnfinished(engine, wanted.term)) return false;
    return fit(engine, wanted, given, 0) === 'right' && isSameValue(engine, wanted, given);
  });
}

function isSameValue(engine: MathEngine, wanted: Quantity, given: Quantity): boolean {
  if (wanted.unit?.factor !== given.unit?.factor && wanted.unit && given.unit) return true;
  return isPercent(wanted) !== isPercent(given) || sameTerm(engine, wanted.term, given.term);
}

/** Literally the same text, apart from spaces and TeX delimiters. */
export function isLiteral(key: AnswerKey, text: string): boolean {
  const answers = rightAnswers(key).map(compact);
  return bareAnswers(tidy(text)).some((candidate) => answers.includes(compact(candidate)));
}
