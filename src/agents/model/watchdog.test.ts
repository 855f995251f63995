import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Watchdog } from './watchdog.ts';

/** A call that is watched, in a time of its own: connect 10 s, first token 30 s, silence 15 s, 120 s in all. */
function watched(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 5000;
  const watchdog = new Watchdog(
    { connectMs: 10_000, firstTokenMs: 30_000, totalMs: 120_000, idleMs: 15_000 },
    { now: () => now },
  );
  const call = { cuts: 0 };
  const connect = () => watchdog.connecting(() => call.cuts++);
  /** Lets time pass, second by second. */
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      now += 1000;
      t.mock.timers.tick(1000);
    }
  };
  return { watchdog, call, connect, pass };
}

test('a slow model that keeps writing is not cut, however long the gaps add up to', (t) => {
  const { watchdog, call, connect, pass } = watched(t);
  connect();
  watchdog.connected();
  for (let word = 0; word < 7; word++) {
    watchdog.heard();
    pass(14);
  }
  assert.equal(call.cuts, 0);
  pass(1);
  assert.equal(call.cuts, 1, 'but fifteen seconds of silence are too many');
  assert.match(watchdog.expiry()?.message ?? '', /silent for 15000 ms/);
});

test('the whole time ends a reply that would go on', (t) => {
  const { watchdog, call, connect, pass } = watched(t);
  connect();
  for (let second = 0; second < 119; second++) {
    watchdog.heard();
    pass(1);
  }
  assert.equal(call.cuts, 0);
  watchdog.heard();
  pass(1);
  assert.equal(call.cuts, 1);
  assert.match(watchdog.expiry()?.message ?? '', /finish its reply within 120000 ms/);
});

test('each try has its own time to connect, all of them share the time to the first token', (t) => {
  const { watchdog, call, connect, pass } = watched(t);
  connect();
  pass(10);
  assert.match(watchdog.expiry()?.message ?? '', /answer within 10000 ms/);
  watchdog.rest();
  assert.equal(watchdog.leftMs(), 20_000);
  connect();
  assert.equal(watchdog.expiry(), undefined, 'a new try starts clean');
  pass(9);
  watchdog.connected();
  pass(11);
  assert.equal(call.cuts, 2);
  assert.match(watchdog.expiry()?.message ?? '', /begin to reply within 30000 ms/);
  assert.ok(watchdog.leftMs() <= 0);
});

test('a reply that said why it stops is given two seconds more, and their end is no failure', (t) => {
  const { watchdog, call, connect, pass } = watched(t);
  connect();
  watchdog.heard();
  watchdog.closing();
  pass(1);
  watchdog.closing();
  pass(1);
  assert.equal(call.cuts, 1);
  assert.equal(watchdog.expiry(), undefined);
});

test('between two tries, and after the last one, nothing is cut', (t) => {
  const { watchdog, call, connect, pass } = watched(t);
  connect();
  watchdog.rest();
  pass(300);
  assert.equal(call.cuts, 0);
  assert.equal(watchdog.expiry(), undefined);
});
