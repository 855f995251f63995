import { isSmall, oneLine, toldOf } from '../../domain/access/small-groups.ts';
import { addUp, type FactSums, NOTHING } from '../../domain/analytics/metrics.ts';

type TestSums = Pick<FactSums, 'grades' | 'passed' | 'tested' | 'fewTested'>;

const NO_TESTS: TestSums = { grades: NOTHING.grades, passed: NOTHING.passed, tested: NOTHING.tested };

/** What stands in the place of sums that are not told, which is not nothing where somebody did anything. */
export const notTold = ({ pupils }: FactSums): FactSums => (pupils === 0 ? NOTHING : { ...NOTHING, fewStudied: true });

/** Of a group its sessions and its tests, each where it is not of few. */
export const unlessFew = (sums: FactSums): FactSums => ({
  ...(isSmall(sums.pupils) ? notTold(sums) : sums),
  ...unlessFewTested(sums),
});

/** The tests of a group, where they are not of few. */
export function unlessFewTested(sums: TestSums): TestSums {
  const { grades, passed, tested } = sums;
  return isSmall(tested) ? testsNotTold(sums) : { grades, passed, tested };
}

const testsNotTold = ({ tested }: TestSums): TestSums => (tested === 0 ? NO_TESTS : { ...NO_TESTS, fewTested: true });

/** The tests of groups, of which it is told what all of them come to: each that may be told of. */
export function toldTests(groups: readonly FactSums[]): TestSums[] {
  const people = groups.map(({ tested }) => tested);
  const told = toldOf(people, oneLine(people));
  return groups.map((sums, place) => (told[place] ? unlessFewTested(sums) : testsNotTold(sums)));
}

/** What spans of time came to in schools, and in all of them together, as far as it may be told. */
export interface ToldSpans {
  bySchool: ReadonlyMap<number, FactSums[]>;
  together: FactSums[];
}

/**
 * Spans in a table with a row a school and a last one of all of them: what a row and what a column comes to is told as well. Every page
 * about these schools tells of the same of them, so that nothing hidden follows from two pages. Grades are told of the schools in which
 * so many took tests in all.
 */
export function toldSpans(
  schools: ReadonlyMap<number, readonly FactSums[]>,
  isTested: (id: number) => boolean,
): ToldSpans {
  const rows = withTogether([...schools.values()]);
  const ofTests = new Map([...schools].filter(([id]) => isTested(id)));
  const tests = withTogether([...ofTests.values()]);
  const told = toldInGrid(rows.map((row) => row.map(({ pupils }) => pupils)));
  const toldOfTests = toldInGrid(tests.map((row) => row.map(({ tested }) => tested)));
  const testsOf = (row: number, place: number): TestSums => {
    const sums = tests[row]?.[place] ?? NOTHING;
    return toldOfTests(row, place) ? unlessFewTested(sums) : testsNotTold(sums);
  };
  const all = rows.map((row, at) => {
    const id = [...schools.keys()][at];
    const ofTest = id === undefined ? tests.length - 1 : [...ofTests.keys()].indexOf(id);
    return row.map((sums, place) => ({
      ...(told(at, place) ? sums : notTold(sums)),
      ...(ofTest < 0 ? testsNotTold(sums) : testsOf(ofTest, place)),
    }));
  });
  return { bySchool: new Map([...schools.keys()].map((id, at) => [id, all[at] ?? []])), together: all.at(-1) ?? [] };
}

function withTogether(rows: readonly (readonly FactSums[])[]): (readonly FactSums[])[] {
  return [...rows, (rows[0] ?? []).map((_, place) => addUp(rows.map((row) => row[place] ?? NOTHING)))];
}

/** Which cells may be told of, by how many people are in each, where it is known what each row and each column comes to. */
function toldInGrid(people: readonly (readonly number[])[]): (row: number, place: number) => boolean {
  const wide = people[0]?.length ?? 0;
  const across = people.map((row, at) => row.map((_, place) => at * wide + place));
  const down = Array.from({ length: wide }, (_, place) => people.map((__, at) => at * wide + place));
  const told = toldOf(people.flat(), [...across, ...down]);
  return (row, place) => told[row * wide + place] ?? false;
}

/** What the groups that are told of come to; where there are some, and none is told of, that is not told either. */
export function allTold(groups: readonly FactSums[]): FactSums {
  const all = addUp(groups);
  const isOf = (flag: 'fewStudied' | 'fewTested') => groups.some((group) => group[flag]);
  return {
    ...(all.pupils === 0 && isOf('fewStudied') ? { ...all, fewStudied: true } : all),
    ...(all.tested === 0 && isOf('fewTested') ? testsNotTold({ ...NO_TESTS, tested: 1 }) : {}),
  };
}
