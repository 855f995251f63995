import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metricsOf, NOTHING } from './metrics.ts';
import { isBelow, needsOf, type Signals, standingOf, urgencyOf } from './needs.ts';

const right = (correct: number, attempts: number) => metricsOf({ ...NOTHING, correct, attempts })['right answers'];
const none = metricsOf(NOTHING).proficiency;
const FINE: Signals = {
  openAlerts: 0,
  toReview: 0,
  noticed: 0,
  right: right(30, 40),
  rightBefore: right(30, 40),
  proficiency: none,
  proficiencyBefore: none,
  places: 8,
  missed: 1,
  tests: 1,
  failed: 0,
  daysAway: 3,
  tested: null,
};
const whys = (change: Partial<Signals>) => needsOf({ ...FINE, ...change }).map(({ why }) => why);

test('who does well needs nobody, and each reason says its figures', () => {
  assert.deepEqual(whys({}), []);
  assert.deepEqual(needsOf({ ...FINE, missed: 2 }), [{ why: 'absent', missed: 2, places: 8 }]);
  assert.deepEqual(needsOf({ ...FINE, daysAway: null }), [{ why: 'away', days: null }]);
  assert.deepEqual(needsOf({ ...FINE, tests: 3, failed: 1 }), [{ why: 'test failed', count: 1, of: 3 }]);
  assert.deepEqual(needsOf({ ...FINE, tested: { units: 5, known: 2, days: 6 } }), [
    { why: 'behind', units: 5, known: 2, days: 6 },
  ]);
});

test('what is just above a line is no reason', () => {
  assert.deepEqual(whys({ missed: 2, places: 9 }), []);
  assert.deepEqual(whys({ daysAway: 13 }), []);
  assert.deepEqual(whys({ tested: { units: 4, known: 2, days: 6 } }), []);
});

test('a fall is one only where chance would hardly make it', () => {
  assert.deepEqual(whys({ right: right(20, 40) }), ['falling']);
  assert.deepEqual(whys({ right: right(8, 12), rightBefore: right(10, 12) }), [], 'a few answers say nothing');
  assert.deepEqual(whys({ right: right(2, 9) }), [], 'nor do fewer than ten');
  assert.equal(isBelow(right(60, 80), right(20, 40)), false, 'a rise is no fall');
});

test('the weightiest comes first, and more reasons weigh more', () => {
  const all = { openAlerts: 1, toReview: 1, noticed: 1, failed: 1, missed: 8, daysAway: 20, right: right(5, 40) };
  assert.deepEqual(whys(all), ['alert', 'test failed', 'falling', 'absent', 'away', 'stuck', 'to review']);
  const of = (change: Partial<Signals>) => urgencyOf(needsOf({ ...FINE, ...change }));
  assert.ok(of({ openAlerts: 2 }) > of({ openAlerts: 1 }) && of({ openAlerts: 1 }) > of({ ...all, openAlerts: 0 }));
  assert.ok(of({ failed: 1, noticed: 1 }) > of({ failed: 1 }) && of({}) === 0);
});

test('parts are put above and below the others only where chance would hardly do it', () => {
  assert.equal(standingOf(right(38, 40), right(50, 100)), 'above');
  assert.equal(standingOf(right(8, 40), right(50, 100)), 'below');
  assert.equal(standingOf(right(22, 40), right(50, 100)), 'chance');
  assert.equal(standingOf(right(5, 5), right(50, 100)), 'too little');
});
