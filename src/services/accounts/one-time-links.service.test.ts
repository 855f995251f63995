import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { Client, login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { LINK_LIFETIME } from './one-time-links.service.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
const GOOD = 'three blue turtles';

async function school(db: DatabaseManager, t: TestContext) {
  const people = await smallSchool(db);
  const app = await startTestApp(t, db);
  const issue = async (userId: number, lifetime: number = LINK_LIFETIME.handed) => {
    const issuing = { actorId: people.managerId, schoolId: people.schoolId, lifetime, why: 'a test' };
    const [link] = await app.services.oneTimeLinks.issue([userId], issuing);
    assert.ok(link);
    return link.token;
  };
  const set = (client: Client, token: string, password: string, again = password) =>
    client.post(`/welcome/${token}`, new URLSearchParams({ password, again }).toString(), form);
  return { ...people, app, issue, set };
}

databaseTest('a one-time link sets a password once, logs in, and ends every older login', async (db, t) => {
  const { app, pupilId, issue, set } = await school(db, t);
  const before = await login(app, 'pupil');
  const token = await issue(pupilId);
  const browser = new Client(app);
  assert.match((await browser.get(`/welcome/${token}`)).text, /Welcome, Noa/);
  assert.equal((await set(browser, token, GOOD)).status, 303);
  assert.equal((await browser.get('/api/v1/me')).status, 200);
  assert.equal((await before.get('/api/v1/me')).status, 401, 'the older login is over');
  await login(app, 'pupil', GOOD);
  for (const answer of [
    await browser.get(`/welcome/${token}`),
    await set(new Client(app), token, 'another good one'),
  ]) {
    assert.equal(answer.status, 404);
    assert.match(answer.text, /was used already/);
  }
  await login(app, 'pupil', GOOD);
});

databaseTest('a password that cannot be taken says why, and the link is still good', async (db, t) => {
  const { app, pupilId, issue, set } = await school(db, t);
  const token = await issue(pupilId);
  const browser = new Client(app);
  for (const [password, again, why] of [
    ['short', 'short', /at least 8 characters/],
    ['Password2026', 'Password2026', /guesses first/],
    ['noatester1', 'noatester1', /your own name/],
    [GOOD, `${GOOD}s`, /not the same/],
  ] as const) {
    const answer = await set(browser, token, password, again);
    assert.equal(answer.status, 400, password);
    assert.match(answer.text, why);
    assert.equal(answer.text.includes(`value="${password}"`), false, 'no password comes back on a page');
  }
  assert.equal((await set(browser, token, GOOD)).status, 303);
});

databaseTest('a link ends with its time, with a newer one, and with the account', async (db, t) => {
  const { app, pupilId, mateId, issue } = await school(db, t);
  const status = async (token: string) => (await new Client(app).get(`/welcome/${token}`)).status;
  const old = await issue(pupilId);
  const fresh = await issue(pupilId);
  assert.deepEqual([await status(old), await status(fresh)], [404, 200]);
  app.clock.advance(LINK_LIFETIME.handed);
  assert.equal(await status(fresh), 404, 'run out');
  const ofMate = await issue(mateId);
  await db.run((handle) =>
    handle
      .updateTable('users')
      .set({ disabled_at: toStored(app.clock.now()) })
      .where('id', '=', mateId)
      .execute(),
  );
  assert.equal(await status(ofMate), 404, 'disabled');
});

databaseTest('of many who use one link at once, one sets the password', async (db, t) => {
  const { app, pupilId, issue, set } = await school(db, t);
  const token = await issue(pupilId);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => set(new Client(app), token, `${GOOD} ${index}`)),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 404, 404, 404, 404, 404]);
});

databaseTest('the database and the audit log never hold the secret, and guesses are throttled', async (db, t) => {
  const { app, pupilId, issue } = await school(db, t);
  const token = await issue(pupilId);
  const rows = await db.run((handle) => handle.selectFrom('one_time_links').selectAll().execute());
  const log = await db.run((handle) => handle.selectFrom('audit_log').selectAll().execute());
  assert.equal(JSON.stringify([rows, log]).includes(token), false);
  assert.equal(log.filter(({ action }) => action === 'issue one-time link').length, 1);
  const guesser = new Client(app);
  for (let guess = 0; guess < 201; guess += 1) await guesser.get(`/welcome/guess${guess}`);
  assert.equal((await guesser.get(`/welcome/${token}`)).status, 429, 'even the right one has to wait');
});
