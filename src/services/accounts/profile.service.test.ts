import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { Client, login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { PASSWORD, smallSchool } from '../../../test/support/factory.ts';
import { NO_PASSWORD } from '../../domain/access/password-policy.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
const NEW = 'seven purple elephants';

databaseTest('a password is changed with the one before it, and every other browser is logged out', async (db, t) => {
  await smallSchool(db);
  const app = await startTestApp(t, db);
  const [browser, other] = [await login(app, 'parent'), await login(app, 'parent')];
  const change = (before: string, after: string, again = after) =>
    browser.post('/profile/password', new URLSearchParams({ before, after, again }).toString(), form);
  for (const [before, after, again, why] of [
    ['wrong', NEW, NEW, /not the password you have now/],
    [PASSWORD, 'short', 'short', /at least 10 characters/],
    [PASSWORD, NEW, `${NEW}!`, /not the same/],
    ['wrong', 'short', NEW, /not the password you have now[\s\S]*at least 10 characters[\s\S]*not the same/],
  ] as const) {
    const answer = await change(before, after, again);
    assert.equal(answer.status, 400);
    assert.match(answer.text, why);
  }
  assert.equal((await change(PASSWORD, NEW)).status, 303);
  assert.equal((await browser.get('/api/v1/me')).status, 200, 'this browser goes on');
  assert.equal((await other.get('/api/v1/me')).status, 401);
  await login(app, 'parent', NEW);
});

databaseTest('guesses at the password before are throttled like logins', async (db, t) => {
  await smallSchool(db);
  const app = await startTestApp(t, db);
  const browser = await login(app, 'parent');
  const body = new URLSearchParams({ before: 'a guess', after: NEW }).toString();
  const statuses: number[] = [];
  for (let guess = 0; guess < 6; guess += 1)
    statuses.push((await browser.post('/profile/password', body, form)).status);
  assert.deepEqual(statuses, [400, 400, 400, 400, 400, 429]);
});

databaseTest(
  'a pupil reads what is stored and chooses how to be taught; by card alone nobody sets a password',
  async (db, t) => {
    const { pupilId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const browser = await login(app, 'pupil');
    const before = await browser.get('/profile', form);
    assert.match(before.text, /0 sessions with 0 messages/);
    assert.match(before.text, /parent Tester/);
    const save = (fields: Record<string, string>) =>
      browser.post('/profile', new URLSearchParams(fields).toString(), form);
    const refused = await save({ locale: 'en', learningStyle: 'telepathy' });
    assert.equal(refused.status, 400);
    assert.match(refused.text, /choose one of the list/);
    assert.equal((await save({ locale: 'he', learningStyle: 'visual' })).status, 303);
    const row = await db.run((handle) =>
      handle
        .selectFrom('users')
        .innerJoin('students', 'user_id', 'users.id')
        .select(['locale', 'learning_style', 'routine_style'])
        .where('users.id', '=', pupilId)
        .executeTakeFirst(),
    );
    assert.deepEqual({ ...row }, { locale: 'he', learning_style: 'visual', routine_style: null });
    await db.run((handle) =>
      handle.updateTable('users').set({ password_hash: NO_PASSWORD }).where('id', '=', pupilId).execute(),
    );
    const body = new URLSearchParams({ before: '!', after: NEW }).toString();
    assert.equal((await browser.post('/profile/password', body, form)).status, 409);
    assert.equal((await new Client(app).get('/profile', form)).status, 303, 'nobody: to the login');
  },
);
