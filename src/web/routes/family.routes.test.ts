import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addAlert, addPast } from '../../../test/support/past.ts';
import { addSitting } from '../../../test/support/studied.ts';
import { DAY, HOUR } from '../../shared/instant.ts';

const page = { accept: 'text/html' };
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/&#39;|’/g, "'");

databaseTest('a parent reads the week in plain words, made of the numbers below them', async (db, t) => {
  const { pupilId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const past = { studentId: pupilId, courseId, teacherId };
  const right = { verdict: 'correct' as const };
  await addPast(db, {
    ...past,
    start: app.clock.now() - DAY,
    minutes: 50,
    attempts: [right, right, { verdict: 'correct', unaided: false }, { ...right, unitName: 'Taking away' }],
    evaluation: { score: 8 },
  });
  await addPast(db, { ...past, start: app.clock.now() - HOUR, minutes: 20, evaluation: {} });
  await addSitting(app, courseId, pupilId, { inDays: 4 });
  await addSitting(app, courseId, pupilId, { inDays: -9, phase: 'submitted' });
  const client = await login(app, 'parent');
  const list = textOf((await client.get('/children', page)).text);
  assert.match(list, /Noa Tester/);
  assert.match(list, /1 h 10 min in 2 sessions/);
  assert.match(list, /Next test in 4 days/);
  const { status, text } = await client.get(`/children/${pupilId}`, page);
  assert.equal(status, 200);
  const words = textOf(text);
  assert.match(words, /Noa. studied 1 h 10 min in 2 sessions, at home and at school, on [12] days?\./);
  assert.match(words, /Of 4 questions, 4 went right at the first try; that is too few to say how it goes\./);
  assert.match(words, /being marked/);
  assert.match(words, /8 of 10/);
  assert.match(words, /Your school shows parents the questions/);
});

test('a child who never studied is described without a zero that nobody measured', async (t) => {
  const db = await openSqlite(t);
  const { pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const client = await login(app, 'parent');
  const words = textOf((await client.get(`/children/${pupilId}`, page)).text);
  for (const said of [
    'has not studied here yet.',
    'No tests yet.',
    'No study sessions yet.',
    'No unit is mastered yet.',
  ]) {
    assert.ok(words.includes(said), said);
  }
  assert.doesNotMatch(words, /\b0 min\b/);
});

test('a parent without children here is told whom to ask', async (t) => {
  const db = await openSqlite(t);
  const { make, pupilId } = await smallSchool(db);
  await make.parent('blocked', { [pupilId]: 'blocked' });
  const app = await startTestApp(t, db);
  const client = await login(app, 'blocked');
  assert.match((await client.get('/children', page)).text, /No child is linked to your account/);
  assert.equal((await client.get(`/children/${pupilId}`, page)).status, 404);
});

test('what a pupil wrote is shown to parents as text, never as markup', async (t) => {
  const db = await openSqlite(t);
  const { pupilId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await db.run((handle) => handle.updateTable('schools').set({ transcript_policy: 'full' }).execute());
  const talk = [{ from: 'student' as const, content: '<script>alert(1)</script> [x](javascript:alert(2))' }];
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20, talk };
  const { id } = await addPast(db, past);
  const { text } = await (await login(app, 'parent')).get(`/children/${pupilId}/sessions/${id}`, page);
  assert.match(text, /&lt;script&gt;/);
  assert.doesNotMatch(text, /<script>|href="javascript:/);
});

test('a parent confirms what the school let them know, without scripts', async (t) => {
  const db = await openSqlite(t);
  const { pupilId, schoolId, courseId, teacherId, classManagerId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20 };
  const talk = [{ from: 'student' as const, content: 'SECRET', hidden: true }];
  const { id, messageIds } = await addPast(db, { ...past, talk });
  const message = { sessionId: id, messageId: messageIds[0] ?? 0 };
  const alertId = await addAlert(db, { studentId: pupilId, schoolId, ...message, now: app.clock.now() });
  const client = await login(app, 'parent');
  const before = await client.get('/children', page);
  assert.doesNotMatch(before.text, /message from the school/);
  assert.equal(
    (
      await client.post(`/alerts/${alertId}/acknowledge`, '', {
        ...page,
        'content-type': 'application/x-www-form-urlencoded',
      })
    ).status,
    404,
  );
  await app.services.alerts.tellParents(actor(classManagerId, 'class manager', schoolId), alertId);
  assert.match((await client.get('/children', page)).text, /A message from the school/);
  const child = await client.get(`/children/${pupilId}`, page);
  assert.match(child.text, /The school asks you to know/);
  assert.doesNotMatch(child.text, /SECRET/);
  const sent = await client.post(`/alerts/${alertId}/acknowledge`, '', {
    ...page,
    'content-type': 'application/x-www-form-urlencoded',
  });
  assert.equal(sent.status, 303);
  assert.match((await client.get('/alerts', page)).text, /You have confirmed that you read this/);
  assert.doesNotMatch((await client.get('/children', page)).text, /A message from the school/);
});
