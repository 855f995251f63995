import type { AnyContent, ProblemContent, TestContent } from '../../../shared/curriculum-content.ts';
import { MOST_QUESTIONS, wantedByUnit } from '../../assessment/draw-questions.ts';
import type { FieldProblem } from './field-problem.ts';
import type { Planned, Structure } from './structure.ts';

/** How many questions are kept for tests, by the unit's key. */
export type TestSupply = ReadonlyMap<string, number>;

/** The supply as it would be with these drafts; `problems` are those that the drafts are about, as they are published. */
export function plannedSupply(
  published: TestSupply,
  drafts: readonly (AnyContent & { key: string })[],
  problems: readonly Planned<ProblemContent>[],
): TestSupply {
  const supply = new Map(published);
  const add = ({ unit, steps, archived }: ProblemContent, sign: 1 | -1) => {
    const count = archived ? 0 : steps.filter(({ use }) => use === 'for test').length;
    supply.set(unit, (supply.get(unit) ?? 0) + sign * count);
  };
  for (const draft of drafts) {
    if (draft.kind !== 'problem') continue;
    const before = problems.find(({ key, live }) => key === draft.key && live);
    if (before) add(before.content, -1);
    add(draft.content, 1);
  }
  return supply;
}

/**
 * Whether a test that says how many questions it has can be drawn: every unit with a weight gives one at least, and none gives
 * more than it has. A test that says nothing takes what there is.
 */
export function checkSupply(test: TestContent, { units }: Structure, supply: TestSupply): FieldProblem[] {
  const { questionCount } = test;
  if (questionCount === null || test.archived) return [];
  if (!(questionCount >= 1 && questionCount <= MOST_QUESTIONS)) return [];
  const say = (problem: string): FieldProblem[] => [{ field: 'questionCount', problem }];
  const asked = units.flatMap(({ key, content }) => {
    const weight = test.units.find(({ unit }) => unit === key)?.weight ?? 0;
    return weight > 0 ? [{ courseId: 0, unitName: key, name: content.name, weight }] : [];
  });
  if (questionCount < asked.length) return say(`At least ${asked.length}: each unit of the test gives one.`);
  const wanted = wantedByUnit({ durationMinutes: test.minutes, questionCount }, asked);
  const short = asked.flatMap(({ unitName, name }, index) => {
    const [there, give] = [supply.get(unitName) ?? 0, wanted[index] ?? 0];
    return there < give ? [`“${name}” would give ${give} and has ${there}`] : [];
  });
  return short.length === 0 ? [] : say(`There are not enough questions for tests: ${short.join('; ')}.`);
}
