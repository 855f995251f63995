import type { LightMyRequestResponse } from 'fastify';
import { type App, buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';

/** A page of somebody: its address, "chat", or the first link of this form on another page. */
interface Page {
  person: string;
  path: string;
  link?: RegExp;
}

/** Pages by who looks at them. The chat is the one with an island. */
const PAGES: Page[] = [
  { person: '', path: '/login' },
  { person: 'noa', path: '/' },
  { person: 'noa', path: '/courses' },
  { person: 'noa', path: '/courses', link: /\/courses\/\d+/ },
  { person: 'noa', path: '/study' },
  { person: 'noa', path: '/study/new' },
  { person: 'noa', path: '/history' },
  { person: 'noa', path: '/history', link: /\/study\/home\/\d+\/summary/ },
  { person: 'noa', path: 'chat' },
  { person: 'dalia', path: '/children' },
  { person: 'dalia', path: '/children', link: /\/children\/\d+/ },
  { person: 'amir', path: '/class' },
  { person: 'amir', path: '/class', link: /\/class\/students\/\d+/ },
  { person: 'amir', path: '/alerts' },
  { person: 'ruth', path: '/school' },
  { person: 'yossi', path: '/region' },
];

export interface Stop {
  /** Who looks, or "anybody". */
  person: string;
  /** The address with ids as they are called in it; "chat" for the pupil's session. */
  path: string;
  /** As it goes over the wire, with brotli. */
  compressed: LightMyRequestResponse;
  html: string;
  /** Queries for this one page. */
  queries: number;
}

/** Visits every page once, as whoever it is for, in a sample region of this size. */
export async function tour(size: { students: number; days: number }): Promise<Stop[]> {
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, () => {
    queries += 1;
  });
  await db.createTables();
  await db.populateSampleData(size);
  const config = {
    secretKey: 'the key of a benchmark, of no other use',
    trustProxy: false,
    remoteModel: null,
  } as const;
  const app = await buildApp({ config: { ...config, logLevel: 'silent', production: false }, db });
  const stops: Stop[] = [];
  try {
    for (const page of PAGES) {
      const cookie = await logIn(app, page.person);
      const url = await addressOf(app, page, cookie);
      queries = 0;
      const compressed = await app.server.inject({ url, headers: { cookie, 'accept-encoding': 'br' } });
      if (compressed.statusCode !== 200) throw new Error(`${url} answered ${compressed.statusCode}.`);
      const asked = queries;
      const html = await app.server.inject({ url, headers: { cookie, 'accept-encoding': 'identity' } });
      stops.push({
        person: page.person || 'anybody',
        path: named(page, url),
        compressed,
        html: html.body,
        queries: asked,
      });
    }
  } finally {
    await app.stop(1000);
    await db.close();
  }
  return stops;
}

async function addressOf(app: App, { path, link }: Page, cookie: string): Promise<string> {
  if (path === 'chat') return newSession(app, cookie);
  if (!link) return path;
  const answer = await app.server.inject({ url: path, headers: { cookie } });
  const [found] = link.exec(answer.body) ?? [];
  if (found === undefined) throw new Error(`${path} has no link like ${link}.`);
  return found;
}

function named({ path }: Page, url: string): string {
  return path === 'chat' ? path : url.replace(/\d+/g, ':id');
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
