import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, MINUTE } from '../../src/shared/instant.ts';
import { loadAssets } from '../../src/web/assets.ts';
import { startTestApp } from '../support/app.ts';
import { logIn, visit } from '../support/browser.ts';
import { openSqlite } from '../support/databases.ts';
import { PASSWORD } from '../support/factory.ts';
import { setTest, sittingOf, TEST_NAME, testSchool } from '../support/test-school.ts';

test('a test is set, announced, begun, carried on in another browser, handed in, marked, released and seen by the parent', async (t) => {
  const db = await openSqlite(t);
  const school = await testSchool(db);
  const app = await startTestApp(t, db, { assets: loadAssets() });
  const origin = await app.listen();
  const id = await setTest(app, school);

  const first = await visit(t, origin);
  await logIn(first.page, { username: 'pupil', password: PASSWORD });
  await first.page.getByRole('link', { name: TEST_NAME }).first().click();
  await first.page.getByRole('button', { name: 'Begin now' }).click();
  const one = first.page.locator('#q1');
  const answer = one.locator('input[type=text], textarea, input[type=radio]').first();
  if ((await answer.getAttribute('type')) === 'radio') await answer.check();
  else await answer.fill('41');
  await one.getByText(/Saved at/).waitFor();
  await first.context.close();

  const second = await visit(t, origin);
  await logIn(second.page, { username: 'pupil', password: PASSWORD });
  await second.page.goto(`/tests/${id}`);
  await second.page
    .locator('#q1')
    .getByText(/Saved at/)
    .waitFor();
  await second.page.getByRole('button', { name: 'Hand in …' }).click();
  await second.page.getByText('4 questions are not answered').waitFor();
  await second.page.getByRole('button', { name: 'Hand it in' }).click();
  await second.page.getByRole('heading', { name: 'Handed in' }).waitFor();

  await app.worker.runDue();
  for (const { position } of (await app.services.classMarking.queue(school.manager)).answers) {
    await app.services.classMarking.mark(school.manager, id, position, { share: 0, comment: '', reason: '' });
  }
  const parent = await visit(t, origin);
  await logIn(parent.page, { username: 'parent', password: PASSWORD });
  await parent.page.goto(`/children/${school.pupilId}`);
  await parent.page.getByText('not released yet').waitFor();
  const staff = await visit(t, origin);
  await logIn(staff.page, { username: 'class-manager', password: PASSWORD });
  await staff.page.goto(`/class/tests/${school.classId}/${school.testId}`);
  await staff.page.getByRole('button', { name: 'Release all 1' }).click();
  await staff.page.getByText('Nothing waits to be released.').waitFor();
  const [{ finalGrade } = { finalGrade: null }] = await app.services.tests.ownTests(school.pupil);
  assert.ok(finalGrade !== null);
  await parent.page.reload();
  const row = parent.page.getByRole('row').filter({ hasText: TEST_NAME });
  await row.getByRole('cell', { name: String(finalGrade), exact: true }).waitFor();
});

test('time is up on the server while the browser sleeps: what was saved is handed in', async (t) => {
  const db = await openSqlite(t);
  const school = await testSchool(db);
  const app = await startTestApp(t, db, { assets: loadAssets() });
  const origin = await app.listen();
  const id = await setTest(app, school);
  const { page, expect } = await visit(t, origin);
  expect(/status of 409/);
  await logIn(page, { username: 'pupil', password: PASSWORD });
  await page.goto(`/tests/${id}`);
  await page.getByRole('button', { name: 'Begin now' }).click();
  await page.locator('#q1').waitFor();
  app.clock.advance(21 * MINUTE);
  assert.equal(await app.services.testTaking.submitOverdue(), 1);
  const written = page.locator('[data-position] input[type=text]').first();
  await written.fill('too late');
  await page.getByText('The time was up, so what you had saved was handed in.').waitFor();
  const mates = await sittingOf(app, school.testId, school.mateId);
  assert.equal((await app.services.testTaking.desk(school.mate, mates)).state, 'open');
  app.clock.advance(2 * HOUR);
  assert.equal((await app.services.testTaking.desk(school.mate, mates)).state, 'missed');
});

test('what was written before the page came alive is saved too', async (t) => {
  const db = await openSqlite(t);
  const school = await testSchool(db);
  const app = await startTestApp(t, db, { assets: loadAssets() });
  const origin = await app.listen();
  const id = await setTest(app, school);
  const { page } = await visit(t, origin);
  await logIn(page, { username: 'pupil', password: PASSWORD });
  await page.goto(`/tests/${id}`);
  const written = Promise.withResolvers<void>();
  await page.route(/test-paper/, async (route) => {
    await written.promise;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Begin now' }).click({ noWaitAfter: true });
  const sheet = page.locator('[data-position]').filter({ has: page.locator('input[type=text]') });
  await sheet.first().locator('input[type=text]').fill('in haste');
  written.resolve();
  await sheet
    .first()
    .getByText(/Saved at/)
    .waitFor();
  const desk = await app.services.testTaking.desk(school.pupil, id);
  assert.ok(desk.shows === 'paper' && desk.questions.some(({ answer }) => answer === 'in haste'));
});
