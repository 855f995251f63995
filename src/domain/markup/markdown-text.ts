/** Formulas that stand in a text as TeX between the marks that web pages use for them. */
const FORMULA = /\\\(((?:(?!\\\()[\s\S]){1,2000}?)\\\)|\\\[((?:(?!\\\[)[\s\S]){1,2000}?)\\\]|\$\$([^$]{1,2000}?)\$\$/g;

/** Prose in which nothing is Markdown by accident; formulas between \(…\), \[…\] or $$…$$ are kept as formulas. */
export function escapeText(text: string): string {
  let result = '';
  let from = 0;
  for (const found of text.matchAll(FORMULA)) {
    const tex = (found[1] ?? found[2] ?? found[3] ?? '').replace(/\s+/g, ' ').trim();
    result += escaped(text.slice(from, found.index)) + (tex === '' ? '' : asFormula(tex));
    from = found.index + found[0].length;
  }
  return result + escaped(text.slice(from));
}

/** A closing bracket with its backslash makes no link; an opening one would begin a formula with it. */
const escaped = (text: string): string => text.replace(/[\\`*_\]#|~$]/g, (mark) => `\\${mark}`);

/** TeX as a formula of ours. A dollar sign inside would end it. */
export const asFormula = (tex: string): string => `$${tex.replace(/(?<!\\)\$/g, '\\$')}$`;

/** What would make a list, a quotation or a heading of a line that is none. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^([-+=>])/, '\\$1');
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  n: 'ⁿ',
};
const LOWERED: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
};

/** "x²", "10⁻³", "1st"; what has no raised letters is set with a caret. */
export const superscript = (text: string): string =>
  shifted(text, RAISED) ?? (/^(?:st|nd|rd|th)$/.test(text.trim()) ? text : `^(${text.trim()})`);

/** "H₂O"; what has no lowered letters stands after a low line. */
export const subscript = (text: string): string => shifted(text, LOWERED) ?? `\\_(${text.trim()})`;

function shifted(text: string, table: Readonly<Record<string, string>>): string | undefined {
  const marks = [...text.trim()];
  if (marks.length === 0) return '';
  const found = marks.map((mark) => (Object.hasOwn(table, mark) ? table[mark] : undefined));
  return found.includes(undefined) ? undefined : found.join('');
}
