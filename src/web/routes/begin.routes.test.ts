import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { type Client, login } from '../../../test/support/client.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool, unitDraft } from '../../../test/support/factory.ts';

const page = { accept: 'text/html' };
const form = { ...page, 'content-type': 'application/x-www-form-urlencoded' };

function submit(client: Client, path: string, fields: [string, string][]) {
  return client.post(path, new URLSearchParams(fields).toString(), form);
}

const CHOICE: [string, string][] = [
  ['type', 'homework'],
  ['units', 'Taking away'],
  ['minutes', '45'],
  ['feeling', 'positive'],
];

databaseTest('two clicks lead from the first page to the teacher', async (db, t) => {
  await smallSchool(db);
  const app = await startTestApp(t, db);
  const client = await login(app, 'pupil');
  const today = await client.get('/', page);
  assert.match(today.text, /href="\/study"[^>]*>.*Study now/);
  const feeling = await client.get('/study', page);
  const hidden = [...feeling.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const fields = hidden.map(([, name = '', value = '']): [string, string] => [name, value]);
  const begun = await submit(client, '/study', [...fields, ['feeling', 'negative']]);
  assert.equal(begun.status, 303);
  assert.match(String(begun.headers.location), /^\/study\/home\/\d+$/);
  const chat = await client.get(String(begun.headers.location), page);
  assert.equal(chat.status, 200);
});

databaseTest('the full choice begins the session that was chosen', async (db, t) => {
  const { courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const client = await login(app, 'pupil');
  const begun = await submit(client, '/study/new', [['course', String(courseId)], ...CHOICE]);
  assert.equal(begun.status, 303);
  const id = String(begun.headers.location).split('/').at(-1);
  const { json } = await client.get(`/api/v1/study-sessions/home/${id}`);
  const session = json as { units: { name: string }[]; plannedMinutes: number; status: string };
  assert.deepEqual(
    session.units.map(({ name }) => name),
    ['Taking away'],
  );
  assert.deepEqual([session.plannedMinutes, session.status], [45, 'active']);
});

test('a form that cannot be taken comes back filled in, with the reasons beside the fields', async (t) => {
  const db = await openSqlite(t);
  const { courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const client = await login(app, 'pupil');
  const answer = await submit(client, '/study/new', [
    ['course', String(courseId)],
    ['units', 'Taking away'],
    ['minutes', '4'],
    ['type', 'test preparation'],
  ]);
  assert.equal(answer.status, 400);
  assert.match(answer.text, /value="test preparation" checked/);
  assert.match(answer.text, /value="Taking away" checked/);
  assert.match(answer.text, /id="minutes-problem".*between 5 and 240 minutes/);
  assert.match(answer.text, /id="feeling-problem".*how you feel/);
  assert.doesNotMatch(answer.text, /id="type-problem"/);
});

test('a unit of another course, and too many units, are refused beside the field', async (t) => {
  const db = await openSqlite(t);
  const { make, pupilId } = await smallSchool(db);
  const units = Array.from({ length: 14 }, (_, n) => unitDraft(`Unit ${n}`, 1));
  const courseId = await make.course({ name: 'Large', units });
  await make.enrol(pupilId, courseId);
  const app = await startTestApp(t, db);
  const client = await login(app, 'pupil');
  const rest = CHOICE.filter(([name]) => name !== 'units');
  const send = (chosen: string[]) =>
    submit(client, '/study/new', [
      ['course', String(courseId)],
      ...rest,
      ...chosen.map((name): [string, string] => ['units', name]),
    ]);
  assert.match((await send(['Adding'])).text, /id="units-problem".*no such unit/);
  assert.match((await send(units.slice(0, 13).map(({ name }) => name))).text, /id="units-problem".*at most 12/);
  assert.equal((await send(units.slice(0, 12).map(({ name }) => name))).status, 303);
});

test('while a session goes on, every way into another leads to it', async (t) => {
  const db = await openSqlite(t);
  const { make, pupilId, courseId } = await smallSchool(db);
  const other = await make.course({ name: 'Shapes' });
  await make.enrol(pupilId, other);
  const app = await startTestApp(t, db);
  const client = await login(app, 'pupil');
  const begun = await submit(client, '/study/new', [['course', String(courseId)], ...CHOICE]);
  const home = String(begun.headers.location);
  for (const answer of [
    await client.get('/study', page),
    await client.get('/', page),
    await submit(client, '/study/new', [
      ['course', String(other)],
      ['type', 'homework'],
      ['minutes', '30'],
      ['feeling', 'neutral'],
    ]),
  ]) {
    assert.match(answer.text, new RegExp(`href="${home}"`));
    assert.match(answer.text, new RegExp(`href="${home}/end"`));
  }
  const refused = await submit(client, '/study', [
    ['course', String(other)],
    ['type', 'homework'],
    ['minutes', '30'],
    ['feeling', 'neutral'],
  ]);
  assert.equal(refused.status, 409);
});

test('a course that is not the pupil’s, or is no course, is not found on any way', async (t) => {
  const db = await openSqlite(t);
  const { make } = await smallSchool(db);
  const other = await make.course({ name: 'Not theirs' });
  const app = await startTestApp(t, db);
  const client = await login(app, 'pupil');
  for (const id of [String(other), '999999', 'x', '-1', '1e999', "1' or '1'='1", '']) {
    const query = encodeURIComponent(id);
    if (id !== '') {
      assert.equal((await client.get(`/courses/${query}`, page)).status, 404, id);
      assert.equal((await client.get(`/study?course=${query}`, page)).status, 404, id);
      assert.equal((await client.get(`/study/new?course=${query}`, page)).status, 404, id);
    }
    assert.equal((await submit(client, '/study/new', [['course', id], ...CHOICE])).status, 404, id);
    assert.equal((await submit(client, '/study', [['course', id], ...CHOICE])).status, 404, id);
  }
});

test('whoever is no pupil begins on their own page', async (t) => {
  const db = await openSqlite(t);
  await smallSchool(db);
  const app = await startTestApp(t, db);
  for (const [username, home] of [
    ['parent', '/children'],
    ['class-manager', '/class'],
    ['manager', '/school'],
  ] as const) {
    const client = await login(app, username);
    const answer = await client.get('/', page);
    assert.deepEqual([answer.status, answer.headers.location], [303, home]);
    assert.equal((await client.get('/study', page)).status, 403);
  }
});

test('names of people and courses cannot become part of a page', async (t) => {
  const db = await openSqlite(t);
  const { make, schoolId } = await smallSchool(db);
  const nasty = '<img src=x onerror=alert(1)>"\'';
  const pupilId = await make.student('nasty', schoolId, { firstName: nasty, lastName: nasty });
  const courseId = await make.course({ name: nasty, description: nasty, units: [unitDraft(nasty)] });
  await make.enrol(pupilId, courseId);
  const app = await startTestApp(t, db);
  const client = await login(app, 'nasty');
  for (const path of [
    '/',
    '/courses',
    `/courses/${courseId}`,
    '/study',
    '/study/new',
    `/study/new?course=${courseId}`,
  ]) {
    const answer = await client.get(path, page);
    assert.equal(answer.status, 200, path);
    assert.match(answer.text, /&lt;img/);
    assert.doesNotMatch(answer.text, /<img/, path);
  }
});
