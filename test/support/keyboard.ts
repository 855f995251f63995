import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** More stops than this between two things that belong together is no way to work. */
const MOST_STOPS = 40;

/** Presses Tab until this has the focus, and a person can see that it has. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press(key);
    if (!(await target.evaluate((element) => element === document.activeElement))) continue;
    assert.ok(await target.evaluate(hasRing), 'the focus cannot be seen');
    return;
  }
  assert.fail(`not reached within ${MOST_STOPS} stops: ${target}`);
}

/** The element or what frames it is outlined. */
function hasRing(element: Element): boolean {
  const frames = [element, element.closest('label'), element.closest('.compose')];
  return frames.some((frame) => {
    const style = frame && getComputedStyle(frame);
    return style !== null && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
  });
}
