import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { Client } from '../../../test/support/client.ts';
import { openSqlite } from '../../../test/support/databases.ts';
import { PASSWORD, smallSchool } from '../../../test/support/factory.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

async function site(t: TestContext) {
  const db = await openSqlite(t);
  await smallSchool(db);
  return startTestApp(t, db);
}

/** Where the login leads with this `next`. */
async function leadsTo(app: Awaited<ReturnType<typeof site>>, next: string) {
  const body = new URLSearchParams({ username: 'pupil', password: PASSWORD, next }).toString();
  const { status, headers } = await new Client(app).post('/login', body, form);
  return { status, location: headers.location };
}

test('the login leads to the page that was wanted', async (t) => {
  const app = await site(t);
  for (const next of ['/', '/courses/1', '/history?before=3', '/a%20b#c', `/${'a'.repeat(3000)}`]) {
    assert.deepEqual(await leadsTo(app, next), { status: 303, location: next });
  }
});

test('the login leads nowhere but to this site, whatever the address says', async (t) => {
  const app = await site(t);
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\tevil',
    '/a\r\nset-cookie: x=1',
    '/a\u0000b',
    '/日本',
    '/é',
    `/${'a'.repeat(5000)}`,
    '',
  ]) {
    assert.deepEqual(await leadsTo(app, next), { status: 303, location: '/' }, JSON.stringify(next));
  }
});

test('a login form that cannot be read comes back as a form', async (t) => {
  const app = await site(t);
  for (const body of ['', 'username=a&username=b&password=c', `username=${'a'.repeat(300)}&password=x`, 'next=%ff']) {
    const answer = await new Client(app).post('/login', body, form);
    assert.equal(answer.status, 400, body.slice(0, 40));
    assert.match(answer.text, /name="password"/);
  }
  for (const query of ['?next=/a&next=/b', `?next=/${'a'.repeat(9000)}`, '?next[]=x']) {
    const answer = await new Client(app).get(`/login${query}`, { accept: 'text/html' });
    assert.equal(answer.status, 200, query.slice(0, 40));
  }
});
