import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { logInAsClassmates } from '../support/classmates.ts';
import { joinLesson } from '../support/join-lesson.ts';
import { logInAs } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

/** The words of the talk as a page shows them, whoever wrote them. */
const wordsOn = (page: Page): Promise<string[]> => page.locator('.log .said .words').allInnerTexts();

test('three pupils of a group write at the same moment, read each other as they write, and are answered by name', async (t) => {
  const server = await startServer(t);
  const amir = (await visit(t, server.url)).page;
  await logInAs(amir, 'amir');
  const visitors = [await visit(t, server.url), await visit(t, server.url), await visit(t, server.url)];
  const pages = visitors.map(({ page }) => page);
  const names = await logInAsClassmates(server, pages);
  await amir.goto('/classroom/new?type=group&size=8');
  await amir.getByRole('heading', { name: 'Who is in which group' }).waitFor();
  for (const name of names.full) await amir.getByLabel(name, { exact: true }).selectOption('0');
  for (const other of await amir.locator('select[name^=group-]').all()) {
    const label = await other.evaluate((select: HTMLSelectElement) => select.labels[0]?.textContent?.trim() ?? '');
    if (!names.full.includes(label)) await other.selectOption('-1');
  }
  await amir.getByRole('button', { name: 'Begin or plan it' }).click();
  await amir.waitForURL(/\/classroom\/lessons\/\d+$/);
  for (const page of pages) await joinLesson(page);
  for (const [n, page] of pages.entries()) await page.getByLabel('Your message').fill(`a hint please, from ${n + 1}`);
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Send', exact: true }).click()));
  for (const page of pages) {
    for (const n of [1, 2, 3]) await page.getByText(`a hint please, from ${n}`).waitFor();
    await page.locator('.said.teacher').nth(3).waitFor();
    await page.waitForFunction(() => document.querySelector('.growing') === null);
  }
  const [first = [], ...others] = await Promise.all(pages.map(wordsOn));
  for (const other of others) assert.deepEqual(other, first, 'one order for everyone');
  assert.equal(first.length, 7);
  for (const name of names.first)
    assert.ok(
      first.slice(1).some((words) => words.includes(name)),
      `${name} is named`,
    );
  const [noa = assert.fail()] = pages;
  await noa.getByRole('link', { name: 'Something is wrong with this question' }).click();
  await noa.getByRole('button', { name: 'Send' }).waitFor();
});
