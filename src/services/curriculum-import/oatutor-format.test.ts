import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { Factory } from '../../../test/support/factory.ts';
import { addProblem, fiveProblems, hintJson, makeFolder, PNG } from '../../../test/support/oatutor-folder.ts';
import { sizedPng } from '../../../test/support/png.ts';
import { sharedData } from '../../../test/support/shared-data.ts';
import { AgentRepo } from '../../data/agents/agent.repo.ts';
import { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import { CurriculumWriterRepo } from '../../data/curriculum/curriculum-writer.repo.ts';
import { EnrolmentRepo } from '../../data/curriculum/enrolment.repo.ts';
import { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import { RegradeRepo } from '../../data/study-session/regrade.repo.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { createCurriculumImport } from './create-curriculum-import.ts';
import { CurriculumImportService, type ImportOptions } from './curriculum-import.service.ts';
import type { ReadOptions } from './import-format.ts';
import { reportLines } from './import-report.ts';
import { importSource } from './import-source.ts';
import { OATUTOR } from './oatutor-format.ts';

const clock = { now: () => Date.UTC(2026, 8, 1) };
const { path: shared, skip } = sharedData('qbank/oatutor');
let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

type Options = Partial<ReadOptions & ImportOptions>;
const run = (
  db: DatabaseManager,
  folder: string,
  options: Options = {},
  service: CurriculumImportService = createCurriculumImport(db, clock),
) => importSource(OATUTOR, { kind: 'folder', path: folder }, { checker, ...options }, service);

/** How many rows each table of the curriculum has. */
async function counts(db: DatabaseManager): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const tables = [
    ...(['subjects', 'courses', 'courses_prerequisites', 'learning_units', 'learning_unit_prerequisites'] as const),
    ...(['problems', 'qas', 'qa_revisions', 'figures', 'problem_figures', 'teachers', 'courses_students'] as const),
  ];
  for (const table of tables) {
    const row = await db.run((handle) =>
      handle
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    );
    found[table] = Number(row.count);
  }
  return found;
}

databaseTest('a folder becomes courses, units, problems, questions, hints and figures', async (db, t) => {
  const root = makeFolder(t, {
    ...fiveProblems('a'),
    b1: {
      problem: { lesson: '4.1 Graphs' },
      steps: [
        { step: { stepTitle: 'How long is it?', stepBody: '##figure1.gif## ' } },
        { step: { stepTitle: 'And twice that?', stepAnswer: ['$$14$$'] } },
      ],
      figures: { 'figure1.gif': PNG },
    },
    ...fiveProblems('c', { courseName: 'OpenStax: University Physics', lesson: '2. Vectors' }),
  });
  const report = await run(db, root);
  assert.deepEqual(report.taken, { courses: 2, units: 2, problems: 11, questions: 12, hints: 24, figures: 1 });
  assert.deepEqual(report.notTaken, []);
  assert.deepEqual(report.newTeachers, ['math', 'science']);
  const courses = await new CurriculumRepo(db).listCourses();
  assert.deepEqual(
    courses.map((course) => [course.name, course.subject, course.gradeLevel]),
    [
      ['Elementary Algebra', 'math', '9th'],
      ['University Physics', 'science', '12th'],
    ],
  );
  assert.equal((await new AgentRepo(db).findTeacher('science'))?.subject, 'science');
  const items = await new ItemRepo(db).listForStudy(courses[0]?.id ?? 0);
  const steps = items.filter((item) => item.stepCount === 2);
  assert.deepEqual(
    steps.map((item) => [item.stepIndex, item.question, item.key.answer]),
    [
      [0, 'How long is it?', '7'],
      [1, 'And twice that?', '14'],
    ],
  );
  assert.equal(steps[0]?.figures[0]?.mediaType, 'image/png');
  assert.equal(steps[0]?.licence, 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)');
});

databaseTest('importing twice adds nothing, and a new problem is added', async (db, t) => {
  const root = makeFolder(t, fiveProblems('a'));
  await run(db, root);
  const once = await counts(db);
  const again = await run(db, root);
  assert.deepEqual(await counts(db), once);
  assert.deepEqual(
    again.courses.map((course) => course.added),
    [{ units: 0, problems: 0, questions: 0, tests: 0, drafts: 0 }],
  );
  assert.deepEqual(again.newTeachers, []);
  addProblem(root, 'a9', { problem: { title: 'One more' } });
  assert.deepEqual((await run(db, root)).courses[0]?.added, {
    units: 0,
    problems: 1,
    questions: 1,
    tests: 0,
    drafts: 0,
  });
});

databaseTest('a trial reports the same and saves nothing', async (db, t) => {
  const root = makeFolder(t, fiveProblems('a'));
  const before = await counts(db);
  const trial = await run(db, root, { dryRun: true });
  assert.deepEqual(await counts(db), before);
  const real = await run(db, root);
  assert.deepEqual({ ...trial, dryRun: false }, real);
});

databaseTest('damaged and unlicensed problems are reported and stop nothing', async (db, t) => {
  const root = makeFolder(t, {
    ...fiveProblems('a'),
    bad1: { problem: { license: '' } },
    bad2: {},
    bad3: {
      steps: [{ step: { stepBody: '##figure1.gif##' } }],
      figures: { 'figure1.gif': Buffer.from(`\x7fELF${'\0'.repeat(60)}`) },
    },
    bad4: { steps: [{ step: { problemType: 'MultipleChoice', choices: ['Yes', 'No'], stepAnswer: ['Perhaps'] } }] },
    circle: {
      steps: [{ hints: [hintJson('h1', { dependencies: ['h2'] }), hintJson('h2', { dependencies: ['h1'] })] }],
    },
  });
  writeFileSync(path.join(root, 'content-pool/bad2/bad2.json'), '{');
  const report = await run(db, root);
  assert.equal(report.taken.problems, 6);
  assert.deepEqual(report.notTaken.map(({ id }) => id).sort(), ['bad1', 'bad2', 'bad3', 'bad4']);
  for (const { reason } of report.notTaken) assert.notEqual(reason, '');
  const text = reportLines(report).join('\n');
  assert.match(text, /bad1: it has no licence/);
  assert.match(text, /bad2: bad2.json is damaged/);
  assert.match(text, /circle: .*in a circle/);
  assert.match(text, /Not taken: 4\n/);
});

databaseTest('a failure in the middle leaves the database as it was', async (db, t) => {
  const root = makeFolder(t, {
    ...fiveProblems('a'),
    ...fiveProblems('b', { courseName: 'OpenStax: College Algebra' }),
  });
  const before = await counts(db);
  class FailingWriter extends CurriculumWriterRepo {
    protected override async savePrerequisites(): Promise<void> {
      throw new Error('the disk is full');
    }
  }
  const service = new CurriculumImportService({
    db,
    clock,
    writer: new FailingWriter(db),
    agents: new AgentRepo(db),
    enrolments: new EnrolmentRepo(db),
    gradeEnrolments: new GradeEnrolmentRepo(db),
    items: new ItemRepo(db),
    regrades: new RegradeRepo(db),
    jobs: new JobRepo(db),
  });
  await assert.rejects(run(db, root, {}, service), /the disk is full/);
  assert.deepEqual(await counts(db), before);
});

databaseTest('pupils are enrolled when asked for, once; unknown and disabled ones stop the import', async (db, t) => {
  const root = makeFolder(t, fiveProblems('a'));
  const factory = new Factory(db);
  await factory.region('north');
  const school = await factory.school('A school', 'north');
  const noa = await factory.student('noa', school);
  await factory.student('dan', school);
  await factory.student('gone', school, { disabled: true });
  await assert.rejects(run(db, root, { enrol: ['noa', 'nobody'] }), /No pupil has the username "nobody"/);
  await assert.rejects(run(db, root, { enrol: ['gone'] }), /"gone"/);
  assert.equal((await counts(db)).courses, 0);
  assert.equal((await run(db, root)).enrolled, 0);
  assert.equal((await run(db, root, { enrol: [' Noa '] })).enrolled, 1);
  assert.equal((await run(db, root, { enrol: 'all' })).enrolled, 1);
  assert.equal((await run(db, root, { enrol: 'all' })).enrolled, 0);
  const [course] = await new CurriculumRepo(db).listEnrolled(noa);
  assert.deepEqual([course?.name, course?.state, course?.progress], ['Elementary Algebra', 'not started', 0]);
});

databaseTest('a course that is not known needs a subject and a grade', async (db, t) => {
  const root = makeFolder(t, fiveProblems('a', { courseName: 'Solid Foundations: Trigonometry' }));
  await assert.rejects(run(db, root), /"Solid Foundations: Trigonometry" is not known here: say --subject and --grade/);
  assert.equal((await counts(db)).courses, 0);
  const report = await run(db, root, { subject: 'math', gradeLevel: '11th', name: 'Trigonometry' });
  assert.deepEqual(
    report.courses.map(({ name, subject, gradeLevel }) => [name, subject, gradeLevel]),
    [['Trigonometry', 'math', '11th']],
  );
});

databaseTest('beside known courses, an unknown one is reported and the others are taken', async (db, t) => {
  const root = makeFolder(t, { ...fiveProblems('a'), x1: { problem: { courseName: 'Mystery' } } });
  const report = await run(db, root);
  assert.equal(report.taken.courses, 1);
  assert.deepEqual(report.notTaken, [
    { id: 'x1', reason: 'its course "Mystery" is not known here: say --subject and --grade' },
  ]);
});

test('a problem whose figure would stop a phone is left out, and the report says why', async (t) => {
  const huge = {
    steps: [{ step: { stepBody: '##figure1.gif## ' } }],
    figures: { 'figure1.gif': sizedPng(60_000, 60_000) },
  };
  const report = await run(await openSqlite(t), makeFolder(t, { ...fiveProblems('a'), x1: huge }));
  assert.deepEqual(report.notTaken, [{ id: 'x1', reason: 'its figure figure1.gif has more than 16 million pixels' }]);
});

databaseTest('one course of several can be chosen and named', async (db, t) => {
  const root = makeFolder(t, {
    ...fiveProblems('a'),
    ...fiveProblems('b', { courseName: 'OpenStax: College Algebra' }),
  });
  await assert.rejects(run(db, root, { name: 'Algebra for us' }), /holds 2 courses.*--only/s);
  const report = await run(db, root, { name: 'Algebra for us', only: ['college algebra'] });
  assert.deepEqual(
    report.courses.map((course) => [course.name, course.gradeLevel]),
    [['Algebra for us', '11th']],
  );
  await assert.rejects(run(db, root, { only: ['Physics'] }), /Nothing of .* can be taken/);
});

test('all 205 problems of the data folder are taken, and the one that cannot be asked is kept as a draft', {
  skip,
}, async (t) => {
  const db = await openSqlite(t);
  const report = await run(db, shared);
  assert.deepEqual([report.taken.problems, report.notTaken], [205, []]);
  const drafts = report.notes.filter(({ note }) => note.startsWith('kept as a draft'));
  assert.deepEqual(
    drafts.map(({ id }) => id),
    ['aa47f81type1'],
  );
  assert.equal(
    report.courses.reduce((sum, { added }) => sum + added.drafts, 0),
    1,
  );
  for (const course of report.courses) assert.ok(course.units.length >= 3, course.name);
  const rows = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .select((eb) => ['course_id', 'unit_name', eb.fn.countAll<number>().as('count')])
      .groupBy(['course_id', 'unit_name'])
      .execute(),
  );
  for (const row of rows) assert.ok(Number(row.count) >= 5, row.unit_name);
});
