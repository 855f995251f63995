import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { courseDraft, smallSchool, unitDraft } from '../../../test/support/factory.ts';
import { course, NOW, problem, qa, run, stored } from '../../../test/support/import-drafts.ts';
import { PNG } from '../../../test/support/oatutor-folder.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import type { CourseDraft, ProblemDraft, QaDraft } from '../../domain/curriculum/curriculum-draft.ts';

const revisions = (db: DatabaseManager) =>
  db.run((handle) =>
    handle
      .selectFrom('qa_revisions')
      .innerJoin('qas', 'qas.id', 'qa_revisions.qa_id')
      .select(['number', 'qa_revisions.question', 'qa_revisions.stem', 'qa_revisions.created_by'])
      .orderBy('qa_revisions.id')
      .execute(),
  );

databaseTest('a changed question of the same key is a new revision, and the old one stays as it was', async (db) => {
  await run(db, [course([problem('a', [qa()], { stem: 'Dana has apples.' })])]);
  const changed = course([
    problem('a', [qa({ question: 'How much is 3 + 5?', answer: '8' })], { stem: 'Dana has apples.' }),
  ]);
  const trial = await run(db, [changed], { dryRun: true });
  assert.deepEqual(trial.courses[0]?.changed, [
    {
      where: 'Adding › How much is 3 + 5?',
      what: 'question',
      before: 'How much is 3 + 4?',
      after: 'How much is 3 + 5?',
    },
    { where: 'Adding › How much is 3 + 5?', what: 'answer', before: '7', after: '8' },
  ]);
  assert.equal((await revisions(db)).length, 1);
  const real = await run(db, [changed]);
  assert.deepEqual({ ...real, dryRun: true }, trial);
  assert.deepEqual(
    (await revisions(db)).map(({ number, question }) => [number, question]),
    [
      [1, 'How much is 3 + 4?'],
      [2, 'How much is 3 + 5?'],
    ],
  );
  const step = (await stored(db)).units[0]?.problems[0]?.steps[0];
  assert.deepEqual([step?.revision, step?.answer], [2, '8']);
});

databaseTest('the same file twice changes nothing, in no table and in no version', async (db) => {
  const draft = course(
    [problem('a', [qa(), qa({ question: 'And twice that?', answer: '14' })]), problem('b', [qa()])],
    {
      tests: [{ name: 'Quiz', type: 'quiz', durationMinutes: 20, questionCount: 5, units: { Adding: 1 } }],
    },
  );
  const first = await run(db, [draft]);
  assert.deepEqual(first.courses[0]?.added, { units: 1, problems: 2, questions: 3, tests: 1, drafts: 0 });
  const version = () =>
    db.run((handle) => handle.selectFrom('courses').select('content_version as version').executeTakeFirstOrThrow());
  const before = [await stored(db), await version()];
  const again = await run(db, [draft]);
  assert.deepEqual(again.courses[0]?.added, { units: 0, problems: 0, questions: 0, tests: 0, drafts: 0 });
  assert.equal(again.courses[0]?.changes, 0);
  assert.deepEqual([await stored(db), await version()], before);
});

databaseTest('attributes of courses, units and tests are updated, and what is not named stays', async (db) => {
  const units = [unitDraft('Adding', 1), unitDraft('Taking away', 1), unitDraft('Sharing', 1)];
  const tests = [
    { name: 'Quiz', type: 'quiz', durationMinutes: 20, units: { Adding: 1 } },
    { name: 'Exam', type: 'final exam', durationMinutes: 90, questionCount: 12, units: { Adding: 1 } },
  ] as const;
  await run(db, [courseDraft({ name: 'Numbers', units, tests: [...tests] })]);
  const report = await run(db, [
    courseDraft({
      name: 'Numbers',
      level: 5,
      units: [
        { ...unitDraft('Sharing', 0), estimatedDurationMinutes: 90, prerequisites: [] },
        { ...unitDraft('Doubling', 0), prerequisites: ['Sharing'] },
        { ...unitDraft('Adding', 0), prerequisites: ['Doubling'] },
      ],
      tests: [
        { name: 'Quiz', type: 'mid term', durationMinutes: 45, questionCount: 6, units: { Sharing: 0.5 } },
        { name: 'Exam', type: 'final exam', durationMinutes: 90, units: { Adding: 1 } },
      ],
    }),
  ]);
  const said = report.courses[0]?.changed.map(({ where, what, after }) => [where, what, after]);
  assert.deepEqual(said, [
    ['', 'level', '5'],
    ['', 'order of the units', 'Sharing · Doubling · Taking away · Adding'],
    ['Sharing', 'estimated duration minutes', '90'],
    ['Sharing', 'prerequisites', ''],
    ['Adding', 'prerequisites', 'Doubling'],
    ['Quiz', 'type', 'mid term'],
    ['Quiz', 'duration minutes', '45'],
    ['Quiz', 'question count', '6'],
    ['Quiz', 'units', 'Sharing: 0.5'],
  ]);
  const now = await stored(db);
  assert.deepEqual(
    now.units.map((unit) => [unit.name, unit.problems.length, unit.prerequisites]),
    [
      ['Sharing', 1, []],
      ['Doubling', 0, ['Sharing']],
      ['Taking away', 1, ['Adding']],
      ['Adding', 1, ['Doubling']],
    ],
  );
  assert.equal(now.level, 5);
  assert.deepEqual(
    now.tests.map((one) => [one.name, one.questionCount]),
    [
      ['Exam', 12],
      ['Quiz', 6],
    ],
    'an exam that does not say how many stays as it is',
  );
});

databaseTest('units that would lead back to themselves by way of units that are there are refused', async (db) => {
  const units = [unitDraft('Adding', 1), unitDraft('Sharing', 1), unitDraft('Halving', 1)];
  await run(db, [courseDraft({ name: 'Numbers', units })]);
  const closing = [unitDraft('Halving', 0), { ...unitDraft('Adding', 0), prerequisites: ['Halving'] }];
  await assert.rejects(run(db, [courseDraft({ name: 'Numbers', units: closing })]), /"Adding" lead back to itself/);
  assert.deepEqual((await stored(db)).units[0]?.prerequisites, []);
});

databaseTest('a question that the problem has no longer is taken out, and comes back as a new one', async (db) => {
  const two = [qa(), qa({ question: 'And twice that?', answer: '14' })];
  await run(db, [course([problem('a', two)])]);
  const report = await run(db, [course([problem('a', [qa()])])]);
  assert.deepEqual(
    report.courses[0]?.changed.map(({ what, before, after }) => [what, before, after]),
    [['question', 'And twice that?', '']],
  );
  const steps = async () =>
    (await stored(db)).units[0]?.problems[0]?.steps.map((step) => [step.question, step.archived]);
  assert.deepEqual(await steps(), [
    ['How much is 3 + 4?', false],
    ['And twice that?', true],
  ]);
  await run(db, [course([problem('a', two)])]);
  assert.deepEqual(
    (await steps())?.map(([, archived]) => archived),
    [false, false, true],
  );
});

databaseTest('what the source leaves unsaid stays as it is', async (db) => {
  await run(db, [course([problem('a', [qa()])], { description: 'All about numbers.' })]);
  const silent = course(
    [
      problem('a', [{ ...qa({ hints: [], explanation: '' }), unsaid: ['hints', 'explanation'] }], {
        unsaid: ['licence'],
        licence: '',
      }),
    ],
    { unsaid: ['description'], description: '' },
  );
  const report = await run(db, [silent]);
  assert.equal(report.courses[0]?.changes, 0);
  assert.equal((await stored(db)).description, 'All about numbers.');
});

databaseTest('a moved problem and another picture are changes too', async (db) => {
  const figures = [{ fileName: 'a.png', mediaType: 'image/png', alt: 'A square', bytes: PNG }];
  const units = (first: ProblemDraft[], second: ProblemDraft[]) => [
    { ...unitDraft('Adding', 0), problems: first },
    { ...unitDraft('Sharing', 0), problems: second },
  ];
  await run(db, [courseDraft({ name: 'Numbers', units: units([problem('a', [qa()])], []) })]);
  const report = await run(db, [
    courseDraft({ name: 'Numbers', units: units([], [problem('a', [qa()], { figures })]) }),
  ]);
  assert.deepEqual(
    report.courses[0]?.changed.map(({ what, before, after }) => [what, before, after]),
    [
      ['unit', 'Adding', 'Sharing'],
      ['figures', '', 'A square'],
    ],
  );
  const moved = (await stored(db)).units[1]?.problems[0];
  assert.deepEqual([moved?.figures.length, moved?.steps.length], [1, 1]);
  assert.equal((await revisions(db)).length, 2, 'with another picture it is another question');
});

databaseTest('what is archived here stays archived, and the report says so', async (db) => {
  const draft = course([problem('a', [qa()]), problem('b', [qa({ question: 'How much is 1 + 1?', answer: '2' })])]);
  await run(db, [draft]);
  const archived_at = toStored(NOW);
  await db.run((handle) => handle.updateTable('problems').set({ archived_at }).where('source_key', '=', 'b').execute());
  const report = await run(db, [draft]);
  assert.deepEqual(report.notTaken, [{ id: 'How much is 1 + 1?', reason: 'it is archived here, and stays so' }]);
  assert.equal(report.courses[0]?.changes, 0);
});

databaseTest('only what the dry run said is done: when the curriculum has changed since, nothing is', async (db) => {
  await run(db, [course([problem('a', [qa()])])]);
  const draft = course([problem('a', [qa({ explanation: 'Count.' })])]);
  const { fingerprint } = await run(db, [draft], { dryRun: true });
  await run(db, [course([problem('a', [qa({ explanation: 'Somebody was quicker.' })])])]);
  await assert.rejects(run(db, [draft], { fingerprint }), /has changed since the trial/);
  assert.equal((await stored(db)).units[0]?.problems[0]?.steps[0]?.explanation, 'Somebody was quicker.');
  const now = await run(db, [draft], { dryRun: true });
  assert.equal((await run(db, [draft], { fingerprint: now.fingerprint })).courses[0]?.changes, 1);
});

databaseTest('courses of other subjects are left out by name, and a file of nothing else is refused', async (db) => {
  const history = courseDraft({ name: 'Rome', subject: 'history', units: [unitDraft('The city', 1)] });
  const report = await run(db, [course([problem('a', [qa()])]), history], { subjects: ['math'] });
  assert.deepEqual(report.notTaken, [{ id: 'Rome', reason: 'its subject, history, is not one of yours' }]);
  assert.equal(report.taken.courses, 1);
  await assert.rejects(run(db, [history], { subjects: ['math'] }), /None of its courses.*Rome \(history\)/s);
});

databaseTest('two courses of one name in two grades are told apart', async (db) => {
  const [seventh, eighth] = (['7th', '8th'] as const).map((gradeLevel) =>
    course([problem('a', [qa()])], { gradeLevel, ...(gradeLevel === '8th' ? { prerequisites: ['Numbers'] } : {}) }),
  );
  assert.ok(seventh && eighth);
  await run(db, [seventh, eighth]);
  const again = await run(db, [seventh, eighth]);
  assert.deepEqual(
    again.courses.map((one) => one.changes),
    [0, 0],
  );
  const edges = await db.run((handle) => handle.selectFrom('courses_prerequisites').selectAll().execute());
  assert.equal(edges.length, 1);
});

databaseTest(
  'questions of the same words with other choices are all taken, once each, and another key is a change',
  async (db) => {
    const which = (right: string, wrong: string, answer = 'a') =>
      qa({
        kind: 'choice',
        question: 'Which is prime?',
        answer,
        choices: [
          { id: 'a', text: right },
          { id: 'b', text: wrong },
        ],
      });
    const { sourceKey: _, ...bare } = problem('', []);
    const file = (...steps: QaDraft[]) => [course(steps.map((step) => ({ ...bare, steps: [step] })))];
    const news = async (courses: CourseDraft[]) => {
      const {
        notTaken,
        courses: [one],
      } = await run(db, courses);
      return [one?.added.questions, one?.changes, notTaken.map(({ reason }) => reason)];
    };
    assert.deepEqual(await news(file(which('2', '4'), which('3', '6'), which('5', '9'))), [3, 0, []]);
    assert.deepEqual(await news(file(which('2', '4'), which('3', '6'), which('5', '9'))), [0, 0, []]);
    assert.deepEqual(await news(file(which('2', '4', 'b'))), [0, 1, []]);
    const twice = await news(file(which('2', '4', 'b'), which('3', '6'), which('3', '6')));
    assert.deepEqual(twice, [0, 0, ['the same question stands there more than once']]);
  },
);

databaseTest(
  'a mandatory course of a file is everybody’s in its grade, as its trial said; an optional one nobody’s',
  async (db) => {
    const { make, schoolId } = await smallSchool(db);
    const classId = await make.class(schoolId, '9q');
    const [{ grade_level: gradeLevel } = { grade_level: '9th' as const }] = await db.run((handle) =>
      handle.selectFrom('classes').select('grade_level').where('id', '=', classId).execute(),
    );
    await make.student('member', schoolId, { classId });
    const grade = await db.run((handle) =>
      handle
        .selectFrom('classes_students')
        .innerJoin('classes', 'classes.id', 'class_id')
        .select('student_id')
        .distinct()
        .where('grade_level', '=', gradeLevel)
        .execute(),
    );
    const mandatory = course([problem('a', [qa()])], { name: 'Fractions', type: 'mandatory', gradeLevel });
    const trial = await run(db, [mandatory], { dryRun: true });
    const saved = await run(db, [mandatory]);
    assert.deepEqual([trial.enrolled, saved.enrolled], [grade.length, grade.length]);
    assert.equal((await run(db, [mandatory])).enrolled, 0);
    const optional = course([problem('b', [qa()])], { name: 'Chess', type: 'optional', gradeLevel });
    assert.equal((await run(db, [optional])).enrolled, 0);
  },
);
