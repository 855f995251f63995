import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { findAxeIssues } from '../support/browser.ts';

const WIDTHS = [390, 1440] as const;
/** Half of a small window's width: what is left at a zoom of 200 % and more. */
const NARROWEST = 320;
const CONTRAST = 'color-contrast';

/** Looks at each page in turn; `also` is what else is to hold there. */
export async function lookAtAll(page: Page, paths: string[], also = async (_path: string) => {}): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('main details')) fold.toggleAttribute('open', true);
    });
    for (const width of WIDTHS) await lookAt(page, path, { width, theme: 'light' });
    for (const width of WIDTHS.toReversed()) await lookAt(page, path, { width, theme: 'dark' });
    await page.setViewportSize({ width: NARROWEST, height: 640 });
    assert.deepEqual(await findOverflow(page), [], `${path} at ${NARROWEST} px`);
    await also(path);
  }
}

interface Look {
  width: (typeof WIDTHS)[number];
  theme: 'light' | 'dark';
}

/** All rules in the light; in the dark the contrast of colours, which alone differs there. */
async function lookAt(page: Page, path: string, { width, theme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 844 });
  const issues = await findAxeIssues(page, theme === 'light' ? {} : { only: CONTRAST });
  assert.deepEqual(issues, [], `${path} at ${width} px, ${theme}`);
  if (theme === 'dark') return;
  assert.deepEqual(await findOverflow(page), [], `${path} at ${width} px`);
  if (width === 390) assert.deepEqual(await findSmall(page), [], `${path} is clicked with a finger`);
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
