import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../support/browser.ts';
import { logInAs, Pupil } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

test('two tabs begin the same session at once: it is begun once, and both are in it', async (t) => {
  const server = await startServer(t);
  const { page, newTab } = await visit(t, server.url);
  await logInAs(page, 'noa');
  const other = await newTab();
  const tabs = [page, other];
  await Promise.all(tabs.map((tab) => tab.goto('/study')));
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Good', exact: true }).click()));
  await Promise.all(tabs.map((tab) => tab.waitForURL(/\/study\/home\/\d+$/)));
  assert.equal(page.url(), other.url());
  await new Pupil(page, server.db, 'noa').arrive();
  await page.reload();
  assert.equal(await page.locator('.said.teacher').count(), 1, 'one welcome');
});

test('two tabs begin different sessions at once: one is begun, the other tab is led there', async (t) => {
  const server = await startServer(t);
  const { page, newTab, expect } = await visit(t, server.url);
  expect(/status of 409/);
  await logInAs(page, 'noa');
  const other = await newTab();
  const tabs = [page, other];
  await Promise.all(tabs.map((tab) => tab.goto('/study/new')));
  const courses = await page.locator('.card a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await Promise.all(tabs.map((tab, index) => tab.goto(courses[index] ?? '')));
  for (const tab of tabs) await tab.getByLabel('Good', { exact: true }).check();
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Begin' }).click()));
  const inside = /\/study\/home\/\d+$/;
  const told = (tab: typeof page) => tab.getByRole('heading', { name: 'One thing at a time' });
  await Promise.all(tabs.map((tab) => told(tab).or(tab.locator('.said.teacher').first()).first().waitFor()));
  const [loser, ...losers] = tabs.filter((tab) => !inside.test(tab.url()));
  const [winner] = tabs.filter((tab) => inside.test(tab.url()));
  assert.ok(loser && winner && losers.length === 0, 'one of the two is told');
  await loser.getByRole('link', { name: 'Go on with it' }).click();
  assert.equal(loser.url(), winner.url());
});

test('two tabs speak at once: both messages arrive, each with its reply, and each tab can go on', async (t) => {
  const server = await startServer(t);
  const { page, newTab } = await visit(t, server.url);
  await logInAs(page, 'noa');
  const one = new Pupil(page, server.db, 'noa');
  await one.studyNow();
  const tab = await newTab();
  await tab.goto(page.url());
  const two = new Pupil(tab, server.db, 'noa');
  await two.arrive();
  await Promise.all([one.say('I start with what I know.'), two.say('I write it down first.')]);
  await page.reload();
  await one.settled(3);
  const said = await page.locator('.said.me .words').allInnerTexts();
  assert.deepEqual(said.toSorted(), ['I start with what I know.', 'I write it down first.']);
  assert.equal((await one.replies()).length, 3);
  assert.notEqual(await two.say('And now?'), '');
});

test('a session that was paused in one tab says so in the other, and keeps the words that were not taken', async (t) => {
  const server = await startServer(t);
  const { page, newTab, expect } = await visit(t, server.url);
  expect(/status of 409/);
  await logInAs(page, 'noa');
  const pupil = new Pupil(page, server.db, 'noa');
  await pupil.studyNow();
  const tab = await newTab();
  await tab.goto(page.url());
  await tab.getByRole('button', { name: 'Pause' }).click();
  await tab.getByRole('heading', { name: 'This session is paused.' }).waitFor();
  await page.getByRole('textbox', { name: 'Your message' }).fill('Words that I do not want to type again');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'This session is paused.' }).waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForFunction(
    (words) => document.querySelector<HTMLTextAreaElement>('textarea[name=content]')?.value === words,
    'Words that I do not want to type again',
  );
});
