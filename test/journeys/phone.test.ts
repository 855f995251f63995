import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { logInAs, Pupil } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

test('on a phone each reply ends with the question and the box to write in before one’s eyes', async (t) => {
  const server = await startServer(t);
  const phone = {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  } as const;
  const { page } = await visit(t, server.url, phone);
  await logInAs(page, 'noa');
  const pupil = new Pupil(page, server.db, 'noa');
  await pupil.studyNow();
  for (const words of ['A hint, please', 'What should I do first?', 'A hint, please']) {
    await pupil.say(words);
    await page.waitForFunction(() => {
      const box = document.querySelector('.compose')?.getBoundingClientRect();
      return box !== undefined && box.bottom <= innerHeight && box.top >= 0;
    });
    assert.ok(await isSeen(page, '.item .question'), `after "${words}" the question is out of sight`);
  }
});

function isSeen(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
