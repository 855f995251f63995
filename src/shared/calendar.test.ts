import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDay, daysUpTo, noonOf, utcOffset } from './calendar.ts';
import { HOUR } from './instant.ts';

test('the clock of Jerusalem is two hours ahead in winter and three in summer', () => {
  assert.equal(utcOffset(Date.UTC(2026, 0, 15), 'Asia/Jerusalem'), 2 * HOUR);
  assert.equal(utcOffset(Date.UTC(2026, 6, 15), 'Asia/Jerusalem'), 3 * HOUR);
  assert.equal(utcOffset(Date.UTC(2026, 6, 15, 23, 59, 59, 999), 'UTC'), 0);
  assert.equal(utcOffset(Date.UTC(2026, 6, 15), 'America/New_York'), -4 * HOUR);
});

test('late in the evening in UTC it is the next day at school', () => {
  assert.equal(civilDay(Date.UTC(2026, 0, 15, 21, 59), 'Asia/Jerusalem'), '2026-01-15');
  assert.equal(civilDay(Date.UTC(2026, 0, 15, 22, 0), 'Asia/Jerusalem'), '2026-01-16');
});

test('the days of a week are all there, also where the clocks change or a month ends', () => {
  assert.deepEqual(daysUpTo('2026-03-28', 3), ['2026-03-26', '2026-03-27', '2026-03-28']);
  assert.deepEqual(daysUpTo('2026-03-01', 3), ['2026-02-27', '2026-02-28', '2026-03-01']);
  assert.equal(new Date(noonOf('2026-03-01')).toISOString(), '2026-03-01T12:00:00.000Z');
});
