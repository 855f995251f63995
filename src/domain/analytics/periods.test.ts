import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodNamed, quarterName, quartersBefore } from './periods.ts';

const said = (name: string, today: string) => {
  const found = periodNamed(name, today);
  return found && [found.days.from, found.days.to, found.before.from, found.before.to].join(' ');
};

test('a week begins on Sunday and is compared with the same days of the week before', () => {
  assert.equal(said('week', '2026-11-30'), '2026-11-29 2026-11-30 2026-11-22 2026-11-23');
  assert.equal(said('week', '2026-11-29'), '2026-11-29 2026-11-29 2026-11-22 2026-11-22');
  assert.equal(said('four-weeks', '2026-11-30'), '2026-11-03 2026-11-30 2026-10-06 2026-11-02');
});

test('what has just begun is compared with as many days from the beginning of the one before', () => {
  assert.equal(said('quarter', '2026-11-30'), '2026-11-16 2026-11-30 2026-09-01 2026-09-15');
  assert.equal(said('school-year', '2026-11-30'), '2026-09-01 2026-11-30 2025-09-01 2025-11-30');
  assert.equal(said('2026-q2', '2026-11-30'), said('quarter', '2026-11-30'));
});

test('a quarter that is over is compared with the whole of the one before, and one to come is none', () => {
  assert.equal(said('2026-q1', '2026-11-30'), '2026-09-01 2026-11-15 2026-04-16 2026-08-31');
  assert.equal(said('2025-q2', '2026-11-30'), '2025-11-16 2026-01-31 2025-09-01 2025-11-15');
  assert.equal(said('2026-q3', '2026-11-30'), null);
  assert.deepEqual(quartersBefore('2026-11-30', 3).map(quarterName), ['2026-q1', '2025-q4', '2025-q3']);
});

test('a longer one before is cut where it ends, and other names are none', () => {
  assert.equal(said('quarter', '2027-08-31'), '2027-04-16 2027-08-31 2027-02-01 2027-04-15');
  assert.equal(said('quarter', '2027-08-30'), '2027-04-16 2027-08-30 2027-02-01 2027-04-15');
  for (const name of ['', 'month', '2026-q5', 'q1', '2026-Q1']) assert.equal(said(name, '2026-11-30'), null, name);
});
