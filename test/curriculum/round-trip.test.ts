import assert from 'node:assert/strict';
import { before, type TestContext, test } from 'node:test';
import { CurriculumWriterRepo } from '../../src/data/curriculum/curriculum-writer.repo.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SAMPLE_COURSES } from '../../src/data/sample/curriculum/sample-courses.ts';
import type { CourseDraft } from '../../src/domain/curriculum/curriculum-draft.ts';
import type { ExportFormat } from '../../src/domain/curriculum/exchange/left-out.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { createCurriculumExport } from '../../src/services/curriculum-export/create-curriculum-export.ts';
import { createCurriculumImport } from '../../src/services/curriculum-import/create-curriculum-import.ts';
import { findFormat } from '../../src/services/curriculum-import/formats.ts';
import type { ImportReport } from '../../src/services/curriculum-import/import-report.ts';
import { importSource } from '../../src/services/curriculum-import/import-source.ts';
import { openSqlite } from '../support/databases.ts';
import { courseDraft, unitDraft } from '../support/factory.ts';
import { fiveProblems, makeFolder, PNG } from '../support/oatutor-folder.ts';
import { sharedData } from '../support/shared-data.ts';

const clock = { now: () => Date.UTC(2026, 8, 1) };
const { path: oatutor, skip } = sharedData('qbank/oatutor');
let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

async function exported(db: DatabaseManager, format: ExportFormat): Promise<string> {
  const { content } = await createCurriculumExport(db).exportCurriculum({ format });
  let whole = '';
  for await (const piece of content) whole += String(piece);
  return whole;
}

async function imported(db: DatabaseManager, format: ExportFormat, text: string): Promise<ImportReport> {
  const reader = findFormat(format);
  assert.ok(reader);
  const source = { kind: 'file', fileName: `courses.${format}`, bytes: Buffer.from(text) } as const;
  return importSource(reader, source, { checker }, createCurriculumImport(db, clock));
}

/** All that a curriculum is made of, as the tables have it, without numbers that each database gives by itself. */
async function rows(db: DatabaseManager) {
  return db.run(async (handle) => ({
    courses: await handle
      .selectFrom('courses')
      .select(['name', 'grade_level', 'type', 'level', 'subject_name', 'description', 'source'])
      .orderBy('name')
      .execute(),
    units: await handle
      .selectFrom('learning_units')
      .innerJoin('courses', 'courses.id', 'learning_units.course_id')
      .selectAll('learning_units')
      .select('courses.name as course')
      .orderBy('courses.name')
      .orderBy('learning_units.position')
      .execute()
      .then((all) => all.map((unit) => ({ ...unit, course_id: 0 }))),
    questions: await handle
      .selectFrom('qas')
      .innerJoin('problems', 'problems.id', 'qas.problem_id')
      .innerJoin('qa_revisions', 'qa_revisions.id', 'qas.revision_id')
      .innerJoin('courses', 'courses.id', 'qas.course_id')
      .select(['courses.name as course', 'qas.unit_name', 'qas.type', 'qas.step_index', 'qas.aliases as searched'])
      .select(['problems.title', 'problems.source', 'problems.source_key', 'problems.licence'])
      .selectAll('qa_revisions')
      .orderBy('courses.name')
      .orderBy('problems.source_key')
      .orderBy('qas.step_index')
      .execute()
      .then((all) => all.map((question) => ({ ...question, id: 0, qa_id: 0, publication_id: 0 }))),
    drafts: await handle
      .selectFrom('curriculum_drafts')
      .innerJoin('courses', 'courses.id', 'curriculum_drafts.course_id')
      .select(['courses.name as course', 'kind', 'content', 'version', 'base'])
      .orderBy('courses.name')
      .orderBy('curriculum_drafts.id')
      .execute(),
    // Every column, so that one that is new and not exported is found out.
    tests: await handle
      .selectFrom('tests')
      .innerJoin('courses', 'courses.id', 'tests.course_id')
      .selectAll('tests')
      .select('courses.name as course')
      .orderBy('courses.name')
      .orderBy('tests.name')
      .execute()
      .then((all) => all.map((one) => ({ ...one, id: 0, course_id: 0 }))),
    weights: await handle
      .selectFrom('tests_learning_units')
      .innerJoin('tests', 'tests.id', 'tests_learning_units.test_id')
      .select(['tests.name', 'unit_name', 'weight'])
      .orderBy('tests.name')
      .orderBy('unit_name')
      .execute(),
    figures: await handle
      .selectFrom('problem_figures')
      .innerJoin('problems', 'problems.id', 'problem_figures.problem_id')
      .innerJoin('figures', 'figures.hash', 'problem_figures.hash')
      .select([
        'problems.source_key',
        'problem_figures.position',
        'problem_figures.alt',
        'figures.hash',
        'figures.media_type',
      ])
      .orderBy('problems.source_key')
      .orderBy('problem_figures.position')
      .execute(),
  }));
}

async function comesBackEqual(t: TestContext, db: DatabaseManager, format: ExportFormat): Promise<void> {
  const text = await exported(db, format);
  const other = await openSqlite(t);
  const report = await imported(other, format, text);
  assert.deepEqual(report.notTaken, []);
  const [there, here] = [await rows(other), await rows(db)];
  // A table holds no pictures, no tests and no drafts.
  assert.deepEqual(there, format === 'csv' ? { ...here, figures: [], tests: [], weights: [], drafts: [] } : here);
  assert.equal(await exported(other, format), text);
  const again = await imported(db, format, text);
  assert.deepEqual(
    again.courses.map(({ added, changes }) => [added.questions, added.units, changes]),
    again.courses.map(() => [0, 0, 0]),
  );
}

async function withOatutor(t: TestContext, folder: string): Promise<{ db: DatabaseManager; report: ImportReport }> {
  const db = await openSqlite(t);
  const reader = findFormat('oatutor');
  assert.ok(reader);
  const source = { kind: 'folder', path: folder } as const;
  return { db, report: await importSource(reader, source, { checker }, createCurriculumImport(db, clock)) };
}

test('problems of OATutor come back equal from JSON: a sample of our own making', async (t) => {
  const root = makeFolder(t, {
    ...fiveProblems('a'),
    b1: {
      problem: { lesson: '4.1 Graphs' },
      steps: [
        { step: { stepTitle: 'How long is it?', stepBody: '##figure1.gif## ' } },
        {
          step: { stepTitle: 'Which?', problemType: 'MultipleChoice', choices: ['$$x^2$$', 'No'], stepAnswer: ['No'] },
        },
      ],
      figures: { 'figure1.gif': PNG },
    },
    ...fiveProblems('c', { courseName: 'OpenStax: College Algebra' }),
  });
  const { db } = await withOatutor(t, root);
  await comesBackEqual(t, db, 'json');
});

test('all 205 problems of OATutor come back equal from JSON', { skip }, async (t) => {
  const { db, report } = await withOatutor(t, oatutor);
  assert.deepEqual([report.taken.problems, report.notTaken], [205, []]);
  await comesBackEqual(t, db, 'json');
});

test('tests come back equal from JSON, with their links and numbers of questions', async (t) => {
  const db = await openSqlite(t);
  const writer = new CurriculumWriterRepo(db);
  await writer.addSubjects(['math']);
  const units = [unitDraft('Adding', 2), unitDraft('Sharing', 1)];
  const quiz = { type: 'quiz', durationMinutes: 20, units: { Adding: 1, Sharing: 0.5 } } as const;
  const tests: CourseDraft['tests'] = [
    { name: 'Here', ...quiz, questionCount: 7 },
    { name: 'Elsewhere', ...quiz, link: 'https://tests.example/1?for=us' },
    { name: 'Plain', ...quiz },
  ];
  await writer.saveCourses([courseDraft({ name: 'Numbers', units, tests })], 'tests', clock.now());
  const said = (await rows(db)).tests.map((one) => [one.name, one.question_count, one.link]);
  assert.deepEqual(said, [
    ['Elsewhere', null, 'https://tests.example/1?for=us'],
    ['Here', 7, null],
    ['Plain', null, null],
  ]);
  await comesBackEqual(t, db, 'json');
});

test('a file takes link and number of questions of a test away where it says null, and keeps what it leaves out', async (t) => {
  const db = await openSqlite(t);
  const writer = new CurriculumWriterRepo(db);
  await writer.addSubjects(['math']);
  const both = { questionCount: 7, link: 'https://tests.example/1' };
  const quiz = { type: 'quiz', durationMinutes: 20, units: { Adding: 1 } } as const;
  const units = [unitDraft('Adding', 1)];
  const tests: CourseDraft['tests'] = ['A', 'B'].map((name) => ({ name, ...quiz, ...both }));
  await writer.saveCourses([courseDraft({ name: 'Numbers', units, tests })], 'tests', clock.now());
  const document = JSON.parse(await exported(db, 'json'));
  const [a, b] = document.courses[0].tests;
  Object.assign(a, { questionCount: null, link: null });
  for (const name of ['questionCount', 'link']) delete b[name];
  const report = await imported(db, 'json', JSON.stringify(document));
  assert.deepEqual(
    report.courses[0]?.changed.map(({ where, what, before: was, after }) => [where, what, was, after]),
    [
      ['A', 'question count', '7', ''],
      ['A', 'link', both.link, ''],
    ],
  );
  const now = (await rows(db)).tests.map((one) => [one.name, one.question_count, one.link]);
  assert.deepEqual(now, [
    ['A', null, null],
    ['B', 7, both.link],
  ]);
  b.link = 'javascript:alert(1)';
  await assert.rejects(
    imported(db, 'json', JSON.stringify(document)),
    /courses\[0\]\.tests\[1\]\.link: read "javascript:alert\(1\)"; allowed is an address that begins with https/,
  );
});

for (const format of ['json', 'csv'] as const)
  test(`the courses of the sample region come back equal from ${format}`, async (t) => {
    const db = await openSqlite(t);
    const writer = new CurriculumWriterRepo(db);
    await writer.addSubjects(SAMPLE_COURSES.map((course) => course.subject));
    await writer.saveCourses(SAMPLE_COURSES, 'sample region', clock.now());
    await comesBackEqual(t, db, format);
  });

for (const [what, folder] of [
  ['a sample of our own making', null],
  ['every problem', oatutor],
] as const) {
  test(`questions come back equal from CSV, pictures excepted: ${what}`, {
    skip: folder !== null && skip,
  }, async (t) => {
    const { db } = await withOatutor(t, folder ?? makeFolder(t, fiveProblems('a')));
    await comesBackEqual(t, db, 'csv');
  });
}
