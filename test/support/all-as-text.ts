import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import { startTestApp } from './app.ts';
import { Client } from './client.ts';

/**
 * A program of its own: follows every link of every role on the database that it is given, at a moment that it is given, and
 * prints the pages as JSON. Two pages that differ in ids alone are as good as one, three times over.
 */
const [file = '', now = ''] = process.argv.slice(2);
const ALIKE = 3;
const FOR_READING = /^\/(?!api|assets|figures|docs|healthz|readyz|metrics)[^.]*$/;
const NUMBER = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

const db = new DatabaseManager({ kind: 'sqlite', file });
const app = await startTestApp({ after: () => {} }, db, {
  clock: { now: () => Number(now) },
  sampleLogins: [...SAMPLE_LOGINS],
});

const pages: { path: string; html: string }[] = [];

async function follow(browser: Client, who: string): Promise<void> {
  const seen = new Map<string, number>();
  const waiting = ['/', '/login', '/nowhere-at-all'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { text, headers } = await browser.get(path);
    pages.push({ path: `${who} ${path}`, html: text.replace(NUMBER, 'NUMBER') });
    const links = [...text.matchAll(/href="([^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
    for (const link of [...links, String(headers.location ?? '')]) {
      const kind = link.replace(/\d+/g, ':id');
      const times = seen.get(kind) ?? 0;
      if (!FOR_READING.test(link) || times >= ALIKE || waiting.includes(link)) continue;
      seen.set(kind, times + 1);
      waiting.push(link);
    }
  }
}

await follow(new Client(app), 'nobody');
for (const { username, password } of SAMPLE_LOGINS) {
  const browser = new Client(app);
  await browser.send('/api/v1/auth/login', { method: 'POST', body: { username, password } });
  await follow(browser, username);
}
process.stdout.write(JSON.stringify(pages), () => process.exit(0));
