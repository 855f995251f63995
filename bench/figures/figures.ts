import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { DAY } from '../../src/shared/instant.ts';
import { TestClock } from '../../test/support/clock.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { fill, NOW, SIZE } from './fill.ts';

const ROUNDS = 30;
const MOST_MS = 100;
const day = (ago: number) => new Date(NOW - ago * DAY).toISOString().slice(0, 10);

/** Figures over four weeks and over as much as may be asked for, of a class, of a school and of forty schools. */
const PAGES: readonly [who: string, name: string, path: string][] = [
  ['class-manager', 'a class, four weeks', '/class/analytics'],
  ['class-manager', 'a class, a year', `/class/analytics?from=${day(364)}`],
  ['school-manager', 'a school, four weeks', '/school/analytics'],
  ['school-manager', 'a school, a year', `/school/analytics?from=${day(364)}`],
  ['supervisor', 'forty schools, four weeks', '/region/analytics'],
  ['supervisor', 'forty schools, half a year', `/region/analytics?from=${day(183)}`],
];

/** What pages of figures take where a region has studied for a year and a half, by the time of the processor. */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-figures-'));
  const db = new DatabaseManager({ kind: 'sqlite', file: join(folder, 'bench.sqlite') });
  await db.createTables();
  const { logins, countMs } = await fill(db);
  const config = {
    secretKey: 'the key of a benchmark, of no other use',
    trustProxy: false,
    remoteModel: null,
  } as const;
  const app = await buildApp({
    config: { ...config, logLevel: 'silent', production: false },
    db,
    clock: new TestClock(NOW),
    rateLimits: { person: 1_000_000, address: 1_000_000 },
  });
  try {
    const figures: Figure[] = [{ name: `all ${SIZE.sessions} sessions counted anew, s`, value: countMs / 1000 }];
    for (const [who, name, path] of PAGES) {
      const cookie = await logIn(app, who, logins[who] ?? '');
      const took: number[] = [];
      for (let round = -3; round < ROUNDS; round += 1) {
        const ms = await timeOf(app, cookie, path);
        if (round >= 0) took.push(ms);
      }
      took.sort((a, b) => a - b);
      figures.push({
        name: `${name}: p95, ms of the processor`,
        value: took[Math.ceil(ROUNDS * 0.95) - 1] ?? Number.NaN,
        most: MOST_MS,
      });
    }
    return {
      id: 'figures',
      title: `figures of ${SIZE.schools} schools, ${SIZE.schools * SIZE.classes * SIZE.pupils} pupils, ${SIZE.sessions} sessions, ${SIZE.sessions * SIZE.messages} messages`,
      figures,
      floor: `p95 ≤ ${MOST_MS} ms for every page`,
      pass: figures.every(meets),
    };
  } finally {
    await app.stop(1000);
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeOf(app: App, cookie: string, url: string): Promise<number> {
  const used = process.cpuUsage();
  const answer = await app.server.inject({ url, headers: { cookie } });
  const { user, system } = process.cpuUsage(used);
  if (answer.statusCode !== 200)
    throw new Error(`${url} answered ${answer.statusCode}: ${answer.payload.slice(0, 300)}`);
  return (user + system) / 1000;
}

async function logIn(app: App, username: string, password: string): Promise<string> {
  const answer = await app.server.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { username, password },
  });
  const [cookie] = answer.cookies;
  if (!cookie) throw new Error(`Nobody was logged in: ${answer.payload}`);
  return `${cookie.name}=${encodeURIComponent(cookie.value)}`;
}
