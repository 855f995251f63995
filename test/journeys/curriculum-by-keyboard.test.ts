import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { logInAs } from '../support/pupil.ts';
import { openSite, type Site } from '../support/site.ts';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

test('a supervisor makes a unit, writes a question with maths and a hint, tries its key and publishes without a mouse', async (t) => {
  const page = await openPage(t, site.origin, { width: 1440 });
  await logInAs(page, 'yossi');
  await page.goto('/region/curriculum/courses/1');
  const course = await page.getByRole('heading', { level: 1 }).textContent();
  await press(page, page.getByRole('link', { name: 'New unit' }));
  await write(page, page.getByLabel('Name', { exact: true }), 'By keyboard');
  await press(page, page.getByRole('button', { name: 'Save the draft' }));
  await page.getByRole('heading', { name: 'By keyboard', level: 1 }).waitFor();

  await press(page, page.getByRole('link', { name: 'New question' }));
  await write(page, page.locator('[name="s0.question"]'), 'How much is $\\frac{1}{2} + \\frac{1}{4}$?');
  await page.locator('#preview math').first().waitFor();
  await write(page, page.locator('[name="s0.answer"]'), '3/4');
  await write(page, page.locator('[name="s0.try"]'), '0.75');
  await press(page, page.getByRole('button', { name: 'Check' }));
  await page.locator('#try-0').getByText('right', { exact: true }).waitFor();
  await press(page, page.getByText('Hints, wrong answers, explanation'));
  await write(page, page.locator('[name="s0.hint0"]'), 'Make quarters of the half: $\\frac{2}{4}$.');
  await press(page, page.getByRole('button', { name: 'Save the draft' }));
  await page.getByText('The draft is saved.').waitFor();

  await page.goto('/region/curriculum/courses/1/publish');
  await write(page, page.getByLabel('Note for the history'), 'Written by keyboard');
  await press(page, page.getByRole('button', { name: 'Publish', exact: true }));
  await page.getByText('It is published.').waitFor();
  await page.getByRole('heading', { name: course ?? '', level: 1 }).waitFor();
});

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
