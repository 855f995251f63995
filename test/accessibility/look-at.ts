import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { findAxeIssues } from '../support/browser.ts';

/** Half of a small window's width: what is left at a zoom of 200 % and more. */
const NARROWEST = 320;
const CONTRAST = 'color-contrast';
const LONG = process.env.TEST_LONG === '1';

/** How a page is looked at: in which window, by which light, and whether for more than the contrast of its colours. */
interface Look {
  width: 390 | 1440;
  theme: 'light' | 'dark';
  whole: boolean;
}

/** Looks at each page in turn; `also` is what else is to hold there. */
export async function lookAtAll(page: Page, paths: string[], also = async (_path: string) => {}): Promise<void> {
  for (const [index, path] of paths.entries()) {
    await page.goto(path);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('main details')) fold.toggleAttribute('open', true);
    });
    for (const look of LONG ? ALL : looksAt(index)) await lookAt(page, path, look);
    await page.setViewportSize({ width: NARROWEST, height: 640 });
    assert.deepEqual(await findOverflow(page), [], `${path} at ${NARROWEST} px`);
    await also(path);
  }
}

const ALL: readonly Look[] = [
  { width: 390, theme: 'light', whole: true },
  { width: 1440, theme: 'light', whole: true },
  { width: 1440, theme: 'dark', whole: false },
  { width: 390, theme: 'dark', whole: false },
];

/**
 * Of each page both widths and both themes, all rules in one of the two; the contrast of colours, which takes as long as all other
 * rules together, in each. The next page is looked at the other way round.
 */
function looksAt(index: number): readonly Look[] {
  const [width, other] = index % 2 === 0 ? ([390, 1440] as const) : ([1440, 390] as const);
  const [theme, opposite] = index % 4 < 2 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  return [
    { width, theme, whole: true },
    { width: other, theme: opposite, whole: false },
  ];
}

async function lookAt(page: Page, path: string, { width, theme, whole }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: 844 });
  const issues = await findAxeIssues(page, whole ? {} : { only: CONTRAST });
  assert.deepEqual(issues, [], `${path} at ${width} px, ${theme}`);
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
