import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { TestClock } from '../../test/support/clock.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { benchApp, logIn } from './app.ts';
import { regionFile } from './fill.ts';
import { jobs, reports } from './jobs.ts';
import { get, given, p95, timesOf, typical } from './measure.ts';
import { type Page, type Person, pagesWith } from './pages.ts';
import { LOGINS } from './people.ts';
import { HISTORIES, MESSAGES, NOW, PUPILS, REGION, sessionsOf } from './size.ts';

const MOST_MS = 100;
/** The same page with four times the history. */
const MOST_GROWTH = 1.5;
const MOST_GROWTH_OF_ALL = 1.2;
const MOST_MB = 64;
/** Of a page that takes less than this, what is shown is most of what it takes: a list that is not full yet is shorter. */
const WORTH_COMPARING_MS = 15;

/** A region in a file of its own that may be written to, with everybody of it logged in. */
interface Opened {
  app: App;
  db: DatabaseManager;
  queries: () => number;
  cookies: Record<Person, string>;
}

/** What each page of figures takes where a region has studied for a year and a half, and what the work behind them does to everybody else. */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-figures-'));
  const opened: Opened[] = [];
  const fileOf = (name: keyof typeof HISTORIES) => join(folder, `${name}.sqlite`);
  const open = async (name: keyof typeof HISTORIES, counts = false) => {
    const one = await openFile(fileOf(name), counts);
    opened.push(one);
    return one;
  };
  try {
    for (const name of ['long', 'short'] as const) copyFileSync(await regionFile(name), fileOf(name));
    const [long, short] = [await open('long'), await open('short')];
    const made = await reports(long.app);
    const pages = pagesWith(made.paths);
    const figures = [...made.figures, ...(await pageFigures(long, short, pages))];
    figures.push(
      ...(await queryFigures(
        await open('long', true),
        await open('short', true),
        pages.filter(({ grows }) => !grows),
      )),
    );
    figures.push(...(await memory(long, pages)));
    figures.push(...(await jobs(long.app, short.app)));
    const sessions = sessionsOf(HISTORIES.long);
    return {
      id: 'figures',
      title: `figures of ${REGION.schools} schools, ${PUPILS} pupils, ${sessions} sessions, ${sessions * MESSAGES} messages`,
      figures,
      floor: `p95 ≤ ${MOST_MS} ms for every page, which does not grow with history; memory flat; kept rows as counted`,
      pass: figures.every(meets),
    };
  } finally {
    for (const { app, db } of opened) {
      await app.stop(1000);
      await db.close();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openFile(file: string, counts: boolean): Promise<Opened> {
  let asked = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file }, counts ? () => (asked += 1) : undefined);
  const app = await benchApp(db, new TestClock(NOW));
  const cookies: Partial<Record<Person, string>> = {};
  for (const [who, { name }] of Object.entries(LOGINS)) cookies[who as Person] = await logIn(app, name);
  return { app, db, queries: () => asked, cookies: cookies as Opened['cookies'] };
}

const asked = ({ app, cookies }: Opened, { who, path }: Page) => ({ app, cookie: cookies[who], path });

async function pageFigures(long: Opened, short: Opened, pages: readonly Page[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  const all = { long: 0, short: 0 };
  for (const page of pages) {
    const both = page.grows ? [asked(long, page)] : [asked(long, page), asked(short, page)];
    const [times = [], timesShort = []] = await timesOf(both);
    figures.push({ name: `${page.path} (${page.who}): p95, ms of the processor`, value: p95(times), most: MOST_MS });
    if (page.grows) continue;
    all.long += typical(times);
    all.short += typical(timesShort);
    figures.push({
      name: '  · with four times the history, ratio',
      value: typical(times) / typical(timesShort),
      ...(typical(timesShort) < WORTH_COMPARING_MS ? {} : { most: MOST_GROWTH }),
    });
  }
  figures.push({
    name: 'all of these together with four times the history, ratio',
    value: all.long / all.short,
    most: MOST_GROWTH_OF_ALL,
  });
  return figures;
}

/** How many queries a page asks, and that it asks no more where there is more. */
async function queryFigures(long: Opened, short: Opened, pages: readonly Page[]): Promise<Figure[]> {
  const counted = async (opened: Opened, page: Page) => {
    await get(asked(opened, page));
    const before = opened.queries();
    await get(asked(opened, page));
    return opened.queries() - before;
  };
  const counts: { page: Page; more: number; most: number }[] = [];
  for (const page of pages) {
    const most = await counted(long, page);
    counts.push({ page, most, more: most - (await counted(short, page)) });
  }
  const longest = counts.toSorted((a, b) => b.most - a.most)[0];
  return [
    { name: `most queries of a page: ${longest?.page.path}`, value: longest?.most ?? 0 },
    ...counts
      .filter(({ more }) => more !== 0)
      .map(({ page, more }) => ({
        name: `${page.path}: queries more with four times the history`,
        value: more,
        most: 3,
      })),
  ];
}

const ROUNDS = 10;

/** What the process holds more after every page was asked for again and again. */
async function memory(long: Opened, pages: readonly Page[]): Promise<Figure[]> {
  const round = async (times: number) => {
    for (let n = 0; n < times; n += 1) for (const page of pages) await get(asked(long, page));
    return given();
  };
  const before = await round(2);
  const after = await round(ROUNDS);
  return [
    { name: `memory of the process before ${ROUNDS * pages.length} more requests, MB`, value: before },
    { name: '  · more after them, MB', value: after - before, most: MOST_MB },
  ];
}
