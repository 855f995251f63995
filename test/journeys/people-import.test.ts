import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { findAxeIssues, logIn, visit } from '../support/browser.ts';
import { logInAs } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

const HEAD = 'role,id,first name,last name,birth date,class,grade,children';
const WRONG = [
  HEAD,
  'pupil,n1,Zoe,Newcomer,2012-02-30,7z,7,',
  'pupil,n2,,Newcomer,2012-03-01,7z,17,',
  'king,n3,Max,Newcomer,,,,n1',
];
const RIGHT = [
  HEAD,
  'pupil,n1,Zoe,Newcomer,2012-02-28,9z,9,',
  'pupil,n2,Yam,Newcomer,2012-03-01,9z,9,',
  'parent,n3,Max,Newcomer,,,,n1;n2',
];
const PASSWORD = 'a quiet green garden';

async function send(page: Page, lines: string[], { whole = false } = {}): Promise<void> {
  await page.goto('/school/people/import');
  if (whole) await page.getByLabel('The file holds everybody').check();
  const buffer = Buffer.from(lines.join('\r\n'));
  await page.locator('#file').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'See what would happen' }).click();
}

/** What of the cards would be cut off on A4, with the longest that a name and an address usually are. */
async function cutOff(page: Page): Promise<string[]> {
  const cards = page.locator('.id-card');
  const before = await cards.first().innerHTML();
  await page.setViewportSize({ width: 718, height: 1046 });
  await page.emulateMedia({ media: 'print' });
  const found = await cards.evaluateAll((all) => {
    const [first] = all;
    const [name, address] = [first?.querySelector('strong'), first?.querySelector('.address')];
    if (name) name.textContent = 'Maximilian Alexander Featherstonehaugh-Wolfeschlegelstein';
    if (address)
      address.textContent = address.textContent.replace(/^http:\/\/[^/]+/, 'https://school.district.example.org');
    return all.flatMap((card) => {
      const { bottom, right } = card.getBoundingClientRect();
      const out = [...card.querySelectorAll('*')].filter((part) => {
        const box = part.getBoundingClientRect();
        return box.bottom > bottom + 1 || box.right > right + 1 || box.top < card.getBoundingClientRect().top - 1;
      });
      return out.map((part) => part.textContent);
    });
  });
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await cards.first().evaluate((card, html) => {
    card.innerHTML = html;
  }, before);
  return found;
}

test('a manager mends a file, brings people in, hands out their ways in, and is asked before much changes', async (t) => {
  const server = await startServer(t);
  const visitor = await visit(t, server.url);
  visitor.expect(/status of 4\d\d/);
  const desk = visitor.page;
  await logInAs(desk, 'ruth');
  await desk.goto('/school/people');
  await desk.getByRole('link', { name: 'Import people' }).click();

  await send(desk, WRONG);
  await desk.getByRole('heading', { name: 'What is wrong, and what is allowed' }).waitFor();
  const named = await desk.locator('#problems ~ * td, #problems ~ * th, section:has(#problems)').allInnerTexts();
  for (const place of ['row 2', '2012-02-30', 'row 3', 'first name', '17', 'row 4', 'king']) {
    assert.ok(named.join('\n').includes(place), `${place} in ${named.join('\n')}`);
  }
  assert.deepEqual(await findAxeIssues(desk), []);

  await send(desk, RIGHT);
  await desk.getByRole('heading', { name: 'What would happen' }).waitFor();
  await desk.getByText('3 people added').waitFor();
  await desk.getByText('2 pupils enrolled in the mandatory courses of their grade').waitFor();
  assert.deepEqual(await findAxeIssues(desk), []);
  await desk.getByRole('button', { name: 'Import it' }).click();
  await desk.getByText('was imported').waitFor();
  assert.deepEqual(await findAxeIssues(desk), []);

  await desk.getByRole('link', { name: 'Give them a way in' }).click();
  await desk.getByLabel('Name, username or email').fill('newcomer');
  await desk.getByRole('button', { name: 'Find' }).click();
  await desk.getByRole('button', { name: 'Print cards to set a password' }).click();
  const cards = desk.locator('.id-card');
  assert.equal(await cards.count(), 3);
  assert.deepEqual(await cutOff(desk), [], 'on paper every card holds all that it says');
  await cards.filter({ hasText: 'Max Newcomer' }).getByText('Yam Newcomer, Zoe Newcomer').waitFor();
  assert.deepEqual(await findAxeIssues(desk), []);
  const link = (await cards.filter({ hasText: 'max.newcomer' }).locator('.address').innerText()).trim();

  const parent = await visit(t, server.url);
  await parent.page.goto(new URL(link).pathname);
  await parent.page.getByLabel('New password').fill(PASSWORD);
  await parent.page.getByLabel('The same again').fill(PASSWORD);
  await parent.page.getByRole('button', { name: 'Set my password' }).click();
  await parent.page.getByRole('link', { name: /Zoe/ }).first().waitFor();
  await parent.page.getByRole('link', { name: /Yam/ }).first().waitFor();
  await parent.page.context().clearCookies();
  await logIn(parent.page, { username: 'max.newcomer', password: PASSWORD });
  await parent.page.getByRole('link', { name: /Zoe/ }).first().waitFor();

  await send(desk, RIGHT);
  await desk.getByText('The file changes nothing').waitFor();
  assert.equal(await desk.getByRole('button', { name: 'Import it' }).count(), 0);

  await send(desk, RIGHT, { whole: true });
  await desk.getByText('That is more than half of the school').waitFor();
  assert.deepEqual(await findAxeIssues(desk), []);
  await desk.getByRole('button', { name: 'Import it' }).click();
  await desk.getByText('Tick that the large change is right').waitFor();
  const noa = await visit(t, server.url);
  noa.expect(/status of 40\d/);
  await logInAs(noa.page, 'noa');
  await desk.getByLabel('Yes, this large change is right').check();
  await desk.getByRole('button', { name: 'Import it' }).click();
  await desk.getByText('was imported').waitFor();
  await noa.page.reload();
  await noa.page.waitForURL(/\/login/);
});
