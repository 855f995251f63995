import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterFailure, blockedFor, type ThrottleState } from './login-throttle.ts';

function failTimes(times: number, kind: 'account' | 'address', start = 0): ThrottleState {
  let state: ThrottleState | null = null;
  for (let i = 0; i < times; i += 1) state = afterFailure(state, kind, start);
  assert.ok(state);
  return state;
}

test('four slips are free, the fifth costs a second, and each further one twice as long', () => {
  assert.equal(blockedFor(failTimes(4, 'account'), 0), 0);
  assert.equal(blockedFor(failTimes(5, 'account'), 0), 1000);
  assert.equal(blockedFor(failTimes(6, 'account'), 0), 2000);
  assert.equal(blockedFor(failTimes(6, 'account'), 1500), 500);
});

test('nobody is locked out for longer than a quarter of an hour', () => {
  assert.equal(blockedFor(failTimes(500, 'account'), 0), 15 * 60_000);
});

test('a class of forty that mistypes four times each does not lock its own address', () => {
  assert.equal(blockedFor(failTimes(160, 'address'), 0), 0);
});

test('what happened more than an hour ago is forgotten', () => {
  const state = afterFailure(failTimes(50, 'account'), 'account', 3_600_001);
  assert.deepEqual(state, { failures: 1, lastFailureAt: 3_600_001, blockedUntil: null });
});
