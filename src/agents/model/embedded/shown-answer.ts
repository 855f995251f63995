import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import { asMaths, quantityShown, unitShown } from './as-maths.ts';
import { countWords } from './author-text.ts';
import type { Phrasing } from './phrasing.ts';

const escaped = (text: string): string => text.replace(/[\\*_`<>#|~$]|\[(?=[^\]]*\]\()/g, (char) => `\\${char}`);

/** What an author wrote without the full stop at its end, so that it fits into a sentence. */
const unstopped = (text: string): string => text.trim().replace(/(?<![.…])\.$/, '');

/** A value as a formula where it is mathematics, else in bold; nothing in it is read as Markdown. */
export function plainlyShown(answer: string, units = false): string {
  const text = unstopped(answer);
  return text.includes('$') ? text : (asMaths(text, units) ?? `**${escaped(text)}**`);
}

function rightTexts(key: AnswerKey): string[] {
  if (key.kind !== 'choice' && key.kind !== 'several choices') return [];
  const ids = key.answer.split(',').map((id) => id.trim());
  return key.choices.filter((choice) => ids.includes(choice.id)).map((choice) => choice.text);
}

/** The right answer as a pupil reads it: the text of a choice, the number with its unit. Only for items that are over. */
export function shownAnswer(key: AnswerKey, phrasing: Phrasing): string {
  const texts = rightTexts(key);
  if (texts.length > 0) return phrasing.listed(texts.map((text) => plainlyShown(text)));
  const answer = key.answer.trim();
  if (key.unit === undefined || answer.includes(key.unit)) return plainlyShown(answer, key.kind === 'number');
  return /^[-−+]?\d[\d.,]*(?:\/\d+)?$/.test(answer)
    ? quantityShown(answer, key.unit)
    : `${plainlyShown(answer)} ${escaped(unitShown(key.unit))}`;
}

/** A few words stand in a line; from here on an answer is a statement of its own. */
const STATEMENT = 4;

/**
 * The right answer as a sentence: statements stand by themselves, several long ones as a list; a value or a name gets
 * `lead` before it ("The answer is").
 */
export function answerSentence(key: AnswerKey, lead: string, phrasing: Phrasing): string {
  const texts = rightTexts(key);
  if (texts.length > 1 && texts.some((text) => countWords(text) > STATEMENT)) {
    return `${phrasing.theseAreRight}\n\n${texts.map((text) => `- ${plainlyShown(text)}`).join('\n')}`;
  }
  if (texts.length > 1) return phrasing.rightOnes(phrasing.listed(texts.map((text) => plainlyShown(text))));
  const prose = texts[0] ?? (key.kind === 'text' ? key.answer : '');
  if (countWords(prose) < STATEMENT) return `${lead} ${shownAnswer(key, phrasing)}.`;
  return texts.length === 1 ? phrasing.rightChoice(plainlyShown(prose)) : phrasing.inShort(plainlyShown(prose));
}

const QUOTABLE = /^[\p{L}\p{N} .,;+\-−/%()=^:°√²³≤≥'’]+$/u;
const QUOTED_WORDS = 4;

/**
 * The pupil's answer as it can be repeated in a sentence: as a formula where it is mathematics, in quotation marks where it is a
 * few plain words or a choice; null where it is better not repeated. `understood` is how the checker read it. What a pupil wrote
 * is never repeated as Markdown.
 */
export function quoted(answer: string, key: AnswerKey, understood: string | null = null): string | null {
  if (key.kind === 'several choices') return null;
  if (key.kind === 'choice') return quotedChoice(answer, key);
  const text = (understood ?? answer).trim();
  if (key.kind !== 'text')
    return /[\p{L}\d∞]/u.test(text) && QUOTABLE_MATHS.test(text) ? asMaths(text, key.kind === 'number') : null;
  return text.length <= 40 && countWords(text) <= QUOTED_WORDS && QUOTABLE.test(text) && /\p{L}|\d/u.test(text)
    ? `“${text}”`
    : null;
}

/** No TeX of the pupil's own: it may be half of a formula. */
const QUOTABLE_MATHS = /^[^\\$`]+$/;

function quotedChoice(answer: string, key: AnswerKey): string | null {
  const said = answer.trim();
  const choice = key.choices.find((each) => each.id === said || each.text === said || said.endsWith(`: ${each.text}`));
  const text = unstopped(choice?.text ?? '');
  if (text === '' || text.length > 60 || /[?\n“”"]/.test(text)) return null;
  return `“${text}”`;
}

/** A right answer in words as the bank spells it, when the pupil wrote it with slips or inside a sentence. */
export function wellSpelt(key: AnswerKey): string | null {
  return key.kind === 'text' && countWords(key.answer) <= QUOTED_WORDS ? plainlyShown(key.answer) : null;
}
