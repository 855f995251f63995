import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import { fillSampleRegion } from '../../src/sample-region.ts';
import { loadAssets, packageRoot } from '../../src/web/assets.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';

/** Pages by who looks at them. The chat is the one with an island. */
const PAGES: [string, string][] = [
  ['', '/login'],
  ['noa', '/'],
  ['noa', '/courses'],
  ['noa', '/study/new'],
  ['noa', '/history'],
  ['noa', 'chat'],
  ['dalia', '/children'],
  ['amir', '/class'],
  ['amir', '/alerts'],
  ['ruth', '/school'],
  ['yossi', '/region'],
];

const PLAIN_MOST = 15_000;
const CHAT_MOST = 40_000;

/**
 * Bytes of each page over the wire with brotli, all told: the page, the stylesheet, the scripts. The maths font (53 kB) is
 * fetched once, by pages with formulas only, and kept for ever; it is told by itself. And the queries that each page asks.
 */
export async function run(): Promise<BenchResult> {
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, () => {
    queries += 1;
  });
  await db.createTables();
  await fillSampleRegion(db, { students: 20, days: 60 });
  const config = {
    secretKey: 'the key of a benchmark, of no other use',
    trustProxy: false,
    remoteModel: null,
  } as const;
  const app = await buildApp({ config: { ...config, logLevel: 'silent', production: false }, db });
  const figures: Figure[] = [];
  try {
    for (const [username, path] of PAGES) {
      const cookie = await logIn(app, username);
      const url = path === 'chat' ? await newSession(app, cookie) : path;
      queries = 0;
      const answer = await app.server.inject({ url, headers: { cookie, 'accept-encoding': 'br' } });
      if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}.`);
      const asked = queries;
      const html = await app.server.inject({ url, headers: { cookie, 'accept-encoding': 'identity' } });
      const value = answer.rawPayload.length + assetBytes(html.body);
      const most = path === 'chat' ? CHAT_MOST : PLAIN_MOST;
      figures.push({ name: `${path} (${username || 'anybody'}): bytes, all told`, value, most });
      figures.push({ name: `${path} (${username || 'anybody'}): queries`, value: asked });
    }
  } finally {
    await app.stop(1000);
    await db.close();
  }
  const floor = 'at most 15 kB without an island, 40 kB for the chat';
  return { id: 'page-bytes', title: 'what a page weighs', figures, floor, pass: figures.every(meets) };
}

async function logIn(app: App, username: string): Promise<string> {
  const login = SAMPLE_LOGINS.find((one) => one.username === username);
  if (!login) return '';
  const { password } = login;
  const answer = await app.server.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { username, password },
  });
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
}

/** A chat with the teacher's first words, and where it is. */
async function newSession(app: App, cookie: string): Promise<string> {
  const courses = await app.server.inject({ url: '/api/v1/courses', headers: { cookie } });
  const [course]: { id: number }[] = [courses.json()].flat().flatMap((one) => one.courses ?? one);
  const payload = { type: 'homework', courseId: course?.id, emotionalStateBefore: 'neutral' };
  const made = await app.server.inject({
    method: 'POST',
    url: '/api/v1/study-sessions/home',
    headers: { cookie },
    payload,
  });
  const { id }: { id: number } = made.json();
  await app.server.inject({ method: 'POST', url: `/api/v1/study-sessions/home/${id}/start`, headers: { cookie } });
  for (let tries = 0; tries < 100; tries += 1) {
    const url = `/api/v1/study-sessions/home/${id}/messages`;
    const answer = await app.server.inject({ url, headers: { cookie } });
    if (answer.body.includes('"complete"')) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return `/study/home/${id}`;
}

/** The files of ours that a page names, compressed as they are served. */
function assetBytes(html: string): number {
  const names = new Set([...html.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map(([, name]) => name ?? ''));
  const folder = join(loadAssets(join(packageRoot(), 'dist', 'client')).folder, 'assets');
  return [...names].reduce((sum, name) => sum + readFileSync(join(folder, `${name}.br`)).length, 0);
}
