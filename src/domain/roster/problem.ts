import type { LeftOut, Place, Spot } from './roster.ts';

/** One thing that is wrong with a file: where, what was read, what is allowed. */
export interface RosterProblem extends Place {
  /** As the file's header writes it; null where the line as a whole is meant. */
  column: string | null;
  /** What was read; null where nothing was, or where it must not be repeated. */
  value: string | null;
  /** Something was read that is nobody's to see: it is not repeated. */
  secret?: true;
  allowed: string;
}

/** More than anybody reads; the rest is counted. */
const MOST_KEPT = 500;
const LONGEST_VALUE = 80;

/** Gathers what is wrong, so that all of it can be said at once. */
export class RosterProblems {
  readonly list: RosterProblem[] = [];
  count = 0;

  /** By file and row, with the columns that are wrong there. */
  readonly #lines = new Map<string, Set<string | null>>();

  add(problem: RosterProblem): void {
    this.count += 1;
    const key = lineOf(problem);
    this.#lines.set(key, (this.#lines.get(key) ?? new Set()).add(problem.column));
    if (this.list.length >= MOST_KEPT) return;
    const { value } = problem;
    const long = value !== null && value.length > LONGEST_VALUE;
    this.list.push(long ? { ...problem, value: `${value.slice(0, LONGEST_VALUE)}…` } : problem);
  }

  /** Whether something is wrong with this cell, or, where no column is named, with this line: what follows from it is no news. */
  explains({ column, ...place }: Spot): boolean {
    const wrong = this.#lines.get(lineOf(place));
    return wrong !== undefined && (column === undefined || wrong.has(column));
  }
}

const lineOf = ({ file, row }: Place): string => `${row} ${file}`;

/** "pupils.csv, row 3, column class: Omer Katz in class “9x” is left out: allowed is …." */
export function leftOutLine({ place: { file, row, column }, what, why }: LeftOut): string {
  const where = `${file}, row ${row}${column === undefined ? '' : `, column ${column}`}`;
  return `${where}: ${what} is left out: ${why.replace(/\.$/, '')}.`;
}

/** "pupils.csv, row 3, column birth date: read "1.1"; allowed is …" */
export function problemLine({ file, row, column, value, allowed }: RosterProblem): string {
  const where = `${file}, row ${row}${column === null ? '' : `, column ${column}`}`;
  return `${where}: ${value === null ? '' : `read ${JSON.stringify(value)}; `}${allowed}`;
}
