import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { logInAsClassmates } from '../support/classmates.ts';
import { joinLesson } from '../support/join-lesson.ts';
import { logInAs } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

const lastWords = (page: Page) => page.locator('.log .said.teacher').last();

test('a talk goes round: everybody is asked, passing is fine, words that hurt are not thanked for, nobody is scored', async (t) => {
  const server = await startServer(t);
  const amir = (await visit(t, server.url)).page;
  await logInAs(amir, 'amir');
  const pages = [(await visit(t, server.url)).page, (await visit(t, server.url)).page];
  const names = await logInAsClassmates(server, pages);
  const [noa = assert.fail(), mate = assert.fail()] = pages;
  const [noaName = '', mateName = ''] = names.first;

  await amir.goto('/classroom/new?type=social&size=8');
  await amir.getByLabel('What the talk is about').fill('the class trip');
  for (const select of await amir.locator('select[name^=group-]').all()) {
    const label = await select.evaluate((one: HTMLSelectElement) => one.labels[0]?.textContent?.trim() ?? '');
    await select.selectOption(names.full.includes(label) ? '0' : '-1');
  }
  await amir.getByRole('button', { name: 'Begin or plan it' }).click();
  await amir.waitForURL(/\/classroom\/lessons\/\d+$/);
  for (const page of pages) {
    await joinLesson(page);
    await lastWords(page).getByText('the class trip').waitFor();
  }
  const say = async (page: Page, words: string) => {
    await page.getByLabel('Your message').fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };
  const heard = async (words: string | RegExp) => {
    for (const page of pages) await lastWords(page).getByText(words).waitFor();
  };
  await say(noa, 'tired but fine');
  await heard(mateName);
  await say(mate, 'pass');
  await heard('Tell of one time when you met the class trip');
  await say(mate, `${noaName} is stupid and ugly`);
  await heard('Your class manager can read this.');
  await say(noa, 'we got lost and laughed a lot');
  await heard(mateName);
  await amir.locator('.wall').getByText('Wrote words that can hurt').waitFor();
  await amir.getByRole('link', { name: 'Group 1' }).click();
  await amir.getByText('we got lost and laughed a lot').waitFor();
  await amir.goBack();
  amir.on('dialog', (dialog) => void dialog.accept());
  await amir.getByRole('button', { name: 'End the lesson' }).click();
  await noa.getByRole('link', { name: 'Say how it was' }).waitFor();
  await noa.getByText('A talk is not scored for proficiency').waitFor();
});
