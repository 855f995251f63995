import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, MINUTE, SECOND } from '../../shared/instant.ts';
import { formatFor } from './format.ts';
import { directionOf, toLocale } from './messages.ts';

const en = formatFor('en', 'Asia/Jerusalem');
const evening = Date.UTC(2026, 10, 26, 22, 30);

test('dates and times are those of the school', () => {
  assert.equal(en.date(evening), 'Fri 27 Nov');
  assert.match(en.longDate(evening), /^Friday,? 27 November 2026$/);
  assert.equal(en.time(evening), '00:30');
  assert.equal(en.hour(evening), 0);
  assert.equal(formatFor('en', 'UTC').date(evening), 'Thu 26 Nov');
});

test('a span says its day once where it begins and ends on it, in the time of the school', () => {
  assert.equal(en.span(evening, evening + 3 * HOUR), '27 Nov 2026, 00:30 – 03:30');
  assert.equal(en.span(evening - HOUR, evening), '26 Nov 2026, 23:30 – 27 Nov 2026, 00:30');
});

test('a day of the calendar stays that day in every zone', () => {
  for (const zone of ['UTC', 'Asia/Jerusalem', 'America/Los_Angeles', 'Pacific/Auckland']) {
    assert.equal(formatFor('en', zone).weekday('2026-11-26'), 'Thu');
    assert.equal(formatFor('en', zone).longDay('2026-11-26'), 'Thursday 26 November');
  }
});

test('durations are short, and never round something down to nothing', () => {
  assert.equal(en.duration(0), '0 min');
  assert.equal(en.duration(20 * SECOND), '< 1 min');
  assert.equal(en.duration(40 * MINUTE), '40 min');
  assert.equal(en.duration(59.6 * MINUTE), '1 h');
  assert.equal(en.duration(2 * HOUR + 17 * MINUTE), '2 h 17 min');
});

test('percent is 0 or 100 only where it is exact', () => {
  assert.deepEqual([0, 0.001, 0.354, 0.999, 1].map(en.percent), ['0%', '1%', '35%', '99%', '100%']);
});

test('days ahead are told as people tell them', () => {
  assert.deepEqual([-1, 0, 1, 4].map(en.inDays), ['yesterday', 'today', 'tomorrow', 'in 4 days']);
});

test('Hebrew has its own dates and runs from right to left', () => {
  assert.match(formatFor('he', 'Asia/Jerusalem').longDate(evening), /נובמבר/);
  assert.equal(directionOf('he'), 'rtl');
  assert.equal(directionOf('en'), 'ltr');
});

test('Hebrew says durations as people say them, in digits that everybody reads', () => {
  const he = formatFor('he', 'Asia/Jerusalem');
  const said = [20 * SECOND, 40 * MINUTE, HOUR, 2 * HOUR + 5 * MINUTE, 3 * HOUR + 5 * MINUTE].map(he.duration);
  assert.deepEqual(said, ['פחות מדקה', '40 דק׳', 'שעה', 'שעתיים ו־5 דק׳', '3 שע׳ 5 דק׳']);
  assert.deepEqual([he.number(1234.5), he.percent(0.354), he.inDays(2)], ['1,234.5', '35%', 'מחרתיים']);
});

test('pages are in the first language of the browser that there is', () => {
  assert.equal(toLocale('en-GB,en;q=0.9'), 'en');
  assert.equal(toLocale('he-IL,he;q=0.9,en;q=0.7'), 'he');
  assert.equal(toLocale('fr-FR,he;q=0.3'), 'he');
  assert.equal(toLocale('fr-FR,de;q=0.3'), 'en');
  assert.equal(toLocale(''), 'en');
});
