import { kept } from './kept.ts';
import { bareAnswers } from './sentences.ts';
import { spokenToSymbols } from './spoken.ts';
import { compact, tidy } from './tidy.ts';

const ARTICLES = new Set(['a', 'an', 'the']);

/** Beginnings and endings that make another word of a word: "hypotonic" is no slip of "hypertonic", nor "sulfite" of "sulfate". */
const CONTRASTS: readonly RegExp[] = [
  /^(?:hypo|hyper)/,
  /^(?:endo|exo|ecto)/,
  /^(?:inter|intra)/,
  /^(?:macro|micro)/,
  /^(?:pro|eu)(?=k)/,
  /^(?:af|ef)(?=f)/,
  /^(?:ab|ad)/,
  /^(?:in|ex|im|em|un|de|re|dis|non|en)/,
  /^(?:pre|post)/,
  /^(?:mono|di|tri|tetra|bi|uni|quad)/,
  /^(?:ana|cata)/,
  /^(?:a|an)(?=[a-z]{5})/,
  /(?:ide|ine|ite|ate|ic|ous)$/,
  /(?:ose|ase)$/,
  /(?:ane|ene|yne)$/,
  /(?:er|or|ee)$/,
];

/** Words as they are compared: small letters, no accents, no punctuation, no articles, numbers as digits. */
export const wordsOf: (text: string) => readonly string[] = kept((text) =>
  spokenToSymbols(tidy(text))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7]/g, '')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}+\-*/^=<>%.°]+|[-.](?!\d)|(?<=\p{L})[-/](?=\p{L})/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !ARTICLES.has(word)),
);

/** Whether the words are the same, apart from plurals and, when `slips` is set, one or two wrong letters in a longer word. */
export function sameWords(wanted: readonly string[], given: readonly string[], slips: boolean): boolean {
  if (wanted.length === 0 || wanted.length !== given.length) return false;
  return wanted.every((word, i) => sameWord(word, given[i] ?? '', slips));
}

function sameWord(wanted: string, given: string, slips: boolean): boolean {
  if (wanted === given || singular(wanted) === singular(given)) return true;
  return slips && isSlip(wanted, given);
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.replace(/ies$/, 'y');
  return word.replace(/(?<=ss|x|z|ch|sh)es$/, '').replace(/s$/, '');
}

/** One wrong letter in a word of five or more, two in one of nine or more; never a number, a first letter or a contrast. */
function isSlip(wanted: string, given: string): boolean {
  if (!/^\p{L}+$/u.test(wanted) || !/^\p{L}+$/u.test(given) || wanted.length < 5) return false;
  if (!sameBeginning(wanted, given) || CONTRASTS.some((pattern) => isContrast(pattern, wanted, given))) return false;
  return editDistance(wanted, given) <= (wanted.length >= 9 ? 2 : 1);
}

function sameBeginning(wanted: string, given: string): boolean {
  return (
    wanted[0] === given[0] ||
    (wanted[0] === given[1] && wanted[1] === given[0]) ||
    (wanted.startsWith('ph') && given.startsWith('f'))
  );
}

/** The same word but for one of these beginnings or endings, or with and without one ("symmetric", "asymmetric"). */
function isContrast(pattern: RegExp, wanted: string, given: string): boolean {
  const [a, b] = [wanted.replace(pattern, ''), given.replace(pattern, '')];
  return a === b && (a !== wanted || b !== given);
}

/** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). Words are cut at 40 letters. */
export function editDistance(left: string, right: string): number {
  const [a, b] = [left.slice(0, 40), right.slice(0, 40)];
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? best) + 1);
      row.push(best);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 3;
}

/**
 * Whether free text says what `wanted` says, in the same words: articles, plurals, order around "and", a remark in brackets and
 * slips of the pen do not matter. Everything else is for a person to compare.
 */
export function saysTheSame(wanted: string, text: string, slips: boolean): boolean {
  if (compact(wanted).toLowerCase() === compact(text).toLowerCase()) return true;
  const keys = [wanted, wanted.replace(/\s*\([^)]*\)/g, ''), wanted.replace(/^because /i, '')].map(wordsOf);
  return bareAnswers(tidy(text)).some((candidate) => {
    const given = wordsOf(candidate);
    return keys.some((key) => sameWords(key, given, slips) || sameWords(inOrder(key), inOrder(given), slips));
  });
}

/** "red, white and blue": the parts of an enumeration in alphabetical order. */
function inOrder(words: readonly string[]): string[] {
  return words.includes('and') ? words.join(' ').split(/ and /).sort().join(' and ').split(' ') : [...words];
}
