import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { rightAnswer, setTest, sittingOf, takeTest, testSchool } from '../../../test/support/test-school.ts';
import { LONGEST_ANSWER } from '../../domain/assessment/mark-answer.ts';
import { GRACE } from '../../domain/assessment/sitting.ts';
import { HOUR, MINUTE, SECOND } from '../../shared/instant.ts';

const one = (position: number, seq: number, value: string, device = 'phone') => ({
  device,
  answers: [{ position, seq, values: [value] }],
});

/** A question that is answered in one's own words: what is clicked is kept only where it is a choice. */
const writtenIn = ({
  questions,
}: {
  questions: readonly { position: number; question: { choices: readonly unknown[] } }[];
}) => questions.find(({ question }) => question.choices.length === 0)?.position ?? 0;

databaseTest(
  'a test is begun, answered, handed in, marked and released, and its grade follows the weights',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const { testTaking, classTests, tests, childPages } = app.services;
    const id = await setTest(app, school);
    const lobby = await testTaking.desk(school.pupil, id);
    assert.ok(lobby.shows === 'lobby' && lobby.state === 'open');
    assert.deepEqual([lobby.questions, lobby.units], [5, ['Leaves', 'Stems']]);
    const paper = await testTaking.begin(school.pupil, id);
    assert.equal(paper.endsAt, app.clock.now() + 20 * MINUTE);
    assert.equal(
      paper.questions.reduce((sum, { points }) => sum + points, 0),
      100,
    );
    await takeTest(app, school.pupil, id);
    const handedIn = await testTaking.submit(school.pupil, id);
    assert.equal(handedIn.state, 'submitted');
    await app.worker.runDue();
    assert.equal((await testTaking.desk(school.pupil, id)).state, 'marked');
    const { tests: hidden } = await childPages.child(school.parent, school.pupilId);
    assert.equal(hidden[0]?.finalGrade, null);
    const [before] = await tests.ownTests(school.pupil);
    assert.deepEqual([before?.finalGrade, before?.status], [null, 'scheduled'], 'nothing is told before the release');
    assert.equal(await classTests.release(school.manager, school.classId, school.testId, null), 1);
    const [after] = await tests.ownTests(school.pupil);
    assert.deepEqual([after?.finalGrade, after?.status], [100, 'passed']);
    const { tests: seen } = await childPages.child(school.parent, school.pupilId);
    assert.deepEqual(
      seen.map(({ finalGrade }) => finalGrade),
      [100],
    );
    const desk = await testTaking.desk(school.pupil, id);
    assert.ok(desk.shows === 'handed in' && desk.review?.length === 5);
    assert.match(desk.review[0]?.explanation ?? '', /Why it is so/);
  },
);

databaseTest(
  'the same sitting has the same questions on every device, and another pupil has their own',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const id = await setTest(app, school);
    const first = await app.services.testTaking.begin(school.pupil, id);
    const again = await app.services.testTaking.begin(school.pupil, id);
    assert.deepEqual(again.questions, first.questions);
    const asked = await app.services.testTaking.desk(school.pupil, id);
    assert.ok(asked.shows === 'paper');
    assert.deepEqual(asked.questions, first.questions);
    const rows = await db.run((handle) => handle.selectFrom('test_answers').selectAll().execute());
    assert.equal(rows.length, first.questions.length, 'drawn once');
  },
);

databaseTest('a test can be begun neither before it opens nor after it closes, and nobody else can', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  await app.services.testScheduling.schedule(school.manager, {
    classId: school.classId,
    testId: school.testId,
    studentIds: [school.pupilId],
    date: now + HOUR,
    deadline: now + 2 * HOUR,
    extraMinutes: 0,
  });
  const id = await sittingOf(app, school.testId, school.pupilId);
  const begin = () => app.services.testTaking.begin(school.pupil, id);
  await assert.rejects(begin(), { code: 'invalid-sitting-state', details: { state: 'ahead' } });
  await assert.rejects(app.services.testTaking.begin(school.mate, id), { kind: 'not-found' });
  await assert.rejects(app.services.testTaking.begin(school.manager, id), { kind: 'forbidden' });
  app.clock.advance(2 * HOUR);
  await assert.rejects(begin(), { code: 'invalid-sitting-state', details: { state: 'missed' } });
});

databaseTest('the time ends with the window, and extra minutes lengthen it', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school, { extraMinutes: 10 });
  app.clock.advance(80 * MINUTE);
  const start = app.clock.now();
  assert.equal((await app.services.testTaking.begin(school.pupil, id)).endsAt, start + 30 * MINUTE);
  const other = await sittingOf(app, school.testId, school.mateId);
  app.clock.advance(30 * MINUTE);
  const late = await app.services.testTaking.begin(school.mate, other);
  assert.equal(late.endsAt, start + 40 * MINUTE, 'cut by the window');
  await app.services.testScheduling.change(school.manager, other, { date: 0, deadline: 0, extraMinutes: 20 });
  const desk = await app.services.testTaking.desk(school.mate, other);
  assert.equal(desk.endsAt, start + 40 * MINUTE, 'the window holds for everybody');
});

databaseTest(
  'an answer that is too long is refused with its length and the bound, and nothing is cut',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const id = await setTest(app, school);
    const { testTaking } = app.services;
    const at = writtenIn(await testTaking.begin(school.pupil, id));
    const [fits, over] = ['y'.repeat(LONGEST_ANSWER), 'y'.repeat(LONGEST_ANSWER + 1)];
    await testTaking.save(school.pupil, id, one(at, 1, ` ${fits}\r\n`));
    await assert.rejects(testTaking.save(school.pupil, id, one(at, 2, over)), {
      kind: 'invalid-input',
      message: `An answer has at most 2000 characters; the one to question ${at} has 2001. Nothing was saved.`,
    });
    const desk = await testTaking.desk(school.pupil, id);
    assert.ok(desk.shows === 'paper');
    assert.equal(desk.questions.find(({ position }) => position === at)?.answer, fits);
  },
);

databaseTest(
  'saving twice, late or out of order changes nothing; another device is not overwritten unseen',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const id = await setTest(app, school);
    const { testTaking } = app.services;
    const at = writtenIn(await testTaking.begin(school.pupil, id));
    const save = async (input: ReturnType<typeof one>) => {
      const { answers } = await testTaking.save(school.pupil, id, input);
      const { outcome, answer, seq } = answers.find(({ position }) => position === input.answers[0]?.position) ?? {};
      return { outcome, answer, seq };
    };
    assert.deepEqual(await save(one(at, 1, 'a')), { outcome: 'taken', answer: 'a', seq: 1 });
    assert.deepEqual(await save(one(at, 1, 'a')), { outcome: 'there already', answer: 'a', seq: 1 });
    assert.deepEqual(await save(one(at, 3, 'c')), { outcome: 'taken', answer: 'c', seq: 3 });
    assert.deepEqual(await save(one(at, 2, 'b')), { outcome: 'there already', answer: 'c', seq: 3 }, 'overtaken');
    assert.deepEqual(await save(one(at, 3, 'x', 'tablet')), { outcome: 'changed elsewhere', answer: 'c', seq: 3 });
    assert.deepEqual(await save(one(at, 4, 'x', 'tablet')), { outcome: 'taken', answer: 'x', seq: 4 });
  },
);

databaseTest('two devices that save at once are both answered, and one of them is told', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  const at = writtenIn(await app.services.testTaking.begin(school.pupil, id));
  const writes = Array.from({ length: 8 }, (_, index) =>
    app.services.testTaking.save(school.pupil, id, one(at, 1, `answer ${index}`, `device ${index}`)),
  );
  const outcomes = (await Promise.all(writes)).map(
    ({ answers }) => answers.find(({ position }) => position === at)?.outcome,
  );
  assert.equal(outcomes.filter((outcome) => outcome === 'taken').length, 1);
  assert.equal(outcomes.filter((outcome) => outcome === 'changed elsewhere').length, 7);
});

databaseTest(
  'handed in twice at once, and by the pupil as the time ends, it is handed in once and marked once',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const id = await setTest(app, school);
    const { testTaking } = app.services;
    await takeTest(app, school.pupil, id);
    app.clock.advance(20 * MINUTE + GRACE);
    await Promise.all([
      testTaking.submit(school.pupil, id),
      testTaking.submitOverdue(),
      testTaking.submit(school.pupil, id),
      testTaking.submitOverdue(),
    ]);
    const jobs = await db.run((handle) =>
      handle.selectFrom('jobs').select('id').where('kind', '=', 'mark-test').execute(),
    );
    assert.equal(jobs.length, 1);
    await app.worker.runDue();
    await app.worker.runDue();
    const marks = await db.run((handle) => handle.selectFrom('test_marks').selectAll().execute());
    assert.equal(marks.length, 5, 'one mark an answer');
  },
);

databaseTest('when the time is up what was saved is handed in, and later answers are refused', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  const { testTaking } = app.services;
  const paper = await testTaking.begin(school.pupil, id);
  const [first, second] = paper.questions.map(({ question }) => rightAnswer(question.question));
  await testTaking.save(school.pupil, id, one(1, 1, first ?? ''));
  app.clock.advance(20 * MINUTE + GRACE - SECOND);
  assert.equal(await testTaking.submitOverdue(), 0, 'what is on its way may still arrive');
  await testTaking.save(school.pupil, id, one(2, 1, second ?? ''));
  app.clock.advance(SECOND);
  await assert.rejects(testTaking.save(school.pupil, id, one(3, 1, 'too late')), { code: 'invalid-sitting-state' });
  assert.equal(await testTaking.submitOverdue(), 0, 'the refused save had handed it in already');
  const desk = await testTaking.desk(school.pupil, id);
  assert.ok(desk.shows === 'handed in' && desk.answered === 2);
  assert.deepEqual([desk.sitting.submittedBy, desk.sitting.submittedAt], ['time', paper.endsAt]);
});

databaseTest('the sweep hands in a test whose browser sleeps', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  await app.services.testTaking.begin(school.pupil, id);
  app.clock.advance(20 * MINUTE + GRACE);
  assert.equal(await app.services.testTaking.submitOverdue(), 1);
  assert.equal(await app.services.testTaking.submitOverdue(), 0);
});

databaseTest(
  'nobody studies with the tutor beside a test: a session is paused by it and goes on afterwards',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const id = await setTest(app, school);
    const { studySessions, studyStart, testTaking } = app.services;
    const wish = { type: 'test preparation', courseId: school.testedId, emotionalStateBefore: 'neutral' } as const;
    const session = await studyStart.begin(school.pupil, wish);
    await testTaking.begin(school.pupil, id);
    assert.equal((await studySessions.getSession(school.pupil, session.id)).status, 'paused');
    const refused = { code: 'test-under-way', details: { sittingId: id } };
    await assert.rejects(studySessions.resumeSession(school.pupil, session.id), refused);
    await assert.rejects(studySessions.createHomeStudySession(school.pupil, wish), refused);
    await testTaking.submit(school.pupil, id);
    assert.equal((await studySessions.resumeSession(school.pupil, session.id)).status, 'active');
  },
);

databaseTest('a session that is resumed while a test is begun never runs beside it', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  const { studySessions, studyStart, testTaking } = app.services;
  const wish = { type: 'homework', courseId: school.courseId, emotionalStateBefore: 'neutral' } as const;
  const session = await studyStart.begin(school.pupil, wish);
  await studySessions.pauseSession(school.pupil, session.id);
  await Promise.allSettled([studySessions.resumeSession(school.pupil, session.id), testTaking.begin(school.pupil, id)]);
  assert.equal((await testTaking.desk(school.pupil, id)).state, 'under way');
  assert.equal((await studySessions.getSession(school.pupil, session.id)).status, 'paused');
});

databaseTest('words of need in an answer raise one alert, and are answered kindly', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  const paper = await app.services.testTaking.begin(school.pupil, id);
  const written = paper.questions.find(({ question }) => question.kind !== 'choice')?.position ?? 0;
  const save = (seq: number, value: string) => app.services.testTaking.save(school.pupil, id, one(written, seq, value));
  assert.equal((await save(1, 'I want to')).care, null);
  assert.match((await save(2, 'I want to die')).care ?? '', /adult/);
  assert.equal((await save(3, 'I want to die.')).care, null, 'once');
  const { open } = await app.services.alerts.board(school.manager, undefined);
  assert.deepEqual(
    open.map(({ studentId, sittingId }) => [studentId, sittingId]),
    [[school.pupilId, id]],
  );
});

databaseTest('how it felt is kept when it is handed in and again at the review', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  const { testTaking, classTests } = app.services;
  const said = { feeling: 'neutral', difficulty: 7 } as const;
  await takeTest(app, school.pupil, id);
  await assert.rejects(testTaking.reflect(school.pupil, id, said), { code: 'invalid-sitting-state' });
  await testTaking.submit(school.pupil, id);
  await testTaking.reflect(school.pupil, id, { ...said, difficulty: 9 });
  await testTaking.reflect(school.pupil, id, said);
  await app.worker.runDue();
  await classTests.release(school.manager, school.classId, school.testId, null);
  await testTaking.reflect(school.pupil, id, { feeling: 'positive', difficulty: 4 });
  const desk = await testTaking.desk(school.pupil, id);
  assert.ok(desk.shows === 'handed in');
  assert.deepEqual(desk.reflections, [
    { moment: 'handed in', ...said },
    { moment: 'reviewed', feeling: 'positive', difficulty: 4 },
  ]);
});

test('a paper asks as little of the database for many questions as for few', async (t) => {
  const { db, count } = await openCounted(t);
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  await app.services.testTaking.begin(school.pupil, id);
  const few = await count(() => app.services.testTaking.desk(school.pupil, id));
  await app.services.testTaking.submit(school.pupil, id);
  await db.run((handle) => handle.updateTable('tests').set({ question_count: 8 }).execute());
  const other = await sittingOf(app, school.testId, school.mateId);
  await app.services.testTaking.begin(school.mate, other);
  assert.equal(await count(() => app.services.testTaking.desk(school.mate, other)), few);
});
