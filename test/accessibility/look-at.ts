import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { findAxeIssues } from '../support/browser.ts';

const WIDTHS = [390, 1440] as const;
/** Half of a small window's width: what is left at a zoom of 200 % and more. */
const NARROWEST = 320;
const CONTRAST = 'color-contrast';
const LONG = process.env.TEST_LONG === '1';

/** Looks at each page in turn; `also` is what else is to hold there. */
export async function lookAtAll(page: Page, paths: string[], also = async (_path: string) => {}): Promise<void> {
  for (const [index, path] of paths.entries()) {
    await lookAt(page, path, index % 2 === 0);
    await also(path);
  }
}

/**
 * All rules at both widths. The contrast of colours, which takes as long as all others together, is read of each page in the light
 * and in the dark: with TEST_LONG both at both widths, without it one at each, and the other way round on every second page.
 */
async function lookAt(page: Page, path: string, lightIsWide: boolean): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('main details')) fold.toggleAttribute('open', true);
  });
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    const inLight = LONG || lightIsWide === (width === 1440);
    const issues = await findAxeIssues(page, inLight ? {} : { without: CONTRAST });
    assert.deepEqual(issues, [], `${path} at ${width} px, light`);
    assert.deepEqual(await findOverflow(page), [], `${path} at ${width} px`);
    if (width === 390) assert.deepEqual(await findSmall(page), [], `${path} is clicked with a finger`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const width of WIDTHS.toReversed()) {
    if (!LONG && lightIsWide === (width === 1440)) continue;
    await page.setViewportSize({ width, height: 844 });
    assert.deepEqual(await findAxeIssues(page, { only: CONTRAST }), [], `${path} at ${width} px, dark`);
  }
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  assert.deepEqual(await findOverflow(page), [], `${path} at ${NARROWEST} px`);
}

/** What can be clicked, and is smaller than a finger. */
function findSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main button:not(.visually-hidden), main .btn:not(.visually-hidden), main summary, main label.choice, nav a, main .map a',
      ),
    ]
      .map((one) => ({ text: one.textContent?.trim(), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ text, box }) => `${text} ${box.width} × ${box.height}`),
  );
}

/** What sticks out of the window to the side, unless it scrolls in a frame of its own. */
function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return right > innerWidth + 1 || left < -1;
    });
    return wide.slice(-3).map((one) => `${one.tagName}.${one.className}: ${one.textContent?.trim().slice(0, 60)}`);
  });
}
