import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAssets } from '../../src/web/assets.ts';
import { startTestApp } from '../support/app.ts';
import { logIn, visit } from '../support/browser.ts';
import { openSqlite } from '../support/databases.ts';
import { PASSWORD } from '../support/factory.ts';
import { rightAnswer, setTest, sittingOf, takeTest, testSchool } from '../support/test-school.ts';

/** Tabs that lead past the head of the page to the first answer. */
const MOST_TABS = 20;

test('a class manager marks a queue of answers with two keys for each, and no pointer', async (t) => {
  const db = await openSqlite(t);
  const school = await testSchool(db);
  const app = await startTestApp(t, db, { assets: loadAssets() });
  const origin = await app.listen();
  await db.run((handle) => handle.updateTable('tests').set({ question_count: 16 }).execute());
  const own = await setTest(app, school);
  const mates = await sittingOf(app, school.testId, school.mateId);
  for (const [pupil, id] of [
    [school.pupil, own],
    [school.mate, mates],
  ] as const) {
    const say = (question: string) =>
      question.includes('why do plants') ? 'they cook with it' : rightAnswer(question);
    await takeTest(app, pupil, id, say);
    await app.services.testTaking.submit(pupil, id);
  }
  await app.worker.runDue();
  const waiting = (await app.services.classMarking.queue(school.manager)).answers;
  assert.equal(waiting.length, 4);

  const { page } = await visit(t, origin);
  await logIn(page, { username: 'class-manager', password: PASSWORD });
  await page.goto('/class/tests/marking');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  for (let tabs = 0; tabs < MOST_TABS && !(await focused()).startsWith('share-'); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  const shares = { Space: 1, ArrowDown: 0.5, ArrowUp: 0 } as const;
  const keys = ['Space', 'ArrowDown', 'ArrowUp', 'Space'] as const;
  for (const [index, key] of keys.entries()) {
    const one = waiting[index];
    assert.equal(await focused(), `share-${one?.sittingId}-${one?.position}`, 'the next answer has the focus');
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    const left = waiting.length - index - 1;
    await page
      .getByText(left === 0 ? 'Nothing waits any more.' : new RegExp(`${left} answers? waits? still`))
      .waitFor();
  }
  const marks = await db.run((handle) =>
    handle.selectFrom('test_marks').select('share').where('source', '=', 'class manager').orderBy('id').execute(),
  );
  assert.deepEqual(
    marks.map(({ share }) => share),
    keys.map((key) => shares[key]),
  );
});
