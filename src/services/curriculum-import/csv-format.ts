import { pauses } from '../../data/in-slices.ts';
import { COURSE_TYPES, GRADE_LEVELS, type GradeLevel, UNIT_TYPES } from '../../domain/curriculum/curriculum.ts';
import type { CourseDraft, ProblemDraft, UnitDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { fullName } from '../../domain/curriculum/import/course-names.ts';
import type { SingleColumn } from '../../domain/curriculum/import/csv-columns.ts';
import { LIMITS } from '../../domain/curriculum/import/limits.ts';
import { type HeadingOf, headingOfPart } from '../../domain/curriculum/import/without-mistakes.ts';
import { type Course, type Rows, structureOf, untaken } from './csv-faults.ts';
import { questionOf, RowReader } from './csv-row.ts';
import { type CsvTable, readTable } from './csv-table.ts';
import {
  badFile,
  courseMissing,
  type FileIssue,
  type ImportFormat,
  nothingTaken,
  type ReadCurriculum,
  type ReadOptions,
} from './import-format.ts';
import { isWanted, severalCourses } from './json-format.ts';
import { readText } from './read-text.ts';
import { subjectProblem } from './structure-issues.ts';
import { eachInTurn, takeProblem } from './take-problems.ts';

const ORIGIN = 'CSV';

const byLine = (issues: readonly FileIssue[]): FileIssue[] => issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** A table of questions, one row a question, as a spreadsheet writes it. */
export const CSV_FORMAT: ImportFormat = {
  id: 'csv',
  title: 'CSV table',
  takes: ['file'],
  recognizes: looksLikeTable,
  async read(source, options) {
    if (source.kind === 'folder') throw badFile([{ file: source.path, problem: 'it is a folder, not a CSV file' }]);
    const { text, encoding } = readText(source.fileName, source.bytes);
    const table = await readTable(source.fileName, text);
    const read = await readRows(source.fileName, table, options);
    if (encoding !== 'UTF-8') read.notes.push({ id: source.fileName, note: `it was read as ${encoding}` });
    return read;
  },
};

function looksLikeTable(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4000).filter((byte) => byte !== 0));
  const line = (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:sep=.\r?\n)?([^\r\n]*)/i.exec(head)?.[1] ?? '').toLowerCase();
  const cells = line.split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim());
  return ['unit', 'question', 'answer'].every((name) => cells.includes(name));
}

async function readRows(file: string, table: CsvTable, options: ReadOptions): Promise<ReadCurriculum> {
  const rows: Rows = {
    courses: new Map(),
    problems: new Map(),
    issues: [...table.issues],
    keys: [],
    missing: new Set(),
    again: [],
  };
  await eachInTurn(table.rows, options, (row, index) => {
    const reader = new RowReader(file, table.columns, row);
    readRow(reader, rows, options, { line: row.line, index });
    rows.issues.push(...reader.issues);
  });
  const wanted = [...rows.courses.values()].filter(({ draft }) => isWanted(draft.name, options.only));
  const { wrong, left } = await structureOf(file, wanted, rows, options);
  if (rows.issues.length + wrong.length > 0)
    throw badFile(byLine([...rows.issues, ...wrong, ...left, ...(await untaken(file, rows, options))]), [
      ...rows.missing,
    ]);
  if (rows.missing.size > 0) throw courseMissing([...rows.missing], file);
  if (rows.problems.size === 0) throw badFile([{ file, problem: 'it has headings but no question' }]);
  const read: ReadCurriculum = { origin: ORIGIN, draft: { courses: [] }, notTaken: [], notes: [] };
  const pause = pauses();
  for (const { unit, draft, id, rows: own } of rows.problems.values()) {
    await pause();
    const headingOf: HeadingOf = (step, part) => own[step]?.headingOf(part) ?? headingOfPart(part);
    const taken = takeProblem(draft, id, { ...options, headingOf }, read);
    if (taken) unit.problems.push(taken);
  }
  const isNone = [...rows.problems.values()].every(({ unit }) => unit.problems.length === 0);
  if (isNone) throw nothingTaken(file, read.notTaken, '');
  const drafts = wanted.map(({ draft }) => draft);
  if (options.name !== undefined && drafts.length > 1) throw severalCourses(drafts);
  read.draft.courses = drafts.map((course) => ({ ...course, name: options.name ?? course.name }));
  return read;
}

function readRow(row: RowReader, rows: Rows, options: ReadOptions, at: { line: number; index: number }): void {
  const course = courseOf(row, rows, options, at.line);
  const unit = unitOf(row, course, rows, at.line);
  const question = questionOf(row);
  if (!row.issues.some(({ column }) => /^(?:question|answer|kind|tolerance|choice .*)$/.test(String(column))))
    rows.keys.push({ line: at.line, question, row });
  const key = row.name('key');
  const step = row.number('step', [1, LIMITS.stepsEach], true);
  const place = `${fullName(course.draft)}\n${key === '' ? `row ${at.index}` : key}`;
  const names: (readonly [NonNullable<ProblemDraft['unsaid']>[number], SingleColumn])[] = [
    ['title', 'title'],
    ['stem', 'stem'],
    ['source', 'source'],
    ['licence', 'licence'],
  ];
  const draft: ProblemDraft = {
    // A table holds no pictures: those that a problem has stay.
    unsaid: ['figures', ...names.filter(([, column]) => !row.hasColumn(column)).map(([name]) => name)],
    ...(key === '' ? {} : { sourceKey: key }),
    title: row.text('title', LIMITS.title),
    stem: row.text('stem'),
    source: row.text('source', LIMITS.title),
    licence: row.text('licence', LIMITS.title),
    steps: [question],
  };
  const there = rows.problems.get(place);
  if (there) {
    if (key !== '' && step === undefined)
      row.say('key', key, 'this key stands there before; steps of one problem need the column “step”');
    there.draft.steps.push(question);
    there.rows.push(row);
    return;
  }
  const id = `line ${at.line}, ${question.question.slice(0, 60)}`;
  rows.problems.set(place, { course, unit, draft, line: at.line, id, rows: [row] });
}

function courseOf(row: RowReader, rows: Rows, options: ReadOptions, line: number): Course {
  const name = row.name('course') || options.name || '';
  const subject = options.subject ?? row.name('subject').toLowerCase();
  const gradeLevel = options.gradeLevel ?? row.word<GradeLevel>('grade', GRADE_LEVELS);
  const unknown = options.subject === undefined ? subjectProblem(subject, options) : undefined;
  if (unknown !== undefined) row.say('subject', row.name('subject'), unknown);
  if (name === '') rows.missing.add('name');
  if (subject === '') rows.missing.add('subject');
  if (gradeLevel === undefined && row.text('grade') === '') rows.missing.add('grade');
  const draft: CourseDraft = {
    unsaid: unsaidOf(row, {
      type: 'course type',
      level: 'course level',
      description: 'course description',
      prerequisites: 'course prerequisites',
    }),
    name,
    subject,
    gradeLevel: gradeLevel ?? '1st',
    type: row.word('course type', COURSE_TYPES) ?? 'optional',
    level: row.number('course level', [1, 5], true) ?? 3,
    description: row.text('course description'),
    prerequisites: listIn(row.text('course prerequisites')),
    units: [],
  };
  const source = row.text('course source', LIMITS.name);
  if (source !== '') draft.source = source;
  const there = rows.courses.get(fullName(draft));
  if (there) return there;
  const course: Course = { draft, line, units: new Map() };
  rows.courses.set(fullName(draft), course);
  return course;
}

function unitOf(row: RowReader, course: Course, { again }: Rows, line: number): UnitDraft {
  const name = row.name('unit');
  if (name === '') row.sayEmpty('unit', 'the name of the unit is missing');
  // Each row says it, and the first one counts; what is wrong in the others is said all the same.
  const draft: UnitDraft = {
    unsaid: unsaidOf(row, {
      type: 'unit type',
      weight: 'unit weight',
      estimatedDurationMinutes: 'unit minutes',
      description: 'unit description',
      prerequisites: 'unit prerequisites',
    }),
    name,
    type: row.word('unit type', UNIT_TYPES) ?? 'chapter',
    weight: row.number('unit weight', [0, 1]) ?? 0.5,
    estimatedDurationMinutes: row.number('unit minutes', [1, LIMITS.unitMinutes], true) ?? 30,
    description: row.text('unit description'),
    ...(row.hasColumn('unit prerequisites') ? { prerequisites: listIn(row.text('unit prerequisites')) } : {}),
    problems: [],
  };
  const there = course.units.get(name);
  if (there) {
    again.push({ line, course, unit: draft });
    return there.draft;
  }
  course.units.set(name, { draft, line });
  course.draft.units.push(draft);
  return draft;
}

/** Attributes whose column is missing. */
function unsaidOf<Name extends string>(row: RowReader, columns: Record<Name, SingleColumn>): Name[] {
  return (Object.keys(columns) as Name[]).filter((name) => !row.hasColumn(columns[name]));
}

/** Names on lines of their own. */
const listIn = (cell: string): string[] =>
  cell
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
