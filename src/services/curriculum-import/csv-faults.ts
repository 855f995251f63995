import { problemPlaces } from '../../data/curriculum/problem-places.ts';
import { pauses } from '../../data/in-slices.ts';
import { unknownPrerequisite } from '../../domain/curriculum/check-draft.ts';
import { courseLimits, importLimits, problemLimits, unitLimits } from '../../domain/curriculum/check-limits.ts';
import type { CourseDraft, ProblemDraft, QaDraft, UnitDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { keyProblem } from '../../domain/curriculum/import/check-key.ts';
import { REPEATED } from '../../domain/curriculum/import/plan-course.ts';
import { mistakesIn } from '../../domain/curriculum/import/without-mistakes.ts';
import type { RowReader } from './csv-row.ts';
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

/** A problem of a table, with a row for each of its questions. */
export interface TableProblem {
  course: Course;
  unit: UnitDraft;
  draft: ProblemDraft;
  /** Of its first question. */
  line: number;
  id: string;
  rows: RowReader[];
}

/** What was read of the rows of a table. */
export interface Rows {
  courses: Map<string, Course>;
  /** Problems by course and key, with the row of their first question, in the order of the table. */
  problems: Map<string, TableProblem>;
  issues: FileIssue[];
  /** Questions of which the key can be judged, with their rows. */
  keys: { line: number; question: QaDraft; row: RowReader }[];
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
 * What would stay out of a table that is taken, and is said of one that is refused: questions that are too long or too much or stand
 * there before, keys that no pupil could meet, and mistakes in the rest of a question.
 */
export async function untaken(
  file: string,
  { keys, problems, issues }: Rows,
  options: ReadOptions,
): Promise<FileIssue[]> {
  const found: FileIssue[] = [];
  const pause = pauses();
  const good = new Set<QaDraft>();
  for (const { line, question, row } of keys) {
    await pause();
    if (question.answer === '') continue;
    const problem = keyProblem(question, options.checker);
    if (problem !== null) {
      found.push({ file, line, column: 'answer', value: question.answer, problem });
      continue;
    }
    good.add(question);
    for (const { value, problem: mistake, ...part } of mistakesIn(question, options.checker))
      found.push({ file, line, column: row.headingOf(part), value, problem: `it ${mistake}` });
  }
  // Where a cell is too long, that was said of the cell.
  const tail = (problem: string) => TOO_LONG.exec(problem)?.[0] ?? problem;
  const said = new Set(issues.map(({ line, problem }) => `${line} ${tail(problem)}`));
  const places = new Map<Course, ReturnType<typeof problemPlaces>>();
  for (const { course, draft, line } of problems.values()) {
    await pause();
    const placeOf = places.get(course) ?? problemPlaces();
    places.set(course, placeOf);
    // A question of which something is wrong is none to hold others against.
    if (draft.steps.every((step) => good.has(step)) && placeOf(draft).isRepeated)
      found.push({ file, line, column: 'question', value: draft.steps[0]?.question ?? '', problem: REPEATED });
    const beyond = problemLimits(draft).filter((problem) => !said.has(`${line} ${tail(problem)}`));
    found.push(...beyond.map((problem) => ({ file, line, problem })));
  }
  return found;
}
