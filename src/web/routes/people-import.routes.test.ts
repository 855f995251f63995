import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { FORM_TYPE, formData, type SentForm } from '../../../test/support/form-data.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { filesIn } from '../../services/people-import/roster-files.ts';

async function openSchool(t: TestContext, db: DatabaseManager) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = await login(app, 'manager');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return {
    ...school,
    app,
    manager,
    send: (sent: SentForm) =>
      manager.send('/school/people/import', {
        method: 'POST',
        bytes: formData(sent),
        headers: { 'content-type': FORM_TYPE },
      }),
    post: (path: string, fields: Record<string, string> = {}) =>
      manager.send(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers: form }),
    people: () =>
      db.run((handle) => handle.selectFrom('users').select(['username', 'first_name']).orderBy('id').execute()),
  };
}

const FILE = 'id,first name,last name,class,grade\n1,Yael,Katz,9b,9\n2,Omer,Levi,9b,9\n';
const fingerprintIn = (html: string) => /name="fingerprint" value="([^"]+)"/.exec(html)?.[1] ?? '';

databaseTest(
  'a school manager sends a file, sees what would happen, confirms, and sees what happened',
  async (db, t) => {
    const { manager, send, post, people } = await openSchool(t, db);
    const before = await people();
    const sent = await send({ text: FILE });
    assert.equal(sent.status, 303, sent.text);
    const place = String(sent.headers.location);
    const look = await manager.get(place);
    assert.match(look.text, /2 people added/);
    assert.match(look.text, /Yael Katz \(pupil, yael\.katz\)/);
    assert.deepEqual(await people(), before, 'nothing is saved yet');
    const done = await post(`${place}/confirm`, { fingerprint: fingerprintIn(look.text) });
    assert.equal(done.status, 200, done.text);
    assert.match(done.text, /was imported/);
    assert.equal((await people()).length, before.length + 2);
    assert.equal(
      (await post(`${place}/confirm`, { fingerprint: fingerprintIn(look.text) })).status,
      404,
      'once is enough',
    );
    const again = await manager.get(String((await send({ text: FILE })).headers.location));
    assert.match(again.text, /The file changes nothing/);
  },
);

test('what would be left out is said with its cell, what stood there, and what is allowed', async (t) => {
  const { send, manager } = await openSchool(t, await openSqlite(t));
  const text =
    'id,first name,last name,Homeroom,grade,parents,mail\n1,Yael,Katz,9b,9,,\n2,Omer,Levi,9x,,dana,omer at home\n';
  const { text: page } = await manager.get(String((await send({ text })).headers.location));
  for (const words of [
    /pupils\.csv, row 3, Homeroom: Omer Levi in class “9x” is left out: no class in the file or here is called that; allowed is 9b.*, or a new class with its grade in the column “grade”\./,
    /pupils\.csv, row 3, parents: the link between dana and Omer Levi is left out: nobody in the file or here has the id dana; allowed is the id, username or e-mail address of somebody\./,
    /pupils\.csv, row 3, mail: the e-mail address “omer at home” is left out: allowed is one e-mail address: name@school\.org\.\s*</,
  ])
    assert.match(page, words);
});

test('a file with mistakes comes back with each of them beside its place, and the form filled in', async (t) => {
  const { send } = await openSchool(t, await openSqlite(t));
  const text = 'id,first name,last name,birth date\n1,,Katz,31.2.2012\n1,Omer,<b>Levi</b>,\n';
  const answer = await send({ text, fields: { format: 'csv', whole: 'yes' } });
  assert.equal(answer.status, 400);
  for (const words of [
    'pupils.csv, row 2, first name',
    'pupils.csv, row 2, birth date',
    '31.2.2012',
    'pupils.csv, row 3, id',
  ]) {
    assert.ok(answer.text.includes(words), words);
  }
  assert.match(answer.text, /name="whole" value="yes" checked/);
  assert.doesNotMatch(answer.text, /<b>Levi/);
});

test('what is sent is judged by what it is, and not by its name', async (t) => {
  const { send, post } = await openSchool(t, await openSqlite(t));
  assert.match((await send({ name: 'pupils.csv', text: '%PDF-1.7 …' })).text, /it is a PDF/);
  assert.match((await send({ text: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0) })).text, /workbook of a spreadsheet/);
  assert.match(
    (await send({ text: 'id,first name,last name,password\n1,Noa,Levi,hunter2\n' })).text,
    /passwords are never read/,
  );
  assert.match((await send({ text: '' })).text, /Choose a file first/);
  assert.match((await post('/school/people/import', { format: 'csv' })).text, /Choose a file first/);
  const large = await send({
    text: new Uint8Array(8 * 1024 * 1024 + 1).fill(97),
    behind: { format: 'oneroster', org: 'org-7' },
  });
  assert.equal(large.status, 413);
  assert.match(large.text, /id="file-problem"[^>]*>(<[^>]*>|[^<])*larger than 8 MB/);
  assert.match(large.text, /value="oneroster" checked/);
  assert.match(large.text, /value="org-7"/);
  const cut = await send({ text: FILE, fields: { format: 'oneroster', org: 'org-7' }, cut: 40 });
  assert.equal(cut.status, 400);
  assert.match(cut.text, /id="file-problem"[^>]*>(<[^>]*>|[^<])*broke off on its way/);
  assert.match(cut.text, /value="org-7"/, 'what came before the file is known');
});

test('wrong fields of the form and what is wrong with its file are said in one page', async (t) => {
  const { send, manager } = await openSchool(t, await openSqlite(t));
  const fields = { whole: 'maybe', org: 'o'.repeat(181) };
  const wrong = await send({ text: 'id,first name,last name,birth date\n1,Noa,Levi,99.99.9999\n', fields });
  assert.equal(wrong.status, 400);
  assert.match(wrong.text, /99\.99\.9999/);
  assert.match(wrong.text, /id="whole-problem"[\s\S]*id="org-problem"/);
  const good = await send({ text: FILE, fields });
  assert.equal(good.status, 400);
  assert.match(good.text, /id="org-problem"/);
  assert.equal((await manager.get('/school/people/import/1')).status, 404, 'nothing is kept');
});

test('a kind of file that is none is refused by what was read and what is allowed, with the rest of the form, and nothing is taken', async (t) => {
  const { send, manager } = await openSchool(t, await openSqlite(t));
  for (const format of ['onerooster', '', 'CSV']) {
    const answer = await send({ text: FILE, fields: { format, whole: 'maybe', org: 'o'.repeat(181) } });
    assert.equal(answer.status, 400, format);
    const said = (id: string) =>
      new RegExp(`id="${id}-problem"[^>]*>(?:<[^>]*>)*([^<]*)`).exec(
        answer.text.replaceAll(/<svg.*?<\/svg>/gs, ''),
      )?.[1];
    assert.equal(said('format'), `Read “${format}”, which is no kind of file; allowed is csv, oneroster.`);
    assert.equal(said('whole'), 'Read “maybe”; allowed is yes, or nothing.');
    assert.equal(said('org'), 'It has 181 characters; allowed are 180.');
    assert.doesNotMatch(answer.text, /name="format"[^>]* checked/, 'nobody chose one of these');
  }
  const file = await manager.get('/school/people/export?format=onerooster');
  assert.equal(file.status, 400);
  assert.match(file.text, /read “onerooster”; allowed is csv, oneroster/);
});

test('more rows than anybody waits for are refused by their number, with the way that takes them', async (t) => {
  const { send } = await openSchool(t, await openSqlite(t));
  const rows = Array.from({ length: 30_001 }, (_, index) => `${index},A,B`);
  const { status, text } = await send({ text: ['id,first name,last name', ...rows].join('\n') });
  assert.equal(status, 400);
  assert.match(
    text,
    /Read 30,001 rows; allowed are 30,000 on this page\. Send it in parts.* the command “allamda import people”/,
  );
});

test('where people changed meanwhile, or more than half would, it asks once more and loses nothing', async (t) => {
  const db = await openSqlite(t);
  const { make, schoolId, manager, send, post, people } = await openSchool(t, db);
  for (let index = 0; index < 12; index += 1)
    await make.student(`p${index}`, schoolId, { firstName: `P${index}`, lastName: 'Katz' });
  const lines = Array.from({ length: 12 }, (_, index) => `p${index},Q${index},Katz`);
  const place = String((await send({ text: `username,first name,last name\n${lines.join('\n')}\n` })).headers.location);
  const look = await manager.get(place);
  assert.match(look.text, /12 people of 17 would change/);
  const unticked = await post(`${place}/confirm`, { fingerprint: fingerprintIn(look.text) });
  assert.equal(unticked.status, 409);
  assert.match(unticked.text, /Tick that the large change is right/);
  await db.run((handle) =>
    handle.updateTable('users').set({ last_name: 'Levi' }).where('username', '=', 'p3').execute(),
  );
  const changed = await post(`${place}/confirm`, { fingerprint: fingerprintIn(look.text), large: 'yes' });
  assert.equal(changed.status, 409);
  assert.match(changed.text, /People have changed since you looked/);
  assert.equal((await people()).filter(({ first_name }) => first_name.startsWith('Q')).length, 0);
  const done = await post(`${place}/confirm`, { fingerprint: fingerprintIn(changed.text), large: 'yes' });
  assert.equal(done.status, 200, done.text);
  assert.equal((await people()).filter(({ first_name }) => first_name.startsWith('Q')).length, 12);
});

test('whether two are the same is asked, and the answer is carried out', async (t) => {
  const db = await openSqlite(t);
  const { manager, send, post, pupilId, people } = await openSchool(t, db);
  await db.run((handle) =>
    handle.updateTable('users').set({ date_of_birth: '2011-05-01' }).where('id', '=', pupilId).execute(),
  );
  const place = String(
    (await send({ text: 'id,first name,last name,birth date,email\n77,Noa,Tester,2011-05-01,noa@example.org\n' }))
      .headers.location,
  );
  const look = await manager.get(place);
  assert.match(look.text, /Is it the same person\?.*The same as pupil/s);
  const before = (await people()).length;
  const done = await post(`${place}/confirm`, { fingerprint: fingerprintIn(look.text), 'same:77': String(pupilId) });
  assert.equal(done.status, 200, done.text);
  assert.equal((await people()).length, before);
  const row = await db.run((handle) =>
    handle.selectFrom('users').select('email').where('id', '=', pupilId).executeTakeFirst(),
  );
  assert.equal(row?.email, 'noa@example.org');
});

test('a file that is thrown away, or an hour old, is gone', async (t) => {
  const { app, manager, send, post } = await openSchool(t, await openSqlite(t));
  const place = String((await send({ text: FILE })).headers.location);
  assert.equal((await post(`${place}/cancel`)).status, 303);
  assert.equal((await manager.get(place)).status, 404);
  const other = String((await send({ text: FILE })).headers.location);
  app.clock.advance(61 * 60_000);
  assert.equal((await manager.get(other)).status, 404);
  await app.services.peopleUploads.removeExpired();
});

test('the export holds the own school and nobody else', async (t) => {
  const db = await openSqlite(t);
  const { make, manager } = await openSchool(t, db);
  const far = await make.school('Far School', 'north');
  await make.student('stranger', far);
  for (const format of ['csv', 'oneroster']) {
    const answer = await manager.get(`/school/people/export?format=${format}`);
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['content-disposition']), /attachment/);
  }
  const actor = await managerOf(db, 'manager');
  const service = (await startTestApp(t, db)).services.peopleUploads;
  for (const format of ['csv', 'oneroster'] as const) {
    const files = await filesIn('x.zip', await service.export(actor, format));
    const all = files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
    assert.match(all, /class-manager/);
    assert.doesNotMatch(all, /stranger|Far School|argon/);
  }
});

async function managerOf(db: DatabaseManager, username: string) {
  const row = await db.run((handle) =>
    handle
      .selectFrom('users')
      .innerJoin('schools', 'school_manager_id', 'users.id')
      .select(['users.id', 'schools.id as schoolId'])
      .where('username', '=', username)
      .executeTakeFirstOrThrow(),
  );
  return {
    userId: row.id,
    role: 'school manager',
    name: '',
    firstName: '',
    locale: 'en',
    schoolId: row.schoolId,
  } as const;
}

databaseTest('all that a file would do is to be had as a table, past the names that its page shows', async (db, t) => {
  const { manager, send, people } = await openSchool(t, db);
  const before = await people();
  const pupils = Array.from({ length: 120 }, (_, index) => `${index + 1},Yael${index},=Katz,9b,9`);
  const place = String(
    (await send({ text: ['id,first name,last name,class,grade', ...pupils].join('\n') })).headers.location,
  );
  const page = await manager.get(place);
  assert.match(page.text, /and 80 more/);
  assert.match(page.text, /href="[^"]*plan\.csv"/);
  const { headers, text } = await manager.get(`${place}/plan.csv`);
  assert.match(String(headers['content-type']), /text\/csv/);
  const lines = text.trim().split('\r\n');
  assert.equal(lines.filter((line) => line.includes('person added')).length, 120);
  assert.equal(lines.filter((line) => line.includes('came into a class')).length, 120);
  assert.match(text, /person added,Yael119 =Katz,pupil,yael119\.katz/);
  assert.doesNotMatch(text, /(^|,)=/m);
  assert.deepEqual(await people(), before);
});
