const GROUPED = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g;
const SPACED = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d,/]| ?\/)/g;
const APOSTROPHES = /(?<![\d.,])\d{1,3}(?:'\d{3})+(?![\d,])/g;
const EUROPEAN = /(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d+(?![\d.,])/g;
const EUROPEAN_WHOLE = /(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,])/g;
const DECIMAL_COMMA = /(?<![\d.,])(\d+),(\d+)(?![\d.,])/g;

/**
 * Rewrites numbers with group separators or a decimal comma to plain digits and a point: 1,000 and 1 000 → 1000; 1.000,50 →
 * 1000.50; 3,5 → 3.5. With `oneNumber` a comma between digits belongs to the number: three digits after it are a group
 * ("1,234" is 1234; "0,333" is a decimal), else a decimal comma. Without it a comma parts two answers, unless semicolons do
 * that ("2,5; 3") or the list shows that tight commas group ("1,000, 2,000").
 */
export function plainNumerals(text: string, oneNumber: boolean): string {
  const plain = text
    .replace(SPACED, strip)
    .replace(APOSTROPHES, strip)
    .replace(EUROPEAN, european)
    .replace(EUROPEAN_WHOLE, strip);
  if (oneNumber && !/[([{]/.test(plain)) return plain.replace(GROUPED, ungroup).replace(DECIMAL_COMMA, '$1.$2');
  if (plain.includes(';') && !plain.startsWith('['))
    return plain.replace(GROUPED, ungroup).replace(DECIMAL_COMMA, '$1.$2');
  return /, /.test(plain) ? plain.replace(GROUPED, ungroup) : plain;
}

function strip(run: string): string {
  return run.replace(/[ '.]/g, '');
}

function european(run: string): string {
  return run.replace(/\./g, '').replace(',', '.');
}

/** 0,333 is no group of thousands. */
function ungroup(run: string): string {
  return run.startsWith('0') ? run : run.replace(/,/g, '');
}

/** The decimal that "1,234" would be with a decimal comma; undefined when the text is not such a number. */
export function withDecimalComma(text: string): string | undefined {
  return /^[-+]?[1-9]\d{0,2},\d{3}$/.test(text) ? text.replace(',', '.') : undefined;
}
