import { courseLimits, importLimits, problemLimits, testLimits, unitLimits } from './check-limits.ts';
import { GRADE_LEVELS, QA_KINDS } from './curriculum.ts';
import type { CourseDraft, CurriculumDraft, QaDraft, UnitDraft } from './curriculum-draft.ts';
import { fullName } from './import/course-names.ts';

/** Something in a draft that cannot be saved: where it is, what was read, what is allowed. */
export interface DraftProblem {
  where: string;
  problem: string;
}

/**
 * All that is wrong with a curriculum, at once, whichever format it came in; an empty list means that it can be saved. Nothing in it is
 * larger than `LIMITS`.
 */
export function checkDraft(draft: CurriculumDraft): DraftProblem[] {
  return [
    ...importLimits(draft).map((problem) => ({ where: 'the curriculum', problem })),
    ...repeatedCourses(draft).map((name) => ({
      where: `course "${name}"`,
      problem: 'this course stands there more than once',
    })),
    ...draft.courses.flatMap(checkCourse),
  ];
}

/** The full names of courses that stand in it more than once. */
export function repeatedCourses({ courses }: CurriculumDraft): string[] {
  return repeated(courses.map(fullName));
}

function checkCourse(course: CourseDraft): DraftProblem[] {
  const where = `course "${course.name}"`;
  const found: DraftProblem[] = [];
  const say = (problem: string) => found.push({ where, problem });
  if (course.name.trim() === '' || course.name.length > 190) say('a name of 1 to 190 characters is needed');
  if (!GRADE_LEVELS.includes(course.gradeLevel)) say(`read the grade "${course.gradeLevel}"; allowed is 1st … 12th`);
  if (!Number.isInteger(course.level) || course.level < 1 || course.level > 5)
    say(`read level ${course.level}; allowed is 1 to 5`);
  for (const problem of courseLimits(course)) say(problem);
  for (const { problem } of checkReferences(course)) say(problem);
  for (const unit of course.units) found.push(...checkUnit(course, unit));
  for (const test of course.tests ?? [])
    found.push(...testLimits(test).map((problem) => ({ where: `${where}, test "${test.name}"`, problem })));
  return found;
}

/** Something wrong with how the parts of a course name each other. */
export interface ReferenceFault {
  /** The unit or test that says it. */
  name: string;
  about: 'unit' | 'unit prerequisites' | 'test' | 'units of the test';
  /** What was read. */
  value: string;
  problem: string;
}

/** What is wrong with how the parts of a course name each other: twice, in a circle, or what is not there. */
export function checkReferences({ units, tests = [] }: Pick<CourseDraft, 'units' | 'tests'>): ReferenceFault[] {
  const names = new Set(units.map((unit) => unit.name));
  const missing = (named: readonly string[]) => named.filter((name) => !names.has(name));
  const graph = prerequisiteGraph(units);
  return [
    ...repeated(units.map((unit) => unit.name)).map((name) => twice('unit', name)),
    ...cycles(graph).map((name): ReferenceFault => {
      const problem = `the prerequisites of the unit "${name}" lead back to itself`;
      return { name, about: 'unit prerequisites', value: (graph.get(name) ?? []).join(', '), problem };
    }),
    ...units.flatMap(({ name, prerequisites = [] }) =>
      missing(prerequisites).map((value) => unknownPrerequisite(name, value, names)),
    ),
    ...repeated(tests.map((test) => test.name)).map((name) => twice('test', name)),
    ...tests.flatMap((test) =>
      missing(Object.keys(test.units)).map((value): ReferenceFault => {
        const problem = `the test "${test.name}" names the unit "${value}", which the course does not have; ${allowedUnits(names)}`;
        return { name: test.name, about: 'units of the test', value, problem };
      }),
    ),
  ];
}

/** Says that a unit names another one that its course does not have. */
export function unknownPrerequisite(name: string, value: string, units: ReadonlySet<string>): ReferenceFault {
  const problem = `the unit "${name}" names "${value}" as a prerequisite, which the course does not have; ${allowedUnits(units)}`;
  return { name, about: 'unit prerequisites', value, problem };
}

function allowedUnits(names: ReadonlySet<string>): string {
  return `allowed is ${[...names].slice(0, MOST_NAMES).join(', ')}${names.size > MOST_NAMES ? ' …' : ''}`;
}

const twice = (about: 'unit' | 'test', name: string): ReferenceFault => ({
  name,
  about,
  value: name,
  problem: `the ${about} "${name}" stands there more than once`,
});

/** More names than that help nobody. */
const MOST_NAMES = 12;

function checkUnit(course: CourseDraft, unit: UnitDraft): DraftProblem[] {
  const where = `course "${course.name}", unit "${unit.name}"`;
  const found: DraftProblem[] = [];
  if (unit.name.trim() === '' || unit.name.length > 190)
    found.push({ where, problem: 'a name of 1 to 190 characters is needed' });
  if (!(unit.weight >= 0 && unit.weight <= 1))
    found.push({ where, problem: `read weight ${unit.weight}; allowed is 0 to 1` });
  if (!(unit.estimatedDurationMinutes > 0)) {
    found.push({ where, problem: `read ${unit.estimatedDurationMinutes} minutes; more than 0 is needed` });
  }
  found.push(...unitLimits(unit).map((problem) => ({ where, problem })));
  unit.problems.forEach((problem, index) => {
    const which = `${where}, problem ${problem.sourceKey?.slice(0, 190) ?? index + 1}`;
    found.push(...problemLimits(problem).map((text) => ({ where: which, problem: text })));
    for (const [step, qa] of problem.steps.entries()) {
      const at = `${which}, step ${step + 1}`;
      found.push(...checkQa(qa).map((text) => ({ where: at, problem: text })));
    }
    if (problem.steps.length === 0)
      found.push({ where, problem: `problem ${problem.sourceKey ?? index + 1} has no question` });
  });
  return found;
}

/** What is wrong with one question. */
export function checkQa(qa: QaDraft): string[] {
  const found: string[] = [];
  const ids = (qa.choices ?? []).map((choice) => choice.id);
  if (qa.question.trim() === '') found.push('the question is empty');
  if (qa.answer.trim() === '') found.push('the answer is empty');
  if (!QA_KINDS.includes(qa.kind)) found.push(`read the kind "${qa.kind}"; allowed is ${QA_KINDS.join(', ')}`);
  if (![1, 2, 3, 4].includes(qa.level)) found.push(`read level ${qa.level}; allowed is 1 to 4`);
  if (qa.tolerance !== undefined && !(qa.tolerance >= 0 && qa.tolerance < 1)) {
    found.push(`read tolerance ${qa.tolerance}; allowed is 0 up to 1, as a share of the answer`);
  }
  if (qa.kind === 'choice' || qa.kind === 'several choices') {
    if (ids.length < 2) found.push('at least two choices are needed');
    if (repeated(ids).length > 0) found.push('two choices have the same id');
    const answers = qa.kind === 'choice' ? [qa.answer] : qa.answer.split(',').map((id) => id.trim());
    for (const id of answers) if (!ids.includes(id)) found.push(`the answer "${id}" is not one of the choices`);
  }
  return found;
}

/** Each unit's prerequisites; a unit that names none needs the unit before it. */
export function prerequisiteGraph(units: readonly UnitDraft[]): Map<string, string[]> {
  return new Map(
    units.map((unit, index) => {
      const before = units[index - 1];
      return [unit.name, unit.prerequisites ?? (before ? [before.name] : [])];
    }),
  );
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** The nodes of a graph that can reach themselves. Iterative, so that no depth of graph can exhaust the stack. */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const reaches = (from: string): boolean => {
    const seen = new Set<string>();
    const open = [...(graph.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === from) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(graph.get(next) ?? []));
    }
    return false;
  };
  return [...graph.keys()].filter(reaches);
}
