import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { TestClock } from '../../../test/support/clock.ts';
import { correctKey } from '../../../test/support/correct-key.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { activeSession, sessionStack } from '../../../test/support/session-stack.ts';
import { rightAnswer, setTest, takeTest, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { DAY, type Instant } from '../../shared/instant.ts';

const FEEDBACK = {
  feelingAfter: 'positive',
  difficulty: 4,
  understanding: 8,
  feedback: 'canary of the feedback',
} as const;
const POLICIES = { transcripts: 'full', unanswered: 'yes', graceDays: '60' };

/** A session at home as it is held, at a moment, with words that can be looked for. */
async function studied(db: DatabaseManager, at: Instant) {
  const stack = sessionStack(db, { clock: new TestClock(at) });
  const lesson = await activeSession(stack);
  for (let turn = 0; turn < 4; turn += 1) await lesson.say((await lesson.open())?.key.answer ?? '');
  await lesson.say('canary of the talk');
  await stack.lifecycle.endSession(lesson.actor, lesson.id, FEEDBACK);
  await stack.worker().runDue();
  return lesson;
}

async function everything(db: DatabaseManager): Promise<string> {
  const { TABLES } = await import('../../data/db/schema.ts');
  const rows: unknown[] = [];
  for (const table of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
    rows.push(await db.run((handle) => handle.selectFrom(table).selectAll().execute()));
  }
  return JSON.stringify(rows);
}

const figures = (db: DatabaseManager) =>
  db.run(async (handle) => ({
    facts: await handle.selectFrom('session_facts').selectAll().execute(),
    scores: await handle
      .selectFrom('sessional_proficiency_evaluations')
      .select(['score', 'confidence', 'student_id'])
      .execute(),
    attempts: await handle.selectFrom('attempts').select(['id', 'verdict', 'hints_used', 'counts']).execute(),
    mastery: await handle.selectFrom('mastery_student_units').selectAll().execute(),
  }));

/** Queues the day's work and does it, part by part. */
async function clean(app: TestApp): Promise<void> {
  await app.services.retention.queueDue();
  for (let parts = 0; parts < 10 && (await app.worker.runDue()) > 0; parts += 1);
}

databaseTest('what is older than the policy goes, word for word, and every figure stays', async (db, t) => {
  const app = await startTestApp(t, db);
  const lesson = await studied(db, app.clock.now() - 400 * DAY);
  const manager = actor(lesson.managerId, 'school manager', lesson.schoolId);
  const before = await figures(db);
  assert.match(await everything(db), /canary of the talk/);
  const { policies } = app.services;
  await clean(app);
  assert.match(await everything(db), /canary of the talk/, 'no policy, nothing goes');
  await policies.save(manager, { ...POLICIES, messageMonths: '14', recordMonths: '' });
  await clean(app);
  assert.match(await everything(db), /canary of the talk/, 'it is younger than that');
  const due = (await policies.page(manager)).due;
  assert.deepEqual(due, { words: { sessions: 0, messages: 0, tests: 0, answers: 0 }, records: null });
  await policies.save(manager, { ...POLICIES, messageMonths: '12', recordMonths: '' });
  const foretold = (await policies.page(manager)).due.words;
  assert.equal(foretold?.sessions, 1);
  app.clock.advance(DAY);
  await clean(app);
  const after = await everything(db);
  assert.doesNotMatch(after, /canary of the talk/);
  assert.match(after, /canary of the feedback/, 'that has a policy of its own');
  assert.deepEqual(await figures(db), before);
  const [noted] = await db.run((handle) =>
    handle.selectFrom('audit_log').select('details').where('action', '=', 'remove old words').execute(),
  );
  assert.deepEqual(JSON.parse(noted?.details ?? '{}'), { months: 12, ...foretold });
  await policies.save(manager, { ...POLICIES, messageMonths: '12', recordMonths: '12' });
  app.clock.advance(DAY);
  await clean(app);
  assert.doesNotMatch(await everything(db), /canary of/);
  assert.deepEqual(await figures(db), before);
});

databaseTest('what an alert came from waits until somebody has taken the alert', async (db, t) => {
  const app = await startTestApp(t, db);
  const lesson = await studied(db, app.clock.now() - 400 * DAY);
  const manager = actor(lesson.managerId, 'school manager', lesson.schoolId);
  await db.run((handle) =>
    handle
      .insertInto('safety_alerts')
      .columns(['student_id', 'school_id', 'home_session_id', 'severity', 'category', 'created_at'])
      .expression((eb) =>
        eb
          .selectFrom('home_hours_study_sessions')
          .select(({ val, ref }) => [
            val(lesson.pupilId).as('student_id'),
            val(lesson.schoolId).as('school_id'),
            'id',
            val(2).as('severity'),
            val('crisis').as('category'),
            ref('created_at').as('created_at'),
          ])
          .where('id', '=', lesson.id),
      )
      .execute(),
  );
  await app.services.policies.save(manager, { ...POLICIES, messageMonths: '12', recordMonths: '12' });
  await clean(app);
  assert.match(await everything(db), /canary of the talk/);
  await db.run((handle) =>
    handle
      .updateTable('safety_alerts')
      .set(({ ref }) => ({ acknowledged_at: ref('created_at') }))
      .execute(),
  );
  app.clock.advance(DAY);
  await clean(app);
  assert.doesNotMatch(await everything(db), /canary of/);
});

databaseTest('a run that breaks off leaves whole sessions, and the next goes on', async (db, t) => {
  const app = await startTestApp(t, db);
  const lesson = await studied(db, app.clock.now() - 400 * DAY);
  const manager = actor(lesson.managerId, 'school manager', lesson.schoolId);
  await app.services.policies.save(manager, { ...POLICIES, messageMonths: '12', recordMonths: '' });
  await app.services.retention.queueDue();
  const broken = { finish: async () => false, lastTry: false };
  const job = { id: 1, kind: 'remove-words', subjectKey: 'x', payload: { schoolId: lesson.schoolId, part: 1 } };
  const stop = new AbortController();
  stop.abort();
  await app.services.retention.run({ ...job, tries: 1, createdAt: 0 }, broken, stop.signal);
  assert.match(await everything(db), /canary of the talk/);
  await clean(app);
  await clean(app);
  assert.doesNotMatch(await everything(db), /canary of the talk/);
  const noted = await db.run((handle) =>
    handle.selectFrom('audit_log').select('id').where('action', '=', 'remove old words').execute(),
  );
  assert.equal(noted.length, 1, 'once');
});

databaseTest('what those who were erased answered with others goes as the answers of the others do', async (db, t) => {
  const app = await startTestApp(t, db);
  const { managerId, schoolId } = await studied(db, app.clock.now() - 400 * DAY);
  const asked = await db.handle().selectFrom('attempts').selectAll().limit(1).executeTakeFirstOrThrow();
  const { qa_id, revision_id, course_id, unit_name } = asked;
  const none = { answers: 1, correct: 0, unaided: 0, hints: 0, given_up: 0, judged: 1, wrong: 1 };
  for (const [lot, daysAgo] of [
    ['old', 400],
    ['new', 4],
  ] as const) {
    const day_start = toStored(app.clock.now() - daysAgo * DAY);
    const of = { lot, school_id: schoolId, day_start, qa_id, revision_id, course_id, unit_name };
    await db
      .handle()
      .insertInto('erased_answers')
      .values({ ...of, ...none, understood: '7' })
      .execute();
  }
  const understood = async () =>
    (await db.handle().selectFrom('erased_answers').select(['lot', 'understood']).orderBy('id').execute()).map(
      ({ lot, understood: text }) => [lot, text],
    );
  const setChoices = (choices: string) => db.handle().updateTable('qa_revisions').set({ choices }).execute();
  const manager = actor(managerId, 'school manager', schoolId);
  await app.services.policies.save(manager, { ...POLICIES, messageMonths: '12', recordMonths: '' });
  await setChoices(JSON.stringify([{ id: 'a', text: '7' }]));
  await clean(app);
  assert.deepEqual(
    await understood(),
    [
      ['old', '7'],
      ['new', '7'],
    ],
    'a choice is nobody’s words',
  );
  await setChoices('[]');
  app.clock.advance(DAY);
  await clean(app);
  assert.deepEqual(await understood(), [
    ['old', null],
    ['new', '7'],
  ]);
});

databaseTest(
  'what was written in a test goes once its results are out and nothing about it is open; marks and points stay',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const { services } = app;
    const manager = actor(school.managerId, 'school manager', school.schoolId);
    const id = await setTest(app, school);
    const say = (question: string) =>
      question.includes('why do plants') ? 'canary of the test' : rightAnswer(question);
    await takeTest(app, school.pupil, id, say);
    await services.testTaking.submit(school.pupil, id);
    await app.worker.runDue();
    for (const { position } of (await services.classMarking.queue(school.manager)).answers) {
      await services.classMarking.mark(school.manager, id, position, { share: 0.5, comment: '', reason: '' });
    }
    await services.policies.save(manager, { ...POLICIES, messageMonths: '12', recordMonths: '' });
    app.clock.advance(400 * DAY);
    const words = async () => (await services.policies.page(manager)).due.words;
    const due = async () => [(await words())?.tests, (await words())?.answers];
    assert.deepEqual(await due(), [0, 0], 'it is not released');
    await services.classTests.release(school.manager, school.classId, school.testId, null);
    await app.worker.runDue();
    const answers = () =>
      db.run((handle) =>
        handle
          .selectFrom('test_answers')
          .innerJoin('qa_revisions', 'qa_revisions.id', 'revision_id')
          .select(['test_answers.qa_id', 'revision_id', 'kind', 'test_answers.answer', 'verdict', 'share', 'points'])
          .where('sitting_id', '=', id)
          .orderBy('position')
          .execute(),
      );
    const before = await answers();
    const results = async () =>
      JSON.stringify(
        (await services.classTests.results(school.manager, school.classId, school.testId)).questions.map((one) => ({
          ...one,
          wrong: [],
        })),
      );
    const [shown, grades] = [await results(), await figures(db)];
    const written = before.filter(({ kind, answer }) => kind !== 'choice' && answer !== '').length;
    assert.ok(written > 0 && written < before.length, 'some are written and some chosen');
    assert.deepEqual(await due(), [1, written]);
    const [asked] = await answers();
    assert.ok(asked);
    const reporter = {
      reporter_id: school.pupilId,
      reason: 'unclear',
      comment: '',
      origin: 'test',
      test_id: school.testId,
    } as const;
    const report = { ...reporter, qa_id: asked.qa_id, revision_id: asked.revision_id, state: 'open' } as const;
    await db.run((handle) =>
      handle
        .insertInto('question_reports')
        .values({ ...report, created_at: toStored(app.clock.now()) })
        .execute(),
    );
    assert.deepEqual(await due(), [0, 0], 'somebody has reported a question of it');
    await clean(app);
    assert.match(await everything(db), /canary of the test/);
    await db.run((handle) => handle.deleteFrom('question_reports').execute());
    app.clock.advance(DAY);
    await clean(app);
    assert.doesNotMatch(await everything(db), /canary of the test/);
    const after = await answers();
    assert.deepEqual(
      after,
      before.map((one) => (one.kind === 'choice' ? one : { ...one, answer: '' })),
    );
    assert.deepEqual([await results(), await figures(db)], [shown, grades]);
    assert.deepEqual(await due(), [0, 0]);
    const first = after.find(({ kind, verdict }) => kind === 'number' && verdict === 'correct');
    assert.ok(first);
    await correctKey(db, first.qa_id, { answer: 'quite another' }, app.clock.now());
    await services.testRegrading.regradeSittings(first.qa_id);
    assert.deepEqual(await answers(), after, 'what is gone cannot be judged again');
    const noa = await login(app, 'pupil');
    const page = await noa.get(`/tests/${id}`, { accept: 'text/html' });
    assert.match(page.text, /no longer kept: your school removes old words/);
  },
);
