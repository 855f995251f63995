import type { ContentKind } from '../../../shared/curriculum-content.ts';
import type { FieldProblem } from './field-problem.ts';
import { findCycle } from './find-cycle.ts';
import type { Structure } from './structure.ts';

/** Something in a course that does not go together with the rest. */
export interface StructureProblem extends FieldProblem {
  kind: ContentKind;
  key: string;
}

/** The other courses: who they are, and what they need. */
export interface Neighbours {
  courses: readonly { id: number; name: string; subject: string; gradeLevel: string; archived: boolean }[];
  /** Course id → ids of the courses that should be done first. */
  prerequisites: ReadonlyMap<number, readonly number[]>;
}

/** All that does not go together in a course as it would be: names twice, circles, units that are not there. */
export function checkStructure(structure: Structure, neighbours: Neighbours): StructureProblem[] {
  return [
    ...checkNeighbours(structure, neighbours),
    ...checkUnits(structure),
    ...checkCircle(structure),
    ...checkTests(structure),
  ];
}

function checkNeighbours({ courseId, course }: Structure, { courses, prerequisites }: Neighbours): StructureProblem[] {
  const found: StructureProblem[] = [];
  const say = (field: string, problem: string) => found.push({ kind: 'course', key: 'course', field, problem });
  const others = courses.filter(({ id }) => id !== courseId);
  const same = others.some(
    (one) => one.name === course.name && one.subject === course.subject && one.gradeLevel === course.gradeLevel,
  );
  if (same) say('name', `There is a course “${course.name}” of this subject and grade already.`);
  const unknown = course.prerequisites.filter((id) => !others.some((one) => one.id === id));
  if (unknown.length > 0) say('prerequisites', 'A course that is named here does not exist.');
  const names = new Map([...courses.map(({ id, name }): [number, string] => [id, name]), [courseId, course.name]]);
  const rest = [...prerequisites].filter(([id]) => id !== courseId);
  const cycle = findCycle(new Map([[courseId, course.prerequisites], ...rest]));
  if (cycle?.includes(courseId)) {
    say(
      'prerequisites',
      `This goes round in a circle: ${way(
        cycle.map((id) => names.get(id) ?? String(id)),
        'this course',
      )}.`,
    );
  }
  return found;
}

function checkUnits(structure: Structure): StructureProblem[] {
  const { units } = structure;
  const found: StructureProblem[] = [];
  units.forEach(({ key, content }, index) => {
    const say = (field: string, problem: string) => found.push({ kind: 'unit', key, field, problem });
    const twin = units.find((other, at) => at !== index && other.content.name === content.name);
    if (twin) {
      const where = twin.content.archived ? ', in the archive' : '';
      say('name', `There is a unit “${content.name}” in this course already${where}.`);
    }
    if (content.archived) {
      const users = usersOf(structure, key);
      if (users.length > 0) say('archived', `It is needed by ${listOf(users)}: change that first.`);
      return;
    }
    for (const name of content.prerequisites) {
      const before = units.find((unit) => unit.key === name);
      if (!before) say('prerequisites', `There is no unit “${name}”.`);
      else if (before.content.archived) say('prerequisites', `“${before.content.name}” is in the archive.`);
    }
  });
  return found;
}

/** What would miss a unit: those that build on it, and tests about it. */
function usersOf({ units, tests }: Structure, key: string): string[] {
  const building = units.filter(({ content }) => !content.archived && content.prerequisites.includes(key));
  const testing = tests.filter(({ content }) => !content.archived && content.units.some(({ unit }) => unit === key));
  return [...building, ...testing].map(({ content }) => content.name);
}

const listOf = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

function checkCircle({ units }: Structure): StructureProblem[] {
  const there = units.filter(({ content }) => !content.archived);
  const cycle = findCycle(new Map(there.map(({ key, content }) => [key, content.prerequisites])));
  const [first] = cycle ?? [];
  if (!cycle || first === undefined) return [];
  const names = cycle.map((key) => there.find((unit) => unit.key === key)?.content.name ?? key);
  const problem = `This goes round in a circle: ${way(names, 'this unit')}.`;
  return [...new Set(cycle)].map((key) => ({ kind: 'unit', key, field: 'prerequisites', problem }));
}

/** `nameless`: only what is being written can be without a name. */
const way = (names: readonly string[], nameless: string): string =>
  names.map((name) => (name.trim() === '' ? nameless : `“${name}”`)).join(' needs ');

function checkTests({ units, tests }: Structure): StructureProblem[] {
  const found: StructureProblem[] = [];
  tests.forEach(({ key, content }, index) => {
    const say = (field: string, problem: string) => found.push({ kind: 'test', key, field, problem });
    if (tests.some((other, at) => at !== index && other.content.name === content.name)) {
      say('name', `There is a test “${content.name}” in this course already.`);
    }
    if (content.archived) return;
    for (const { unit: name } of content.units) {
      const unit = units.find((one) => one.key === name);
      if (!unit) say('units', `There is no unit “${name}”.`);
      else if (unit.content.archived) say('units', `The unit “${unit.content.name}” is in the archive.`);
    }
  });
  return found;
}
