import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import { visit } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { startServer } from '../support/running-server.ts';

/** Goes to a thing with Tab and opens it. */
async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

test('a school manager adds a pupil, blocks a parent and lends a tablet with the keyboard alone', async (t) => {
  const server = await startServer(t);
  const { page } = await visit(t, server.url);
  const button = (name: string) => page.getByRole('button', { name });
  const link = (name: string) => page.getByRole('link', { name });
  await page.goto('/login');
  await fill(page, 'Username', 'ruth');
  await fill(page, 'Password', NAMED.ruth.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/login');

  await enter(page, link('People').first());
  await enter(page, link('Add a pupil'));
  await fill(page, 'First name', 'Zoe');
  await fill(page, 'Last name', 'Newcomer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Zoe Newcomer' }).waitFor();
  await tabTo(page, page.getByLabel('Put into a class'));
  await enter(page, button('Put in'));
  await page.locator('#pupil-classes ~ ul a').waitFor();
  await enter(page, button('Make a one-time link'));
  await page.locator('.address').waitFor();
  await enter(page, link('Back'));
  await page.getByText('A one-time link is open until').waitFor();

  await fill(page, 'Username of the parent', 'dalia');
  await page.keyboard.press('Enter');
  await link('Dalia Peretz').waitFor();
  await enter(page, page.locator('#guardians ~ * summary, section:has(#guardians) summary').first());
  await fill(page, 'Why (kept for the school)', 'A judge said so.');
  await enter(page, button('Block'));
  await page.getByText('A judge said so.').waitFor();

  await enter(page, link('Devices').first());
  await enter(page, link('Ready to lend'));
  await enter(page, page.getByRole('rowheader').getByRole('link').first());
  await fill(page, 'Pupil or class', 'zoe');
  await page.keyboard.press('Enter');
  await enter(page, button('Lend to Zoe Newcomer'));
  await page.getByText('Zoe Newcomer has had it since').waitFor();
});
