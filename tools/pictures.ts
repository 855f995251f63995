/**
 * Makes the pictures of docs/pictures from a fresh sample region: `node --import ./tools/tsx.mjs tools/pictures.ts`, after
 * `npm run build`. A pupil really studies; her mother, her class manager and the others look at what came of it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildApp } from '../src/app.ts';
import { DatabaseManager } from '../src/data/db/database-manager.ts';
import { NAMED, SAMPLE_LOGINS } from '../src/data/sample/people/named-people.ts';
import { populateSampleRegion } from '../src/sample-region.ts';
import { launchChromium } from '../test/support/chromium.ts';

const OUT = 'docs/pictures';
const DESK = { width: 1440, height: 900 };
const SMALL_DESK = { width: 1100, height: 760 };
/** A file with a fault of every kind that a page of an import tells. */
const WRONG_FILE = [
  'id,first name,last name,birth date,class,grade,email',
  '1,Yael,Katz,31/2/2012,9A,,yael@example.org',
  '2,,Levi,2012-03-01,9Z,,omer at home',
  '1,Tamar,Bar,2012-05-09,9B,13,',
];
const PHONE = { width: 390, height: 844 };

const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
await db.createTables();
await populateSampleRegion(db);
const app = await buildApp({
  config: { secretKey: 'x'.repeat(40), trustProxy: false, logLevel: 'error', remoteModel: null, production: false },
  db,
  sampleLogins: [...SAMPLE_LOGINS],
});
const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
await app.startWork();
const browser = await launchChromium();
mkdirSync(OUT, { recursive: true });
try {
  await takePictures(browser);
} finally {
  await browser.close();
  await app.stop(1000);
  await db.close();
}

async function takePictures(on: Browser): Promise<void> {
  const noa = await comeIn(on, 'noa');
  await take(noa, 'today');
  await noa.goto('/courses');
  await noa.locator('.cards a').first().click();
  await take(noa, 'course');
  await study(noa);
  const dalia = await comeIn(on, 'dalia');
  await dalia.goto('/children');
  await dalia.getByRole('link', { name: /Noa/ }).first().click();
  await take(dalia, 'child');
  const amir = await comeIn(on, 'amir');
  await amir.goto('/class');
  await take(amir, 'class');
  await amir.goto('/alerts');
  await take(amir, 'alerts');
  await takeDesks(on);
  const stranger = await (await on.newContext({ baseURL: address, viewport: DESK })).newPage();
  await stranger.goto('/login');
  await take(stranger, 'login');
}

/** What staff work at, for the guides: a desk alone, and smaller. */
async function takeDesks(on: Browser): Promise<void> {
  const ruth = await comeIn(on, 'ruth');
  await takeDesk(ruth, '/school', 'school');
  await takeDesk(ruth, '/school/people', 'people');
  await takeDesk(ruth, '/school/devices', 'devices');
  await ruth.goto('/school/people/import');
  const buffer = Buffer.from(WRONG_FILE.join('\n'));
  await ruth.locator('#file').setInputFiles({ name: 'pupils.csv', mimeType: 'text/csv', buffer });
  await ruth.getByRole('button', { name: 'See what would happen' }).click();
  await ruth.locator('#problems').waitFor();
  await takeDesk(ruth, null, 'people-import');
  const amir = await comeIn(on, 'amir');
  await takeDesk(amir, '/class/tests', 'tests');
  const yossi = await comeIn(on, 'yossi');
  await yossi.goto('/region/curriculum');
  await yossi.getByRole('link', { name: 'Algebra foundations' }).first().click();
  await yossi.getByRole('heading', { name: 'Algebra foundations' }).waitFor();
  await takeDesk(yossi, null, 'curriculum');
}

async function takeDesk(page: Page, path: string | null, name: string): Promise<void> {
  if (path !== null) await page.goto(path);
  await page.setViewportSize(SMALL_DESK);
  await settle(page);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
}

async function comeIn(on: Browser, username: keyof typeof NAMED): Promise<Page> {
  const context = await on.newContext({
    baseURL: address,
    viewport: DESK,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(NAMED[username].password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  return page;
}

/** A short lesson: a right answer, a wrong one, a hint, a right one again; then its end and what came of it. */
async function study(page: Page): Promise<void> {
  await page.goto('/study');
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/study\/home\/\d+/);
  await page.locator('.item').waitFor();
  await say(page, await key(page));
  await say(page, wrongFor(await key(page)));
  await say(page, 'A hint, please');
  await take(page, 'session');
  for (let turn = 0; turn < 5; turn += 1) await say(page, await key(page));
  await page.getByRole('link', { name: 'End session' }).click();
  await page.locator('[name=feeling][value=positive]').check();
  await page.locator('[name=difficulty][value="4"]').check();
  await page.locator('[name=understanding][value="8"]').check();
  await page.getByRole('button', { name: 'End the session' }).click();
  await page.locator('.score').first().waitFor({ timeout: 20_000 });
  await take(page, 'summary');
}

async function say(page: Page, words: string): Promise<void> {
  const replies = await page.locator('.said.teacher').count();
  await page.locator('#your-words').fill(words);
  await page.keyboard.press('Enter');
  await page.locator('.said.teacher').nth(replies).waitFor();
  await page.locator('.round.go:not([disabled])').waitFor();
}

/** A wrong answer of the same kind. */
function wrongFor(right: string): string {
  if (/^[a-e]$/.test(right)) return right === 'a' ? 'b' : 'a';
  return /\d/.test(right) ? '999' : 'I am not sure';
}

/** The key of the open question, as only whoever has the database can know it. */
async function key(page: Page): Promise<string> {
  const sessionId = Number(/\/home\/(\d+)/.exec(page.url())?.[1]);
  const row = await db.run((handle) =>
    handle
      .selectFrom('messages')
      .innerJoin('qa_revisions', 'qa_revisions.id', 'messages.posed_revision_id')
      .select('qa_revisions.answer')
      .where('messages.home_session_id', '=', sessionId)
      .orderBy('messages.id', 'desc')
      .executeTakeFirst(),
  );
  return row?.answer ?? 'Next';
}

/** The talk is read from its end, other pages from their beginning. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    const box = document.querySelector('.compose');
    if (box) box.scrollIntoView({ block: 'end' });
    else scrollTo(0, 0);
  });
}

async function take(page: Page, name: string): Promise<void> {
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'light' });
  await settle(page);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settle(page);
  await page.screenshot({ path: join(OUT, `${name}-phone-dark.png`) });
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'light' });
}
