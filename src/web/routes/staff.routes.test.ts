import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { type Client, login } from '../../../test/support/client.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { addAlert, addPast } from '../../../test/support/past.ts';
import { setTest, takeTest, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { HOUR } from '../../shared/instant.ts';

const page = { accept: 'text/html' };
const form = { ...page, 'content-type': 'application/x-www-form-urlencoded' };
const submit = (client: Client, path: string, fields: Record<string, string>) =>
  client.post(path, new URLSearchParams(fields).toString(), form);

/** A small school with a session in which a message has raised an alert. */
async function alarmed(db: DatabaseManager, now: number, category = 'distress') {
  const school = await smallSchool(db);
  const { pupilId, courseId, teacherId, schoolId } = school;
  const talk = [{ from: 'student' as const, content: 'I feel <b>awful</b>', hidden: true }];
  const past = { studentId: pupilId, courseId, teacherId, start: now - HOUR, minutes: 20, talk };
  const { id: sessionId, messageIds } = await addPast(db, { ...past, evaluation: { modelScore: 2, flagged: true } });
  const messageId = messageIds[0] ?? 0;
  const alertId = await addAlert(db, { studentId: pupilId, schoolId, sessionId, messageId, now }, { category });
  return { ...school, sessionId, alertId };
}

databaseTest('a class manager finds the alert, reads what was written and takes it on', async (db, t) => {
  const app = await startTestApp(t, db);
  const { alertId, pupilId, sessionId } = await alarmed(db, app.clock.now());
  const client = await login(app, 'class-manager');
  const board = await client.get('/alerts', page);
  assert.match(board.text, /1 open alert\./);
  assert.match(board.text, /Serious: distress/);
  const session = await client.get(`/class/students/${pupilId}/sessions/${sessionId}`, page);
  assert.match(session.text, /I feel &lt;b&gt;awful&lt;\/b&gt;/);
  assert.match(session.text, /hidden from parents/);
  assert.match(session.text, /far apart: please look/);
  const taken = await submit(client, `/alerts/${alertId}/acknowledge`, { [`note-${alertId}`]: 'Called <i>home</i>.' });
  assert.equal(taken.status, 303);
  const after = await client.get('/alerts', page);
  assert.match(after.text, /No open alerts/);
  assert.match(after.text, /Called &lt;i>home&lt;\/i>\./);
  assert.match(after.text, /Taken on by class-manager Tester/);
});

test('a note that is missing comes back with the reason beside it and the rest kept', async (t) => {
  const db = await openSqlite(t);
  const app = await startTestApp(t, db);
  const { alertId } = await alarmed(db, app.clock.now());
  const client = await login(app, 'class-manager');
  const answer = await submit(client, `/alerts/${alertId}/acknowledge`, {
    [`note-${alertId}`]: '   ',
    tellParents: 'yes',
  });
  assert.equal(answer.status, 400);
  assert.match(answer.text, /Please write what you did/);
  assert.match(answer.text, /<input type="checkbox" name="tellParents"[^>]* checked/);
  const long = await submit(client, `/alerts/${alertId}/acknowledge`, { [`note-${alertId}`]: 'kept '.repeat(500) });
  assert.equal(long.status, 400);
  assert.match(long.text, /kept kept kept/);
});

test('where the harm may be at home the page offers no way to tell the parents', async (t) => {
  const db = await openSqlite(t);
  const app = await startTestApp(t, db);
  await alarmed(db, app.clock.now(), 'abuse');
  const { text } = await (await login(app, 'class-manager')).get('/alerts', page);
  assert.doesNotMatch(text, /name="tellParents"/);
  assert.match(text, /the harm may be at home/);
});

test('a school manager must say why before the conversation opens', async (t) => {
  const db = await openSqlite(t);
  const app = await startTestApp(t, db);
  const { pupilId, sessionId } = await alarmed(db, app.clock.now());
  const client = await login(app, 'manager');
  const path = `/class/students/${pupilId}/sessions/${sessionId}`;
  const closed = await client.get(path, page);
  assert.equal(closed.status, 200);
  assert.doesNotMatch(closed.text, /awful/);
  const empty = await submit(client, `${path}/read`, { reason: ' ' });
  assert.deepEqual([empty.status, empty.text.includes('awful')], [400, false]);
  const open = await submit(client, `${path}/read`, { reason: 'To decide what help is needed.' });
  assert.equal(open.status, 200);
  assert.match(open.text, /awful/);
});

test('the pages of a class, a school and a region say why a number is missing', async (t) => {
  const db = await openSqlite(t);
  const { make, schoolId } = await smallSchool(db);
  await make.supervisor('supervisor', 'math', 'north');
  await make.classManager('new-manager', schoolId, []);
  const app = await startTestApp(t, db);
  const textOf = async (who: string, path: string) => (await (await login(app, who)).get(path, page)).text;
  const own = await textOf('class-manager', '/class');
  assert.match(own, /0 of 2/);
  assert.match(own, /not yet/);
  assert.match(await textOf('new-manager', '/class'), /You have no class yet/);
  const school = await textOf('manager', '/school');
  assert.match(school, /No call to a configured model/);
  assert.match(school, /class-manager Tester/);
  const region = await textOf('supervisor', '/region');
  assert.match(region, /under 10/);
  assert.match(region, /none yet/);
  assert.doesNotMatch(region, /Noa|Dan/);
});

test('an address that names nobody answers as one of somebody else does', async (t) => {
  const db = await openSqlite(t);
  const { make, schoolId } = await smallSchool(db);
  const stranger = await make.student('stranger', schoolId);
  const app = await startTestApp(t, db);
  const client = await login(app, 'class-manager');
  for (const id of [stranger, 999_999, 'x', '-1', '1e99']) {
    assert.equal((await client.get(`/class/students/${id}`, page)).status, 404, String(id));
    assert.equal((await client.get(`/class/students/${id}/sessions/1`, page)).status, 404, String(id));
  }
});

databaseTest(
  'an alert from a test leads to the test whoever may see it, and tells the others where it was',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    // All questions of the bank: the one in free text among them.
    await db.run((handle) => handle.updateTable('tests').set({ question_count: 16 }).execute());
    const id = await setTest(app, school);
    await takeTest(app, school.pupil, id, (question) => (question.includes('why do') ? 'I want to die' : '1'));
    const raised = await db.run((handle) => handle.selectFrom('safety_alerts').select('sitting_id').execute());
    assert.deepEqual(raised, [{ sitting_id: id }]);
    const managers = (await (await login(app, 'class-manager')).get('/alerts', page)).text;
    assert.match(managers, new RegExp(`href="/class/tests/sittings/${id}"`));
    const schools = (await (await login(app, 'manager')).get('/alerts', page)).text;
    assert.match(schools, /It was written in a test\./);
    assert.doesNotMatch(schools, /class\/tests\/sittings/);
  },
);
