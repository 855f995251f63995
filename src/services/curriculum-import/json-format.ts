import { pauses } from '../../data/in-slices.ts';
import type { CourseDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { courseFrom, problemFrom, structureFrom, unitFrom } from '../../domain/curriculum/import/from-document.ts';
import {
  type CourseDocument,
  type CurriculumDocument,
  curriculumFrame,
  curriculumStructure,
  type ProblemDocument,
  problemDocument,
} from '../../domain/curriculum/import/json-shape.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { halfCharacters } from '../../domain/text-files/half-characters.ts';
import { badFile, type FileIssue, type ImportFormat, type ReadCurriculum, type ReadOptions } from './import-format.ts';
import { fieldOf, issuesOf, problemIssues } from './json-faults.ts';
import { readText } from './read-text.ts';
import { type About, type StructureIssues, structureIssues, subjectProblem } from './structure-issues.ts';
import { eachInTurn, takeProblem } from './take-problems.ts';

const ORIGIN = 'JSON';

/** Our own JSON: everything that a curriculum is made of, and what an export writes. */
export const JSON_FORMAT: ImportFormat = {
  id: 'json',
  title: 'JSON',
  takes: ['file'],
  recognizes: (bytes) => /^(?:\xef\xbb\xbf)?\s*\{/.test(String.fromCharCode(...bytes.subarray(0, 200))),
  async read(source, options) {
    if (source.kind === 'folder') throw badFile([{ file: source.path, problem: 'it is a folder, not a JSON file' }]);
    const document = await parse(source.fileName, source.bytes, options);
    return readDocument(document, options);
  },
};

/** Reads the frame and then each problem, so that nobody waits for the whole of a long document; all that is wrong is said at once. */
async function parse(file: string, bytes: Uint8Array, options: ReadOptions): Promise<CurriculumDocument> {
  const { checker } = options;
  const document = jsonOf(file, bytes);
  const frame = curriculumFrame.safeParse(document, { reportInput: true });
  const subjects = subjectIssues(file, document, options);
  const { wrong, left } = await structureOf(file, document, options);
  if (!frame.success)
    throw badFile([
      ...issuesOf(file, frame.error),
      ...subjects,
      ...(await problemIssues(file, document, checker)),
      ...wrong,
      ...left,
    ]);
  let isWrong = false;
  const pause = pauses();
  const courses: CourseDocument[] = [];
  for (const { units, ...course } of frame.data.courses) {
    const read: CourseDocument = { ...course, units: [] };
    courses.push(read);
    for (const { problems, ...unit } of units) {
      const taken: ProblemDocument[] = [];
      for (const problem of problems ?? []) {
        await pause();
        const result = problemDocument.safeParse(problem, { reportInput: true });
        if (result.success) taken.push(result.data);
        else isWrong = true;
      }
      read.units.push({ ...unit, ...(problems ? { problems: taken } : {}) });
    }
  }
  if (isWrong || subjects.length > 0 || wrong.length > 0)
    throw badFile([...subjects, ...(await problemIssues(file, document, checker)), ...wrong, ...left]);
  return { ...frame.data, courses };
}

/** Subjects that nobody knows. */
function subjectIssues(file: string, document: unknown, options: ReadOptions): FileIssue[] {
  if (options.subject !== undefined) return [];
  const { courses } = curriculumStructure.parse(document);
  return [...courses.entries()].flatMap(([at, { subject: value }]): FileIssue[] => {
    const problem = subjectProblem(value, options);
    return problem === undefined ? [] : [{ file, field: fieldOf(['courses', at, 'subject']), value, problem }];
  });
}

/** How the courses that are wanted hang together, as far as they could be read. */
async function structureOf(file: string, document: unknown, options: ReadOptions): Promise<StructureIssues> {
  const { courses } = curriculumStructure.parse(document);
  const wanted = [...courses.entries()].filter(([, { name }]) => name !== '' && isWanted(name, options.only));
  const chosen = wanted.length === 1 ? options : { ...options, name: undefined };
  const drafts = wanted.map(([, course]) => asChosen(structureFrom(course), chosen));
  return structureIssues(file, drafts, options, (about, index, name) => {
    const [at = 0, course] = wanted[index] ?? [];
    const isNamed = (one: { name: string }) => one.name === name;
    const unit = course?.units.findLastIndex(isNamed) ?? 0;
    const test = course?.tests.findLastIndex(isNamed) ?? 0;
    const path: Record<About, readonly PropertyKey[]> = {
      course: ['name'],
      subject: ['subject'],
      'course prerequisites': ['prerequisites'],
      unit: ['units', unit, 'name'],
      'unit prerequisites': ['units', unit, 'prerequisites'],
      test: ['tests', test, 'name'],
      'units of the test': ['tests', test, 'units'],
    };
    return { field: fieldOf(['courses', at, ...path[about]]) };
  });
}

/** A course as it is called here: what was chosen goes before what the document says. */
function asChosen(course: CourseDraft, { name, subject, gradeLevel }: ReadOptions): CourseDraft {
  return {
    ...course,
    ...(name === undefined ? {} : { name }),
    ...(subject === undefined ? {} : { subject }),
    ...(gradeLevel === undefined ? {} : { gradeLevel }),
  };
}

function jsonOf(file: string, bytes: Uint8Array): unknown {
  const { text } = readText(file, bytes);
  const halves = halfCharacters(text).map(({ line, column, code }): FileIssue => {
    return { file, line, column, value: code, problem: 'this is half of a character; write the whole of it' };
  });
  if (halves.length > 0) throw badFile(halves);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badFile([{ file, ...placeOf(error, text), problem: 'from here on it is no JSON' }]);
  }
}

/** Where the reader of JSON stumbled. It says the position in its message, or means the end. */
function placeOf(error: unknown, text: string): { line: number; column: number } {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

async function readDocument({ courses }: CurriculumDocument, options: ReadOptions): Promise<ReadCurriculum> {
  const wanted = courses.filter(({ name }) => isWanted(name, options.only));
  if (options.name !== undefined && wanted.length > 1) throw severalCourses(wanted);
  const read: ReadCurriculum = { origin: ORIGIN, draft: { courses: [] }, notTaken: [], notes: [] };
  for (const course of wanted) read.draft.courses.push(await readCourse(course, options, read));
  return read;
}

async function readCourse(document: CourseDocument, options: ReadOptions, read: ReadCurriculum): Promise<CourseDraft> {
  const course = courseFrom(document);
  course.units = document.units.map(unitFrom);
  const all = document.units.flatMap(({ problems = [] }, index) => problems.map((problem) => ({ problem, index })));
  await eachInTurn(all, options, ({ problem, index }) => {
    const id = problem.title || problem.key || problem.steps[0]?.question.slice(0, 80) || '';
    const result = problemFrom(problem, (data) => Buffer.from(data, 'base64'));
    if ('reason' in result) {
      read.notTaken.push({ id, reason: result.reason });
      return;
    }
    const taken = takeProblem(result.draft, id, options, read);
    if (taken) course.units[index]?.problems.push(taken);
  });
  return asChosen(course, options);
}

/** Whether a course is among those that were asked for; all are when none was. */
export function isWanted(name: string, only: readonly string[] | undefined): boolean {
  if (only === undefined || only.length === 0) return true;
  return only.some((one) => one.trim().toLowerCase() === name.toLowerCase());
}

export function severalCourses(courses: readonly { name: string }[]): AppError {
  const list = courses.map(({ name }) => `  ${name}`).join('\n');
  return new AppError(
    'invalid-input',
    'several-courses',
    `The file holds ${courses.length} courses, and one name is given for them. Leave the name open, or choose one with --only of the command:\n${list}`,
    { details: { fields: { name: 'the file holds several courses' } } },
  );
}
