import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAxeIssues, visit } from '../support/browser.ts';
import { startServer } from '../support/running-server.ts';

/** Reachable from elsewhere, so that no sample region is made. */
const SERVED = { HOST: '0.0.0.0', SECRET_KEY: 'a secret of the tests, and of nothing else' };

test('a new installation prints a code, and with it somebody makes the school and is in', async (t) => {
  const server = await startServer(t, { empty: true, env: SERVED });
  const printed = () => /write this code: (\S+)/.exec(server.output())?.[1];
  for (let tries = 0; printed() === undefined && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const code = printed() ?? '';
  const visitor = await visit(t, server.url.replace('0.0.0.0', 'localhost'));
  visitor.expect(/status of 40\d/);
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('link', { name: 'Set up the first school' }).click();
  assert.deepEqual(await findAxeIssues(page), []);
  await page.getByLabel('Code').fill('wrong');
  await page.getByLabel('Name of the school').fill('Carmel School');
  await page.getByLabel('Region').fill('haifa');
  await page.getByLabel('First name').fill('Ruth');
  await page.getByLabel('Last name').fill('Levi');
  await page.keyboard.press('Enter');
  await page.getByText('not the code that the start printed').waitFor();
  assert.deepEqual(await findAxeIssues(page), []);
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Make the school' }).click();
  await page.getByRole('heading', { name: 'Welcome, Ruth' }).waitFor();
  await page.getByLabel('New password').fill('a long and quiet river');
  await page.getByLabel('The same again').fill('a long and quiet river');
  await page.getByRole('button', { name: 'Set my password' }).click();
  await page.getByRole('heading', { name: 'Carmel School' }).waitFor();
  assert.equal((await page.goto('/setup'))?.status(), 404);
  // A page that is open would say that the school is not reached just now.
  await page.close();
  const before = server.output().length;
  await server.stop();
  await server.start();
  assert.doesNotMatch(server.output().slice(before), /write this code/);
});
