import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../support/browser.ts';
import { logInAs, Pupil } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

test('a whole session works in a browser without JavaScript', async (t) => {
  const server = await startServer(t);
  const { page } = await visit(t, server.url, { javaScriptEnabled: false });
  await logInAs(page, 'noa');
  const pupil = new PlainPupil(page, server.db, 'noa');
  await pupil.studyNow('Not good');

  const hint = await pupil.press('A hint, please');
  assert.notEqual(hint, (await pupil.replies())[0]);
  const item = await pupil.openItem();
  assert.ok(item);
  await pupil.answerRight(item);
  assert.notEqual((await pupil.openItem())?.revisionId, item.revisionId, 'the right answer was taken');

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('heading', { name: 'This session is paused.' }).waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await pupil.say('What does this have to do with me?');

  await pupil.end();
  await page
    .getByText('too little to go by')
    .or(page.getByRole('link', { name: 'Look again' }))
    .first()
    .waitFor();
  for (let looks = 0; looks < 20 && (await page.getByRole('link', { name: 'Look again' }).count()) > 0; looks += 1) {
    await page.waitForTimeout(500);
    await page.getByRole('link', { name: 'Look again' }).click();
  }
  await page.getByText('too little to go by').first().waitFor();
});

test('going back and sending the same form again says it once', async (t) => {
  const server = await startServer(t);
  const { page, context } = await visit(t, server.url, { javaScriptEnabled: false });
  await logInAs(page, 'noa');
  const pupil = new PlainPupil(page, server.db, 'noa');
  await pupil.studyNow();
  const form = page.locator('form.answer');
  const clientId = await form.locator('[name=clientId]').inputValue();
  const action = (await form.getAttribute('action')) ?? '';
  await pupil.say('I would say forty-two.');
  const again = await context.request.post(action, { form: { clientId, content: 'I would say forty-two.' } });
  assert.equal(again.ok(), true);
  await page.reload();
  assert.deepEqual(await page.locator('.said.me .words').allInnerTexts(), ['I would say forty-two.']);
  assert.equal(await page.locator('.said.teacher').count(), 2);
});

/** Without scripts every step is a page: when it is there, it is whole. */
class PlainPupil extends Pupil {
  override async settled(messages: number): Promise<void> {
    await this.page
      .locator('.said.teacher')
      .nth(messages - 1)
      .waitFor();
  }
}
