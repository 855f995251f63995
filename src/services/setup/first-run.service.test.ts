import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { Client, login } from '../../../test/support/client.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { HOUR } from '../../shared/instant.ts';

const HEADERS = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
const SCHOOL = { school: 'First School', region: 'Galilee', firstName: 'Ruth', lastName: 'Levi', email: '' };
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const post = (client: Client, fields: Record<string, string>) => client.post('/setup', form(fields), HEADERS);

databaseTest('whoever knows the code makes the school, chooses a password, and the page is gone', async (db, t) => {
  const app = await startTestApp(t, db);
  const browser = new Client(app);
  assert.match((await browser.get('/login', HEADERS)).text, /href="\/setup"/);
  assert.equal((await browser.get('/setup', HEADERS)).status, 200);
  const code = await app.services.firstRun.code();
  assert.match(code ?? '', /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  // As somebody types it who does not care for capitals and hyphens.
  const typed = ` ${(code ?? '').toLowerCase().replaceAll('-', ' ')} `;
  const made = await post(browser, { ...SCHOOL, code: typed });
  assert.equal(made.status, 303, made.text);
  const welcome = String(made.headers.location);
  const password = 'a long and quiet river';
  assert.equal((await browser.post(welcome, form({ password, again: password }), HEADERS)).status, 303);
  assert.equal((await browser.get('/school/people', HEADERS)).status, 200);
  assert.ok((await login(app, 'ruth.levi', password)).cookie);
  const schools = await db.run((handle) => handle.selectFrom('schools').select(['name', 'region']).execute());
  assert.deepEqual(schools, [{ name: 'First School', region: 'galilee' }]);
  assert.equal((await browser.get('/setup', HEADERS)).status, 404);
  assert.equal((await post(browser, { ...SCHOOL, code: code ?? '' })).status, 409);
  assert.equal(await app.services.firstRun.code(), null);
  assert.doesNotMatch((await new Client(app).get('/login', HEADERS)).text, /\/setup/);
});

databaseTest('of two browsers that send the form at once one makes the school, the other is told', async (db, t) => {
  const app = await startTestApp(t, db);
  const code = (await app.services.firstRun.code()) ?? '';
  const answers = await Promise.all(
    ['One School', 'Other School', 'Third School'].map((school) => post(new Client(app), { ...SCHOOL, school, code })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409]);
  assert.match(answers.find(({ status }) => status === 409)?.text ?? '', /people in this database already/);
  const counted = await db.run(async (handle) => ({
    schools: (await handle.selectFrom('schools').select('id').execute()).length,
    people: (await handle.selectFrom('users').select('id').execute()).length,
  }));
  assert.deepEqual(counted, { schools: 1, people: 1 });
});

databaseTest('a wrong code makes nothing, and after a few of them the address has to wait', async (db, t) => {
  const app = await startTestApp(t, db);
  const browser = new Client(app);
  const code = (await app.services.firstRun.code()) ?? '';
  const missing = await post(browser, { ...SCHOOL, school: ' ', email: 'x', code: '' });
  assert.equal(missing.status, 400);
  for (const said of ['Please write it here', 'This is no email address', 'value="Galilee"']) {
    assert.ok(missing.text.includes(said), said);
  }
  for (let tries = 0; tries < 5; tries += 1) {
    const wrong = await post(browser, { ...SCHOOL, code: 'ABCD-EFGH-JKMN' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /not the code that the start printed/);
  }
  const waits = await post(browser, { ...SCHOOL, code });
  assert.equal(waits.status, 429, 'even with the right code');
  assert.match(waits.text, /Please wait \d+ seconds/);
  assert.match(waits.text, /value="Galilee"/);
  assert.equal((await db.run((handle) => handle.selectFrom('users').select('id').execute())).length, 0);
  app.clock.advance(HOUR);
  assert.equal((await post(browser, { ...SCHOOL, code })).status, 303);
});

databaseTest(
  'with everything wrong the page says all of it at once, the code too, and keeps what was written',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const sent = {
      school: 'S'.repeat(5000),
      region: ' ',
      firstName: 'F'.repeat(101),
      lastName: '',
      email: 'nobody at home',
      code: 'ABCD',
    };
    const wrong = await post(new Client(app), sent);
    assert.equal(wrong.status, 400);
    for (const said of [
      'At most 100 characters, please; these are 5000.',
      'At most 100 characters, please; these are 101.',
      'This is no email address',
      'not the code that the start printed',
    ]) {
      assert.ok(wrong.text.includes(said), said);
    }
    assert.equal(wrong.text.split('Please write it here.').length - 1, 2, 'the region and the last name');
    for (const kept of [sent.school, sent.firstName, sent.email, sent.code])
      assert.ok(wrong.text.includes(`"${kept}"`));
  },
);

test('a school that is there already shows no page to set one up, whatever the code', async (t) => {
  const db = await openSqlite(t);
  await smallSchool(db);
  const app = await startTestApp(t, db);
  assert.equal(await app.services.firstRun.code(), null);
  assert.equal((await new Client(app).get('/setup', HEADERS)).status, 404);
});
