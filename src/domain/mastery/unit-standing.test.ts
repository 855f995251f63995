import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unitWord } from './unit-standing.ts';

const unit = {
  mastered: false,
  mastery: 0.6,
  answers: 5,
  reviews: { cards: 0, due: 0 },
  state: 'in progress',
} as const;

test('a unit is strong when it is mastered now, whatever else is known', () => {
  assert.equal(unitWord({ ...unit, mastered: true }), 'strong');
  assert.equal(unitWord({ ...unit, state: 'completed' }), 'due for review');
  assert.equal(unitWord(unit), 'on the way');
});

test('a mastered unit is due for review from when most of its questions are', () => {
  const mastered = { ...unit, mastered: true, state: 'completed' } as const;
  const word = (cards: number, due: number) => unitWord({ ...mastered, reviews: { cards, due } });
  assert.deepEqual(
    [word(6, 0), word(6, 2), word(6, 3), word(1, 1)],
    ['strong', 'strong', ...['', ''].fill('due for review')],
  );
  assert.equal(
    unitWord({ ...unit, reviews: { cards: 6, due: 6 } }),
    'on the way',
    'what was never mastered is no review',
  );
});

test('one or two answers say nothing, three may say weak', () => {
  assert.equal(unitWord({ ...unit, answers: 0, state: 'not started' }), 'not started');
  assert.equal(unitWord({ ...unit, mastery: 0.1, answers: 2 }), 'too early to say');
  assert.equal(unitWord({ ...unit, mastery: 0.49, answers: 3 }), 'weak');
  assert.equal(unitWord({ ...unit, mastery: 0.5, answers: 3 }), 'on the way');
});

test('nobody is called weak on fewer than three answers', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 2 }), (mastery, answers) => {
      assert.notEqual(unitWord({ ...unit, mastery, answers }), 'weak');
    }),
  );
});
