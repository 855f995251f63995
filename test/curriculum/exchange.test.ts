import assert from 'node:assert/strict';
import { before, type TestContext, test } from 'node:test';
import { CurriculumWriterRepo } from '../../src/data/curriculum/curriculum-writer.repo.ts';
import { StoredCourseRepo } from '../../src/data/curriculum/stored-course.repo.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SAMPLE_COURSES } from '../../src/data/sample/curriculum/sample-courses.ts';
import type { CourseDraft, ProblemDraft, QaDraft } from '../../src/domain/curriculum/curriculum-draft.ts';
import type { ExportFormat } from '../../src/domain/curriculum/exchange/left-out.ts';
import { isTag } from '../../src/domain/curriculum/exchange/tags.ts';
import { emptyUnit } from '../../src/domain/curriculum/import/empty-unit.ts';
import type { StoredCourse, StoredProblem, StoredStep } from '../../src/domain/curriculum/import/stored-course.ts';
import { AppError } from '../../src/domain/errors/app-error.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { createCurriculumImport } from '../../src/services/curriculum-import/create-curriculum-import.ts';
import { findFormat } from '../../src/services/curriculum-import/formats.ts';
import { importSource } from '../../src/services/curriculum-import/import-source.ts';
import { toHtml } from '../../src/web/rich-text.ts';
import { exportedFile, importedFile } from '../support/curriculum-files.ts';
import { openSqlite } from '../support/databases.ts';
import { PNG } from '../support/oatutor-folder.ts';
import { sharedData } from '../support/shared-data.ts';

const clock = { now: () => Date.UTC(2026, 8, 1) };
const { path: oatutor, skip } = sharedData('qbank/oatutor');
let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

async function coursesOf(db: DatabaseManager): Promise<StoredCourse[]> {
  const repo = new StoredCourseRepo(db);
  const courses: StoredCourse[] = [];
  for (const { id } of await repo.listCourses()) courses.push(await repo.getCourse(id));
  return courses;
}

/** What a pupil meets: choices by what they say, texts as they look. */
function asked(format: 'gift' | 'qti', step: StoredStep) {
  const { kind, answer, acceptedAnswers, choices, wrongAnswers, tolerance, unit, level, use } = step;
  const isChoice = /choice/.test(kind);
  const words = (id: string) => (isChoice ? look(choices.find((choice) => choice.id === id)?.text ?? id) : id);
  const several = kind === 'several choices';
  const right = several ? answer.split(',').map(words) : [answer, ...acceptedAnswers].map(words);
  const keptWords = !several && (isChoice || format === 'gift');
  return {
    kind,
    tolerance,
    unit,
    level,
    use,
    question: look(step.question),
    explanation: look(step.explanation),
    right: isChoice ? right.sort() : right,
    choices: choices.map(({ text }) => look(text)),
    wrongAnswers: keptWords ? wrongAnswers.map((wrong) => [words(wrong.answer), look(wrong.feedback)]).sort() : [],
    aliases: step.aliases.filter(isTag),
  };
}

const look = (markdown: string): string => toHtml(markdown).replace(/\s+/g, ' ').trim();

function meets(format: 'gift' | 'qti', { key, title, stem, steps, licence, figures }: StoredProblem) {
  const alone = { key, title, stem: look(stem), steps: steps.map((step) => asked(format, step)) };
  return format === 'gift' ? alone : { ...alone, licence, figures };
}

const unitsOf = (format: 'gift' | 'qti', { units }: StoredCourse) =>
  units
    .filter((unit) => unit.problems.length > 0)
    .map((unit) => ({ name: unit.name, problems: unit.problems.map((problem) => meets(format, problem)) }));

async function comesBack(t: TestContext, db: DatabaseManager, format: 'gift' | 'qti'): Promise<void> {
  for (const course of await coursesOf(db)) {
    const { name, subject, gradeLevel } = course;
    const file = await exportedFile(db, { format, courseId: course.id });
    const other = await openSqlite(t);
    const options = { checker, name, subject, gradeLevel };
    const report = await importedFile(other, format, file, options);
    assert.deepEqual(report.notTaken, [], name);
    const [there] = await coursesOf(other);
    assert.ok(there);
    assert.deepEqual(unitsOf(format, there), unitsOf(format, course), name);
    const again = await importedFile(other, format, file, options);
    assert.deepEqual(
      again.courses.map(({ added, changed }) => [added.questions, added.units, changed]),
      [[0, 0, []]],
    );
    const back = await importedFile(db, format, file, { ...options, dryRun: true });
    assert.deepEqual(
      back.courses.map(({ added, changed }) => [added.questions, added.units, changed]),
      [[0, 0, []]],
    );
  }
}

const qa = (step: Partial<QaDraft>): QaDraft => ({
  use: 'for study',
  level: 3,
  kind: 'text',
  question: 'What?',
  answer: 'yes',
  hints: [{ text: 'A hint.', scaffold: { question: 'Smaller?', kind: 'text', answer: 'no' } }],
  explanation: '',
  ...step,
});
const ABC = [
  { id: 'x', text: 'a ~ b = c # {d} : e -> f \\\\' },
  { id: 'y', text: '<b>&amp; "quoted"</b>\nand a line' },
  { id: 'z', text: '$\\frac{1}{2} < \\text{a}$' },
];
const AWKWARD: ProblemDraft[] = [
  {
    sourceKey: 'key ]: #1 % [',
    title: 'T :: = {x} ~',
    stem: 'A story.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
    source: 'a book',
    licence: 'CC BY 4.0 & "more" <here>',
    figures: [{ fileName: 'a.png', mediaType: 'image/png', alt: 'A "dot" & <more>', bytes: PNG }],
    steps: [
      qa({
        kind: 'choice',
        answer: 'y',
        choices: ABC,
        question: '{Which} = ~this~ #1: \\\\(no\\\\)?',
        wrongAnswers: [{ answer: 'z', feedback: 'No: {half} = 1/2 # of it.' }],
      }),
      qa({ kind: 'several choices', answer: 'z', choices: ABC, acceptedAnswers: ['x,z'], use: 'for test' }),
      qa({
        kind: 'number',
        answer: '-4.5',
        tolerance: 0.01,
        unit: 'm/s',
        question: 'שלום — 🙂?',
        wrongAnswers: [{ answer: '4.5', feedback: 'The sign.' }],
      }),
    ],
  },
  ...(
    [
      { kind: 'number', answer: '3/4', acceptedAnswers: ['0.75'], tolerance: 0.02 },
      { kind: 'number', answer: '0.000000701', explanation: '```\nfor (;;) {\n\n  x += 1;\n}\n```' },
      { kind: 'number', answer: '12', unit: '%', wrongAnswers: [{ answer: '0.12', feedback: '*Percent* is asked.' }] },
      {
        kind: 'expression',
        answer: '2*x^2 - 3',
        acceptedAnswers: ['x*(2x) - 3'],
        aliases: ['square', 'has [brackets]'],
      },
      { kind: 'interval', answer: '(-∞, 4]', level: 1 },
      { kind: 'set', answer: '{-2, 3}', wrongAnswers: [{ answer: '{2, 3}', feedback: 'Look at the ~sign~.' }] },
      { kind: 'text', answer: 'p -> q', acceptedAnswers: ['if p: q', 'p#q = r'] },
      { kind: 'text', answer: '=SUM(A1)', question: '1. not a list' },
    ] satisfies Partial<QaDraft>[]
  ).map(
    (step, index): ProblemDraft => ({
      sourceKey: `k${index}`,
      source: '',
      licence: 'CC0',
      steps: [qa({ question: `Q${index}?`, ...step })],
    }),
  ),
];

test('what a format has no place for is counted, and nothing is said where it holds all', async (t) => {
  const db = await withAwkward(t);
  const left = async (format: ExportFormat) => {
    const { leftOut } = await exportedFile(db, { format });
    return Object.fromEntries(leftOut.map(({ what, count }) => [what, count]));
  };
  const alone = {
    hints: 11,
    'smaller questions': 11,
    'further right answers': 1,
    'other wordings': 1,
    sources: 1,
    tests: 1,
    'empty units': 1,
    'course and units': 1,
  };
  assert.deepEqual(await left('json'), {});
  assert.deepEqual(await left('csv'), { pictures: 1, tests: 1, 'empty units': 1 });
  assert.deepEqual(await left('gift'), { ...alone, pictures: 1, licences: 9 });
  assert.deepEqual(await left('qti'), { ...alone, 'words on wrong answers': 3 });
});

test('a file that holds one course is not written of several, which are named', async (t) => {
  const db = await openSqlite(t);
  const writer = new CurriculumWriterRepo(db);
  await writer.addSubjects(SAMPLE_COURSES.map((course) => course.subject));
  await writer.saveCourses(SAMPLE_COURSES.slice(0, 2), 'sample region', clock.now());
  await assert.rejects(exportedFile(db, { format: 'gift' }), (error) => {
    assert.ok(error instanceof AppError);
    assert.match(error.message, new RegExp(`holds one course, and these are 2.*${SAMPLE_COURSES[0]?.name}`, 's'));
    return error.kind === 'invalid-input';
  });
});

test('a step that was broken elsewhere takes no other step of its problem out', async (t) => {
  const db = await withAwkward(t);
  const { bytes } = await exportedFile(db, { format: 'gift' });
  const broken = bytes.toString().replace(/\n=-4\.5:0\.045\n/, '\n=%50%-4.5:0.045\n');
  assert.notEqual(broken, bytes.toString());
  const options = { checker, name: 'Awk: {ward} & <Co>', subject: 'math', gradeLevel: '7th', dryRun: true } as const;
  const report = await importedFile(db, 'gift', { fileName: 'a.gift', bytes: Buffer.from(broken) }, options);
  assert.deepEqual(
    report.notTaken.map(({ reason }) => reason),
    ['no answer of it is wholly right', 'another question of the same problem is not taken'],
  );
  assert.equal(report.courses[0]?.changes, 0);
});

async function withAwkward(t: TestContext): Promise<DatabaseManager> {
  const db = await openSqlite(t);
  const writer = new CurriculumWriterRepo(db);
  await writer.addSubjects(['math']);
  const unit = (name: string, problems: ProblemDraft[]) => ({ ...emptyUnit(name, problems), unsaid: [] });
  const course = { subject: 'math', gradeLevel: '7th', type: 'optional', level: 2, description: '' } as const;
  const units = [
    unit('Half / whole // more: = {x}', AWKWARD.slice(0, 3)),
    unit('Second', AWKWARD.slice(3)),
    unit('Empty', []),
  ];
  const tests: CourseDraft['tests'] = [{ name: 'Quiz', type: 'quiz', durationMinutes: 10, units: { Second: 1 } }];
  await writer.saveCourses([{ ...course, name: 'Awk: {ward} & <Co>', units, tests }], 'test', clock.now());
  return db;
}

for (const format of ['gift', 'qti'] as const) {
  test(`signs that mean something to ${format} come back as signs, and so do keys of every kind`, async (t) => {
    await comesBack(t, await withAwkward(t), format);
  });

  test(`the courses of the sample region come back from ${format} with the same questions`, async (t) => {
    const db = await openSqlite(t);
    const writer = new CurriculumWriterRepo(db);
    await writer.addSubjects(SAMPLE_COURSES.map((course) => course.subject));
    await writer.saveCourses(SAMPLE_COURSES, 'sample region', clock.now());
    await comesBack(t, db, format);
  });

  test(`the courses of OATutor come back from ${format} with the same questions`, {
    skip,
  }, async (t) => {
    const db = await openSqlite(t);
    const reader = findFormat('oatutor');
    assert.ok(reader);
    await importSource(reader, { kind: 'folder', path: oatutor }, { checker }, createCurriculumImport(db, clock));
    await comesBack(t, db, format);
  });
}
