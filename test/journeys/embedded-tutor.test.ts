import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ItemRepo } from '../../src/data/curriculum/item.repo.ts';
import type { Item } from '../../src/domain/curriculum/curriculum.ts';
import { visit } from '../support/browser.ts';
import { logInAs, Pupil } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

/** Right; wrong, hinted, right; given up; and so on: what the pupil does with each question. */
type Way = 'right' | 'wrong, hint, right' | 'give up';
const WAYS: Way[] = ['right', 'wrong, hint, right', 'right', 'give up', 'right', 'right', 'right'];
/** The lesson goes on until a question with choices was among them, but no longer than this. */
const MOST_ITEMS = 14;

test('a pupil studies with the embedded tutor, and the evaluation reaches pupil and parent', async (t) => {
  const server = await startServer(t);
  const { page } = await visit(t, server.url);
  await logInAs(page, 'noa');
  const pupil = new Pupil(page, server.db, 'noa');
  // Which course Today suggests depends on the day, and in some hardly any question has choices to click.
  await pupil.studyCourse('The ancient world');
  assert.match((await pupil.replies())[0] ?? '', /Noa/, 'the welcome calls the pupil by name');
  await page.getByText('cannot follow every thought').waitFor();

  await studySixItems(pupil);

  const question = await questionOfTheirOwn(pupil);
  const answer = await pupil.say(question);
  assert.ok(answer.split(/\s+/).length > 8, `an answer worth reading, not: ${answer}`);

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('heading', { name: 'This session is paused.' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Your message' }).count(), 0, 'no words are taken in a pause');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('textbox', { name: 'Your message' }).waitFor();
  assert.ok((await pupil.replies()).length > 6, 'everything is still there after the pause');

  await pupil.end({ words: 'The hints helped me today.' });
  const score = page.getByRole('region', { name: 'Proficiency' }).locator('.score').filter({ hasText: 'of 10' });
  await score.waitFor();
  assert.match(await score.innerText(), /^\d+(\.\d)? of 10$/);
  const links = page.locator('.evidence a');
  await page.getByText('What this rests on').first().click();
  await links.first().click();
  const [, anchor = ''] = page.url().split('#');
  await page.locator(`[id="${anchor}"]`).waitFor({ state: 'visible' });

  const { page: atHome } = await visit(t, server.url);
  await logInAs(atHome, 'dalia');
  await atHome.getByRole('link', { name: /Noa/ }).first().click();
  await atHome.locator(`a[href$="/sessions/${pupil.sessionId}"]`).first().click();
  const theirs = atHome.getByRole('region', { name: 'Proficiency' });
  await theirs.getByText(await score.innerText(), { exact: true }).waitFor();
  assert.equal(
    await atHome.getByText('The hints helped me today.').count(),
    0,
    'the word to the class manager stays there',
  );
});

async function studySixItems(pupil: Pupil): Promise<void> {
  let [done, clicked, missed] = [0, false, false];
  for (const way of [...WAYS, ...Array<Way>(MOST_ITEMS - WAYS.length).fill('right')]) {
    if (done >= WAYS.length && clicked && !missed) return;
    const item = await pupil.itemToDo();
    clicked ||= item.key.kind === 'choice';
    missed = !(await work(pupil, item, missed ? 'wrong, hint, right' : way));
    done += 1;
  }
  assert.ok(done >= WAYS.length, `only ${done} questions were asked`);
  assert.ok(clicked, 'no question had choices to click');
  assert.equal(missed, false, 'no question could be answered wrong');
}

/** False: this question knows no wrong answer, so that way has to wait for another one. */
async function work(pupil: Pupil, item: Item, way: Way): Promise<boolean> {
  if (way === 'give up') {
    await pupil.press('Show me how, I give up on this one');
    assert.notEqual((await pupil.openItem())?.revisionId, item.revisionId, 'a given-up question is closed');
    return true;
  }
  if (way === 'right') {
    await pupil.answerRight(item);
    assert.notEqual(
      (await pupil.openItem())?.revisionId,
      item.revisionId,
      `"${item.key.answer}" was not taken as right`,
    );
    return true;
  }
  if ((await pupil.answerWrong(item)) === null) {
    await pupil.answerRight(item);
    return false;
  }
  assert.equal((await pupil.openItem())?.revisionId, item.revisionId, 'a wrong answer leaves the question open');
  const hint = await pupil.press('A hint, please');
  assert.equal((await pupil.openItem())?.revisionId, item.revisionId, 'a hint leaves the question open');
  assert.notEqual(hint, '');
  await pupil.answerRight(item);
  assert.notEqual((await pupil.openItem())?.revisionId, item.revisionId, `"${item.key.answer}" was not taken as right`);
  return true;
}

/** What the bank knows besides the open question. */
async function questionOfTheirOwn(pupil: Pupil): Promise<string> {
  const open = await pupil.itemToDo();
  const items = await new ItemRepo(pupil.db).listForStudy(open.courseId);
  const other = items.find(
    ({ problemId, question }) =>
      problemId !== open.problemId && /^(How|What|Why|Which)\b[^$]{20,110}\?$/.test(question),
  );
  assert.ok(other, 'the bank has a plain question besides the open one');
  return other.question;
}
