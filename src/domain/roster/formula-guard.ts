/** What a spreadsheet takes for the beginning of a formula, in its wide forms too. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/u;
/** Marks of writing direction, which spreadsheets leave between Hebrew and Latin letters. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A cell that no spreadsheet runs: an apostrophe stands before what looks like a formula. */
export function guardedCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What a cell says: without the apostrophe of `guardedCell`, marks of direction and spaces around it. */
export function cellText(cell: string): string {
  const text = cell.replace(DIRECTIONS, '').normalize('NFC').trim();
  return GUARDED.test(text) ? text.slice(1) : text;
}
