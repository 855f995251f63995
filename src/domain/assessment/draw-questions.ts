import { seededNumbers } from '../../shared/seeded.ts';

/** A unit that a test is about, and how much it weighs. */
export interface TestUnit {
  courseId: number;
  unitName: string;
  /** ≥ 0 */
  weight: number;
}

/** A published question that is kept for tests. */
export interface Candidate {
  qaId: number;
  revisionId: number;
  problemId: number;
  stepIndex: number;
  courseId: number;
  unitName: string;
}

/** A question of a sitting, pinned to its revision, with what it is worth of 100. */
export interface DrawnQuestion {
  qaId: number;
  revisionId: number;
  courseId: number;
  unitName: string;
  points: number;
}

/** A unit with fewer questions than the test wants of it. */
export interface Shortage {
  unitName: string;
  wanted: number;
  there: number;
}

/** What a question takes on average, in minutes, where a test does not say how many it has. */
export const MINUTES_A_QUESTION = 4;
/** Of one test. */
export const MOST_QUESTIONS = 60;

/** How many questions each unit gives: by weight, largest remainders first, and at least one of every unit that weighs something. */
export function wantedByUnit(
  test: { durationMinutes: number; questionCount: number | null },
  units: readonly TestUnit[],
): number[] {
  const weighty = units.filter(({ weight }) => weight > 0).length;
  const fitting = test.questionCount ?? Math.round(test.durationMinutes / MINUTES_A_QUESTION);
  const total = Math.max(weighty, Math.min(MOST_QUESTIONS, fitting));
  const sum = units.reduce((all, { weight }) => all + weight, 0);
  if (sum <= 0) return units.map(() => 0);
  const exact = units.map(({ weight }) => (weight / sum) * total);
  const counts = exact.map((share, index) => ((units[index]?.weight ?? 0) > 0 ? Math.max(1, Math.floor(share)) : 0));
  const byRemainder = exact
    .map((share, index) => ({ index, rest: share - (counts[index] ?? 0) }))
    .filter(({ index }) => (units[index]?.weight ?? 0) > 0)
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let left = total - counts.reduce((all, count) => all + count, 0);
  for (let at = 0; left > 0 && byRemainder.length > 0; at = (at + 1) % byRemainder.length, left -= 1) {
    const { index } = byRemainder[at] ?? { index: 0 };
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** The units that have fewer questions than the test wants. One with none cannot be tested at all. */
export function shortages(
  test: { durationMinutes: number; questionCount: number | null },
  units: readonly TestUnit[],
  candidates: readonly Pick<Candidate, 'courseId' | 'unitName'>[],
): Shortage[] {
  const wanted = wantedByUnit(test, units);
  return units.flatMap((unit, index) => {
    const there = candidates.filter((one) => isOf(one, unit)).length;
    const asked = wanted[index] ?? 0;
    return there < asked ? [{ unitName: unit.unitName, wanted: asked, there }] : [];
  });
}

/**
 * The questions of one sitting, in the order in which they are asked: unit by unit, the steps of a problem together. The same
 * seed draws the same questions. Points follow the units' weights, whatever the number of questions, and add up to 100.
 */
export function drawQuestions(
  seed: string,
  test: { durationMinutes: number; questionCount: number | null },
  units: readonly TestUnit[],
  candidates: readonly Candidate[],
): DrawnQuestion[] {
  const wanted = wantedByUnit(test, units);
  const drawn = units.map((unit, index) => {
    const own = candidates.filter((one) => isOf(one, unit));
    return { unit, questions: drawFrom(own, wanted[index] ?? 0, seededNumbers(`${seed}/${unit.unitName}`)) };
  });
  const asked = drawn.filter(({ questions }) => questions.length > 0);
  const sum = asked.reduce((all, { unit }) => all + unit.weight, 0);
  return asked.flatMap(({ unit, questions }) =>
    questions.map(({ qaId, revisionId, courseId, unitName }) => {
      return { qaId, revisionId, courseId, unitName, points: (100 * unit.weight) / sum / questions.length };
    }),
  );
}

/** Whole problems by chance, as long as they fit; at least one where there is any. */
function drawFrom(candidates: readonly Candidate[], count: number, chance: () => number): Candidate[] {
  if (count === 0) return [];
  const problems = [...Map.groupBy(candidates, ({ problemId }) => problemId)]
    .sort(([a], [b]) => a - b)
    .map(([, steps]) => ({ steps: steps.toSorted((a, b) => a.stepIndex - b.stepIndex), key: chance() }))
    .sort((a, b) => a.key - b.key);
  const taken: Candidate[] = [];
  for (const { steps } of problems) if (taken.length + steps.length <= count) taken.push(...steps);
  const smallest = problems.toSorted((a, b) => a.steps.length - b.steps.length)[0];
  return taken.length > 0 || !smallest ? taken : smallest.steps;
}

function isOf(one: Pick<Candidate, 'courseId' | 'unitName'>, unit: TestUnit): boolean {
  return one.courseId === unit.courseId && one.unitName === unit.unitName;
}
