import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { Client, login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { type AccountFields, readAccount } from '../../domain/people/account-fields.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

function account(sent: Record<string, string>): AccountFields {
  const read = readAccount({ 'first-name': 'Ruth', 'last-name': 'Levi', ...sent });
  assert.ok(read.ok, read.ok ? '' : read.problems.join('\n'));
  return read.account;
}

const FIRST = {
  school: 'First School',
  region: 'galilee',
  manager: account({ role: 'school-manager', school: 'First School' }),
  supervisor: account({ role: 'regional-supervisor', subjects: 'math, science', regions: 'galilee' }),
};

databaseTest('an empty database gets its first school, whose manager gets in by the link', async (db, t) => {
  const app = await startTestApp(t, db);
  const { setup } = app.services;
  const [manager, supervisor] = await setup.setUp(FIRST);
  assert.ok(manager && supervisor);
  assert.deepEqual([manager.username, supervisor.username], ['ruth.levi', 'ruth.levi2']);
  const browser = new Client(app);
  const password = 'a long and quiet river';
  const body = new URLSearchParams({ password, again: password }).toString();
  assert.equal((await browser.post(`/welcome/${manager.token}`, body, form)).status, 303);
  assert.equal((await (await login(app, 'ruth.levi', password)).get('/school/people', form)).status, 200);
  assert.equal((await browser.get('/school', form)).status, 200);
  assert.equal((await new Client(app).post(`/welcome/${supervisor.token}`, body, form)).status, 303);
  assert.equal((await (await login(app, 'ruth.levi2', password)).get('/region', form)).status, 200);
  const teachers = await db.run((handle) => handle.selectFrom('teachers').select('subject_name').execute());
  assert.ok(teachers.length >= 12, 'every subject has its teacher');
  await assert.rejects(setup.setUp(FIRST), { code: 'database-not-empty' });
});

databaseTest(
  'the operator makes accounts in every role, and is told what there is where a name is wrong',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { setup } = app.services;
    await setup.setUp({ ...FIRST, supervisor: null });
    for (const role of ['student', 'parent', 'class-manager']) {
      const made = await setup.createAccount(account({ role, school: 'First School', username: role }));
      assert.equal(made.username, role);
    }
    const refused = (sent: Record<string, string>) => setup.createAccount(account(sent));
    await assert.rejects(refused({ role: 'student', school: 'Nowhere' }), /"Nowhere"; allowed is one of First School/);
    const supervisor = { role: 'regional-supervisor', regions: 'galilee' };
    await assert.rejects(refused({ ...supervisor, subjects: 'alchemy' }), /"alchemy"; allowed is one of .*math/);
    await assert.rejects(refused({ role: 'school-manager', school: 'First School' }), { code: 'managed-already' });
    await assert.rejects(refused({ role: 'parent', school: 'First School', username: 'Student' }), { code: 'taken' });
    const people = await db.run((handle) => handle.selectFrom('users').select('username').execute());
    assert.equal(people.length, 4, 'what was refused left nothing');
  },
);

test('everything that is wrong with an account is said at once', async () => {
  const read = readAccount({ role: 'king', 'first-name': '', username: 'a b', email: 'x' });
  assert.ok(!read.ok);
  assert.deepEqual(
    read.problems.map((problem) => problem.split(':')[0]),
    ['--role', '--first-name', '--last-name', '--username', '--email', '--school'],
  );
});
