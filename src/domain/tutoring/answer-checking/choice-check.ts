import type { AnswerKey, Choice } from '../../curriculum/curriculum.ts';
import { EXACT, sameObject } from './comparison.ts';
import { type Judgement, judged, unreadable } from './judgement.ts';
import { readKeyAnswer } from './math-check.ts';
import type { MathEngine } from './math-engine.ts';
import { statesNumber } from './number-check.ts';
import { hasUnit } from './quantities.ts';
import { bareAnswers, isNegated } from './sentences.ts';
import { spokenToSymbols } from './spoken.ts';
import { sameWords, wordsOf } from './text-check.ts';
import { compact, tidy } from './tidy.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const HEBREW = 'אבגדהוזח';
const YES = /^(?:y|yes|yep|yeah|yup|true|t|right|correct|כן|נכון)$/i;
const NO = /^(?:n|no|nope|false|f|wrong|incorrect|לא|לא נכון)$/i;

/** The choices that a text names; several when it cannot be told which one is meant. */
export type Named = { choices: Choice[] } | undefined;

/** Judges one choice: by what was clicked, else by letter, by "the second", or by text. Never by a word that happens to occur. */
export function checkChoice(engine: MathEngine, key: AnswerKey, text: string, clicked: string | undefined): Judgement {
  const right = [key.answer, ...key.acceptedAnswers].flatMap((answer) => choicesOf(engine, key, answer));
  const named = clicked === undefined ? namedChoices(engine, key.choices, text) : byId(key.choices, clicked);
  if (!named) return unreadable();
  const chosen = distinct(named.choices);
  if (chosen.length > 1 || named.choices.length === 0) {
    return { verdict: 'cannot judge', reason: 'ambiguous choice', ...understood(named.choices) };
  }
  const isRight = named.choices.some((choice) =>
    right.some((r) => r.id === choice.id || compact(r.text) === compact(choice.text)),
  );
  return judged(isRight, named.choices[0] ? shown(named.choices[0]) : '');
}

/** Judges several choices, "a and c" or "a,c" or their texts: all of the right ones and no other. */
export function checkSeveral(engine: MathEngine, key: AnswerKey, text: string, clicked: string | undefined): Judgement {
  const accepted = [key.answer, ...key.acceptedAnswers].map(
    (answer) => new Set(idsOfFirst(key.choices, ids(key.choices, answer))),
  );
  const named = clicked === undefined ? severalNamed(engine, key.choices, text) : chosenIds(key.choices, clicked);
  if (!named) return unreadable();
  if (named.length === 0) return { verdict: 'cannot judge', reason: 'ambiguous choice' };
  const chosen = new Set(
    idsOfFirst(
      key.choices,
      named.map(({ id }) => id),
    ),
  );
  return judged(
    accepted.some((set) => set.size === chosen.size && [...set].every((id) => chosen.has(id))),
    [...named]
      .sort((a, b) => key.choices.indexOf(a) - key.choices.indexOf(b))
      .map(shown)
      .join(', '),
  );
}

/** Whether a fragment of a sentence names the right choice: its text, or its letter as a letter ("B", "b)", "option b"). */
export function statesChoice(engine: MathEngine, key: AnswerKey, fragment: string): boolean {
  if (/^[aiAI]$/.test(fragment.trim()) && fragment.trim() !== 'A') return false;
  if (key.kind === 'several choices') return checkSeveral(engine, key, fragment, undefined).verdict === 'correct';
  return checkChoice(engine, key, fragment, undefined).verdict === 'correct';
}

function understood(choices: readonly Choice[]): { understood?: string } {
  return choices.length > 0 ? { understood: choices.map(shown).join(' / ') } : {};
}

function shown(choice: Choice): string {
  return `${choice.id}) ${choice.text}`;
}

/** The choice a key stands for: its id, or, in keys that were written so, its text. */
function choicesOf(engine: MathEngine, key: AnswerKey, answer: string): Choice[] {
  const found = byId(key.choices, answer.trim()) ?? namedChoices(engine, key.choices, answer);
  return found ? found.choices : [];
}

function byId(choices: readonly Choice[], id: string): Named {
  const found = choices.find((choice) => choice.id === id);
  return found && { choices: [found] };
}

function ids(choices: readonly Choice[], answer: string): string[] {
  return answer
    .split(',')
    .map((id) => id.trim())
    .filter((id) => choices.some((choice) => choice.id === id));
}

function chosenIds(choices: readonly Choice[], clicked: string): Choice[] | undefined {
  const wanted = clicked.split(',').map((id) => id.trim());
  const found = choices.filter((choice) => wanted.includes(choice.id));
  return found.length === new Set(wanted).size ? found : undefined;
}

/** Of choices with the same text the id of the first, whichever of them is meant. */
function idsOfFirst(choices: readonly Choice[], named: readonly string[]): string[] {
  return named.map((id) => {
    const own = choices.find((choice) => choice.id === id);
    return choices.find(({ text }) => own && compact(text) === compact(own.text))?.id ?? id;
  });
}

/** Choices with the same text are one choice to the pupil. */
function distinct(choices: readonly Choice[]): Choice[] {
  return choices.filter(
    (choice, i) => choices.findIndex((other) => compact(other.text) === compact(choice.text)) === i,
  );
}

/** Which choices a text names: undefined when none could be read, none in the list when it says what is *not* meant. */
export function namedChoices(engine: MathEngine, choices: readonly Choice[], text: string): Named {
  const wordings = bareAnswers(tidy(text));
  const [whole = ''] = wordings;
  for (const wording of wordings) {
    const exact = choices.filter((choice) => compact(choice.text).toLowerCase() === compact(wording).toLowerCase());
    const letter = byLetter(choices, wording);
    const all = [...new Set([...exact, ...(letter ? [letter] : [])])];
    if (all.length > 0) return { choices: all };
  }
  for (const wording of wordings) {
    const found = byText(engine, choices, wording);
    if (found.length > 0) return { choices: found };
  }
  if (isNegated(whole)) return namesAny(engine, choices, whole) ? { choices: [] } : undefined;
  for (const wording of wordings) {
    const found = byParts(engine, choices, wording);
    if (found.length > 0) return { choices: found };
  }
  return undefined;
}

/** Whether one of the words in a denial names a choice: "not b" does, "no idea" does not. */
function namesAny(engine: MathEngine, choices: readonly Choice[], denial: string): boolean {
  const rest = denial.replace(/^.*?\b(?:not|no|isn't|isnt|don't think|can't be|cannot be|לא|אין)\b\s*/i, '');
  return bareAnswers(rest).some(
    (part) => byLetter(choices, part) !== undefined || byExact(engine, choices, part).length > 0,
  );
}

/** "b", "B)", "(b)", "option b", "the second one", "ב". */
function byLetter(choices: readonly Choice[], wording: string): Choice | undefined {
  const text = wording.replace(
    /^(?:(?:the|my) )?(?:(?:option|choice|letter|answer|number|תשובה|אפשרות)s? ?[:#]? ?)/i,
    '',
  );
  const letter = /^[([]?(?:([a-zA-Z0-9]{1,3})|([א-ת]))'?[)\].:]*$/u.exec(text);
  if (letter?.[2]) return choices[HEBREW.indexOf(letter[2])];
  const id = letter?.[1]?.toLowerCase() ?? '';
  if (/^\d$/.test(id) && /^(?:option|choice)/i.test(wording) && !choices.some((c) => c.id === id))
    return choices[Number(id) - 1];
  const byName = choices.find((choice) => choice.id.toLowerCase() === id);
  if (byName) return byName;
  if (/^[a-z]$/.test(id) && choices.every((choice) => !/^[a-z]$/i.test(choice.id)))
    return choices[id.charCodeAt(0) - 97];
  const ordinal = /^(?:the )?([a-z]+|\d(?:st|nd|rd|th))(?: (?:one|option|choice|answer))?$/i
    .exec(text)?.[1]
    ?.toLowerCase();
  if (ordinal === 'last') return choices.at(-1);
  return ordinal === undefined
    ? undefined
    : choices[/^\d/.test(ordinal) ? Number(ordinal[0]) - 1 : ORDINALS.indexOf(ordinal)];
}

/** The same words; the same mathematics; yes and no; the same words with a slip, when only one choice is that near. */
function byText(engine: MathEngine, choices: readonly Choice[], wording: string): Choice[] {
  const given = wordsOf(wording);
  const same = choices.filter((choice) => sameWords(wordsOf(choice.text), given, false) && isAsMath(choice, wording));
  if (same.length > 0) return same;
  const equal = equalChoices(engine, choices, wording);
  if (equal.length > 0) return equal;
  const bySense = choices.filter(
    (c) => (YES.test(c.text) && YES.test(wording)) || (NO.test(c.text) && NO.test(wording)),
  );
  if (bySense.length > 0) return bySense;
  return choices.filter((choice) => isWordy(choice.text) && sameWords(wordsOf(choice.text), given, true));
}

/** Word comparison drops brackets and signs, so it decides only where there is no mathematics to drop. */
function isAsMath(choice: Choice, wording: string): boolean {
  return isWordy(choice.text) && isWordy(wording);
}

function isWordy(text: string): boolean {
  return !/[\\^_=<>+*/()[\]{}|]|\d/.test(text.replace(/\([a-zA-Zμ°]{1,3}\)/g, ''));
}

/** Choices that mean the same as the text, by mathematics: exactly, brackets, order and units included. */
function equalChoices(engine: MathEngine, choices: readonly Choice[], wording: string): Choice[] {
  const given = readKeyAnswer(wording) ?? readKeyAnswer(spokenToSymbols(wording));
  return choices.filter((choice) => {
    if (hasUnit(choice.text)) {
      return statesNumber(engine, { kind: 'number', answer: choice.text, acceptedAnswers: [], choices: [] }, wording);
    }
    const object = given && readKeyAnswer(choice.text);
    return object !== undefined && given !== undefined && sameObject(engine, object, given, EXACT);
  });
}

/** "a or b", "b and the graph": every part names a choice. "b, it is continuous": a letter, and a reason that names no other. */
function byParts(engine: MathEngine, choices: readonly Choice[], wording: string): Choice[] {
  const name = (part: string) => byLetter(choices, part) ?? only(distinct(byExact(engine, choices, part)));
  const split = (pattern: RegExp) =>
    wording
      .replace(/[.!?]+$/, '')
      .split(pattern)
      .filter((part) => part !== '');
  const alternatives = split(/\s*(?:\bor\b|\band\b|&|\/|,|;)\s*/i);
  const named = alternatives.slice(0, 8).map(name);
  if (alternatives.length > 1 && named.every((choice) => choice !== undefined)) return [...new Set(named)];
  const [letter = '', ...reason] = split(/(?:[,;:)\]]|\bbecause\b| - )\s*/i);
  const first = letter.length <= 4 && reason.length > 0 ? byLetter(choices, letter) : undefined;
  if (!first || /\b(?:or|and)\b/i.test(letter)) return [];
  return [...new Set([first, ...reason.map(name).filter((choice) => choice !== undefined)])];
}

function byExact(engine: MathEngine, choices: readonly Choice[], part: string): Choice[] {
  const exact = choices.filter((choice) => compact(choice.text).toLowerCase() === compact(part).toLowerCase());
  return exact.length > 0 ? exact : byText(engine, choices, part);
}

function only(choices: readonly Choice[]): Choice | undefined {
  return choices.length === 1 ? choices[0] : undefined;
}

/** All choices that a text lists; undefined when a part of it names none; an empty list for a denial. */
function severalNamed(engine: MathEngine, choices: readonly Choice[], text: string): Choice[] | undefined {
  const wordings = bareAnswers(tidy(text));
  for (const wording of wordings) {
    if (/^(?:all(?: of (?:them|these|the above))?|both|כולם)$/i.test(wording)) return [...choices];
    const letter = byLetter(choices, wording);
    if (letter) return [letter];
    for (const parts of listings(choices, wording)) {
      const named = parts.map((part) => byLetter(choices, part) ?? only(distinct(byExact(engine, choices, part))));
      if (named.length > 0 && named.every((choice) => choice !== undefined)) return [...new Set(named)];
    }
  }
  return isNegated(wordings[0] ?? '') ? [] : undefined;
}

/** The ways to take a text apart: "a and c", "a c" and "ac" where each letter is a choice; at commas; at commas and "and"; not at all. */
function listings(choices: readonly Choice[], wording: string): string[][] {
  const plain = wording.toLowerCase().replace(/^(?:options?|choices?|letters?|answers?) /i, '');
  const letters = [...plain.replace(/\b(?:and|plus)\b|[\s,;&+()]/g, '')];
  const areIds = letters.every((letter) => choices.some((choice) => choice.id === letter));
  const split = (pattern: RegExp) =>
    wording
      .split(pattern)
      .filter((part) => part !== '')
      .slice(0, 20);
  return [
    ...(areIds && new Set(letters).size === letters.length ? [letters] : []),
    ...(/[,;\n]/.test(wording) ? [split(/\s*[,;\n]\s*(?:and )?/i)] : []),
    [wording],
    split(/\s*(?:,|;|&|\+|\band\b|\n)\s*/i),
  ];
}
