import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { FakeSocket } from '../../../../test/support/fake-socket.ts';
import type { Parts } from '../../../shared/live.ts';
import { type LiveOptions, LiveStore, type Wish } from './live-store.ts';

/** A page that shows lesson 7 and the pupil's own topic, on sockets of the test's and a clock that it moves. */
function page(t: TestContext, options: Partial<LiveOptions> = {}, instead?: Wish['instead']) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const sockets: FakeSocket[] = [];
  const states: string[] = [];
  const shown: Parts[] = [];
  const refused: string[] = [];
  const open = () => {
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket;
  };
  const store = new LiveStore({ open, random: () => 0.5, onState: (state) => states.push(state), ...options });
  const stop = store.watch({
    topic: 'lesson',
    id: 7,
    show: (parts) => shown.push(parts),
    refused: ({ code }) => refused.push(code),
    ...(instead ? { instead } : {}),
  });
  t.after(() => store.close());
  return { store, sockets, states, shown, refused, stop, socket: (number = 0) => sockets.at(number) ?? assert.fail() };
}

const EVENT = { type: 'event', topic: 'lesson', id: 7 } as const;
const WATCH = { type: 'watch', topic: 'lesson', id: 7 };

test('a page shows the snapshot and then each change', (t) => {
  const { socket, shown, states } = page(t);
  socket().hello();
  assert.deepEqual(socket().sent, [WATCH]);
  socket().say({ ...EVENT, event: 'e:1', kind: 'snapshot', parts: { a: 1, b: 2 } });
  socket().say({ ...EVENT, event: 'e:2', kind: 'change', set: { a: 3, c: 4 }, gone: ['b'] });
  socket().say({ ...EVENT, id: 8, event: 'e:3', kind: 'snapshot', parts: { of: 'another lesson' } });
  assert.deepEqual(shown, [
    { a: 1, b: 2 },
    { a: 3, c: 4 },
  ]);
  assert.deepEqual(states, ['connected']);
});

test('a page whose connection is lost says so, comes back and goes on from what it saw last', (t) => {
  const { socket, sockets, shown, states } = page(t);
  socket().hello();
  socket().say({ ...EVENT, event: 'e:1', kind: 'snapshot', parts: { a: 1, b: 2 } });
  socket().lose();
  assert.deepEqual(states, ['connected', 'reconnecting']);
  t.mock.timers.tick(2000);
  assert.equal(sockets.length, 2);
  socket(1).hello();
  assert.deepEqual(socket(1).sent, [{ ...WATCH, last: 'e:1' }]);
  assert.deepEqual(states, ['connected', 'reconnecting', 'connected']);
  socket(1).say({ ...EVENT, event: 'e:5', kind: 'change', set: { b: 5 }, gone: [] });
  assert.deepEqual(shown.at(-1), { a: 1, b: 5 });
});

test('tries come after half a second to eight seconds, at random and ever longer', (t) => {
  let chance = 0;
  const { sockets, socket } = page(t, { random: () => chance });
  const waits = () => {
    const before = sockets.length;
    socket(-1).lose();
    let waited = 0;
    for (; sockets.length === before && waited < 10_000; waited += 100) t.mock.timers.tick(100);
    return waited;
  };
  assert.equal(waits(), 500);
  chance = 0.999;
  assert.deepEqual([waits(), waits(), waits(), waits()], [4000, 8000, 8000, 8000]);
  socket(-1).hello();
  assert.equal(waits(), 2000, 'after a success it begins again');
});

test('a server that is not heard of is asked, and given up when it does not answer', (t) => {
  const { socket, sockets, states } = page(t);
  socket().hello();
  t.mock.timers.tick(25_000);
  assert.deepEqual(socket().sent.at(-1), { type: 'ping' });
  socket().say({ type: 'pong' });
  t.mock.timers.tick(24_999);
  assert.equal(socket().sent.filter(({ type }) => type === 'ping').length, 1);
  t.mock.timers.tick(1);
  t.mock.timers.tick(10_000);
  assert.equal(socket().closed, true);
  assert.deepEqual(states, ['connected', 'reconnecting']);
  socket().say({ ...EVENT, event: 'e:1', kind: 'snapshot', parts: {} });
  t.mock.timers.tick(2000);
  assert.equal(sockets.length, 2, 'what an old socket still says counts for nothing');
});

test('a socket that opens and says nothing is given up', (t) => {
  const { socket, sockets } = page(t);
  t.mock.timers.tick(10_000);
  assert.equal(socket().closed, true);
  t.mock.timers.tick(2000);
  assert.equal(sockets.length, 2);
});

test('what may not be seen is refused once and not asked for again; what cannot be had just now is', (t) => {
  const { socket, refused, store } = page(t);
  socket().hello();
  const shown: Parts[] = [];
  store.watch({ topic: 'me', show: (parts) => shown.push(parts) });
  socket().say({ type: 'error', code: 'not-found', message: '', topic: 'lesson', id: 7 });
  socket().say({ type: 'error', code: 'unavailable', message: '', topic: 'me' });
  assert.deepEqual(refused, ['not-found']);
  t.mock.timers.tick(3000);
  assert.deepEqual(socket().sent.slice(1), [
    { type: 'watch', topic: 'me' },
    { type: 'watch', topic: 'me' },
  ]);
  socket().lose();
  t.mock.timers.tick(2000);
  socket(1).hello();
  assert.deepEqual(socket(1).sent, [{ type: 'watch', topic: 'me' }]);
});

test('who stops watching tells the server and is shown nothing more', (t) => {
  const { socket, stop, shown } = page(t);
  socket().hello();
  stop();
  assert.deepEqual(socket().sent.at(-1), { type: 'leave', topic: 'lesson', id: 7 });
  socket().say({ ...EVENT, event: 'e:1', kind: 'snapshot', parts: { a: 1 } });
  assert.deepEqual(shown, []);
});

/** Where sockets do not get through; each is refused as soon as it is opened. */
async function refuseFor(t: TestContext, sockets: FakeSocket[], milliseconds: number) {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    const last = sockets.at(-1);
    if (last && last.readyState === 0) last.lose();
    t.mock.timers.tick(100);
    await turn();
  }
}

test('where sockets do not get through, the page asks every five seconds, until they do', async (t) => {
  let asked = 0;
  const ask = async (url: string) => {
    assert.equal(url, '/api/v1/lesson/7');
    asked += 1;
    return { count: asked };
  };
  const instead = { url: '/api/v1/lesson/7', read: (answer: unknown) => ({ card: answer }) };
  const { sockets, socket, shown, states } = page(t, { ask }, instead);
  await refuseFor(t, sockets, 4000);
  assert.deepEqual([asked, states], [0, ['reconnecting']]);
  await refuseFor(t, sockets, 26_000);
  assert.ok(asked >= 5 && asked <= 6, `asked ${asked} times in half a minute`);
  assert.deepEqual(shown.at(-1), { card: { count: asked } });
  assert.deepEqual(states, ['reconnecting', 'connected'], 'what is shown is fresh');
  await refuseFor(t, sockets, 8000);
  socket(-1).hello();
  const before = asked;
  assert.deepEqual(socket(-1).sent, [WATCH], 'what was asked for elsewhere has no event to go on from');
  t.mock.timers.tick(20_000);
  await turn();
  assert.equal(asked, before);
});

test('where nothing can be asked instead, or the answer fails, the page says that it is not connected', async (t) => {
  const { sockets, states } = page(t, { ask: () => Promise.reject(503) }, { url: '/x', read: () => ({}) });
  await refuseFor(t, sockets, 30_000);
  assert.deepEqual(states, ['reconnecting']);
});

test('what may not be asked for is refused', async (t) => {
  const { sockets, refused } = page(t, { ask: () => Promise.reject(404) }, { url: '/x', read: () => ({}) });
  await refuseFor(t, sockets, 30_000);
  assert.deepEqual(refused, ['not-found']);
});
