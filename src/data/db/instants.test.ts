import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromStored, type StoredInstant, toStored } from './instants.ts';

const read = (text: string) => fromStored(text as StoredInstant);
const first = Date.parse('0001-01-01T00:00:00.000Z');
const last = Date.parse('9999-12-31T23:59:59.999Z');

test('what was stored is read as the same moment, in any year', () => {
  fc.assert(fc.property(fc.integer({ min: first, max: last }), (at) => fromStored(toStored(at)) === at));
});

test('fractions that a database cut off count as zero', () => {
  assert.equal(read('2026-03-01 10:20:05'), Date.UTC(2026, 2, 1, 10, 20, 5));
  assert.equal(read('2026-03-01 10:20:05.5'), Date.UTC(2026, 2, 1, 10, 20, 5, 500));
});

test('the twenty-ninth of February is read where there is one', () => {
  assert.equal(read('2028-02-29 00:00:00.000'), Date.UTC(2028, 1, 29));
});

test('what is no moment is refused, and never read as another one', () => {
  for (const text of [
    '',
    '2026-13-01 00:00:00.000',
    '2026-00-01 00:00:00.000',
    '2026-03-32 00:00:00.000',
    '2026-03-01 24:00:01.000',
    '2026-03-01 10:60:00.000',
    '2026-03-01 10:20:61.000',
    '2026-0x-01 10:20:05.000',
    '2026-03-01 10:20:05.x00',
    '2026/03-01 10:20:05.000',
    'nineteen hundred and 84',
  ]) {
    assert.throws(() => read(text), RangeError, text);
  }
});
