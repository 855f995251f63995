import { foldWord } from '../fold-word.ts';
import type { RosterProblems } from '../problem.ts';
import type { Roster, Spot } from '../roster.ts';
import { findColumns, type Line, linesOf, requireColumns, type Table } from '../table.ts';
import { type Manifest, type RosterFile, stemOf } from './manifest.ts';

/** A line of the standard: its id, whether it still counts, and what else stands in it. */
export interface Entry {
  id: string;
  active: boolean;
  modified: string | undefined;
  line: Line;
}

/** The files of one archive while they are read, and what came of them so far. */
export class OneRosterReading {
  readonly roster: Roster = {
    format: 'oneroster',
    schools: [],
    people: [],
    classes: [],
    memberships: [],
    links: [],
    whole: { people: [], memberships: false, links: false },
    leftOut: [],
    outside: new Map(),
    notes: [],
  };
  readonly manifest: Manifest;
  readonly problems: RosterProblems;
  readonly today: string;
  readonly #tables: ReadonlyMap<string, Table>;

  constructor(tables: readonly Table[], manifest: Manifest, problems: RosterProblems, today: string) {
    this.#tables = new Map(tables.map((table) => [stemOf(table.file).toLowerCase(), table]));
    this.manifest = manifest;
    this.problems = problems;
    this.today = today;
  }

  table(file: RosterFile): Table | undefined {
    return this.manifest.modes[file] === undefined ? undefined : this.#tables.get(file.toLowerCase());
  }

  /**
   * The lines of a file with these columns, the first of which are needed. Ids that are missing or there twice and unknown words
   * for the status are problems; such lines have an id by their row, so that what else is wrong in them is said as well.
   */
  entries(file: RosterFile, needed: readonly string[], more: readonly string[]): Entry[] {
    const table = this.table(file);
    if (!table) return [];
    const names = ['sourcedId', ...needed, 'status', 'dateLastModified', ...more];
    const columns = findColumns(table, new Map(names.map((name) => [foldWord(name), name])), this.problems);
    const isWhole = requireColumns(table, columns, ['sourcedId', ...needed], this.problems);
    if (!isWhole || table.partial) this.roster.partial = true;
    const seen = new Map<string, number>();
    return linesOf(table, columns, this.problems).flatMap((line) => {
      const id = line.need('sourcedId', 'allowed is an id.');
      const active = line.read('status', readStatus, 'allowed is active or tobedeleted.') ?? true;
      const modified = line.text('dateLastModified');
      const byRow = `row:${file}:${line.place.row}`;
      if (id === undefined) return [{ id: byRow, active, modified, line }];
      const first = seen.get(id);
      if (first !== undefined) line.refuse('sourcedId', `row ${first} has the same id; allowed is one line for each.`);
      if (first === undefined) seen.set(id, line.place.row);
      return [{ id: first === undefined ? id : byRow, active, modified, line }];
    });
  }

  leaveOut(place: Spot, what: string, why: string): void {
    this.roster.leftOut.push({ place, what, why });
  }
}

function readStatus(text: string): boolean | undefined {
  const word = foldWord(text);
  // "inactive" was a word of version 1.0.
  return word === 'active' ? true : word === 'tobedeleted' || word === 'inactive' ? false : undefined;
}

/** A reader of one of the standard's words, whatever its case. */
export function wordOf<Word extends string>(words: readonly Word[]): (text: string) => Word | undefined {
  return (text) => words.find((word) => foldWord(word) === foldWord(text));
}
