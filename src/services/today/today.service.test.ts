import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { addSitting, pupil, study } from '../../../test/support/studied.ts';
import { DatabaseManager } from '../../data/db/database-manager.ts';
import { DAY, MINUTE } from '../../shared/instant.ts';

databaseTest('a new pupil is led to the first unit of their course, and told why', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const view = await app.services.today.today(pupil(pupilId));
  assert.equal(view.suggestion?.card.id, courseId);
  assert.deepEqual(
    view.suggestion?.assignment.units.map(({ name }) => name),
    ['Adding', 'Taking away'],
  );
  assert.equal(view.suggestion?.type, 'homework');
  assert.equal(view.suggestion?.factors.length, 5);
  const sum = view.suggestion?.factors.reduce((all, { score, weight }) => all + score * weight, 0) ?? 0;
  assert.ok(Math.abs(sum - (view.suggestion?.score ?? 0)) < 1e-9);
  assert.deepEqual([view.live, view.tests, view.recent], [null, [], []]);
  assert.equal(view.week.days.length, 7);
  assert.equal(view.week.sessions, 0);
  assert.deepEqual(view.courses[0]?.units, [
    { name: 'Adding', progress: 0 },
    { name: 'Taking away', progress: 0 },
  ]);
});

databaseTest('a pupil without courses is told so instead of shown a plan', async (db, t) => {
  const { make, schoolId } = await smallSchool(db);
  const newcomer = await make.student('newcomer', schoolId);
  const app = await startTestApp(t, db);
  const view = await app.services.today.today(pupil(newcomer));
  assert.equal(view.suggestion, null);
  assert.deepEqual(view.courses, []);
});

databaseTest('a course without units is passed over for one that can be studied', async (db, t) => {
  const { make, pupilId, courseId } = await smallSchool(db);
  const empty = await make.course({ name: 'An empty one', units: [] });
  await make.enrol(pupilId, empty);
  const app = await startTestApp(t, db);
  await addSitting(app, empty, pupilId, { inDays: 1 });
  const view = await app.services.today.today(pupil(pupilId));
  assert.equal(view.suggestion?.card.id, courseId);
});

databaseTest('the course whose test is near comes first, as test preparation', async (db, t) => {
  const { make, pupilId, courseId } = await smallSchool(db);
  const other = await make.course({ name: 'Shapes' });
  await make.enrol(pupilId, other);
  const app = await startTestApp(t, db);
  await addSitting(app, other, pupilId, { inDays: 3 });
  await addSitting(app, courseId, pupilId, { inDays: 20 });
  const view = await app.services.today.today(pupil(pupilId));
  assert.equal(view.suggestion?.card.name, 'Shapes');
  assert.equal(view.suggestion?.type, 'test preparation');
  assert.deepEqual(
    view.tests.map(({ course, days }) => [course.name, days]),
    [
      ['Shapes', 3],
      ['Numbers', 20],
    ],
  );
});

databaseTest('tests that were handed in or are over are not coming up', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSitting(app, courseId, pupilId, { inDays: -3 });
  await addSitting(app, courseId, pupilId, { inDays: 2, phase: 'submitted' });
  const view = await app.services.today.today(pupil(pupilId));
  assert.deepEqual(view.tests, []);
});

databaseTest('a test that can be taken now stands before everything else, and only while it can', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSitting(app, courseId, pupilId, { inDays: 1 });
  const noa = await login(app, 'pupil');
  assert.doesNotMatch((await noa.get('/')).text, /is open now/);
  app.clock.advance(DAY + MINUTE);
  const { text } = await (await login(app, 'pupil')).get('/');
  assert.match(text, /is open now[\s\S]*href="\/tests\/\d+"[\s\S]*<h1/);
});

databaseTest(
  'a test under way is gone on with from the first page, before one that is open and not begun',
  async (db, t) => {
    const { pupilId, courseId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    await addSitting(app, courseId, pupilId, { inDays: 0 });
    await addSitting(app, courseId, pupilId, { inDays: 0, phase: 'begun' });
    const [, begun] = (await app.services.today.today(pupil(pupilId))).tests;
    assert.equal(begun?.begun, true);
    const { text } = await (await login(app, 'pupil')).get('/');
    assert.match(text, /<h1>[^<]*You have a test under way\.<\/h1>/);
    const large = [...text.matchAll(/<a[^>]*class="[^"]*big[^"]*"[^>]*>/g)].map(([link]) => link);
    assert.equal(large.length, 1, 'nothing else is as large');
    assert.match(large[0] ?? '', new RegExp(`href="/tests/${begun.sittingId}"`));
    assert.match(text, /Afterwards: /);
    assert.doesNotMatch(text, /is open now/);
  },
);

databaseTest('while a test runs, nothing is suggested because of it', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSitting(app, courseId, pupilId, { inDays: 0, phase: 'begun' });
  const { suggestion, courses } = await app.services.today.today(pupil(pupilId));
  assert.equal(suggestion?.factors.find(({ name }) => name === 'test urgency')?.why.key, 'priority.test.none');
  assert.equal(suggestion.type, 'homework');
  assert.equal(courses.find(({ id }) => id === courseId)?.nextTest, null);
  await addSitting(app, courseId, pupilId, { inDays: 2 });
  const ahead = (await app.services.today.today(pupil(pupilId))).suggestion;
  assert.equal(ahead?.factors.find(({ name }) => name === 'test urgency')?.why.key, 'priority.test.ahead');
  assert.equal(ahead.type, 'test preparation');
});

databaseTest('a grade explains nothing before it is released', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSitting(app, courseId, pupilId, { inDays: -3, grade: 12, phase: 'submitted' });
  const before = await app.services.today.suggest(pupil(pupilId));
  assert.equal(before?.factors.find(({ name }) => name === 'test performance')?.why.key, 'priority.grades.none');
  await addSitting(app, courseId, pupilId, { inDays: -2, grade: 50, phase: 'released' });
  const after = await app.services.today.suggest(pupil(pupilId));
  assert.deepEqual(after?.factors.find(({ name }) => name === 'test performance')?.why.params, { mean: 50 });
});

databaseTest('a session that goes on is there to be gone on with', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const actor = pupil(pupilId);
  const request = { type: 'homework', courseId, emotionalStateBefore: 'neutral' } as const;
  const { id } = await app.services.studySessions.createHomeStudySession(actor, request);
  await app.services.studySessions.startSession(actor, id);
  await app.services.studySessions.pauseSession(actor, id);
  const { live } = await app.services.today.today(actor);
  assert.deepEqual(live, { id, status: 'paused', course: { id: courseId, name: 'Numbers' }, since: app.clock.now() });
  assert.deepEqual(await app.services.today.live(actor), live);
});

databaseTest(
  'the week shows the time studied, and the result of a session appears when it is evaluated',
  async (db, t) => {
    const { pupilId, courseId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const actor = pupil(pupilId);
    const first = await study(app, actor, courseId, 25);
    const pending = await app.services.today.today(actor);
    assert.equal(pending.recent[0]?.evaluation, 'pending');
    await app.worker.runDue();
    app.clock.advance(DAY);
    const second = await study(app, actor, courseId, 10);
    await app.worker.runDue();
    const view = await app.services.today.today(actor);
    assert.equal(view.week.sessions, 2);
    assert.equal(view.week.activeMs, 35 * MINUTE);
    assert.deepEqual(
      view.week.days.map(({ activeMs }) => activeMs / MINUTE).filter((minutes) => minutes > 0),
      [25, 10],
    );
    assert.deepEqual(
      view.recent.map(({ sessionId, evaluation, proficiency }) => [sessionId, evaluation, proficiency]),
      [
        [second, 'done', null],
        [first, 'done', null],
      ],
    );
  },
);

databaseTest('somebody else sees nothing of it, and a course that is not theirs does not exist', async (db, t) => {
  const { make, pupilId, mateId, courseId } = await smallSchool(db);
  const other = await make.course({ name: 'Secrets' });
  await make.enrol(mateId, other);
  const app = await startTestApp(t, db);
  await study(app, pupil(pupilId), courseId, 20);
  const view = await app.services.today.today(pupil(mateId));
  assert.deepEqual([view.recent, view.week.sessions, view.live], [[], 0, null]);
  await assert.rejects(app.services.today.suggest(pupil(pupilId), other), { code: 'not-found' });
  await assert.rejects(app.services.today.suggest(pupil(pupilId), 999_999), { code: 'not-found' });
});

test('the first page asks as little of the database for thirty courses as for one', async (t) => {
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, () => {
    queries += 1;
  });
  await db.createTables();
  t.after(() => db.close());
  const { make, pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const actor = pupil(pupilId);
  await study(app, actor, courseId, 20);
  await addSitting(app, courseId, pupilId, { inDays: 5 });
  const count = async (): Promise<number> => {
    queries = 0;
    await app.services.today.today(actor);
    return queries;
  };
  const few = await count();
  for (let n = 0; n < 29; n += 1) {
    const id = await make.course({ name: `Course ${n}` });
    await make.enrol(pupilId, id);
    await addSitting(app, id, pupilId, { inDays: 1 + n });
    await study(app, actor, id, 5);
  }
  assert.equal(await count(), few);
  assert.ok(few <= 14, `${few} queries`);
  const known = await count();
  assert.ok(known <= 11, `${known} queries where the courses are known`);
});
