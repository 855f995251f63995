import type { AnswerKey } from '../../curriculum/curriculum.ts';
import { numbersAgree } from './agreement.ts';
import { type ComparisonRules, EXACT, sameObject } from './comparison.ts';
import { sameTerm } from './equivalence.ts';
import { incomplete, type Judgement, judged, rightAnswers, unreadable } from './judgement.ts';
import { kept } from './kept.ts';
import type { MathEngine } from './math-engine.ts';
import { type MathObject, mapTerms, showObject, termsIn } from './math-objects.ts';
import { type ReaderOptions, readMath } from './math-reader.ts';
import { isFactorial } from './number-check.ts';
import { asPoint, inCoordinates, isPartOf, pointsOf } from './points.ts';
import { afterCue, bareAnswers } from './sentences.ts';
import { spokenToSymbols } from './spoken.ts';
import { isConstant, mapParts, some, type Term, variablesOf } from './terms.ts';
import { tidy } from './tidy.ts';

/** A key as it was read, with the variables that it uses. */
export interface MathKey {
  objects: MathObject[];
  names: string[];
}

/** Reads a key and its accepted answers; undefined when the key itself is no mathematics. */
export function readKey(key: AnswerKey): MathKey | undefined {
  const read = rightAnswers(key).map((answer) => readKeyAnswer(answer));
  if (!read[0]) return undefined;
  const objects = read.filter((object) => object !== undefined);
  return { objects, names: [...new Set(objects.flatMap(termsIn).flatMap((term) => variablesOf(term)))] };
}

export const readKeyAnswer = kept(readAsKey);

function readAsKey(answer: string): MathObject | undefined {
  const known = undefined;
  const single = readMath(answer, { alternative: false, known, oneNumber: false });
  const grouped = /^[^,]*(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)[^,]*$/.test(answer) && !/[()[\]{}]/.test(answer);
  return grouped ? (readMath(answer, { alternative: false, known, oneNumber: true }) ?? single) : single;
}

/** Judges an answer that should be an expression, an equation, a set, an interval, a pair or a matrix. */
export function checkMath(engine: MathEngine, key: AnswerKey, wanted: MathKey, text: string): Judgement {
  const rules = rulesFor(key);
  const options = optionsFor(wanted, false);
  const isPoint = wanted.objects.some(({ type }) => type === 'group');
  const answer = readAnswer(isPoint ? inCoordinates(text) : text, wanted, options);
  if (!answer) return unreadable();
  const given = inKeysLetters(answer.object, wanted);
  const shown = showObject(given);
  if (isRight(engine, wanted, given, rules)) return judged(true, shown);
  const point = key.kind === 'expression' ? asPoint(given) : undefined;
  if (point && isRight(engine, pointsOf(wanted), point, rules)) return judged(true, showObject(point));
  if (key.kind !== 'interval' && isPartOf(wanted, given, (a, b) => rules.same(engine, a, b))) return incomplete(shown);
  const other = readMath(answer.text, optionsFor(wanted, true));
  if (other && isRight(engine, wanted, inKeysLetters(other, wanted), rules)) return unreadable(shown);
  return isStray(given, wanted) ? unreadable(shown) : judged(false, shown);
}

/** Whether a fragment of a sentence states the key: equivalent as a whole, nothing rounded. */
export function statesMath(engine: MathEngine, key: AnswerKey, wanted: MathKey, fragment: string): boolean {
  const rules = { ...rulesFor(key), same: sameTerm };
  return bareAnswers(tidy(fragment)).some((text) => {
    const object = readMath(text, optionsFor(wanted, false));
    return object !== undefined && isRight(engine, wanted, inKeysLetters(object, wanted), rules);
  });
}

function rulesFor(key: AnswerKey): ComparisonRules {
  const same = (engine: MathEngine, a: Term, b: Term) => numbersAgree(engine, a, b, key.tolerance);
  return { ...EXACT, same, anyOrder: key.kind === 'set', asRealSet: key.kind === 'interval' };
}

function optionsFor(wanted: MathKey, alternative: boolean): ReaderOptions {
  const known = new Set(wanted.names.flatMap((name) => (name.length === 1 ? [name, name.toLowerCase()] : [])));
  const oneNumber = wanted.objects.every((object) => object.type === 'scalar' || object.type === 'relation');
  return { alternative, known, oneNumber };
}

function isRight(engine: MathEngine, wanted: MathKey, given: MathObject, rules: ComparisonRules): boolean {
  return wanted.objects.some((object) => sameObject(engine, object, given, rules));
}

function readAnswer(
  text: string,
  wanted: MathKey,
  options: ReaderOptions,
): { object: MathObject; text: string } | undefined {
  const plain = tidy(text);
  const spoken = spokenToSymbols(plain);
  const excited = !wanted.objects.flatMap(termsIn).some((term) => some(term, isFactorial));
  for (const candidate of new Set([...bareAnswers(plain), ...bareAnswers(spoken), ...afterCue(spoken)])) {
    const object = excited && candidate.endsWith('!') ? undefined : readMath(candidate, options);
    if (object) return { object, text: candidate };
  }
  return undefined;
}

/** "X" for "x": capital letters are the key's small ones, where the key has no such capital, and the other way round. */
function inKeysLetters(object: MathObject, wanted: MathKey): MathObject {
  return mapTerms(object, (term) => renamed(term, wanted.names));
}

function renamed(term: Term, names: readonly string[]): Term {
  if (term.type !== 'name') return mapParts(term, (part) => renamed(part, names));
  if (names.includes(term.name)) return term;
  const fits = names.filter((name) => name.toLowerCase() === term.name.toLowerCase());
  return fits.length === 1 && fits[0] ? { type: 'name', name: fits[0] } : term;
}

/** A lone letter that has nothing to do with the key ("k", "y") is no answer that could be wrong. */
function isStray(object: MathObject, wanted: MathKey): boolean {
  if (object.type !== 'scalar' || isConstant(object.term)) return false;
  return object.term.type === 'name' && !wanted.names.includes(object.term.name);
}
