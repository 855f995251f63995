/**
 * Takes pictures of pages: `node --import ./tools/tsx.mjs test/support/pictures.ts --out DIR [--db FILE] [--as USERNAME]
 * [--widths 390,820,1440] [--themes light,dark] [--locale en] PATH …`. The database is the sample region, made when FILE is not
 * there; the client must be built.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import { populateSampleRegion } from '../../src/sample-region.ts';
import { launchChromium } from './chromium.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'pictures' },
    db: { type: 'string', default: ':memory:' },
    as: { type: 'string', default: '' },
    widths: { type: 'string', default: '390,820,1440' },
    themes: { type: 'string', default: 'light,dark' },
    rtl: { type: 'boolean', default: false },
    open: { type: 'boolean', default: false },
  },
});

const isNew = !existsSync(values.db);
if (values.db !== ':memory:') mkdirSync(dirname(values.db), { recursive: true });
const db = new DatabaseManager({ kind: 'sqlite', file: values.db });
await db.createTables();
if (isNew) await populateSampleRegion(db);
const app = await buildApp({
  config: { secretKey: 'x'.repeat(40), trustProxy: false, logLevel: 'error', remoteModel: null, production: false },
  db,
  sampleLogins: [...SAMPLE_LOGINS],
});
const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
const browser = await launchChromium();
mkdirSync(values.out, { recursive: true });
for (const theme of values.themes.split(',')) await takeAll(browser, theme === 'dark' ? 'dark' : 'light');
await browser.close();
await app.stop(1000);
await db.close();

async function takeAll(on: Browser, theme: 'light' | 'dark'): Promise<void> {
  const context = await on.newContext({ baseURL: address, colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`${page.url()}: ${message.text()}`);
  });
  const person = SAMPLE_LOGINS.find(({ username }) => username === values.as);
  if (person) {
    await page.goto('/login');
    await page.getByLabel('Username').fill(person.username);
    await page.getByLabel('Password').fill(person.password);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/login');
  }
  for (const path of positionals) {
    for (const width of values.widths.split(',').map(Number)) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
      await page.goto(path);
      if (values.rtl) await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      if (values.open)
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('details')) one.toggleAttribute('open', true);
        });
      const name = path.replace(/^\//, '').replace(/[^\w-]+/g, '_') || 'home';
      const file = join(
        values.out,
        `${name}-${width}-${theme}${values.rtl ? '-rtl' : ''}${values.open ? '-open' : ''}.png`,
      );
      await page.screenshot({ path: file, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      console.log(file, wide > 0 ? `!! ${wide} px wider than the window` : '');
    }
  }
  await context.close();
}
