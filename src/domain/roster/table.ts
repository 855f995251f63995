import { foldWord } from './fold-word.ts';
import { cellText } from './formula-guard.ts';
import type { RosterProblems } from './problem.ts';
import type { Place, Spot } from './roster.ts';

/** A file of lines, as it was read. */
export interface Table {
  file: string;
  header: string[];
  /** Row 2 and so on; blank lines are left out and keep their number. */
  rows: { row: number; cells: string[] }[];
  /** Only its beginning could be read: whoever is not in it may still be meant. */
  partial?: true;
}

/** Stands for a name that could not be read, so that the rest of its line is judged. */
export const UNREAD = '…';

/** Longer texts are no names, ids or addresses. */
export const LONGEST_CELL = 180;

/** Where the columns of a table are: our name → the place in each line. */
export interface Columns {
  at: ReadonlyMap<string, number>;
  /** Headers that nobody here knows. */
  unknown: string[];
  /** Columns that have to be there and are not: this is said once, and not in every line. */
  missing: Set<string>;
}

/**
 * Finds columns by their headers, without regard to case, spaces and punctuation. `names` maps a folded header to our name for
 * it. A column that is there twice is a problem.
 */
export function findColumns(table: Table, names: ReadonlyMap<string, string>, problems: RosterProblems): Columns {
  const at = new Map<string, number>();
  const unknown: string[] = [];
  for (const [index, title] of table.header.entries()) {
    const name = names.get(foldWord(title));
    if (name === undefined) {
      if (title.trim() !== '') unknown.push(title.trim());
    } else if (at.has(name)) {
      const allowed = 'this column is there twice; allowed is once.';
      problems.add({ file: table.file, row: 1, column: title, value: null, allowed });
    } else at.set(name, index);
  }
  return { at, unknown, missing: new Set() };
}

/** Says which columns a table must have and lacks, and keeps them as missing. */
export function requireColumns(
  table: Table,
  { at, missing: known }: Columns,
  needed: readonly string[],
  problems: RosterProblems,
): boolean {
  const missing = needed.filter((name) => !at.has(name));
  for (const column of missing) {
    known.add(column);
    problems.add({
      file: table.file,
      row: 1,
      column,
      value: null,
      allowed: 'this column is missing and has to be there.',
    });
  }
  return missing.length === 0;
}

/** One line of a table, by our names of the columns. */
export class Line {
  readonly place: Place;
  readonly #cells: readonly string[];
  readonly #table: Table;
  readonly #columns: Columns;
  readonly #problems: RosterProblems;
  /** What was said of this line already: a cell may be read twice. */
  readonly #said = new Set<string>();

  constructor(table: Table, columns: Columns, { row, cells }: Table['rows'][number], problems: RosterProblems) {
    this.place = { file: table.file, row };
    this.#table = table;
    this.#columns = columns;
    this.#cells = cells;
    this.#problems = problems;
  }

  /** What stands there, tidied; undefined where nothing does. What is too long or holds control characters is a problem. */
  text(column: string, longest = LONGEST_CELL): string | undefined {
    const index = this.#columns.at.get(column);
    const raw = index === undefined ? '' : cellText(this.#cells[index] ?? '');
    if (raw === '') return undefined;
    if (raw.length > longest) this.refuse(column, `allowed are at most ${longest} characters.`);
    else if (/\p{Cc}/u.test(raw)) this.refuse(column, 'allowed is one line of text.');
    else return raw;
    return undefined;
  }

  /** Like `text`; where nothing stands it is a problem. */
  need(column: string, allowed: string): string | undefined {
    if (this.#columns.missing.has(column)) return undefined;
    const index = this.#columns.at.get(column);
    if (index === undefined || cellText(this.#cells[index] ?? '') === '')
      this.refuse(column, `nothing stands there; ${allowed}`);
    return this.text(column);
  }

  /** What stands there, read by `reader`; what it does not read (undefined) is a problem. */
  read<Value>(column: string, reader: (text: string) => Value | undefined, allowed: string): Value | undefined {
    const text = this.text(column);
    const value = text === undefined ? undefined : reader(text);
    if (text !== undefined && value === undefined) this.refuse(column, allowed);
    return value;
  }

  /** Like `read`, for what a person can be taken in without: what is wrong is left out, and `leaveOut` is told. */
  readOrLeave<Value>(
    column: string,
    reader: (text: string) => Value | undefined,
    leaveOut: (text: string) => void,
  ): Value | undefined {
    const text = this.text(column);
    const value = text === undefined ? undefined : reader(text);
    if (text !== undefined && value === undefined) leaveOut(text);
    return value;
  }

  /** Notes a problem in this line. */
  refuse(column: string, allowed: string): void {
    if (this.#said.has(`${column}: ${allowed}`)) return;
    this.#said.add(`${column}: ${allowed}`);
    const index = this.#columns.at.get(column);
    const raw = index === undefined ? '' : (this.#cells[index] ?? '').trim();
    this.#problems.add({ ...this.spot(column), value: raw === '' ? null : raw, allowed });
  }

  /** Whether what stands in a column was refused. */
  isWrong(column: string): boolean {
    return this.#problems.explains(this.spot(column));
  }

  /** The cell in a column. */
  spot(column: string): Required<Spot> {
    const index = this.#columns.at.get(column);
    const title = index === undefined ? undefined : this.#table.header[index]?.trim();
    return { ...this.place, column: title ?? column };
  }
}

/** The lines of a table. */
export function linesOf(table: Table, columns: Columns, problems: RosterProblems): Line[] {
  return table.rows.map((row) => new Line(table, columns, row, problems));
}
