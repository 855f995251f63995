import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { findAxeIssues, logIn, visit } from '../support/browser.ts';
import { logInAs } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

const PUPILS = 'four sleepy turtles';
const PARENTS = 'a quiet green garden';

/** The address in the one code that the page shows. */
async function addressOn(page: Page): Promise<string> {
  const text = (await page.locator('.address').first().innerText()).trim();
  assert.match(text, /\/welcome\/[\w-]{43}$/);
  return new URL(text).pathname;
}

async function fillName(page: Page, first: string, last: string): Promise<void> {
  await page.getByLabel('First name').fill(first);
  await page.getByLabel('Last name').fill(last);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('heading', { name: `${first} ${last}` }).waitFor();
}

/** Opens a one-time link, looks twice, and sets a password. */
async function setPassword(page: Page, address: string, password: string): Promise<void> {
  await page.goto(address);
  await page.reload();
  await page.getByLabel('New password').fill('12345678901234');
  await page.getByLabel('The same again').fill('12345678901234');
  await page.getByRole('button', { name: 'Set my password' }).click();
  await page.getByText('guesses first').waitFor();
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same again').fill(password);
  await page.getByRole('button', { name: 'Set my password' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/welcome'));
}

test('a manager brings in a pupil and a parent; blocked, the parent’s open page loses the child', async (t) => {
  const server = await startServer(t);
  const manager = await visit(t, server.url);
  manager.expect(/status of 40\d/);
  const desk = manager.page;
  await logInAs(desk, 'ruth');
  await desk.goto('/school/people');
  await desk.getByRole('link', { name: 'Add a pupil' }).click();
  await desk.getByRole('button', { name: 'Make the account' }).click();
  await fillName(desk, 'Zoe', 'Newcomer');
  const pupilAt = new URL(desk.url()).pathname;
  await desk.getByRole('button', { name: 'Put in' }).click();
  await desk.waitForURL(`**${pupilAt}`);

  await desk.getByRole('link', { name: 'Add a new parent' }).click();
  await fillName(desk, 'Max', 'Newcomer');
  await desk.getByRole('link', { name: 'Zoe Newcomer' }).waitFor();
  await desk.getByRole('button', { name: 'Make a one-time link' }).click();
  const parentLink = await addressOn(desk);

  await desk.goto(pupilAt);
  await desk.locator('#pupil-classes ~ ul a').click();
  await desk.getByLabel('Choose Zoe Newcomer').check();
  await desk.getByRole('button', { name: 'Print cards to set a password' }).click();
  await desk.locator('.id-card').waitFor();
  assert.deepEqual(await findAxeIssues(desk), []);
  await desk.emulateMedia({ media: 'print' });
  assert.equal(await desk.locator('.bar').isVisible(), false, 'only the cards are printed');
  await desk.emulateMedia({ media: 'screen' });
  const pupilLink = await addressOn(desk);

  const pupil = await visit(t, server.url);
  pupil.expect(/status of 40\d/);
  await setPassword(pupil.page, pupilLink, PUPILS);
  await pupil.page.locator('.menu > summary').click();
  await pupil.page.getByRole('button', { name: 'Log out' }).click();
  await logIn(pupil.page, { username: 'zoe.newcomer', password: PUPILS });
  await pupil.page.getByText('Zoe').first().waitFor();
  await pupil.page.goto(pupilLink);
  await pupil.page.getByText('was used already').waitFor();

  const parent = await visit(t, server.url);
  parent.expect(/status of 40\d/);
  await setPassword(parent.page, parentLink, PARENTS);
  await parent.page.goto('/children');
  await parent.page.getByRole('link', { name: /Zoe/ }).first().click();
  await parent.page.getByRole('heading', { name: /Zoe/ }).first().waitFor();

  await desk.goto(pupilAt);
  await desk.getByText('Change', { exact: true }).click();
  await desk.getByLabel('Why').fill('A judge said so.');
  await desk.getByRole('button', { name: 'Block' }).click();
  await desk.getByText('A judge said so.').waitFor();

  await parent.page.reload();
  await parent.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await parent.page.goto('/children');
  assert.equal(await parent.page.getByText('Zoe').count(), 0);
});
