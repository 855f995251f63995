import type { AnswerKey } from '../curriculum/curriculum.ts';

/** Keys beside each other, on keyboards whose letters make words of their own. */
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'קראטוןםפ',
  'שדגכעיחלך',
  'זסבהנמצת',
  'ضصثقفغعهخحج',
  'شسيبلاتنمك',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
];
/** Keys beside each other that are a word all the same: German "Wert", Hebrew for carat. */
const WORDS = new Set(['wert', 'קראט']);
const LEAST_RUN = 4;
const LEAST_UNIT = 3;
const ROW_SETS = ROWS.slice(0, 3).map((row) => new Set(row));

/**
 * Whether free text is no answer at all: a single letter that the key does not speak of, one letter again and again, or the hand
 * on the keyboard ("asdf", "asdasd", "sdlkfj"). It errs on the side of an answer: short words, names, symbols and words of other
 * languages are answers, and so is whatever holds one word that may be one.
 */
export function isNonAnswer(key: Pick<AnswerKey, 'answer' | 'acceptedAnswers'>, text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || words.some((word) => /\p{N}/u.test(word))) return false;
  if (words.length === 1 && /^\p{L}$/u.test(words[0] ?? ''))
    return hasLetters(words[0] ?? '') && !speaksOf(key, words[0] ?? '');
  return words.every(isMash);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Of an alphabet: a single sign of other scripts may be a word. */
const hasLetters = (letter: string): boolean =>
  /[\p{Script=Latin}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter);

function speaksOf({ answer, acceptedAnswers }: Pick<AnswerKey, 'answer' | 'acceptedAnswers'>, letter: string): boolean {
  return wordsOf([answer, ...acceptedAnswers].join(' ')).includes(letter);
}

function isMash(word: string): boolean {
  if (WORDS.has(word)) return false;
  return /^(\p{L})\1{2,}$/u.test(word) || isRun(word, LEAST_RUN) || repeatsRun(word) || isJumble(word);
}

/** Keys in their order, from left to right or back. */
function isRun(word: string, least: number): boolean {
  if (word.length < least) return false;
  const back = [...word].reverse().join('');
  return ROWS.some((row) => row.includes(word) || row.includes(back));
}

/** "asdasd", "jkljkl", "asdfasdfas". */
function repeatsRun(word: string): boolean {
  for (let size = LEAST_UNIT; size <= word.length / 2; size += 1) {
    const unit = word.slice(0, size);
    if (isRun(unit, LEAST_UNIT) && unit.repeat(Math.ceil(word.length / size)).startsWith(word)) return true;
  }
  return false;
}

/** One row of Latin letters with so many consonants on end as in no word of that row. */
function isJumble(word: string): boolean {
  return ROW_SETS.some((row) => [...word].every((letter) => row.has(letter))) && /[^aeiouy]{4}/.test(word);
}
