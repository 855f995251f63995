import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { SERVER_ERROR } from '../support/fault-model-server.ts';
import { logInAs, Pupil } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';
import { isEvaluation, startScriptedTeacher } from '../support/scripted-teacher.ts';

declare global {
  interface Window {
    /** Everything that the conversation has shown, however shortly. */
    everShown?: string[];
  }
}

const WELCOME =
  'Welcome to our lesson. Take your time, read the question below, and write down what you know about it.';

test('with a model the words come after two rounds of tools, grow on the page, and never give the answer away', async (t) => {
  const teacher = await startScriptedTeacher(t);
  teacher.says(WELCOME, { rounds: 2, paceMs: 20 });
  const server = await startServer(t, { env: teacher.env });
  const { page } = await visit(t, server.url);
  await rememberAll(page);
  await logInAs(page, 'noa');
  const pupil = new Pupil(page, server.db, 'noa');
  await pupil.studyNow();
  assert.deepEqual(await pupil.replies(), [WELCOME]);
  assert.equal(teacher.requests.length, 3, 'two rounds of tools, then the words');
  assert.equal(
    JSON.stringify(teacher.requests.map(({ body }) => body)).includes('Peretz'),
    false,
    'no surname leaves the house',
  );
  await page.getByText('is an AI and can be wrong').waitFor();

  for (let turn = 0; turn < 8; turn += 1) {
    const item = await pupil.itemToDo();
    if (turn % 3 === 0) {
      const { answer, choices } = item.key;
      const leak = choices.find(({ id }) => id === answer)?.text ?? answer;
      const leaking = `Between you and me, the answer is ${leak}. Look closely at the words of the question first.`;
      teacher.says(leaking, { rounds: 2, paceMs: 5 });
      await pupil.press('A hint, please');
      assert.equal(await showed(page, `the answer is ${leak}`), false, `the page showed "${leak}"`);
    }
    teacher.says('Yes, that is right. Here comes the next one for you to try.', { rounds: 2 });
    await pupil.answerRight(item);
    assert.notEqual((await pupil.openItem())?.revisionId, item.revisionId);
  }
  assert.equal(await grew(page, WELCOME), true, 'the welcome was shown while it was written');

  await pupil.end();
  const proficiency = page.getByRole('region', { name: 'Proficiency' });
  await proficiency.getByText('an AI added its view').waitFor();
  assert.match(await proficiency.locator('.score').innerText(), /of 10$/);
  assert.ok(teacher.requests.some(({ body }) => isEvaluation(body)));
});

test('while the model is down the embedded tutor teaches, and the model is soon left in peace', async (t) => {
  const teacher = await startScriptedTeacher(t);
  teacher.play(SERVER_ERROR);
  const server = await startServer(t, { env: teacher.env });
  const { page } = await visit(t, server.url);
  await logInAs(page, 'noa');
  const pupil = new Pupil(page, server.db, 'noa');
  await pupil.studyNow();
  assert.match((await pupil.replies())[0] ?? '', /Noa/);
  for (let turn = 0; turn < 5; turn += 1) {
    const item = await pupil.itemToDo();
    await pupil.answerRight(item);
  }
  const asked = teacher.requests.length;
  const item = await pupil.itemToDo();
  await pupil.answerRight(item);
  assert.equal(teacher.requests.length, asked, 'with the circuit open nobody waits for the model');
  await page.reload();
  await page.getByText('It knows only your school').waitFor();
});

/** From the next page on, keeps every text that the conversation shows. */
async function rememberAll(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.everShown = [];
    new MutationObserver(() => {
      const text = document.querySelector('.talk')?.textContent ?? '';
      if (text !== window.everShown?.at(-1)) window.everShown?.push(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

function showed(page: Page, text: string): Promise<boolean> {
  return page.evaluate((wanted) => window.everShown?.some((shown) => shown.includes(wanted)) ?? false, text);
}

/** A beginning of the text was there before the whole. */
function grew(page: Page, text: string): Promise<boolean> {
  return page.evaluate((whole) => {
    const start = whole.slice(0, 20);
    return window.everShown?.some((shown) => shown.includes(start) && !shown.includes(whole)) ?? false;
  }, text);
}
