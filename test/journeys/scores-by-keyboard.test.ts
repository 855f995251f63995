import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAssets } from '../../src/web/assets.ts';
import { startTestApp } from '../support/app.ts';
import { logIn, visit } from '../support/browser.ts';
import { openSqlite } from '../support/databases.ts';
import { PASSWORD } from '../support/factory.ts';
import { lessonOf } from '../support/held-lesson.ts';

const PUPILS = 30;

test('a class manager scores thirty pupils by keyboard: a number and Enter for each, saved as they go', async (t) => {
  const db = await openSqlite(t);
  const app = await startTestApp(t, db, { assets: loadAssets() });
  const origin = await app.listen();
  const { lesson, manager, join, stop, studentIds } = await lessonOf(db, app, PUPILS);
  for (const place of studentIds.keys()) await join(place);
  await stop();
  const read = async () => (await app.services.afterLesson.read(manager, lesson.id)).lines;
  const order = (await read()).map(({ studentId }) => studentId);

  const { page, expect } = await visit(t, origin);
  await logIn(page, { username: 'class-manager', password: PASSWORD });
  await page.goto(`/classroom/lessons/${lesson.id}/after`);
  await page.getByText('Every score is saved as soon as you leave its field.').waitFor();
  await page.locator(`#investment-${order[0]}`).focus();
  const scoreOf = (index: number) => 1 + (index % 10);
  for (const index of order.keys()) {
    await page.keyboard.type(String(scoreOf(index)));
    await page.keyboard.press('Enter');
  }
  const said = (studentId: number | undefined, kind = 'investment') => page.locator(`#${kind}-${studentId}-said`);
  await page.keyboard.press('Tab');
  for (const studentId of order) await said(studentId).getByText('saved', { exact: true }).waitFor();
  assert.deepEqual(
    (await read()).map(({ own }) => own.investment.score),
    order.map((_, index) => scoreOf(index)),
  );

  // Somebody else scores one meanwhile: it is told, and a second saving is meant.
  const [first] = await read();
  assert.ok(first);
  const { sessionId, studentId } = first;
  await app.services.givenScores.give(manager, [{ sessionId, studentId, kind: 'investment', score: 9 }]);
  const field = page.locator(`#investment-${studentId}`);
  await field.fill('4');
  await page.keyboard.press('ArrowDown');
  await said(studentId).getByText('Somebody else has scored meanwhile. Now it is 9 of 10').waitFor();
  assert.equal((await read())[0]?.own.investment.score, 9);
  await page.keyboard.press('ArrowUp');
  await field.fill('5');
  await page.keyboard.press('Tab');
  await said(studentId).getByText('saved', { exact: true }).waitFor();
  assert.equal((await read())[0]?.own.investment.score, 5);

  // What is no score is told at once; the others of the form are saved by its button all the same.
  const second = order[1] ?? 0;
  await page.locator(`#social-${second}`).fill('12');
  await page.keyboard.press('Tab');
  await said(second, 'social').getByText('A whole number from 1 to 10').waitFor();
  await page.locator(`#social-${order[2]}`).fill('7');
  expect(/400 .*\/after/);
  await page.getByRole('button', { name: 'Save the scores' }).click();
  await page.getByText('Not all scores could be saved').waitFor();
  assert.equal(await page.locator(`#social-${second}`).inputValue(), '12');
  assert.equal((await read()).find((line) => line.studentId === order[2])?.own.social.score, 7);
});
