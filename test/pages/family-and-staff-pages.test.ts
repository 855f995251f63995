import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { type App, buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import { findAxeIssues, logIn, openPage, type PageOptions } from '../support/browser.ts';
import { addAlert } from '../support/past.ts';

type Username = 'dalia' | 'sami' | 'amir' | 'ruth' | 'yossi';

let address = '';
/** Addresses whose ids the sample region decides. */
const paths: Record<Username, string[]> = { dalia: [], sami: [], amir: [], ruth: [], yossi: ['/region'] };

const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
let app: App | undefined;

before(async () => {
  await db.createTables();
  await db.populateSampleData({ students: 6, days: 20 });
  await findPaths();
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

/** Pages of Noa and Lina: their newest sessions, with an open alert on Noa's that the parents were told of. */
async function findPaths(): Promise<void> {
  const newest = async (username: string) =>
    db.run((handle) =>
      handle
        .selectFrom('users')
        .innerJoin('students', 'students.user_id', 'users.id')
        .innerJoin('home_sessions_students', 'home_sessions_students.student_id', 'users.id')
        .innerJoin('messages', 'messages.home_session_id', 'home_sessions_students.home_session_id')
        .select(['users.id', 'students.school_id', 'messages.home_session_id', 'messages.id as messageId'])
        .where('users.username', '=', username)
        .orderBy('messages.id', 'desc')
        .executeTakeFirstOrThrow(),
    );
  const [noa, lina] = [await newest('noa'), await newest('lina')];
  const sessionId = noa.home_session_id ?? 0;
  const now = Date.now();
  const alert = { studentId: noa.id, schoolId: noa.school_id, sessionId, messageId: noa.messageId, now };
  const alertId = await addAlert(db, alert);
  await db.run((handle) =>
    handle
      .updateTable('safety_alerts')
      .set({ released_to_parents_at: toStored(now) })
      .where('id', '=', alertId)
      .execute(),
  );
  const pupil = `/class/students/${noa.id}`;
  paths.dalia = ['/children', `/children/${noa.id}`, `/children/${noa.id}/sessions/${sessionId}`, '/alerts'];
  paths.sami = [`/children/${lina.id}`, `/children/${lina.id}/sessions/${lina.home_session_id}`];
  paths.amir = ['/class', pupil, `${pupil}/sessions/${sessionId}`, '/alerts'];
  paths.ruth = ['/school', pupil, `${pupil}/sessions/${sessionId}`, '/alerts'];
}

async function openAs(t: TestContext, username: string, options: PageOptions = {}) {
  const page = await openPage(t, address, options);
  const login = SAMPLE_LOGINS.find((one) => one.username === username);
  assert.ok(login);
  await logIn(page, login);
  await page.waitForURL((url) => url.pathname !== '/login');
  return page;
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`nobody is shut out of the pages of parents and staff (${theme}, ${width} px)`, async (t) => {
      for (const [username, own] of Object.entries(paths)) {
        const page = await openAs(t, username, { theme, width });
        for (const path of own) {
          const answer = await page.goto(path);
          assert.equal(answer?.status(), 200, path);
          await page.evaluate(() => {
            for (const one of document.querySelectorAll('main details')) one.toggleAttribute('open', true);
          });
          assert.deepEqual(await findAxeIssues(page), [], `${username} at ${path}`);
          const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          assert.equal(tooWide, false, `${path} is wider than the window`);
        }
      }
    });
  }
}

test('what can be clicked is large enough for a finger', async (t) => {
  for (const [username, own] of Object.entries(paths)) {
    const page = await openAs(t, username, { width: 390 });
    for (const path of own) {
      await page.goto(path);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('main button, main .btn, main summary, main label.choice, nav a')]
          .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ text, box }) => `${text} ${box.width} × ${box.height}`),
      );
      assert.deepEqual(small, [], path);
    }
  }
});

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
