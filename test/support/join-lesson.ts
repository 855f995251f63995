import type { Page } from 'playwright-core';

/**
 * From Today into the lesson, with how one feels, until the teacher has greeted and the page is at rest: a page that comes alive
 * while words are on their way closes its buttons for that long.
 */
export async function joinLesson(page: Page, feeling = 'Good'): Promise<void> {
  await page.getByRole('link', { name: 'Join the lesson' }).click();
  await page.getByText(feeling, { exact: true }).click();
  await page.getByRole('button', { name: 'Join the lesson' }).click();
  await page.locator('.said.teacher').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.growing, .dots').waitFor({ state: 'detached' });
}
