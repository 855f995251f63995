import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { fill, LOGIN, SIZE } from './fill.ts';

const ROUNDS = 60;
const MOST_MS = 100;

/** Each page with another course, unit or question every time; searches for rare, common and several words. */
const PAGES: Record<string, (round: number) => string> = {
  'list of courses': (round) => `/region/curriculum?page=${1 + (round % 6)}`,
  course: (round) => `/region/curriculum/courses/${1 + ((round * 37) % SIZE.courses)}`,
  unit: (round) =>
    `/region/curriculum/courses/${1 + ((round * 37) % SIZE.courses)}/unit?name=Unit%20${1 + (round % SIZE.units)}`,
  question: (round) =>
    `/region/curriculum/problems/${1 + ((round * 1663) % (SIZE.courses * SIZE.units * SIZE.questions))}`,
  'search, a rare word': (round) => `/region/curriculum?q=${1 + ((round * 1663) % 99_991)}`,
  'search, a word that is everywhere': () => '/region/curriculum?q=number',
  'search, the beginning of common words': (round) => `/region/curriculum?q=${['tr', 'mo', 'en'][round % 3]}`,
  'search, several words': (round) => `/region/curriculum?q=energy+slope&page=${1 + (round % 3)}`,
  'search, nothing is found': (round) => `/region/curriculum?q=nowhere${round}`,
};

/**
 * A curriculum as large as it gets: what its pages and its search take, and how often they ask the database. Held to the floor is
 * the time of the processor: pages, queries and SQLite itself run on one thread here, so on a machine that does nothing else it
 * is the time of the clock, which is told beside it.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-curriculum-'));
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: join(folder, 'bench.sqlite') }, () => {
    queries += 1;
  });
  await db.createTables();
  const began = performance.now();
  await fill(db);
  const filled = (performance.now() - began) / 1000;
  const config = {
    secretKey: 'the key of a benchmark, of no other use',
    trustProxy: false,
    remoteModel: null,
  } as const;
  const limits = { person: 1_000_000, address: 1_000_000 };
  const app = await buildApp({ config: { ...config, logLevel: 'silent', production: false }, db, rateLimits: limits });
  try {
    const cookie = await logIn(app);
    const figures: Figure[] = [];
    for (const [name, addressOf] of Object.entries(PAGES)) {
      const [processor, clock]: [number[], number[]] = [[], []];
      for (let round = -3; round < ROUNDS; round += 1) {
        queries = 0;
        const took = await timeOf(app, cookie, addressOf(round + 3));
        if (round < 0) continue;
        processor.push(took.processor);
        clock.push(took.clock);
      }
      figures.push({ name: `${name}: p95, ms of the processor`, value: percentile(processor, 0.95), most: MOST_MS });
      figures.push({ name: `${name}: p95, ms by the clock`, value: percentile(clock, 0.95) });
      figures.push({ name: `${name}: queries`, value: queries });
    }
    figures.push({ name: 'filling it, s', value: filled });
    return {
      id: 'curriculum',
      title: `${SIZE.courses} courses, ${SIZE.courses * SIZE.units} units, ${SIZE.courses * SIZE.units * SIZE.questions} questions`,
      figures,
      floor: `p95 ≤ ${MOST_MS} ms for every page and search`,
      pass: figures.every(meets),
    };
  } finally {
    await app.stop(1000);
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeOf(app: App, cookie: string, url: string): Promise<{ processor: number; clock: number }> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const answer = await app.server.inject({ url, headers: { cookie } });
  const { user, system } = process.cpuUsage(used);
  const took = { processor: (user + system) / 1000, clock: performance.now() - began };
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}.`);
  return took;
}

async function logIn(app: App): Promise<string> {
  const answer = await app.server.inject({ method: 'POST', url: '/api/v1/auth/login', payload: LOGIN });
  const [cookie] = answer.cookies;
  if (!cookie) throw new Error(`Nobody was logged in: ${answer.payload}`);
  return `${cookie.name}=${encodeURIComponent(cookie.value)}`;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
