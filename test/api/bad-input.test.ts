// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import * as z from 'zod';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { errorBody } from '../../src/shared/errors.ts';
import { startTestApp } from '../support/app.ts';
import { type Answer, login } from '../support/client.ts';
import { databaseTest, openSqlite } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { sharedData } from '../support/shared-data.ts';
import { activeSession, codeOf, END } from '../support/study.ts';

const BLNS = sharedData('security/blns.json');
/** Each naughty string is said to the teacher; with TEST_LONG it goes to every other place too, without it to a third of them in turn. */
const EVERY = process.env.TEST_LONG === '1' ? 1 : 3;

async function studying(t: TestContext, db: DatabaseManager) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const pupil = await login(app, 'pupil');
  return { ...school, app, pupil, id: await activeSession(pupil, school.courseId) };
}

/** What pupils send most, with what would be taken; test/authorization sends bad bodies to every route. */
const bodies = (id: number, courseId: number): [string, Record<string, unknown>][] => [
  ['/api/v1/auth/login', { username: 'pupil', password: 'x' }],
  ['/api/v1/study-sessions/home', { type: 'homework', courseId, emotionalStateBefore: 'neutral' }],
  [`/api/v1/study-sessions/home/${id}/messages`, { clientId: 'x', content: 'help' }],
  [`/api/v1/study-sessions/home/${id}/end`, { ...END, feedback: 'well' }],
];

function assertRefused(answer: Answer, what: string): void {
  assert.ok(answer.status < 500, `${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
  if (answer.status >= 400) {
    const shape = errorBody.safeParse(answer.json);
    assert.ok(shape.success, `${what}: not the shape of an error: ${answer.text.slice(0, 300)}`);
  }
}

databaseTest(
  'every naughty string in every field and address is taken or refused in the error shape',
  async (db, t) => {
    if (BLNS.skip) return t.skip(BLNS.skip);
    const all = z.array(z.string()).parse(JSON.parse(readFileSync(BLNS.path, 'utf8')));
    // Every tenth is enough to find what only the other database minds; all of them go through the same code above it.
    const strings = db.dialect === 'sqlite' ? all : all.filter((_, index) => index % 10 === 0);
    const { app, pupil, courseId, id } = await studying(t, db);
    for (const [index, text] of strings.entries()) {
      app.clock.advance(1000);
      let turn = index;
      for (const [path, body] of bodies(id, courseId)) {
        for (const [field, value] of Object.entries(body)) {
          turn += 1;
          const ends = path.endsWith('/end') && field === 'feedback';
          // A password is hashed and never looked at otherwise; hashing takes its time.
          const hashed = field === 'password' && index % 20 !== 0;
          const left = field !== 'content' && turn % EVERY !== 0;
          if (typeof value !== 'string' || ends || hashed || left) continue;
          const fresh = field === 'content' ? { clientId: `naughty-${index}` } : {};
          const answer = await pupil.post(path, { ...body, ...fresh, [field]: text });
          assertRefused(answer, `${JSON.stringify(text)} as ${field} of ${path}`);
        }
      }
      const address = encodeURIComponent(text);
      for (const path of ['study-sessions/home/', '', 'courses/', `study-sessions/home/${id}/messages?after=`]) {
        turn += 1;
        if (turn % EVERY !== 0) continue;
        assertRefused(await pupil.get(`/api/v1/${path}${address}`), `${JSON.stringify(text)} after ${path}`);
      }
    }
    const said = await pupil.get(`/api/v1/study-sessions/home/${id}/messages`);
    assert.doesNotMatch(said.text, /"html":"[^"]*<(script|img|svg|iframe|object|style)[ >/]/i, 'nothing runs');
    assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/end`, END)).status, 200);
    for (const feedback of pages(strings, 1900)) {
      const next = await activeSession(pupil, courseId);
      const answer = await pupil.post(`/api/v1/study-sessions/home/${next}/end`, { ...END, feedback });
      assert.equal(answer.status, 200, answer.text);
    }
  },
);

/** Strings put together to texts of at most so many characters. */
function pages(strings: readonly string[], most: number): string[] {
  const found = [''];
  for (const text of strings) {
    const page = found.at(-1) ?? '';
    if (page.length + text.length < most) found[found.length - 1] = `${page} ${text}`;
    else found.push(text.slice(0, most));
  }
  return found;
}

databaseTest('words come back as they were written, whatever the script', async (db, t) => {
  const { pupil, id } = await studying(t, db);
  for (const [index, content] of [
    'שלום, מה זה 3/4?',
    'ⓤⓝⓘ 🤔👩‍👩‍👧',
    'a\u0000b',
    'e\u0301',
    '\u202Eabc',
    '<b>&amp;"\'',
  ].entries()) {
    const answer = await pupil.post(`/api/v1/study-sessions/home/${id}/messages`, { clientId: `w${index}`, content });
    assert.equal(answer.status, 200, answer.text);
    const messages = (await pupil.get(`/api/v1/study-sessions/home/${id}/messages`)).json as { content: string }[];
    assert.equal(messages.at(-2)?.content, content.normalize('NFC'));
  }
});

test('the longest messages that can be written are answered, whatever they repeat', async (t) => {
  const { pupil, id } = await studying(t, await openSqlite(t));
  for (const part of [
    '1',
    '1 ',
    '1/2 ',
    '2x+',
    '(',
    '−',
    '½',
    '=',
    '1= ',
    '%',
    '0x',
    'a ',
    'i want to ',
    '٣',
    '$',
    '\\frac{',
  ]) {
    const content = part.repeat(4000).slice(0, 3999);
    const answer = await pupil.post(`/api/v1/study-sessions/home/${id}/messages`, { clientId: part.trim(), content });
    assert.equal(answer.status, 200, `${part}: ${answer.text.slice(0, 200)}`);
  }
});

test('what the API cannot read is refused for what it is', async (t) => {
  const { app, pupil, id } = await studying(t, await openSqlite(t));
  const path = `/api/v1/study-sessions/home/${id}/messages`;
  const good = JSON.stringify({ clientId: 'x', content: 'help' });
  const cases: [string, Answer, number, string][] = [
    ['malformed JSON', await pupil.post(path, '{"clientId": '), 400, 'bad-request'],
    [
      'prototype',
      await pupil.post(path, '{"__proto__": {"x": 1}, "clientId": "x", "content": "y"}'),
      400,
      'bad-request',
    ],
    [
      'a form',
      await pupil.post(path, 'clientId=x&content=y', form('application/x-www-form-urlencoded')),
      415,
      'unsupported-media-type',
    ],
    ['plain text', await pupil.post(path, good, form('text/plain')), 415, 'unsupported-media-type'],
    ['XML', await pupil.post(path, '<x/>', form('application/xml')), 415, 'unsupported-media-type'],
    ['too large', await pupil.post(path, { clientId: 'x', content: 'y'.repeat(300_000) }), 413, 'too-large'],
    ['no body', await pupil.post(path), 400, 'invalid-input'],
    ['an unknown route', await pupil.get('/api/v1/nothing'), 404, 'not-found'],
    ['an unknown method', await pupil.send('/api/v1/me', { method: 'DELETE' }), 404, 'not-found'],
    ['an address that is none', await pupil.get('/api/v1/%E0%A4%A'), 400, 'bad-request'],
    ['a very long id', await pupil.get(`/api/v1/study-sessions/home/${'9'.repeat(400)}`), 414, 'too-large'],
    ['a number that is too large', await pupil.get(`/api/v1/study-sessions/home/${'9'.repeat(30)}`), 404, 'not-found'],
    ['a negative id', await pupil.get('/api/v1/study-sessions/home/-1'), 404, 'not-found'],
    ['a bad query', await pupil.get('/api/v1/history?limit=1000'), 400, 'invalid-input'],
  ];
  for (const [what, answer, status, code] of cases) {
    assertRefused(answer, what);
    assert.deepEqual([answer.status, codeOf(answer)], [status, code], `${what}: ${answer.text}`);
    assert.match(String(answer.headers['content-type']), /^application\/json/, what);
  }
  const empty = await pupil.post(`/api/v1/study-sessions/home/${id}/pause`, '', form('application/json'));
  assert.equal(empty.status, 200, 'an empty body where none is asked for');
  assert.equal((await app.server.inject({ url: '/api/v1/me' })).statusCode, 401);
});

test('what is no HTTP at all is answered in the error shape, and the server lives on', async (t) => {
  const { app, pupil } = await studying(t, await openSqlite(t));
  const address = new URL(await app.listen());
  const tried = [
    'NONSENSE\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: nothing\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`,
    'GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc',
  ];
  for (const text of tried) {
    const answer = await exchange(address, text);
    assert.match(answer, /^HTTP\/1\.1 4\d\d /, text.slice(0, 60));
    const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
    assert.ok(errorBody.safeParse(JSON.parse(body)).success, body);
  }
  assert.equal((await pupil.get('/api/v1/me')).status, 200);
});

const form = (type: string) => ({ 'content-type': type });

function exchange(address: URL, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(address.port), address.hostname, () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
