import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { toStored } from '../../src/data/db/instants.ts';
import { visit } from '../support/browser.ts';
import { TestMailServer } from '../support/mail-server.ts';
import { logInAs, Pupil } from '../support/pupil.ts';
import { type RunningServer, startServer } from '../support/running-server.ts';
import { startScriptedTeacher } from '../support/scripted-teacher.ts';
import { until } from '../support/until.ts';

const NEED = 'I want to die, says my purple umbrella';
/** Where a page is not told, it asks after half a minute: what stands there sooner came live. In ms. */
const LIVE = { timeout: 10_000 };

/** A school with a model and a mail server that names Amir at once and Ruth a quarter of an hour later, both in front of their alerts, and Noa in a lesson. */
async function school(t: TestContext) {
  const mail = await new TestMailServer(t).up();
  const teacher = await startScriptedTeacher(t);
  teacher.says('Welcome to our lesson. Take your time and read the question below.');
  const env = { ...teacher.env, SMTP_URL: mail.settings.url, MAIL_FROM: mail.settings.from };
  const server = await startServer(t, { env });
  const open = async () => {
    const { page, expect } = await visit(t, server.url);
    expect(/WebSocket|ERR_CONNECTION/);
    return page;
  };
  const [noa, amir, ruth] = [await open(), await open(), await open()];
  await logInAs(ruth, 'ruth');
  await ruth.goto('/school/safeguarding');
  await ruth.getByLabel('Is told: Amir Zoabi').selectOption('At once');
  await ruth.getByLabel('Is told: Ruth Friedman').selectOption('After 15 minutes');
  await ruth.getByRole('button', { name: 'Save' }).click();
  await ruth.getByText('Saved.').waitFor();
  await logInAs(amir, 'amir');
  for (const page of [amir, ruth]) {
    await page.goto('/alerts');
    await page.evaluate(() => Object.assign(window, { here: true }));
  }
  await logInAs(noa, 'noa');
  const pupil = new Pupil(noa, server.db, 'noa');
  await pupil.studyNow();
  return { server, mail, teacher, pupil, amir, ruth };
}

const openAlert = (page: Page) =>
  page.getByRole('region', { name: 'Open' }).getByRole('article').filter({ hasText: 'Noa Peretz' });
const stayed = (page: Page) => page.evaluate(() => 'here' in window);
const unread = async (page: Page) => Number(await page.locator('[data-unread]').getAttribute('data-unread'));
const unreadBecomes = (page: Page, count: number) =>
  page.locator(`[data-unread="${count}"]`).waitFor({ state: 'attached', ...LIVE });

/** A quarter of an hour passes in which nobody takes on what Noa wrote: its next round is due. */
async function waitInVain({ db }: RunningServer): Promise<void> {
  const due = toStored(Date.now() - 1);
  await db.run(async (handle) => {
    const open = handle.updateTable('safety_alerts').where('category', '=', 'self-harm');
    const { numUpdatedRows } = await open.set({ next_round_at: due }).executeTakeFirstOrThrow();
    assert.equal(Number(numUpdatedRows), 1);
  });
}

test('words of need are answered without the model, stand live before the staff, and are told again until one of them takes it on', async (t) => {
  const { server, mail, teacher, pupil, amir, ruth } = await school(t);
  const [ofAmir, ofRuth] = [await unread(amir), await unread(ruth)];
  const asked = teacher.requests.length;
  const sent = Date.now();
  const shown = openAlert(ruth)
    .waitFor(LIVE)
    .then(() => Date.now() - sent);
  assert.match(await pupil.say(NEED), /1201/);
  t.diagnostic(`on the open page of the school manager after ${await shown} ms`);
  await openAlert(amir).waitFor(LIVE);
  await unreadBecomes(amir, ofAmir + 1);
  assert.equal(teacher.requests.length, asked, 'no model was asked');
  assert.equal(await unread(ruth), ofRuth, 'the manager’s turn comes later');
  await until(() => mail.letters.length === 1);

  const note = openAlert(amir).getByLabel('What did you do, or what will you do?');
  await note.fill('I go and look for her');
  await waitInVain(server);
  await openAlert(ruth).getByText('escalated once').waitFor(LIVE);
  await unreadBecomes(ruth, ofRuth + 1);
  assert.equal(await unread(amir), ofAmir + 1, 'the same alert is one thing to read');
  assert.equal(await note.inputValue(), 'I go and look for her');
  await openAlert(ruth).getByText('Who was told (2)').click();
  await openAlert(ruth).getByRole('row', { name: 'Ruth Friedman' }).waitFor();
  await until(() => mail.letters.length === 3);
  assert.deepEqual([await stayed(amir), await stayed(ruth)], [true, true], 'nothing was loaded anew');

  await openAlert(amir).getByRole('button', { name: 'I take this on' }).click();
  await ruth.getByRole('region', { name: 'Taken on' }).getByText('I go and look for her').waitFor(LIVE);
  await unreadBecomes(ruth, ofRuth);
  assert.equal(await openAlert(ruth).count(), 0);
  assert.equal(await stayed(ruth), true);
  const letters = JSON.stringify(mail.letters);
  for (const word of ['umbrella', 'die', 'Noa', 'Peretz']) assert.doesNotMatch(letters, new RegExp(`\\b${word}\\b`));
});

test('while the mail server is down an alert stands in the program, and its letters come when it is back, each once', async (t) => {
  const { server, mail, pupil, amir, ruth } = await school(t);
  await mail.down();
  await pupil.say(NEED);
  await openAlert(amir).waitFor(LIVE);
  await waitInVain(server);
  await openAlert(ruth).getByText('escalated once').waitFor(LIVE);
  await ruth.goto('/alerts');
  await openAlert(ruth).getByText('Who was told (2)').click();
  await openAlert(ruth).getByText('e-mail on its way').first().waitFor();
  await server.kill();
  await server.start();
  await mail.up();
  await until(() => mail.letters.length >= 3);
  await ruth.goto('/school/safeguarding');
  await ruth.getByText('the oldest since').waitFor({ state: 'detached' });
  const to = mail.letters.map(({ to: address }) => address.split('@')[0]).sort();
  assert.deepEqual(to, ['amir', 'amir', 'ruth']);
});
