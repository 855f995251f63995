import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDayOfTerm } from './school-term.ts';

test('a term is a half of the school year, and the summer belongs to the second', () => {
  for (const [day, first] of [
    ['2026-09-01', '2026-09-01'],
    ['2026-11-29', '2026-09-01'],
    ['2027-01-31', '2026-09-01'],
    ['2027-02-01', '2027-02-01'],
    ['2027-08-31', '2027-02-01'],
  ] as const) {
    assert.equal(firstDayOfTerm(day), first);
  }
});
