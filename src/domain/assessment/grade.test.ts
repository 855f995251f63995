import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeOf, PASS_MARK, resultOf } from './grade.ts';

test('a grade is the share of the points that was earned, a whole number', () => {
  const half = [
    { points: 75, share: 1 },
    { points: 25, share: 0 },
  ];
  assert.equal(gradeOf(half), 75);
  assert.equal(gradeOf(half.map((one) => ({ ...one, share: 0 }))), 0);
  assert.equal(gradeOf(half.map((one) => ({ ...one, share: 1 }))), 100);
  assert.equal(
    gradeOf([
      { points: 100 / 3, share: 0.5 },
      { points: 200 / 3, share: 1 },
    ]),
    83,
  );
});

test('what was asked of nothing has no grade', () => {
  assert.equal(gradeOf([]), null);
});

test('the pass mark itself is a pass', () => {
  assert.equal(resultOf(PASS_MARK), 'passed');
  assert.equal(resultOf(PASS_MARK - 1), 'failed');
});
