import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { visit } from '../support/browser.ts';
import { DATABASES } from '../support/databases.ts';
import { logInAs, Pupil } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';
import { type ScriptedTeacher, startScriptedTeacher } from '../support/scripted-teacher.ts';

const WELCOME = 'Welcome to our lesson. Read the question below, and write down what you know about it.';
const SLOW =
  'Let us look at the question together. Read it once more, slowly. Underline the words that tell you what is asked. ' +
  'Then think of a rule that you know. Write the first step down and send it to me.';

async function beginWithModel(t: TestContext, database: 'sqlite' | 'mysql') {
  const teacher = await startScriptedTeacher(t);
  teacher.says(WELCOME);
  const server = await startServer(t, { env: teacher.env, database });
  const visitor = await visit(t, server.url);
  visitor.expect(/net::ERR_|Failed to load resource/);
  await logInAs(visitor.page, 'noa');
  const pupil = new Pupil(visitor.page, server.db, 'noa');
  await pupil.studyNow();
  return { teacher, server, pupil, ...visitor };
}

/** Sends without waiting for the reply, and returns when the reply has begun to grow on the page. */
async function sayAndWaitForWords(pupil: Pupil, teacher: ScriptedTeacher, words: string): Promise<void> {
  teacher.says(SLOW, { paceMs: 150 });
  await pupil.page.getByRole('textbox', { name: 'Your message' }).fill(words);
  await pupil.page.keyboard.press('Enter');
  await pupil.page.locator('.growing').getByText('Let us look').waitFor();
}

for (const { database, skip } of DATABASES) {
  test(`killed in the middle of a reply: the words are kept, the reply is marked, asking again works (${database})`, {
    skip,
  }, async (t) => {
    const { teacher, server, pupil, page, newTab } = await beginWithModel(t, database);
    await sayAndWaitForWords(pupil, teacher, 'Is it about the membrane?');
    await page.close();
    await server.kill();
    await server.start();

    const tab = await newTab();
    const again = new Pupil(tab, server.db, 'noa');
    await tab.goto(`/study/home/${pupil.sessionId}`);
    // Another server may write to MySQL: there the lease of the reply has to run out first.
    await tab.getByText('This reply broke off.').waitFor({ timeout: 40_000 });
    assert.deepEqual(await tab.locator('.said.me .words').allInnerTexts(), ['Is it about the membrane?']);
    teacher.says(SLOW);
    await tab.getByRole('button', { name: 'Ask again' }).click();
    await tab.locator('.said.teacher').getByText('send it to me').waitFor();
    await again.settled(2);
    assert.equal(await tab.getByText('This reply broke off.').count(), 0);
    assert.deepEqual(await again.replies(), [WELCOME, SLOW]);
    assert.deepEqual(await tab.locator('.said.me .words').allInnerTexts(), ['Is it about the membrane?']);
  });
}

test('the server goes away while a reply is read, and the open page goes on by itself when it is back', async (t) => {
  const { teacher, server, pupil, page } = await beginWithModel(t, 'sqlite');
  await sayAndWaitForWords(pupil, teacher, 'I think it is the nucleus, is it not?');
  await server.kill();
  await page.getByText('The connection is lost.').waitFor();
  teacher.says(SLOW);
  await server.start();
  await pupil.settled(2);
  assert.deepEqual(await pupil.replies(), [WELCOME, SLOW]);
  assert.deepEqual(await page.locator('.said.me .words').allInnerTexts(), ['I think it is the nucleus, is it not?']);
  assert.equal(await page.getByText('The connection is lost.').count(), 0);
  await page.reload();
  assert.deepEqual(await pupil.replies(), [WELCOME, SLOW], 'the server has the same');
});

test('words that are sent without a connection are shown as not sent, and arrive once when it is back', async (t) => {
  const { teacher, pupil, page, context } = await beginWithModel(t, 'sqlite');
  await context.setOffline(true);
  teacher.says(SLOW);
  await page.getByRole('textbox', { name: 'Your message' }).fill('Can you hear me?');
  await page.keyboard.press('Enter');
  await page.getByText('Not sent yet').waitFor();
  await context.setOffline(false);
  await pupil.settled(2);
  assert.deepEqual(await page.locator('.said.me .words').allInnerTexts(), ['Can you hear me?']);
  assert.deepEqual(await pupil.replies(), [WELCOME, SLOW]);
});

test('a tab that is closed in the middle of a reply finds the whole of it when it comes back', async (t) => {
  const { teacher, pupil, page, newTab } = await beginWithModel(t, 'sqlite');
  await sayAndWaitForWords(pupil, teacher, 'What should I look at first?');
  await page.close();
  const tab = await newTab();
  await tab.goto(`/study/home/${pupil.sessionId}`);
  const again = new Pupil(tab, pupil.db, 'noa');
  await again.settled(2);
  assert.deepEqual(await again.replies(), [WELCOME, SLOW]);
});
