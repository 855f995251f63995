import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machineTimeZone, wallClock } from '../../src/shared/calendar.ts';
import { HOUR } from '../../src/shared/instant.ts';
import { loadAssets } from '../../src/web/assets.ts';
import { startTestApp } from '../support/app.ts';
import { logIn, visit } from '../support/browser.ts';
import { classOf } from '../support/class-of.ts';
import { openSqlite } from '../support/databases.ts';
import { PASSWORD } from '../support/factory.ts';

test('a class manager makes groups by mouse, by key, and one more; Escape puts a pupil back', async (t) => {
  const db = await openSqlite(t);
  const { manager } = await classOf(db, 5);
  const app = await startTestApp(t, db, { assets: loadAssets() });
  const { page } = await visit(t, await app.listen());
  await logIn(page, { username: 'class-manager', password: PASSWORD });
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.goto('/classroom/new?type=group&size=3');
  const column = (group: number) => page.locator(`[data-group="${group}"]`);
  const namesIn = (group: number) => column(group).locator('label').allInnerTexts();
  await page.locator('.alive').waitFor();
  const [first = '', second = '', third = ''] = await namesIn(0);
  const take = async (name: string) => {
    await page.locator('.member').filter({ hasText: name }).locator('.grip').hover();
    await page.mouse.down();
  };
  const over = async (group: number) => {
    const box = await column(group).boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + 30, { steps: 5 });
  };

  await take(first);
  await over(1);
  await page.mouse.up();
  assert.deepEqual(await namesIn(0), [second, third]);
  assert.equal((await namesIn(1)).at(-1), first);
  await page.getByRole('status').getByText(`${first}: Group 2, 3 pupils.`).waitFor();

  await take(second);
  await over(1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.deepEqual(await namesIn(0), [second, third]);

  await page.getByLabel(third, { exact: true }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  assert.deepEqual(await namesIn(2), [third], 'by key, into the group that was empty');
  assert.equal(await column(3).count(), 1, 'and one more is empty now');
  await take(second);
  await over(2);
  await page.mouse.up();

  await page.getByLabel('Begins at').fill(wallClock(app.clock.now() + HOUR, machineTimeZone()));
  await page.getByRole('button', { name: 'Begin or plan it' }).click();
  await page.waitForURL(/\/classroom\/lessons\/\d+$/);
  const [lesson] = await app.services.lessonPlanning.listAhead(manager);
  assert.ok(lesson, 'it is planned');
  assert.deepEqual(lesson.plan.groups.map(({ studentIds }) => studentIds.length).sort(), [2, 3]);
});
