import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  civilDay,
  daysBetween,
  daysUpTo,
  momentOf,
  noonOf,
  startOfDay,
  startOfDaysUpTo,
  utcOffset,
  wallClock,
} from './calendar.ts';
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

const ZONES = ['UTC', 'Asia/Jerusalem', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];

test('the first moment of a day is on that day, and the moment before it is not', () => {
  const anyMoment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(anyMoment, fc.constantFrom(...ZONES), (at, zone) => {
      const day = civilDay(at, zone);
      const start = startOfDay(day, zone);
      assert.equal(civilDay(start, zone), day);
      assert.equal(daysBetween(civilDay(start - 1, zone), day), 1);
    }),
  );
});

test('seven days up to today begin six midnights ago, also when the clocks change in between', () => {
  // On 27 March 2026 Israel's clocks went forward: that day had 23 hours.
  const now = Date.parse('2026-03-29T09:00:00Z');
  assert.equal(startOfDaysUpTo(now, 7, 'Asia/Jerusalem'), Date.parse('2026-03-22T22:00:00Z'));
  assert.equal(startOfDay('2026-03-28', 'Asia/Jerusalem'), Date.parse('2026-03-27T21:00:00Z'));
});

test('days are counted by the calendar, not by hours', () => {
  assert.equal(daysBetween('2026-03-27', '2026-03-28'), 1);
  assert.equal(daysBetween('2026-03-01', '2026-02-27'), -2);
});

test('what a clock shows leads back to the moment, in summer and in winter; nonsense leads nowhere', () => {
  for (const at of [Date.UTC(2026, 0, 15, 6, 30), Date.UTC(2026, 6, 15, 21, 5)]) {
    assert.equal(momentOf(wallClock(at, 'Asia/Jerusalem'), 'Asia/Jerusalem'), at);
  }
  assert.equal(wallClock(Date.UTC(2026, 6, 15, 21, 5), 'Asia/Jerusalem'), '2026-07-16T00:05');
  for (const wall of ['', '2026-02-30T08:00', '2026-01-01', '2026-01-01T25:00', 'tomorrow']) {
    assert.ok(Number.isNaN(momentOf(wall, 'Asia/Jerusalem')), wall);
  }
});
