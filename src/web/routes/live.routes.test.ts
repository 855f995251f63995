import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { WebSocket } from 'ws';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { classOf } from '../../../test/support/class-of.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { TestSocket } from '../../../test/support/live-socket.ts';
import { until } from '../../../test/support/until.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import type { Parts } from '../../shared/live.ts';
import { type LiveState, LiveStore } from '../islands/live/live-store.ts';

/** The school with its class, listening; pupils open sockets of their own. */
async function listening(t: TestContext, db: DatabaseManager) {
  const school = await classOf(db, 3);
  const app = await startTestApp(t, db);
  const address = await app.listen();
  const cookie = async (name = 'pupil') => (await login(app, name)).cookie;
  const open = async (name?: string) => new TestSocket(address, await cookie(name)).settled();
  return { ...school, app, address, cookie, open };
}

async function startLesson({ services }: TestApp, { manager, classId }: Awaited<ReturnType<typeof classOf>>) {
  const wish = { classId, type: 'individual', minutes: 45 } as const;
  return (await services.lessonPlanning.createLesson(manager, wish)).lesson;
}

databaseTest('a lesson that starts, pauses and ends shows on the pages of its pupils at once', async (db, t) => {
  const school = await listening(t, db);
  const { app, open, pupil, pupilId, manager } = school;
  const [one, two] = [await open('pupil'), await open('mate')];
  for (const socket of [one, two]) socket.watch('me');
  await until(() => [one, two].every((socket) => socket.events().length === 1));
  assert.deepEqual([one.parts(), two.parts()], [{ place: null }, { place: null }]);
  const lesson = await startLesson(app, school);
  const placeOf = (socket: TestSocket) => socket.parts().place as { lessonId: number; lessonState: string } | null;
  await until(() => [one, two].every((socket) => placeOf(socket)?.lessonId === lesson.id));
  const place = await app.services.lessonAttendance.current(pupil(pupilId));
  assert.deepEqual(one.parts().place, JSON.parse(JSON.stringify(place)));
  await app.services.runningLessons.pause(manager, lesson.id);
  await until(() => [one, two].every((socket) => placeOf(socket)?.lessonState === 'paused'));
  await app.services.runningLessons.stop(manager, lesson.id);
  await until(() => [one, two].every((socket) => placeOf(socket) === null));
  assert.deepEqual([...one.errors(), ...two.errors()], []);
});

databaseTest('who comes back with the last event gets what was missed', async (db, t) => {
  const school = await listening(t, db);
  const { app, open, pupilId, mateId } = school;
  const before = await open();
  before.watch('me');
  await until(() => before.events().length === 1);
  assert.deepEqual([...(await app.services.presence.presentAmong([pupilId, mateId]))], [pupilId]);
  before.socket.close();
  await startLesson(app, school);
  const back = await open();
  back.watch('me', undefined, before.events()[0]?.event);
  await until(() => back.events().length > 0);
  assert.equal(back.events()[0]?.kind, 'change');
  assert.ok(back.parts().place);
});

databaseTest('sockets are for those who are logged in, and on pages of this site', async (db, t) => {
  const { address, cookie } = await listening(t, db);
  const pupil = await cookie();
  const refused = async (who: string | null, headers?: Record<string, string>) =>
    (await new TestSocket(address, who, headers ? { headers } : {}).settled()).refused;
  assert.equal(await refused(null), 401);
  assert.equal(await refused('allamda=forged.forged'), 401);
  assert.equal(await refused(pupil, { 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal(await refused(pupil, { 'sec-fetch-site': 'same-site' }), 403);
  assert.equal(await refused(pupil), undefined);
  const bare = { 'sec-fetch-site': '', origin: 'https://elsewhere.example' };
  assert.equal(await refused(pupil, bare), 403);
});

databaseTest('a login that ends and an account that is disabled close their sockets, and no others', async (db, t) => {
  const { app, open, address, pupilId } = await listening(t, db);
  const pupil = await login(app, 'pupil');
  const [first, second, mate] = [
    await new TestSocket(address, pupil.cookie).settled(),
    await open('pupil'),
    await open('mate'),
  ];
  await app.server.liveSockets.sweep();
  await pupil.post('/api/v1/auth/logout');
  await app.server.liveSockets.sweep();
  await until(() => first.closed !== undefined);
  assert.equal(first.closed?.code, 1008);
  const disabled = { disabled_at: toStored(app.clock.now()) };
  await db.run((handle) => handle.updateTable('users').set(disabled).where('id', '=', pupilId).execute());
  await app.server.liveSockets.sweep();
  await until(() => second.closed !== undefined);
  assert.deepEqual([second.closed?.code, mate.closed], [1008, undefined]);
});

const UNREADABLE = [
  'no JSON',
  '{}',
  '[]',
  'null',
  '{"type":"watch"}',
  '{"type":"watch","topic":"lesson","id":-1}',
  '{"type":"watch","topic":"lesson","id":1.5}',
  '{"type":"watch","topic":"school","id":1}',
  '{"type":"watch","topic":"me","as":2}',
  '{"type":"publish","topic":"lesson","id":1}',
  `{"type":"watch","topic":"me","last":"${'9'.repeat(61)}"}`,
];

test('what cannot be read is answered by an error, and in the end by closing', async (t) => {
  const { open } = await listening(t, await openSqlite(t));
  for (const message of UNREADABLE) {
    const socket = await open();
    for (let times = 1; times <= 5; times += 1) {
      socket.say(message);
      await until(() => socket.errors().length === times);
    }
    assert.equal(socket.errors()[0]?.code, 'bad-request', message);
    socket.say(message);
    await until(() => socket.closed !== undefined);
    assert.equal(socket.closed?.code, 1003, message);
  }
  const binary = await open();
  binary.socket.send(Buffer.from('{"type":"ping"}'));
  await until(() => binary.errors().length === 1);
});

test('a frame over 64 KiB closes the socket; one below does not', async (t) => {
  const { open } = await listening(t, await openSqlite(t));
  const [over, below] = [await open(), await open()];
  over.say('x'.repeat(64 * 1024 + 1));
  await until(() => over.closed !== undefined);
  assert.equal(over.closed?.code, 1009);
  below.say('x'.repeat(64 * 1024));
  await until(() => below.errors().length === 1);
});

test('a flood is answered by errors and then by closing, and a page that asks for all of its topics is none', async (t) => {
  const { open } = await listening(t, await openSqlite(t));
  const page = await open();
  for (let id = 1; id <= 30; id += 1) page.watch('lesson', id);
  page.say({ type: 'ping' });
  await until(() => page.messages.some(({ type }) => type === 'pong') && page.errors().length === 30);
  assert.ok(page.errors().every(({ code }) => code === 'not-found'));
  const flood = await open();
  for (let times = 0; times < 200; times += 1) flood.say({ type: 'ping' });
  await until(() => flood.closed !== undefined);
  assert.equal(flood.closed?.code, 1008);
  assert.ok(flood.errors().some(({ code }) => code === 'too-many'));
  const pongs = flood.messages.filter(({ type }) => type === 'pong').length;
  assert.ok(pongs >= 40 && pongs < 50, `${pongs} answers`);
});

test('one person may have ten sockets', async (t) => {
  const { cookie, address, open } = await listening(t, await openSqlite(t));
  const pupil = await cookie();
  const sockets: TestSocket[] = [];
  for (let number = 1; number <= 10; number += 1) sockets.push(await new TestSocket(address, pupil).settled());
  assert.equal((await new TestSocket(address, pupil).settled()).refused, 429);
  assert.equal((await open('mate')).refused, undefined);
  sockets[0]?.socket.close();
  await until(() => sockets[0]?.closed !== undefined);
  assert.equal((await new TestSocket(address, pupil).settled()).refused, undefined);
});

test('who does not answer the heartbeat is given up after a minute', async (t) => {
  const { app, open, address, cookie } = await listening(t, await openSqlite(t));
  const alive = await open();
  const dead = await new TestSocket(address, await cookie(), { autoPong: false }).settled();
  const pings = { alive: 0, dead: 0 };
  alive.socket.on('ping', () => {
    pings.alive += 1;
  });
  dead.socket.on('ping', () => {
    pings.dead += 1;
  });
  const { liveSockets } = app.server;
  liveSockets.beat(20_000);
  liveSockets.beat(5000);
  await until(() => pings.alive === 1 && pings.dead === 1);
  alive.say({ type: 'ping' });
  await until(() => alive.messages.some(({ type }) => type === 'pong'));
  liveSockets.beat(35_000);
  await until(() => dead.closed !== undefined);
  assert.equal(alive.closed, undefined);
});

test('who does not read is dropped before a mebibyte waits for them', async (t) => {
  const { app, open, address, cookie } = await listening(t, await openSqlite(t));
  let size = 0;
  t.mock.method(app.services.lessonAttendance, 'current', async () => ({ much: 'x'.repeat(400_000), size }));
  const [slow, quick] = [await open(), await new TestSocket(address, await cookie()).settled()];
  for (const socket of [slow, quick]) socket.watch('me');
  await until(() => slow.events().length === 1 && quick.events().length === 1);
  slow.socket.pause();
  const before = app.server.liveSockets.count;
  const deadline = Date.now() + 30_000;
  while (app.server.liveSockets.count === before && Date.now() < deadline) {
    size += 1;
    app.services.live.refresh();
    await until(() => (quick.parts().place as { size: number }).size === size);
  }
  assert.equal(app.server.liveSockets.count, before - 1);
  assert.equal(quick.closed, undefined);
});

test('a server that stops asks all to come back, and waits for nobody', async (t) => {
  const { app, open, address, cookie } = await listening(t, await openSqlite(t));
  const listens = await open();
  const deaf = await new TestSocket(address, await cookie()).settled();
  deaf.socket.pause();
  const started = performance.now();
  await app.stop(2000);
  assert.ok(performance.now() - started < 4000);
  await until(() => listens.closed !== undefined);
  assert.equal(listens.closed?.code, 1012);
});

databaseTest('a page is back by itself when the server was stopped and started in mid-lesson', async (db, t) => {
  const school = await listening(t, db);
  const { app, address, cookie } = school;
  const headers = { cookie: (await cookie()) ?? '', origin: address };
  const states: LiveState[] = [];
  let shown: Parts = {};
  const open = () => new WebSocket(`${address.replace('http', 'ws')}/live`, { headers });
  const store = new LiveStore({ open, onState: (state) => states.push(state) });
  store.watch({
    topic: 'me',
    show: (parts) => {
      shown = parts;
    },
  });
  await until(() => shown.place === null);
  await app.stop(2000);
  await until(() => states.includes('reconnecting'));
  const again = await startTestApp(t, db);
  await startLesson(again, school);
  await again.server.listen({ host: '127.0.0.1', port: Number(new URL(address).port) });
  await until(() => shown.place !== null);
  assert.deepEqual(states, ['connected', 'reconnecting', 'connected']);
  store.close();
});

test('no other address is upgraded, and this one is for sockets alone', async (t) => {
  const { app, address, cookie } = await listening(t, await openSqlite(t));
  const pupil = (await cookie()) ?? '';
  const plain = await app.server.inject({ url: '/live', headers: { cookie: pupil } });
  assert.equal(plain.statusCode, 426);
  for (const path of ['/courses', '/healthz', '/assets/x.js', '/nowhere', '/api/v1/me']) {
    assert.equal((await new TestSocket(address, pupil, { path }).settled()).refused, 404, path);
  }
});
