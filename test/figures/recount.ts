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
}

/** How the figures of a page come about, counted from raw rows by other means than the program's. */
export interface Recount {
  /** The route. */
  page: string;
  who: keyof typeof NAMED;
  /** The addresses to look at, each with what has to stand there. */
  count(rows: RawRows): PageToCount[];
}
