import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { tour } from './tour.ts';

/** A school in which there is something of everything, and one with eight times as much. */
const SMALL = { students: 15, days: 60 };
const LARGE = { students: 120, days: 90 };
/** Where a small school has nothing, such as sessions of a child in this week, there is nothing more to ask about. */
const ASKED_OF_SOMETHING = 3;

/** Queries of each page, and that they do not grow with what there is: none is asked in a loop. */
export async function run(): Promise<BenchResult> {
  const small = await tour(SMALL);
  const large = await tour(LARGE);
  const figures: Figure[] = large.map(({ person, path, queries }, index) => ({
    name: `${path} (${person}): queries, large school`,
    value: queries,
    most: (small[index]?.queries ?? 0) + ASKED_OF_SOMETHING,
  }));
  return {
    id: 'page-queries',
    title: 'what a page asks the database',
    figures,
    floor: `not noticeably more queries with ${LARGE.students} pupils and ${LARGE.days} days than with ${SMALL.students} and ${SMALL.days}`,
    pass: figures.every(meets),
  };
}
