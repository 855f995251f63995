import type { Item } from '../curriculum/curriculum.ts';
import { isSlipOf } from './retrieval/slip.ts';
import { termsOf } from './retrieval/terms.ts';
import { visibleText } from './states-answer.ts';

/** Whether a stem is a word of the course: of its questions, answers or hints. */
export type Vocabulary = (stem: string) => boolean;

/** So many words, small ones aside, are a short answer. */
const SHORT = 3;
const KNOWN_SHARE = 0.5;
/** Hebrew writes small words and its headword together: "and the cell" is one word. */
const HEBREW_PREFIX = /^[והבלמשכ]{1,2}(?=\p{Script=Hebrew}{2})/u;

/**
 * Whether free text can be meant as an answer to this item, right or not: a short one in words that the course knows, or a longer
 * one that shares words with what could be said here beyond the question itself. Pleas, stories, threats and mere noise have no
 * such likeness in any language; neither has what speaks to the teacher (`addressed`). It need not be right, nor well put.
 */
export function isLikeAnswer(item: Item, text: string, knows: Vocabulary, addressed: RegExp): boolean {
  const said = [...new Set(termsOf(text))];
  if (said.length === 0) return false;
  if (speaksToTeacher(text, keyTexts(item), addressed)) return false;
  const answers = wordsIn([keyTexts(item), ...authored(item)]);
  const question = wordsIn([visibleText(item)]);
  const known = said.filter((word) => answers.has(word) || question.has(word) || formsOf(word).some(knows));
  if (known.length < said.length * KNOWN_SHARE) return false;
  return said.length <= SHORT || said.some((word) => answers.has(word) && !question.has(word));
}

/** A word that belongs to the right answer ("World War I") is spoken to nobody. */
function speaksToTeacher(text: string, key: string, addressed: RegExp): boolean {
  const wordsTo = (words: string) => words.toLowerCase().match(new RegExp(addressed, `${addressed.flags}g`)) ?? [];
  const own = new Set(wordsTo(key));
  return wordsTo(text).some((word) => !own.has(word));
}

const keyTexts = ({ key }: Item): string => [key.answer, ...key.acceptedAnswers].join('\n');

function authored({ hints, workedExample, explanation, wrongAnswers }: Item): string[] {
  return [...hints.map(({ text }) => text), workedExample, explanation, ...wrongAnswers.map(({ answer }) => answer)];
}

const formsOf = (word: string): string[] => [...new Set([word, word.replace(HEBREW_PREFIX, '')])];

/** The words of some texts, found in other forms and with slips of the pen too. */
function wordsIn(texts: readonly string[]): { has(word: string): boolean } {
  const stems = new Set(texts.flatMap(termsOf).flatMap(formsOf));
  return {
    has: (word) => formsOf(word).some((form) => stems.has(form) || [...stems].some((stem) => isSlipOf(form, stem))),
  };
}
