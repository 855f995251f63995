/** Short words that are never a product of variables where they stand alone in a formula of this source. */
const SHORT = new Set(
  'is of in to or an at on by if it we as be so do up no he my us the and are for has its was how can you all not one two any new per let use out off had his her who why get see end sum set day'.split(
    ' ',
  ),
);

const NAMES = new Set(
  'alpha beta gamma delta theta lambda sigma omega epsilon sinh cosh tanh sqrt frac csch sech arcsin arccos arctan sin cos tan sec csc cot log lim exp max min mod inf infinity'.split(
    ' ',
  ),
);

/**
 * Whether a "formula" of the source is really words: its converter sets whole stretches of prose in maths, a word at a time
 * ("$$what$$ $$is$$ $$the$$"), and so whatever has a hyphen before a word ("$$x-component$$", "$$65.0-kg$$").
 */
export function isWords(formula: string): boolean {
  const text = formula.trim().replace(/[.,;:?!]$/, '');
  if (/^(?:[a-zA-Z]|\d[\d.,]*)-(?:[a-zA-Z]{2,}(?:-[a-zA-Z]+)*)?$/.test(text)) return true;
  return text.split(/[\s-]+/).every(isWord);
}

function isWord(text: string): boolean {
  const word = text.replace(/['’](?:s|t|re|ll|ve|d)?$/, '').toLowerCase();
  if (!/^[a-z]+$/.test(word) || NAMES.has(word)) return false;
  if (word.length >= 3 && /['’]s$/.test(text)) return true;
  return SHORT.has(word) || (word.length >= 4 && /[aeiouy]/.test(word));
}
