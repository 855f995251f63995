import { prerequisiteGraph } from '../check-draft.ts';
import type { CourseDraft, ProblemDraft, TestDraft, UnitDraft } from '../curriculum-draft.ts';
import { asList, asNumber, asText, changesOf } from './changes.ts';
import type { CoursePlan, ProblemPlan, TestPlan, UnitPlan } from './import-plan.ts';
import { changedProblem, type HashOf, newProblem } from './plan-problem.ts';
import type { StoredCourse, StoredUnit } from './stored-course.ts';
import { appendedOrder, mergedOrder } from './unit-order.ts';

const COURSE_WORDS = { type: asText, level: asNumber, description: asText, prerequisites: asList };
const UNIT_WORDS = {
  type: asText,
  weight: asNumber,
  estimatedDurationMinutes: asNumber,
  description: asText,
  prerequisites: asList,
};
const TEST_WORDS = {
  type: asText,
  durationMinutes: asNumber,
  questionCount: asNumber,
  link: (value: string | null) => value ?? '',
  units: asText,
};

/** Why a question that stands in its course before is left out. */
export const REPEATED = 'the same question stands there more than once';

/** Why a draft stays as it is: whoever mends it loses nothing by a file. */
const DRAFT_HERE = 'it is a draft here already, and stays so until somebody publishes it or throws it away';
const MENDED_ELSEWHERE =
  'it is a draft here, which somebody may be mending: publish it or throw it away, and bring this file in again';

/**
 * The key of a problem: its own, or a fingerprint of what it asks, with its answers where another problem before it asks the same; and
 * whether it stands there before.
 */
export type PlaceOf = (problem: ProblemDraft) => { key: string; isRepeated: boolean };

export interface PlanTools {
  hashOf: HashOf;
  /** Asked about the problems of the course in their order. */
  placeOf: PlaceOf;
  /** Whether a course of this name is there, or comes in beside this one. */
  isCourse: (name: string) => boolean;
}

/**
 * What importing a draft that `checkDraft` found nothing wrong with does to the course that is there, if any. Adds and
 * changes, and never removes: what the draft does not name stays. What is archived stays archived, and is said. Yields where the
 * work can be left for a while.
 */
export function* planCourse(
  draft: CourseDraft,
  there: StoredCourse | undefined,
  origin: string,
  tools: PlanTools,
): Generator<void, CoursePlan> {
  const left: CoursePlan['left'] = [];
  const units = draft.units.filter((unit) => {
    const archived = there?.units.find(({ name }) => name === unit.name)?.archived ?? false;
    if (archived) left.push({ id: unit.name, reason: 'the unit is archived here, and stays so' });
    return !archived;
  });
  const graph = prerequisiteGraph(draft.units);
  const course = mergedCourse(draft, there, origin);
  for (const name of course.prerequisites.filter((one) => !tools.isCourse(one))) {
    left.push({ id: draft.name, reason: `it should come after the course “${name}”, which is not here` });
  }
  course.prerequisites = course.prerequisites.filter(tools.isCourse);
  return {
    id: there?.id ?? null,
    course,
    changes: there ? changesOf(there, course, COURSE_WORDS) : [],
    units: units.flatMap((unit) => planUnit(unit, there, graph.get(unit.name) ?? [])),
    order: planOrder(draft, there),
    problems: yield* planProblems(units, there, tools, left),
    tests: (draft.tests ?? []).flatMap((test) => planTest(test, there, left)),
    left,
  };
}

function mergedCourse(draft: CourseDraft, there: StoredCourse | undefined, origin: string): CoursePlan['course'] {
  const unsaid = new Set<string>(there ? draft.unsaid : []);
  const { name, subject, gradeLevel } = draft;
  const kept = there && unsaid.size > 0 ? there : undefined;
  return {
    name,
    subject,
    gradeLevel,
    source: there?.source ?? draft.source ?? origin,
    type: unsaid.has('type') ? (kept?.type ?? draft.type) : draft.type,
    level: unsaid.has('level') ? (kept?.level ?? draft.level) : draft.level,
    description: unsaid.has('description') ? (kept?.description ?? '') : draft.description,
    prerequisites: [
      ...(unsaid.has('prerequisites') ? (kept?.prerequisites ?? []) : (draft.prerequisites ?? [])),
    ].sort(),
  };
}

function planUnit(draft: UnitDraft, there: StoredCourse | undefined, prerequisites: readonly string[]): UnitPlan[] {
  const old = there?.units.find(({ name }) => name === draft.name);
  const unsaid = new Set<string>(old ? draft.unsaid : []);
  if (old && draft.prerequisites === undefined) unsaid.add('prerequisites');
  const unit: UnitPlan['unit'] = {
    name: draft.name,
    type: draft.type,
    weight: draft.weight,
    estimatedDurationMinutes: Math.round(draft.estimatedDurationMinutes),
    description: draft.description,
    prerequisites: [...prerequisites].sort(),
    ...(old ? pick(old, unsaid) : {}),
  };
  if (!old) return [{ name: draft.name, unit, isNew: true, changes: [] }];
  const changes = changesOf<UnitPlan['unit']>(old, unit, UNIT_WORDS);
  return changes.length === 0 ? [] : [{ name: draft.name, unit, isNew: false, changes }];
}

function pick(unit: StoredUnit, names: ReadonlySet<string>): Partial<UnitPlan['unit']> {
  return Object.fromEntries(Object.entries(unit).filter(([name]) => names.has(name)));
}

function planOrder(draft: CourseDraft, there: StoredCourse | undefined): CoursePlan['order'] {
  const before = there?.units.map((unit) => unit.name) ?? [];
  const names = draft.units.map((unit) => unit.name);
  const after = draft.unsaid?.includes('order') ? appendedOrder(before, names) : mergedOrder(before, names);
  return after.join('\n') === before.join('\n') ? null : { before, after };
}

function* planProblems(
  units: readonly UnitDraft[],
  there: StoredCourse | undefined,
  { hashOf, placeOf }: PlanTools,
  left: CoursePlan['left'],
): Generator<void, ProblemPlan[]> {
  const known = new Map(
    there?.units.flatMap(({ name, problems }) => problems.map((one) => [one.key, { ...one, unitName: name }] as const)),
  );
  const drafts = new Set(there?.drafts.map((draft) => draft.key));
  const plans: ProblemPlan[] = [];
  for (const { unit, problem } of units.flatMap((one) => one.problems.map((problem) => ({ unit: one, problem })))) {
    yield;
    const { key, isRepeated } = placeOf(problem);
    const old = known.get(key);
    const leave = (reason: string) => left.push({ id: nameOf(problem, key), reason });
    if (isRepeated) leave(REPEATED);
    else if (drafts.has(key)) leave(problem.draft === undefined ? MENDED_ELSEWHERE : DRAFT_HERE);
    else if (!old) plans.push(newProblem(problem, key, unit.name));
    else if (old.archived || old.steps.every((step) => step.archived)) leave('it is archived here, and stays so');
    else if (problem.draft !== undefined) leave(`${problem.draft}; the question that is here stays as it is`);
    else plans.push(...[changedProblem(old, problem, unit.name, hashOf)].filter((plan) => plan !== undefined));
  }
  return plans;
}

/** How a problem is called in a report. */
export function nameOf(problem: Pick<ProblemDraft, 'title' | 'steps'>, key: string): string {
  return problem.title || problem.steps[0]?.question.slice(0, 100) || key;
}

function planTest(test: TestDraft, there: StoredCourse | undefined, left: CoursePlan['left']): TestPlan[] {
  const old = there?.tests.find(({ name }) => name === test.name);
  if (!old) return [{ id: null, test, changes: [] }];
  const after = { ...old, ...test, units: weights(test) };
  const changes = changesOf({ ...old, units: weights(old) }, after, TEST_WORDS);
  if (changes.length > 0 && old.archived)
    left.push({ id: test.name, reason: 'the test is archived here, and stays so' });
  return changes.length === 0 || old.archived ? [] : [{ id: old.id, test, changes }];
}

const weights = ({ units }: Pick<TestDraft, 'units'>): string =>
  Object.keys(units)
    .sort()
    .map((name) => `${name}: ${units[name]}`)
    .join('; ');
