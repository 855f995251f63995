import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import { visit } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { liveSessionOf } from '../support/lesson-key.ts';
import { Pupil } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

test('a pupil comes in, studies and ends a session with the keyboard alone', async (t) => {
  const server = await startServer(t);
  const { page } = await visit(t, server.url);
  await page.goto('/login');
  await tabTo(page, page.getByLabel('Username'));
  await page.keyboard.type('noa');
  await tabTo(page, page.getByLabel('Password'));
  await page.keyboard.type(NAMED.noa.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(new URL(page.url()).hash, '#content', 'the first stop leads past the navigation');
  await tabTo(page, page.getByRole('link', { name: 'Study now' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'So-so' }));
  await page.keyboard.press('Enter');
  const pupil = new Pupil(page, server.db, 'noa');
  await pupil.arrive();

  await tabTo(page, page.getByRole('button', { name: 'A hint, please' }));
  await page.keyboard.press('Enter');
  await pupil.settled(2);
  await tabTo(page, page.getByRole('textbox', { name: 'Your message' }));
  await page.keyboard.type('first line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await page.keyboard.press('Enter');
  await pupil.settled(3);
  const words = page.locator('.said.me .words');
  assert.deepEqual(await words.allInnerTexts(), ['A hint, please', 'first line\nsecond line']);
  const box = page.getByRole('textbox', { name: 'Your message' });
  assert.equal(
    await box.evaluate((element) => element === document.activeElement),
    true,
    'the cursor stays in the box',
  );

  await tabTo(page, page.getByRole('link', { name: 'End session' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await chooseByKeys(page, 'feeling', 1);
  await chooseByKeys(page, 'difficulty', 3);
  await chooseByKeys(page, 'understanding', 7);
  const session = await liveSessionOf(server.db, 'noa');
  await tabTo(page, page.getByRole('button', { name: 'End the session' }));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/study/home/${session}/summary`);
  await page.getByText('too little to go by').first().waitFor();
});

/** One of a group of radio buttons: Tab into the group, then the arrow keys. */
async function chooseByKeys(page: Page, name: string, steps: number): Promise<void> {
  await tabTo(page, page.locator(`input[name="${name}"]`).first());
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  const chosen = page.locator(`input[name="${name}"]`).nth(steps);
  if (steps > 0) assert.equal(await chosen.isChecked(), true);
}
