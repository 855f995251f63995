import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../support/browser.ts';
import { joinLesson } from '../support/join-lesson.ts';
import { logInAs } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

test('a class manager reads a talk as it grows, steers its teacher, answers in person and hands it back', async (t) => {
  const server = await startServer(t);
  const [{ page: noa }, { page: amir }] = [await visit(t, server.url), await visit(t, server.url)];
  await logInAs(noa, 'noa');
  await logInAs(amir, 'amir');
  await amir.goto('/classroom/new');
  await amir.getByRole('button', { name: 'Begin or plan it' }).click();
  await amir.waitForURL(/\/classroom\/lessons\/\d+$/);
  await joinLesson(noa);
  const say = async (words: string) => {
    await noa.getByLabel('Your message').fill(words);
    await noa.getByRole('button', { name: 'Send', exact: true }).click();
  };

  // Stuck, by her own words: she rises to the top, and why stands on her card.
  await say("I'm stuck");
  await amir.getByText('by their own words').waitFor({ timeout: 3000 });
  assert.match((await amir.locator('.wall .pupil-card').first().textContent()) ?? '', /Noa.*Stuck/s);

  // A note to all teachers, from the wall, by keyboard.
  await amir.getByLabel('Your words').focus();
  await amir.keyboard.type('stop hinting');
  await amir.keyboard.press('Tab');
  await amir.keyboard.press('Tab');
  await amir.keyboard.press('Enter');
  await amir.getByText('From the next reply on: no hints.').waitFor();
  const before = await noa.locator('.said.teacher').count();
  await say('A hint, please');
  await noa.locator('.said.teacher').nth(before).waitFor();
  await amir.getByText('A hint, please').waitFor();
  assert.match(await amir.locator('.pupil-card', { hasText: 'Noa' }).innerText(), /\b1 hint\b/, 'no second hint came');

  // Her talk, as it grows.
  await amir.getByRole('link', { name: /^Noa/ }).click();
  await amir.getByText('A hint, please').waitFor();
  const loaded = await amir.evaluate(() => performance.timeOrigin);
  await amir.getByRole('button', { name: 'Take over' }).click();
  await amir.getByText('the teacher waits.').waitFor();
  await noa.getByText('Your words go to a person').waitFor();
  const taken = await amir.evaluate(() => performance.timeOrigin);
  assert.notEqual(taken, loaded);
  await say('Why does it work?');
  await amir.getByText('Why does it work?').waitFor();
  assert.equal(await amir.evaluate(() => performance.timeOrigin), taken, 'the page grew without being loaded');
  await amir.getByLabel(/^Write to Noa/).fill('Let us draw it together.');
  await amir.getByRole('button', { name: 'Send', exact: true }).click();
  const person = noa.locator('.said.person');
  await person.getByText('Let us draw it together.').waitFor();
  assert.match((await person.locator('h3').innerText()).toLowerCase(), /amir.*class manager/);

  await amir.getByRole('button', { name: 'Hand back to the teacher' }).click();
  await noa.getByText('Your words go to a person').waitFor({ state: 'detached' });
  const after = await noa.locator('.said.teacher').count();
  await say('next');
  await noa.locator('.said.teacher').nth(after).waitFor();

  await noa.getByRole('button', { name: 'Raise hand' }).click();
  await amir.getByText('has a hand up.').waitFor();
  await amir.getByLabel('With a word, if you like').fill('I am coming.');
  await amir.getByRole('button', { name: 'I have seen it' }).click();
  await noa.getByText('I am coming.').waitFor();
  await noa.getByRole('button', { name: 'Raise hand' }).waitFor();
});
