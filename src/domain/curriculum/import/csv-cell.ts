/** What a spreadsheet would take for a formula, or for the mark that we put before one. */
const DANGEROUS = /^'?[=+\-@\t\r＝＋－＠']/;
const PLAIN_NUMBER = /^[+-]?\d[\d.,]*$/;

/** A cell as it is written: what a spreadsheet would carry out as a formula gets an apostrophe before it; plain numbers do not. */
export function escapeCell(text: string): string {
  return DANGEROUS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** A cell as it was meant: the apostrophe of `escapeCell` is taken off. */
export function unescapeCell(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) && !PLAIN_NUMBER.test(cell.slice(1))
    ? cell.slice(1)
    : cell;
}
