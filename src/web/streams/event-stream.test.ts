import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { type TestContext, test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { type Client, login } from '../../../test/support/client.ts';
import { openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { startScriptedTeacher } from '../../../test/support/scripted-teacher.ts';
import { activeSession } from '../../../test/support/study.ts';

/** A lesson whose teacher has just begun a reply that takes minutes. */
async function slowLesson(t: TestContext) {
  const db = await openSqlite(t);
  const { courseId } = await smallSchool(db);
  const teacher = await startScriptedTeacher(t);
  teacher.says('Welcome. Look at the first question.');
  const names = { model: 'scripted-model', evaluatorModel: 'scripted-model', requestsPerMinute: null };
  const remoteModel = { provider: 'compatible', apiKey: 'none', baseUrl: teacher.baseUrl, ...names } as const;
  const app = await startTestApp(t, db, { config: { remoteModel } });
  const pupil = await login(app, 'pupil');
  const id = await activeSession(pupil, courseId);
  teacher.says('Let us look at it together. '.repeat(200), { paceMs: 500 });
  return { app, pupil, id, address: new URL(await app.listen()) };
}

/** A connection that sends this and then neither reads nor says anything more. */
async function deaf(t: TestContext, address: URL, request: string): Promise<net.Socket> {
  const socket = net.connect(Number(address.port), address.hostname);
  t.after(() => socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.pause();
  socket.write(request);
  return socket;
}

const sending = (client: Client, id: number, body: string) =>
  [
    `POST /api/v1/study-sessions/home/${id}/messages HTTP/1.1`,
    'host: localhost',
    `cookie: ${client.cookie}`,
    'accept: text/event-stream',
    'content-type: application/json',
    `content-length: ${body.length}`,
    '',
    body,
  ].join('\r\n');

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 500; looks += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`never came: ${what}`);
}

const stateOfLast = async ({ db }: TestApp) =>
  (await db.run((handle) => handle.selectFrom('messages').select('state').orderBy('id', 'desc').executeTakeFirst()))
    ?.state;

test('the server stops while a reply is written, and marks it, though nobody hears the end', async (t) => {
  const { app, pupil, id, address } = await slowLesson(t);
  const socket = await deaf(t, address, sending(pupil, id, '{"clientId":"a","content":"help"}'));
  await deaf(t, address, 'POST /login HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nusername=');
  await until('a reply that is being written', async () => (await stateOfLast(app)) === 'streaming');
  await app.stop(100);
  assert.equal(await stateOfLast(app), 'interrupted');
  socket.resume();
  await until('the end of the connection', async () => socket.destroyed || socket.readableEnded);
});

test('one person holds only so many streams open; the others are told, and the rest goes on', async (t) => {
  const { app, pupil, id, address } = await slowLesson(t);
  await deaf(t, address, sending(pupil, id, '{"clientId":"a","content":"help"}'));
  await until('a reply that is being written', async () => (await stateOfLast(app)) === 'streaming');
  const follow = () =>
    fetch(new URL(`/api/v1/study-sessions/home/${id}/stream`, address), {
      headers: { cookie: String(pupil.cookie), accept: 'text/event-stream' },
      signal: leaving.signal,
    });
  const leaving = new AbortController();
  const answers = await Promise.all(Array.from({ length: 80 }, follow));
  const refused = answers.filter((answer) => answer.status === 429);
  assert.ok(refused.length > 0 && refused.length < 40, `${refused.length} of 80 were refused`);
  assert.equal((await pupil.get('/api/v1/me')).status, 200);
  leaving.abort();
  await until('room for another stream', async () => {
    const again = await fetch(new URL(`/api/v1/study-sessions/home/${id}/stream`, address), {
      headers: { cookie: String(pupil.cookie), accept: 'text/event-stream' },
    });
    await again.body?.cancel();
    return again.status === 200;
  });
  await app.stop(50);
});
