import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { HOUR, MINUTE, SECOND } from '../../src/shared/instant.ts';
import { startTestApp, type TestAppOverrides } from '../support/app.ts';
import { Client, login } from '../support/client.ts';
import { databaseTest, openSqlite } from '../support/databases.ts';
import { PASSWORD, smallSchool } from '../support/factory.ts';
import { codeOf, detailsOf, field } from '../support/study.ts';

async function open(t: TestContext, db: DatabaseManager, overrides: TestAppOverrides = {}) {
  const school = await smallSchool(db);
  return { ...school, app: await startTestApp(t, db, overrides) };
}

const LOGIN = '/api/v1/auth/login';
const right = { username: 'pupil', password: PASSWORD };
const wrong = { username: 'pupil', password: 'not this one' };

databaseTest(
  'a login names the person; a wrong password, an unknown and a disabled account read the same',
  async (db, t) => {
    const { app, pupilId, mateId } = await open(t, db);
    const client = new Client(app);
    const answer = await client.post(LOGIN, { ...right, username: '  PUPIL ' });
    assert.deepEqual(field(answer, 'user'), {
      id: pupilId,
      role: 'student',
      name: 'Noa Tester',
      firstName: 'Noa',
      locale: 'en',
    });
    await disable(db, mateId, app.clock.now());
    const refused = [
      await new Client(app).post(LOGIN, wrong),
      await new Client(app).post(LOGIN, { ...right, username: 'nobody' }),
      await new Client(app).post(LOGIN, { ...right, username: 'mate' }),
    ];
    assert.deepEqual(
      refused.map(({ status, text }) => [status, text]),
      refused.map(() => [401, refused[0]?.text]),
    );
    assert.equal(refused[0] && codeOf(refused[0]), 'login-failed');
  },
);

databaseTest('the id of a session changes at login, and the old one is worth nothing', async (db, t) => {
  const { app } = await open(t, db);
  const client = await login(app, 'pupil');
  const first = client.cookie;
  await client.post(LOGIN, right);
  assert.notEqual(client.cookie, first);
  const old = new Client(app);
  old.cookie = first;
  assert.equal((await old.get('/api/v1/me')).status, 401);
  assert.equal((await client.get('/api/v1/me')).status, 200);
  const invented = new Client(app);
  invented.cookie = 'allamda=chosen-by-somebody-else';
  await invented.post(LOGIN, right);
  assert.doesNotMatch(invented.cookie ?? '', /chosen-by-somebody-else/);
});

databaseTest(
  'logging out revokes the session on the server, a disabled account at once, an old login in time',
  async (db, t) => {
    const { app, pupilId } = await open(t, db);
    const client = await login(app, 'pupil');
    const { cookie } = client;
    assert.equal((await client.post('/api/v1/auth/logout')).status, 204);
    const stolen = new Client(app);
    stolen.cookie = cookie;
    assert.equal((await stolen.get('/api/v1/me')).status, 401);

    const again = await login(app, 'pupil');
    await disable(db, pupilId, app.clock.now());
    assert.equal((await again.get('/api/v1/me')).status, 401);
    await disable(db, pupilId, null);
    assert.equal((await again.get('/api/v1/me')).status, 200);
    app.clock.advance(12 * HOUR);
    assert.equal((await again.get('/api/v1/me')).status, 401);
  },
);

databaseTest('after five wrong passwords an account waits, longer each time, but its class does not', async (db, t) => {
  const { app } = await open(t, db);
  const client = new Client(app);
  for (let tries = 0; tries < 5; tries += 1) assert.equal((await client.post(LOGIN, wrong)).status, 401);
  const waiting = await client.post(LOGIN, right);
  assert.equal(waiting.status, 429);
  assert.equal(codeOf(waiting), 'login-throttled');
  assert.deepEqual(detailsOf(waiting), { retryAfterSeconds: 1 });
  assert.equal(waiting.headers['retry-after'], '1');
  assert.equal((await new Client(app).post(LOGIN, { ...right, username: 'mate' })).status, 200, 'the same address');
  app.clock.advance(SECOND);
  assert.equal((await client.post(LOGIN, wrong)).status, 401);
  assert.deepEqual(detailsOf(await client.post(LOGIN, right)), { retryAfterSeconds: 2 });
  app.clock.advance(2 * SECOND);
  assert.equal((await client.post(LOGIN, right)).status, 200);
  for (let tries = 0; tries < 5; tries += 1) assert.equal((await client.post(LOGIN, wrong)).status, 401, 'forgiven');
});

databaseTest('fifty guesses at once count like fifty in a row', async (db, t) => {
  const { app } = await open(t, db);
  const guesses = Array.from({ length: 50 }, (_, index) =>
    new Client(app).post(LOGIN, { ...wrong, password: `guess ${index}` }),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 401).length, 5);
  assert.equal(statuses.filter((status) => status === 429).length, 45);
});

databaseTest('forty pupils who log in at once from one address all get in', async (db, t) => {
  const { app, make, schoolId, classId } = await open(t, db);
  const names = Array.from({ length: 40 }, (_, index) => `pupil-${index}`);
  for (const name of names) await make.student(name, schoolId, { classId });
  const answers = await Promise.all(names.map((username) => new Client(app).post(LOGIN, { ...right, username })));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
});

test('the cookie is out of reach of scripts, and over TLS bound to this host', async (t) => {
  const db = await openSqlite(t);
  const { app } = await open(t, db);
  const plain = await new Client(app).post(LOGIN, right);
  assert.match(String(plain.headers['set-cookie']), /^allamda=.+; HttpOnly; SameSite=Lax/);
  const secure = await startTestApp(t, db, { config: { production: true, trustProxy: true } });
  const answer = await new Client(secure).post(LOGIN, right, { 'x-forwarded-proto': 'https' });
  assert.match(String(answer.headers['set-cookie']), /^__Host-allamda=/);
  assert.match(String(answer.headers['set-cookie']), /; Secure/);
  assert.match(String(answer.headers['strict-transport-security']), /max-age=31536000/);
});

test('what another site starts is not carried out; a program without an origin is served', async (t) => {
  const db = await openSqlite(t);
  const { app } = await open(t, db);
  const pupil = await login(app, 'pupil');
  const post = (headers: Record<string, string>) => pupil.post('/api/v1/auth/logout', undefined, headers);
  for (const site of ['cross-site', 'same-site']) {
    const answer = await post({ 'sec-fetch-site': site });
    assert.deepEqual([answer.status, codeOf(answer)], [403, 'cross-site']);
  }
  const send = (headers: Record<string, string>) =>
    app.server.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      headers: { host: 'school.example', 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(right),
    });
  assert.equal((await send({ origin: 'https://evil.example' })).statusCode, 403);
  assert.equal((await send({ origin: 'null' })).statusCode, 403);
  assert.equal((await send({ origin: 'https://school.example' })).statusCode, 200);
  assert.equal((await send({})).statusCode, 200);
  assert.equal((await send({ 'sec-fetch-site': 'cross-site', origin: 'https://school.example' })).statusCode, 403);
});

test('a person who sends too much is told how long to wait; others are served', async (t) => {
  const db = await openSqlite(t);
  const { app } = await open(t, db, { rateLimits: { person: 5, address: 50 } });
  const pupil = await login(app, 'pupil');
  const statuses: number[] = [];
  for (let sent = 0; sent < 7; sent += 1) statuses.push((await pupil.get('/api/v1/me')).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429]);
  const refused = await pupil.get('/api/v1/me');
  assert.equal(codeOf(refused), 'too-many');
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  assert.ok(Number(refused.headers['retry-after']) <= MINUTE / SECOND);
  const mate = await login(app, 'mate');
  assert.equal((await mate.get('/api/v1/me')).status, 200, 'the same address, another person');
});

async function disable(db: DatabaseManager, userId: number, at: number | null): Promise<void> {
  await db.run((handle) =>
    handle
      .updateTable('users')
      .set({ disabled_at: at === null ? null : toStored(at) })
      .where('id', '=', userId)
      .execute(),
  );
}
