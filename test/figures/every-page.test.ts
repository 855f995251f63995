import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Client, login } from '../support/client.ts';
import { picturesOn } from './lines.ts';
import { NOT_COUNTED, NOT_REACHED } from './not-counted.ts';
import { openRegion } from './open-region.ts';
import { RECOUNTS } from './recounts.ts';
import { addToRegion } from './seeds.ts';
import { figuresOn, numbersIn } from './shown.ts';

const NO_PAGES = /^\/(api|assets|figures|healthz|live|readyz|metrics)\b|\.(csv|pdf|zip)$|\/export(\/file)?$/;

const pagesOf = ({ routes }: TestApp): string[] =>
  [...routes.keys()].flatMap((route) => {
    const [method, url = ''] = route.split(' ');
    return method === 'GET' && !NO_PAGES.test(url) ? [url] : [];
  });

/** Which page an address is of: one without a part that is filled in before one with it. */
function placing(pages: readonly string[]): (address: string) => string | undefined {
  const known = pages
    .map((url) => ({ url, fits: new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`), open: url.split(':').length }))
    .toSorted((a, b) => a.open - b.open);
  return (address) => known.find(({ fits }) => fits.test(address))?.url;
}

/** Whether a page says how much something is, in a large number, a table or a picture. */
const showsFigures = (html: string): boolean =>
  picturesOn(html).length > 0 || figuresOn(html).some(({ text }) => numbersIn(text).length > 0);

/** So many addresses of a page: one person has what another has not. */
const ADDRESSES = 2;

/** Follows every link from where somebody begins, to a few addresses of each page; answers which pages there are and which show figures. */
async function walk(client: Client, pageOf: (address: string) => string | undefined) {
  const [reached, showing] = [new Set<string>(), new Set<string>()];
  const seen = new Map<string, Set<string>>();
  const waiting = ['/', '/profile'];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const page = pageOf(address.split('?')[0] ?? '');
    const known = seen.get(page ?? '') ?? new Set();
    if (page === undefined || known.has(address) || known.size >= ADDRESSES) continue;
    seen.set(page, known.add(address));
    const { status, text, headers } = await client.get(address);
    if (status === 303) waiting.push(String(headers.location).split('#')[0] ?? '');
    if (status !== 200) continue;
    reached.add(page);
    if (showsFigures(text)) showing.add(page);
    const links = text.matchAll(/href="(\/[^"#]*)/g);
    waiting.push(...[...links].map(([, href = '']) => href.replaceAll('&amp;', '&')));
  }
  return { reached, showing };
}

test('every page that shows figures is counted again, or it is said why not', async (t) => {
  const app = await startTestApp(t, await openRegion(t, 'sqlite'));
  await addToRegion(app);
  const pages = pagesOf(app);
  const [reached, showing] = [new Set<string>(), new Set<string>()];
  for (const who of ['noa', 'dalia', 'amir', 'ruth', 'yossi'] as const) {
    const found = await walk(await login(app, who, NAMED[who].password), placing(pages));
    for (const page of found.reached) reached.add(page);
    for (const page of found.showing) showing.add(page);
  }
  const counted = new Set(RECOUNTS.map(({ page }) => page));
  const [excused, away] = [new Set(Object.keys(NOT_COUNTED)), new Set(Object.keys(NOT_REACHED))];
  assert.deepEqual([...showing.difference(counted.union(excused))], [], 'nobody counts them again');
  assert.deepEqual([...excused.difference(new Set(pages))], [], 'there is no such page');
  assert.deepEqual([...excused.intersection(counted)], [], 'somebody counts them again');
  const left = new Set(pages).difference(reached.union(counted).union(excused));
  assert.deepEqual([...left.difference(away)], [], 'no link leads there');
  assert.deepEqual([...away.difference(new Set(pages))], [], 'there is no such page');
});
