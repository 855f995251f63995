import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { onLeave, seeOut } from './leaving.ts';

/** Nothing on a page may take longer, in ms. */
const PATIENCE = 15_000;

let browser: Promise<Browser> | undefined;

/** The one browser of a test file: the Chromium that comes with the packages. */
export function openBrowser(): Promise<Browser> {
  browser ??= launchChromium();
  return browser;
}

after(async () => {
  await (await browser)?.close();
});

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Complaints of the console that belong to what the test does, such as a refused request. */
  expect(complaint: RegExp): void;
  /** Another tab of the same browser, watched as well. */
  newTab(): Promise<Page>;
}

/**
 * A browser of its own for one person, gone when the test ends. Whatever a page throws or the console calls an error fails the
 * test, unless the test expects it; a failed test leaves a picture in test-results/.
 */
export async function visit(t: TestContext, origin: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await (await openBrowser()).newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  // A socket that was just being opened complains of its page being closed.
  let isLeaving = false;
  const watch = (page: Page) => {
    page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isLeaving)
        complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
  };
  context.on('page', watch);
  const page = await context.newPage();
  onLeave(t, async () => {
    if (!t.passed) await takePicture(page, t.name);
    isLeaving = true;
    await context.close();
  });
  t.after(async () => {
    await seeOut(t);
    const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(unexpected, [], 'the browser complained');
  });
  return { context, page, expect: (complaint) => expected.push(complaint), newTab: () => context.newPage() };
}

export interface PageOptions {
  theme?: 'light' | 'dark';
  /** px */
  width?: number;
  javaScript?: boolean;
}

/** One page of a person who looks in a certain way; answers to forms that are refused are no complaint here. */
export async function openPage(t: TestContext, origin: string, options: PageOptions = {}): Promise<Page> {
  const { theme = 'light', width = 1280, javaScript = true } = options;
  const visitor = await visit(t, origin, {
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: theme,
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
  });
  visitor.expect(/status of 4\d\d/);
  return visitor.page;
}

/** Logs in through the form that the login page shows. Does not wait for what comes of it. */
export async function logIn(page: Page, login: { username: string; password: string }): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Username').fill(login.username);
  await page.getByLabel('Password').fill(login.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** For many pages of one person: each has axe from the start, which takes a third of bringing it to each. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(axe.source);
}

/** Which rules of axe are asked: all where nothing is said. */
interface AxeRules {
  only?: string;
  without?: string;
}

/** What axe finds on the page as it is now, a line each: the rule, and where. Empty is what we want. */
export async function findAxeIssues(page: Page, rules: AxeRules = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async ({ only, without }) => {
    const { violations } = await window.axe.run({
      resultTypes: ['violations'],
      ...(only ? { runOnly: { type: 'rule' as const, values: [only] } } : {}),
      ...(without ? { rules: { [without]: { enabled: false } } } : {}),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.split('\n').at(-1)?.trim()}`,
      ),
    );
  }, rules);
}

declare global {
  interface Window {
    /** There once it was brought. */
    axe: typeof axe;
  }
}

async function takePicture(page: Page, title: string): Promise<void> {
  const folder = join(import.meta.dirname, '../../test-results');
  mkdirSync(folder, { recursive: true });
  const name = title.replace(/[^\w]+/g, '-').slice(0, 80);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true }).catch(() => {});
}
