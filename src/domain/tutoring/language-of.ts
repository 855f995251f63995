import type { TutorLanguage } from './brief.ts';

/** Letters of words in a message from which on it tells in which language its pupil writes: "a)" and "2x + y = 7, x - y = 2" do not. */
const PROSE = 4;
/** Those of words; a letter by itself is a choice or an unknown. */
const LETTERS = /\p{L}{2,}/gu;

/**
 * The language in which a pupil is answered: Hebrew where their profile says so, or where the last of their messages that is
 * prose (`words`, newest last) is in it; else English.
 */
export function languageOf(locale: string, words: readonly string[]): TutorLanguage {
  if (/^(?:he|iw)\b/i.test(locale)) return 'he';
  const last = words.findLast((text) => lettersOf(text, LETTERS) >= PROSE);
  return last !== undefined && lettersOf(last, /\p{Script=Hebrew}{2,}/gu) > lettersOf(last, LETTERS) / 2 ? 'he' : 'en';
}

const lettersOf = (text: string, letter: RegExp): number => (text.match(letter) ?? []).join('').length;
