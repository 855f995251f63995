import { test } from 'node:test';
import { toStored } from '../../src/data/db/instants.ts';
import { MINUTE } from '../../src/shared/instant.ts';
import { loadAssets } from '../../src/web/assets.ts';
import { startTestApp } from '../support/app.ts';
import { logIn, visit } from '../support/browser.ts';
import { openSqlite } from '../support/databases.ts';
import { PASSWORD, smallSchool } from '../support/factory.ts';

/** Presses the button at the moment at which the page, come alive, closes it: a person may be that quick. */
function pressEarly(): void {
  const watcher = new MutationObserver(() => {
    const button = document.querySelector<HTMLButtonElement>('button[name="wish"][value="I\'m stuck"]:disabled');
    if (!button) return;
    watcher.disconnect();
    button.disabled = false;
    button.click();
    document.documentElement.dataset.pressed = 'early';
  });
  watcher.observe(document, { childList: true, subtree: true, attributes: true });
}

test('what is pressed while the teacher still writes is said when the words are there', async (t) => {
  const db = await openSqlite(t);
  await smallSchool(db);
  const app = await startTestApp(t, db, { assets: loadAssets() });
  const { page } = await visit(t, await app.listen());
  await logIn(page, { username: 'pupil', password: PASSWORD });
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.getByRole('link', { name: 'Study now' }).click();
  await page.getByRole('button', { name: 'Good', exact: true }).click();
  await page.getByRole('button', { name: "I'm stuck" }).and(page.locator(':enabled')).waitFor();

  const greeting = db.handle().updateTable('messages').where('message_type', '=', 'response');
  await greeting.set({ state: 'streaming', lease_until: toStored(app.clock.now() + MINUTE) }).execute();
  await page.route(/\/stream/, async (route) => {
    await page.locator('html[data-pressed]').waitFor({ state: 'attached' });
    await greeting.set({ state: 'complete', lease_until: null }).execute();
    await route.continue();
  });
  await page.addInitScript(pressEarly);
  await page.reload();
  await page.locator('.said.me').getByText("I'm stuck").waitFor();
  await page.locator('.said.teacher').nth(1).waitFor();
});
