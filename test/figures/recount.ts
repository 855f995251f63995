import type { NAMED } from '../../src/data/sample/people/named-people.ts';
import type { RawRows } from './raw-rows.ts';

/** The numbers of one place, in their order, in natural units: shares 0 … 1, minutes, counts, scores. Empty: a text without numbers. */
export type Counted = readonly number[];

export interface PageToCount {
  path: string;
  /** By place, as `figuresOn` names them. A place that is missing here, or on the page, fails the test. */
  figures: ReadonlyMap<string, Counted>;
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
