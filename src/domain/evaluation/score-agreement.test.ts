import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  agreementOf,
  driftOf,
  ENOUGH_FOR_AGREEMENT,
  ENOUGH_FOR_CHANGE,
  type RatedTogether,
} from './score-agreement.ts';

const pair = (evaluator: number, person: number, times = 1): RatedTogether => ({ evaluator, person, times });
const near = (actual: number | null, expected: number) =>
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-3, `${actual} is not ${expected}`);

const score = fc.integer({ min: 1, max: 10 });
const rated = fc.array(fc.record({ evaluator: score, person: score, times: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 30,
});

/** By the definition, from a table of what is seen and one of what chance would give. */
function kappaByTables(pairs: readonly RatedTogether[]): number {
  const n = pairs.reduce((sum, { times }) => sum + times, 0);
  let seen = 0;
  let byChance = 0;
  for (const { evaluator, person, times } of pairs) {
    seen += times * (evaluator - person) ** 2;
    for (const other of pairs) byChance += (times * other.times * (evaluator - other.person) ** 2) / n;
  }
  return 1 - seen / byChance;
}

test('agreement is the quadratically weighted kappa of the two tables, whatever was given', () => {
  fc.assert(
    fc.property(rated, (pairs) => {
      const { kappa, scores } = agreementOf(pairs);
      if (scores < ENOUGH_FOR_AGREEMENT) return assert.equal(kappa, null);
      const expected = kappaByTables(pairs);
      if (Number.isFinite(expected)) near(kappa, expected);
      else assert.equal(kappa, null);
    }),
  );
});

test('the same scores agree wholly; scores in reverse agree less than chance; a point more is a difference of one', () => {
  near(agreementOf([pair(3, 3, 10), pair(8, 8, 10)]).kappa, 1);
  near(agreementOf([pair(3, 8, 10), pair(8, 3, 10)]).kappa, -1);
  const more = agreementOf([pair(3, 4, 10), pair(8, 9, 10)]);
  assert.deepEqual([more.scores, more.meanDifference, more.withinOne], [20, 1, 1]);
  near(more.kappa, 1 - 1 / 13.5);
});

test('too few scores give no kappa, and none at all give no number', () => {
  assert.deepEqual(agreementOf([]), { scores: 0, meanDifference: null, withinOne: null, kappa: null });
  assert.equal(agreementOf([pair(3, 3, ENOUGH_FOR_AGREEMENT - 1)]).kappa, null);
  assert.equal(
    agreementOf([pair(3, 3, ENOUGH_FOR_AGREEMENT)]).kappa,
    null,
    'scores that never differ show no agreement',
  );
});

test('a change is told from chance by Welch’s comparison', () => {
  // Differences 0 and 1, as often: mean .5. Then 1 and 2: mean 1.5. By hand: variance .2632, t(38) = 2.024, reach .328.
  const before = [pair(5, 5, 10), pair(5, 6, 10)];
  const moved = driftOf(before, [pair(5, 6, 10), pair(5, 7, 10)]);
  assert.ok(moved.verdict === 'moved');
  assert.equal(moved.change, 1);
  near(moved.from, 1 - 0.3284);
  near(moved.to, 1 + 0.3284);
  const steady = driftOf(before, [pair(5, 5, 9), pair(5, 6, 11)]);
  assert.ok(steady.verdict === 'steady' && steady.from < 0 && steady.to > 0);
  assert.equal(driftOf(before, [pair(5, 9, ENOUGH_FOR_CHANGE - 1)]).verdict, 'too few');
  assert.equal(driftOf([pair(5, 5, 10)], [pair(5, 5, 10)]).verdict, 'steady', 'without any spread');
  assert.equal(driftOf([pair(5, 5, 10)], [pair(5, 6, 10)]).verdict, 'moved', 'without any spread');
});

test('what only chance has moved is called moved once in twenty times, and hardly more', () => {
  // Differences −1, 0, 1 by turns of a generator that repeats itself nowhere near this length.
  let state = 12_345;
  const draw = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return pair(5, 4 + (Math.floor(state / 65_536) % 3));
  };
  const period = () => Array.from({ length: 25 }, draw);
  const moved = Array.from({ length: 2000 }, () => driftOf(period(), period()).verdict).filter(
    (one) => one === 'moved',
  );
  assert.ok(moved.length > 40 && moved.length < 160, `${moved.length} of 2000`);
});
