/** Lower case, apostrophes taken out, every other mark a space, drawn-out letters ("heeelp") single. */
export function normalForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The words without the fillers at both ends; all of them when nothing else would be left. In normal form. */
export function withoutFillers(words: string, fillers: readonly string[]): string {
  let rest = words;
  for (let changed = true; changed; ) {
    const before = rest;
    for (const filler of fillers) {
      if (rest.startsWith(`${filler} `)) rest = rest.slice(filler.length + 1);
      if (rest.endsWith(` ${filler}`)) rest = rest.slice(0, -filler.length - 1);
    }
    changed = rest !== before;
  }
  return fillers.includes(rest) ? words : rest;
}

/** Whether the words are one of the phrases: to the letter, or up to typing errors that fit their length. */
export function matchPhrase(words: string, phrases: readonly string[]): 'exact' | 'close' | null {
  if (phrases.includes(words)) return 'exact';
  return phrases.some((phrase) => isSlipOf(words, phrase)) ? 'close' : null;
}

/** Four letters allow two swapped, up to nine allow one slip, more allow two. The first letter is seldom the wrong one. */
function isSlipOf(words: string, phrase: string): boolean {
  if (phrase.length < 4 || Math.abs(words.length - phrase.length) > 2 || words[0] !== phrase[0]) return false;
  if (phrase.length === 4)
    return words.length === 4 && [...words].sort().join() === [...phrase].sort().join() && near(words, phrase, 1);
  return near(words, phrase, phrase.length < 10 ? 1 : 2) && smallWordsStay(words.split(' '), phrase.split(' '));
}

/** A short word with another letter is another word: "what is pi" is not "what is it" written badly. */
function smallWordsStay(words: readonly string[], phrase: readonly string[]): boolean {
  if (words.length !== phrase.length) return true;
  const letters = (word: string) => [...word].sort().join('');
  return phrase.every((wanted, at) => {
    const given = words[at] ?? '';
    if (wanted.length > 3 || given === wanted || letters(given) === letters(wanted)) return true;
    return given.length !== wanted.length && near(given, wanted, 1);
  });
}

/** Whether two short texts are at most so many slips apart: a letter wrong, missing, too many, or two swapped. */
function near(a: string, b: string, most: number): boolean {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, at(last, j) + 1, at(row, j - 1) + 1, swap ? at(beforeLast, j - 2) + 1 : Infinity));
    }
    if (Math.min(...row) > most) return false;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length) <= most;
}

const at = (row: number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
