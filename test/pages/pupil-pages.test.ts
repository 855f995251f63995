import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import { findAxeIssues, logIn, openPage, type PageOptions } from '../support/browser.ts';
import { startServer } from '../support/running-server.ts';

const noa = SAMPLE_LOGINS.find(({ username }) => username === 'noa') ?? { username: '', password: '' };
let address = '';

const stops: object[] = [];

before(async () => {
  const server = await startServer({
    after: (stop) => {
      if (stop) stops.push(stop);
    },
  });
  address = server.url;
});

after(async () => {
  for (const stop of stops) if (typeof stop === 'function') await Reflect.apply(stop, undefined, []);
});

async function openAsNoa(t: TestContext, options: PageOptions = {}) {
  const page = await openPage(t, address, options);
  await logIn(page, noa);
  await page.waitForURL(`${address}/`);
  return page;
}

test('a wrong password is said in a way that everybody hears, and the name stays', async (t) => {
  const page = await openPage(t, address, { theme: 'dark', width: 390 });
  await page.goto('/login');
  await logIn(page, { username: 'noa', password: 'wrong' });
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await findAxeIssues(page), []);
  assert.equal(await page.getByLabel('Username').inputValue(), 'noa');
});

test('on a phone the results of past sessions stand within the page, not beside it', async (t) => {
  const page = await openAsNoa(t, { width: 390 });
  await page.goto('/history');
  const results = await page.getByText(/^Proficiency: /).all();
  assert.ok(results.length >= 5, `only ${results.length} results`);
  for (const result of results) {
    const box = await result.boundingBox();
    assert.ok(box !== null && box.x + box.width <= 390, `it ends at ${box?.x} + ${box?.width}`);
  }
});

test('with the keyboard alone, a pupil skips to the content, opens the reasons and begins to study', async (t) => {
  const page = await openAsNoa(t);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  const focus = async (name: string) => {
    for (let tabs = 0; tabs < 20; tabs += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
    }
    assert.fail(`${name} cannot be reached with the keyboard`);
  };
  await focus('How was this chosen?');
  await page.keyboard.press('Enter');
  await page.getByText('Each course gets points').waitFor();
  await page.goto('/study');
  await focus('So-so');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/study\/home\/\d+$/);
});

test('without JavaScript the way into a session works, and a wrong form says what is wrong', async (t) => {
  const page = await openPage(t, address, { javaScript: false });
  await logIn(page, SAMPLE_LOGINS.find(({ username }) => username === 'lina') ?? noa);
  await page.getByRole('link', { name: 'Choose something else' }).click();
  await page.locator('.card a').first().click();
  await page.getByRole('radio', { name: '45 min' }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Please choose how you feel.').waitFor();
  assert.ok(await page.getByRole('radio', { name: '45 min' }).isChecked());
  await page.getByLabel('Good', { exact: true }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL(/\/study\/home\/\d+$/);
});

test('formulas are drawn with a font of ours, and only pages with formulas fetch it', async (t) => {
  const page = await openAsNoa(t);
  const fonts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2')) fonts.push(`${response.status()} ${response.url()}`);
  });
  await page.goto('/courses');
  await page.evaluate(() => document.fonts.ready);
  assert.deepEqual(fonts, []);
  await page.evaluate(async () => {
    const math = document.createElementNS('http://www.w3.org/1998/Math/MathML', 'math');
    math.append(document.createElementNS('http://www.w3.org/1998/Math/MathML', 'mi'));
    (math.firstElementChild as Element).textContent = 'x';
    document.querySelector('main')?.append(math);
    await document.fonts.ready;
  });
  await page.waitForFunction(() => [...document.fonts].some((font) => font.status === 'loaded'));
  assert.match(fonts.join(), /^200 .*noto-sans-math/);
});
