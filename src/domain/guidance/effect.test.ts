import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { differenceOf, effectOn, type PupilAnswers } from './effect.ts';

const pupil = (
  before: [number, number],
  after: [number, number],
  gains: [number | null, number | null] = [null, null],
) => {
  const of = ([answers, right]: [number, number]) => ({ answers, right });
  return { before: of(before), after: of(after), gainBefore: gains[0], gainAfter: gains[1] } satisfies PupilAnswers;
};
const near = (value: number | null | undefined, wanted: number) =>
  assert.ok(Math.abs((value ?? Number.NaN) - wanted) < 1e-12, `${value} is not ${wanted}`);

test('shares are of all answers, and their errors are counted by pupil', () => {
  const effect = effectOn([pupil([10, 4], [10, 9]), pupil([10, 6], [10, 7]), pupil([0, 0], [0, 0])]);
  assert.ok(effect);
  assert.deepEqual([effect.pupils, effect.pupilsBefore, effect.answersBefore, effect.answersAfter], [2, 2, 20, 20]);
  near(effect.rightBefore.value, 0.5);
  near(effect.rightAfter.value, 0.8);
  near(effect.change.value, 0.3);
  // Each pupil deviates by 1 of 20 answers: √(2/1 · 2 · 0.05²).
  near(effect.rightBefore.error, Math.sqrt(2 * 2 * 0.05 ** 2));
  near(effect.change.error, Math.sqrt(2 * 2 * 0.1 ** 2));
});

test('of one pupil, or of nobody on one side, nothing is claimed', () => {
  assert.equal(effectOn([]), null);
  assert.equal(effectOn([pupil([5, 5], [0, 0])]), null);
  const alone = effectOn([pupil([5, 5], [5, 0])]);
  assert.deepEqual([alone?.change.value, alone?.change.error], [-1, null]);
});

test('gains are the mean of whoever’s is known', () => {
  const effect = effectOn([pupil([1, 1], [1, 1], [0.1, 0.3]), pupil([1, 0], [1, 1], [null, 0.1])]);
  assert.deepEqual([effect?.gainBefore?.of, effect?.gainAfter?.of], [1, 2]);
  near(effect?.gainAfter?.value, 0.2);
  near(effect?.gainAfter?.error, 0.1);
});

test('where every pupil answers once, the error is that of a share; and the difference of two groups adds their variances', () => {
  const answers = fc.array(fc.boolean(), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(answers, answers, (one, other) => {
      const of = (right: readonly boolean[]) => right.map((is) => pupil([1, is ? 1 : 0], [1, 1]));
      const [a, b] = [effectOn(of(one)), effectOn(of(other))];
      assert.ok(a && b);
      const p = one.filter(Boolean).length / one.length;
      near(a.rightBefore.error, Math.sqrt((p * (1 - p)) / (one.length - 1)));
      const difference = differenceOf(a, b);
      near(difference.value, a.change.value - b.change.value);
      near(difference.error, Math.hypot(a.change.error ?? 0, b.change.error ?? 0));
    }),
  );
});
