import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { type App, buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import { logIn, openPage, type PageOptions } from '../support/browser.ts';
import { addAlert } from '../support/past.ts';

let address = '';

const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
let app: App | undefined;

before(async () => {
  await db.createTables();
  await db.populateSampleData({ students: 6, days: 20 });
  await addReleasedAlert();
  const config = { trustProxy: false, logLevel: 'silent', remoteModel: null, production: false } as const;
  app = await buildApp({
    config: { ...config, secretKey: 'a secret of the tests, and of nothing else' },
    db,
    sampleLogins: [...SAMPLE_LOGINS],
  });
  address = await app.server.listen({ host: '127.0.0.1', port: 0 });
});

after(async () => {
  await app?.stop(2000);
  await db.close();
});

/** An open alert on Noa's newest session that her parents were told of. */
async function addReleasedAlert(): Promise<void> {
  const noa = await db.run((handle) =>
    handle
      .selectFrom('users')
      .innerJoin('students', 'students.user_id', 'users.id')
      .innerJoin('home_sessions_students', 'home_sessions_students.student_id', 'users.id')
      .innerJoin('messages', 'messages.home_session_id', 'home_sessions_students.home_session_id')
      .select(['users.id', 'students.school_id', 'messages.home_session_id', 'messages.id as messageId'])
      .where('users.username', '=', 'noa')
      .orderBy('messages.id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const now = Date.now();
  const where = { studentId: noa.id, schoolId: noa.school_id, sessionId: noa.home_session_id ?? 0 };
  const alertId = await addAlert(db, { ...where, messageId: noa.messageId, now });
  await db.run((handle) =>
    handle
      .updateTable('safety_alerts')
      .set({ released_to_parents_at: toStored(now) })
      .where('id', '=', alertId)
      .execute(),
  );
}

async function openAs(t: TestContext, username: string, options: PageOptions = {}) {
  const page = await openPage(t, address, options);
  const login = SAMPLE_LOGINS.find((one) => one.username === username);
  assert.ok(login);
  await logIn(page, login);
  await page.waitForURL((url) => url.pathname !== '/login');
  return page;
}

test('without JavaScript a class manager takes an alert on and a parent confirms it', async (t) => {
  const parent = await openAs(t, 'dalia', { javaScript: false });
  await parent.getByRole('link', { name: 'Noa Peretz' }).click();
  await parent.getByRole('button', { name: 'I have read this' }).click();
  await parent.getByText('You have confirmed that you read this.').waitFor();
  const manager = await openAs(t, 'amir', { javaScript: false });
  await manager.getByRole('link', { name: 'Alerts', exact: true }).click();
  const alert = manager.locator('article').filter({ hasText: 'Noa Peretz' });
  await alert.getByRole('button', { name: 'I take this on' }).click();
  await manager.getByText('Please write what you did').waitFor();
  await alert.getByLabel('What did you do').fill('Spoke with Noa at noon.');
  await alert.getByRole('button', { name: 'I take this on' }).click();
  await manager.getByText('Spoke with Noa at noon.').waitFor();
});
