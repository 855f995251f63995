import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ModelError, type ModelErrorKind } from './language-model.ts';
import { DEFAULT_RETRY, readRetryAfter, waitBeforeRetry } from './retry-policy.ts';

const NOW = Date.UTC(2026, 10, 1, 8, 0, 0);
const asked = (headers: Record<string, string>) => readRetryAfter(new Headers(headers), NOW);

test('Retry-After is read as seconds, as a date, and as OpenAI’s milliseconds', () => {
  assert.equal(asked({ 'retry-after': '2' }), 2000);
  assert.equal(asked({ 'retry-after': '0.5' }), 500);
  assert.equal(asked({ 'retry-after': 'Sun, 01 Nov 2026 08:00:07 GMT' }), 7000);
  assert.equal(asked({ 'retry-after-ms': '120', 'retry-after': '2' }), 120);
});

test('a date that has passed means now; a day is the longest that is believed', () => {
  assert.equal(asked({ 'retry-after': 'Sun, 01 Nov 2026 07:00:00 GMT' }), 0);
  assert.equal(asked({ 'retry-after': '99999999999' }), 86_400_000);
  assert.equal(asked({ 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }), 86_400_000);
});

test('what cannot be read is not there', () => {
  for (const value of ['', 'soon', '-5', '1e3', 'NaN', '12:30'])
    assert.equal(asked({ 'retry-after': value }), undefined, value);
  assert.equal(readRetryAfter(undefined, NOW), undefined);
});

test('only what passes by itself is tried again, and three times at most', () => {
  const waits = (kind: ModelErrorKind, tried: number) =>
    waitBeforeRetry(new ModelError(kind, ''), tried, DEFAULT_RETRY, 0) !== null;
  for (const kind of ['rate limited', 'timeout', 'unavailable', 'malformed'] as const) {
    assert.deepEqual(
      [1, 2, 3].map((tried) => waits(kind, tried)),
      [true, true, false],
      kind,
    );
  }
  for (const kind of ['quota', 'refused', 'bad request', 'circuit open'] as const)
    assert.equal(waits(kind, 1), false, kind);
});

test('a wait that was asked for is never cut short, and never longer than the policy allows', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), random, (retryAfterMs, chance) => {
      const wait = waitBeforeRetry(new ModelError('rate limited', '', { retryAfterMs }), 1, DEFAULT_RETRY, chance);
      if (retryAfterMs > DEFAULT_RETRY.maxWaitMs) assert.equal(wait, null);
      else assert.ok(wait !== null && wait >= retryAfterMs && wait <= retryAfterMs + 250);
    }),
  );
});

test('without a wish of the provider the wait doubles, half of it by chance, up to the limit', () => {
  const policy = { maxTries: 20, baseMs: 100, maxWaitMs: 1000 };
  const wait = (tried: number, chance: number) =>
    waitBeforeRetry(new ModelError('unavailable', ''), tried, policy, chance);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 10].map((tried) => wait(tried, 0)),
    [50, 100, 200, 400, 500, 500],
  );
  assert.equal(wait(1, 0.5), 75);
});
