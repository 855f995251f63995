import type { NAMED } from '../../src/data/sample/people/named-people.ts';
import type { RawRows } from './raw-rows.ts';

/** The numbers of one place, in their order, in natural units: shares 0 … 1, minutes, counts, scores. Empty: a text without numbers. */
export type Counted = readonly number[];

/** What has to stand at a place: its numbers, or the words with their numbers; what a page chooses to speak of is looked up in what it shows. */
export type Expected = Counted | string | ((shown: string) => Counted);

export interface PageToCount {
  path: string;
  /** Sentences, items of lists and cells of words are counted, too. */
  lines?: boolean;
  /** By place, as `figuresOn` and `linesOn` name them. A place that is missing here, or on the page, fails the test. */
  figures: ReadonlyMap<string, Expected>;
  /**
   * The tables that the page offers as files, by the beginning of the address, and of several the name of the table after a space (`/class/analytics.csv subjects`): by `row | column title`, as above, the second row of a name `row (2)`; what is not a
   * number is left out. A file that the page offers and that is missing here fails the test.
   */
  files?: Readonly<Record<string, ReadonlyMap<string, Counted>>>;
  /** What is told of only where it is large enough, and nothing small follows from it: counted as if all were told. */
  told?: readonly Groups[];
}

/** Groups of people, and what is said of each. */
export interface Groups {
  groups: readonly {
    /** The same on every page that tells of it. */
    name: string;
    people: number;
    /** Where its figures stand on the page: all of them are there, or none. */
    places: readonly string[];
    /** The same in files. */
    inFiles?: Readonly<Record<string, readonly string[]>>;
  }[];
  /** By their places: those of which it is told, or follows, what they come to together. */
  lines: readonly (readonly number[])[];
  /** Other pages tell of the rest of the table: the rule is held against all of them, by `across`. */
  isPart?: true;
}

/** How the figures of a page come about, counted from raw rows by other means than the program's. */
export interface Recount {
  /** The route. */
  page: string;
  who: keyof typeof NAMED;
  /** The addresses to look at, each with what has to stand there. `before`: the rows when the first reports were made. */
  count(rows: RawRows, before: RawRows): PageToCount[];
  /** Whether there is anything to count: on most days of a year the few weeks of the region hold no quarter that was closed. */
  onlyIf?(rows: RawRows): boolean;
  /** Tables of groups of which several pages tell, by the names that groups have there: nothing may follow from all of them. */
  across?(rows: RawRows): Groups[];
}
