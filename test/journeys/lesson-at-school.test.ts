import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../support/browser.ts';
import { joinLesson } from '../support/join-lesson.ts';
import { logInAs } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

/** A lesson runs for Amir's class, and Noa has joined it. */
async function atSchool(t: Parameters<Parameters<typeof test>[0] & object>[0]) {
  const server = await startServer(t);
  const [ofNoa, ofAmir] = [await visit(t, server.url), await visit(t, server.url)];
  const [noa, amir] = [ofNoa.page, ofAmir.page];
  await logInAs(noa, 'noa');
  await logInAs(amir, 'amir');
  await amir.goto('/classroom/new');
  await amir.getByRole('button', { name: 'Begin or plan it' }).click();
  await amir.waitForURL(/\/classroom\/lessons\/\d+$/);
  const forgive = (complaint: RegExp) => {
    for (const { expect } of [ofNoa, ofAmir]) expect(complaint);
  };
  return { server, noa, amir, forgive };
}

test('a lesson appears on the pupil’s page by itself, is joined, talked in, paused, gone on with, ended and looked back on', async (t) => {
  const { noa, amir } = await atSchool(t);
  await noa.getByRole('heading', { name: /Your lesson has begun/ }).waitFor();
  await joinLesson(noa, 'Not good');
  await amir.getByText('Came in a bad mood').first().waitFor();
  await noa.getByRole('button', { name: 'Raise hand' }).click();
  await amir.getByText('Hand up').first().waitFor();
  await noa.getByRole('button', { name: 'Take hand down' }).click();

  await noa.getByLabel('Your message').fill('half a thou');
  await amir.getByRole('button', { name: 'Eyes up' }).click();
  await noa.getByRole('heading', { name: 'Eyes up!' }).waitFor();
  assert.equal(await noa.getByLabel('Your message').count(), 0);
  await amir.getByRole('button', { name: 'Go on' }).first().click();
  // What stood in the box is kept.
  await noa.waitForFunction(() => document.querySelector('textarea')?.value === 'half a thou');
  await noa.getByLabel('Your message').fill('A hint, please');
  await noa.getByRole('button', { name: 'Send', exact: true }).click();
  await noa.locator('.said.teacher').nth(1).waitFor();
  await amir.getByText('A hint, please').first().waitFor();

  await amir.getByRole('button', { name: 'End the lesson' }).click();
  await noa.getByRole('link', { name: 'Say how it was' }).click();
  await noa.getByText('Good', { exact: true }).click();
  for (const name of ['difficulty', 'understanding'])
    await noa.locator(`[name=${name}][value="5"]`).check({ force: true });
  await noa.getByRole('button', { name: 'Send' }).click();
  await noa.waitForURL(/\/study\/school\/\d+$/);
  await noa.getByText('A hint, please').first().waitFor();
  assert.equal(await noa.getByRole('link', { name: 'Say how it was' }).count(), 0);
});

test('the server dies in the middle of a lesson: both pages come back by themselves, and the lesson goes on', async (t) => {
  const { server, noa, amir, forgive } = await atSchool(t);
  await joinLesson(noa, 'Not good');
  forgive(/WebSocket|ERR_CONNECTION/);
  await server.kill();
  await server.start();
  await noa.getByLabel('Your message').fill('A hint, please');
  await noa.getByRole('button', { name: 'Send', exact: true }).click();
  await noa.locator('.said.teacher').nth(1).waitFor();
  await amir.getByText('A hint, please').first().waitFor({ timeout: 10_000 });
});
