import { pauses } from '../../data/in-slices.ts';
import { unknownPrerequisite } from '../../domain/curriculum/check-draft.ts';
import { courseLimits, importLimits, problemLimits, unitLimits } from '../../domain/curriculum/check-limits.ts';
import type { CourseDraft, ProblemDraft, QaDraft, UnitDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { keyProblem } from '../../domain/curriculum/import/check-key.ts';
import type { CourseField, FileIssue, ReadOptions } from './import-format.ts';
import { type StructureIssues, structureIssues } from './structure-issues.ts';

/** The end of what is said of a text that is too long. */
const TOO_LONG = /has \d+ characters; allowed are \d+$/;

/** A course of a table, with the row that names it first: what that one says of it counts. */
export interface Course {
  draft: CourseDraft;
  line: number;
  units: Map<string, { draft: UnitDraft; line: number }>;
}

/** What was read of the rows of a table. */
export interface Rows {
  courses: Map<string, Course>;
  /** Problems by course and key, with the row of their first question, in the order of the table. */
  problems: Map<string, { unit: UnitDraft; draft: ProblemDraft; line: number; id: string }>;
  issues: FileIssue[];
  /** Questions of which the key can be judged, with their rows. */
  keys: { line: number; question: QaDraft }[];
  missing: Set<CourseField>;
  /** What further rows of a unit say of its prerequisites: it does not count, and is judged all the same. */
  again: { line: number; course: Course; unit: UnitDraft }[];
}

/** How the courses of a table hang together, each fault in the row that counts. */
export async function structureOf(
  file: string,
  courses: readonly Course[],
  { again }: Pick<Rows, 'again'>,
  options: ReadOptions,
): Promise<StructureIssues> {
  const name = courses.length === 1 ? options.name : undefined;
  const drafts = courses.map(({ draft }) => ({ ...draft, name: name ?? draft.name }));
  const { wrong, left } = await structureIssues(file, drafts, options, (about, index, unit) => {
    const course = courses[index];
    const line = (unit === undefined ? undefined : course?.units.get(unit)?.line) ?? course?.line;
    return { ...(line === undefined ? {} : { line }), column: about };
  });
  const judged = new Set(courses);
  const more = again.filter(({ course }) => judged.has(course)).flatMap((row) => unknownIn(file, row));
  return { wrong: [...wrong, ...more, ...tooMuch(file, courses)], left };
}

/** Courses and units that are more, or name more, than is taken. How long their cells are was judged cell by cell. */
function tooMuch(file: string, courses: readonly Course[]): FileIssue[] {
  const counts = (problems: readonly string[]) => problems.filter((problem) => !TOO_LONG.test(problem));
  const all = importLimits({ courses: courses.map(({ draft }) => draft) }).map((problem) => ({ file, problem }));
  const each = courses.flatMap(({ draft, line, units }) => [
    ...counts(courseLimits(draft)).map((problem) => ({ file, line, column: 'course', value: draft.name, problem })),
    ...[...units.values()].flatMap(({ draft: unit, line: at }) =>
      counts(unitLimits(unit)).map((problem) => ({ file, line: at, column: 'unit', value: unit.name, problem })),
    ),
  ]);
  return [...all, ...each];
}

function unknownIn(file: string, { line, course, unit }: Rows['again'][number]): FileIssue[] {
  const unknown = (unit.prerequisites ?? []).filter((name) => !course.units.has(name));
  return unknown.map((name) => {
    const { value, problem } = unknownPrerequisite(unit.name, name, new Set(course.units.keys()));
    return { file, line, column: 'unit prerequisites', value, problem };
  });
}

/**
 * What would stay out of a table that is taken, and is said of one that is refused: questions that are too long or too much, and keys
 * that no pupil could meet.
 */
export async function untaken(
  file: string,
  { keys, problems, issues }: Rows,
  options: ReadOptions,
): Promise<FileIssue[]> {
  const found: FileIssue[] = [];
  const pause = pauses();
  for (const { line, question } of keys) {
    await pause();
    const problem = question.answer === '' ? null : keyProblem(question, options.checker);
    if (problem !== null) found.push({ file, line, column: 'answer', value: question.answer, problem });
  }
  // Where a cell is too long, that was said of the cell.
  const tail = (problem: string) => TOO_LONG.exec(problem)?.[0] ?? problem;
  const said = new Set(issues.map(({ line, problem }) => `${line} ${tail(problem)}`));
  for (const { draft, line } of problems.values()) {
    await pause();
    const beyond = problemLimits(draft).filter((problem) => !said.has(`${line} ${tail(problem)}`));
    found.push(...beyond.map((problem) => ({ file, line, problem })));
  }
  return found;
}
