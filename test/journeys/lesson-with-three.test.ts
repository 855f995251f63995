import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { logInAsClassmates } from '../support/classmates.ts';
import { joinLesson } from '../support/join-lesson.ts';
import { logInAs } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

/** Says it, and waits until the teacher has answered: the words of the answer. */
async function say(page: Page, words: string): Promise<string> {
  const before = await page.locator('.said.teacher').count();
  await page.getByLabel('Your message').fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const reply = page.locator('.said.teacher').nth(before);
  await reply.waitFor();
  await page.locator('.growing, .dots').waitFor({ state: 'detached' });
  return reply.innerText();
}

test('a class manager steers a lesson of three pupils, one late and one absent, to the scores that a parent reads', async (t) => {
  const server = await startServer(t);
  const amir = (await visit(t, server.url)).page;
  const pupils = [await visit(t, server.url), await visit(t, server.url), await visit(t, server.url)];
  const [noa, late, absent] = pupils.map(({ page }) => page);
  assert.ok(noa && late && absent);
  await logInAs(amir, 'amir');
  const { full, ids } = await logInAsClassmates(server, [noa, late, absent]);
  const [noaName = '', lateName = '', absentName = ''] = full;
  await amir.goto('/classroom/new');
  const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString().slice(0, 10);
  await amir.getByLabel('Begins at').fill(`${tomorrow}T10:00`);
  await amir.getByRole('button', { name: 'Begin or plan it' }).click();
  await amir.waitForURL(/\/classroom\/lessons\/\d+$/);
  await amir.getByRole('button', { name: 'Begin now' }).click();
  const wall = amir.url();

  await joinLesson(noa);
  await say(noa, 'A hint, please');
  await amir.getByText('A hint, please').first().waitFor();
  await joinLesson(late);
  await late.getByRole('button', { name: "I'm stuck" }).click();
  const asked = Date.now();
  await amir.waitForFunction(
    (name) =>
      document.querySelector('#wall h3, #wall .card h3, #wall a[href*="/sessions/"]')?.textContent?.includes(name),
    lateName,
    { timeout: 3000 },
  );
  assert.ok(Date.now() - asked <= 3000, 'within three seconds');
  await amir.getByText('Stuck').first().waitFor();

  await amir.getByRole('link', { name: noaName }).first().click();
  await amir.getByLabel('What should the teacher do?').fill('no hints');
  await amir.getByRole('button', { name: 'Tell the teacher' }).click();
  await amir.getByText('From the next reply on: no hints.').waitFor();
  const hints = await noa.locator('.rungs .used').count();
  await say(noa, 'A hint, please');
  assert.equal(await noa.locator('.rungs .used').count(), hints, 'no hint was given');
  assert.doesNotMatch(await noa.locator('body').innerText(), /no hints\b/);

  await amir.getByRole('button', { name: 'Take over' }).click();
  await amir.getByRole('button', { name: 'Hand back to the teacher' }).waitFor();
  await amir.getByLabel(/^Write to/).fill('Noa, read the second line again.');
  await amir.getByRole('button', { name: 'Send', exact: true }).click();
  await noa.getByRole('log').getByText('Noa, read the second line again.').waitFor();
  const answers = await noa.locator('.said.teacher').count();
  await noa.getByLabel('Your message').fill('Now I see it');
  await noa.getByRole('button', { name: 'Send', exact: true }).click();
  await amir.getByText('Now I see it').first().waitFor();
  assert.equal(await noa.locator('.said.teacher').count(), answers, 'the teacher waits');
  await amir.getByRole('button', { name: 'Hand back to the teacher' }).click();
  await noa.locator('.said.teacher').nth(answers).waitFor();

  await amir.goto(wall);
  await amir.getByRole('button', { name: 'Pause all' }).click();
  for (const page of [noa, late]) await page.getByText('Your class manager has paused the lesson.').waitFor();
  await amir.getByRole('button', { name: 'Go on' }).first().click();
  for (const page of [noa, late]) await page.getByLabel('Your message').waitFor();
  await amir.getByRole('button', { name: 'End the lesson' }).click();
  for (const page of [noa, late]) {
    await page.getByRole('link', { name: 'Say how it was' }).click();
    await page.getByText('Good', { exact: true }).click();
    for (const name of ['difficulty', 'understanding'])
      await page.locator(`[name=${name}][value="5"]`).check({ force: true });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/\/study\/school\/\d+$/);
  }

  await amir.goto(`${wall}/attendance`);
  await amir.getByLabel(`Attendance of ${absentName}`).selectOption({ label: 'Sick' });
  await amir.getByRole('button', { name: 'Save attendance' }).click();
  await amir.getByText('Saved.').first().waitFor();
  await amir.goto(`${wall}/after`);
  await amir.getByLabel(`Investment: ${noaName}`, { exact: true }).fill('8');
  await amir.getByLabel(`Social: ${noaName}`, { exact: true }).fill('9');
  await amir.getByRole('button', { name: 'Save the scores' }).click();
  await amir.getByText('Saved.').first().waitFor();
  assert.equal(await amir.getByLabel(`Investment: ${absentName}`, { exact: true }).count(), 0, 'was not there');

  const dalia = (await visit(t, server.url)).page;
  await logInAs(dalia, 'dalia');
  await dalia.goto(`/children/${ids[0]}/lessons/${noa.url().split('/').at(-1)}`);
  await dalia.getByText('Investment').first().waitFor();
  const read = await dalia.locator('main').innerText();
  assert.match(read, /Attendance\s+there|there/i);
  assert.match(read, /Investment[\s\S]*8/);
  assert.match(read, /Social[\s\S]*9/);
  assert.doesNotMatch(read, /no hints|Now I see it|second line/, 'what was said is for others');
});
