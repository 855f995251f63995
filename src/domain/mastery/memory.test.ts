import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../shared/instant.ts';
import { NEW_MEMORY, practised, retention, retentionAfter } from './memory.ts';

const after = (days: number) => practised(NEW_MEMORY, { correct: 1, at: days * DAY });

test('nothing is forgotten of what was never practised, and nothing at the moment of practice', () => {
  assert.equal(retention(NEW_MEMORY, 100 * DAY), 1);
  assert.equal(retention(after(5), 5 * DAY), 1);
});

test('after as many days as its stability 81 % is left', () => {
  assert.equal(retentionAfter(12, 12), 0.81);
  assert.ok(retentionAfter(24, 12) > 0.6 && retentionAfter(24, 12) < 0.81);
});

test('practice that comes when much is forgotten makes it last longer than practice at once', () => {
  const soon = practised(after(0), { correct: 1, at: DAY });
  const late = practised(after(0), { correct: 1, at: 20 * DAY });
  const wrong = practised(after(0), { correct: 0, at: 20 * DAY });
  assert.ok(late.stability > wrong.stability);
  assert.ok(wrong.stability > soon.stability);
});

test('whatever is answered and when, stability stays within a year and retention between 0 and 1', () => {
  const answers = fc.array(
    fc.record({ correct: fc.constantFrom(0 as const, 1 as const), at: fc.integer({ min: 0, max: 1000 * DAY }) }),
  );
  fc.assert(
    fc.property(answers, fc.integer({ min: 0, max: 2000 * DAY }), (given, now) => {
      const memory = given.reduce(practised, NEW_MEMORY);
      assert.ok(memory.stability >= 12 && memory.stability <= 365);
      const left = retention(memory, now);
      assert.ok(left > 0 && left <= 1);
    }),
  );
});
