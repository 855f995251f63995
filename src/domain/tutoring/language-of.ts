import type { TutorLanguage } from './brief.ts';

/** Letters of a message from which on it tells in which language its pupil writes: "a)" and "x = 3" do not. */
const PROSE = 4;

/**
 * The language in which a pupil is answered: Hebrew where their profile says so, or where the last of their messages that is
 * prose (`words`, newest last) is in it; else English.
 */
export function languageOf(locale: string, words: readonly string[]): TutorLanguage {
  if (/^(?:he|iw)\b/i.test(locale)) return 'he';
  const last = words.findLast((text) => lettersOf(text, /\p{L}/gu) >= PROSE);
  return last !== undefined && lettersOf(last, /\p{Script=Hebrew}/gu) > lettersOf(last, /\p{L}/gu) / 2 ? 'he' : 'en';
}

const lettersOf = (text: string, letter: RegExp): number => text.match(letter)?.length ?? 0;
