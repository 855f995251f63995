import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../shared/instant.ts';
import { learn } from './gelo.ts';
import { predictUnit } from './mastery.ts';
import { type PastAnswer, type ReplayedPupil, replayPupil } from './replay.ts';
import { type GeloTerms, PRIORS } from './terms.ts';

const answer = (unit: string, qaId: number, correct: 0 | 1): PastAnswer => ({
  unit,
  qaId,
  observation: { correct, unaided: true },
  at: qaId * DAY,
});
const meanIn = ({ units }: ReplayedPupil, unit: string) => units.get(unit)?.studentUnit.mean ?? 0;
const PRIOR_SHARED = { ...PRIORS, unit: () => PRIORS.unit, item: () => PRIORS.item };

test('the first answer moves a pupil as it did when it was given', () => {
  const { student, units, masteryAfter } = replayPupil([answer('a', 1, 1)], PRIOR_SHARED);
  const after = learn(PRIORS, { correct: 1, unaided: true });
  assert.deepEqual([student, units.get('a')?.studentUnit], [after.student, after.studentUnit]);
  assert.deepEqual(masteryAfter, [predictUnit({ ...PRIORS, student, studentUnit: after.studentUnit }).p]);
});

test('counts, marks and order of many answers come out as they went in', () => {
  const answers = [answer('a', 1, 1), answer('b', 2, 0), answer('a', 3, 0), answer('a', 4, 1)];
  const { units } = replayPupil(answers, PRIOR_SHARED);
  const { successes, failures, unaided, recent } = units.get('a')?.studentUnit ?? PRIORS.studentUnit;
  assert.deepEqual([successes, failures, unaided, recent], [2, 1, 3, '101']);
  assert.deepEqual([...units.keys()], ['a', 'b']);
});

test('a wrong that becomes a right lifts the pupil, in its unit most', () => {
  const before = replayPupil([answer('a', 1, 0), answer('b', 2, 1)], PRIOR_SHARED);
  const after = replayPupil([answer('a', 1, 1), answer('b', 2, 1)], PRIOR_SHARED);
  const lift = (unit: string) => meanIn(after, unit) - meanIn(before, unit);
  assert.ok(after.student.mean > before.student.mean);
  assert.ok(lift('a') > lift('b'));
});

test('a right answer to what is hard for all counts for more', () => {
  const hard: GeloTerms['item'] = { mean: 2, variance: 0.1 };
  const easy: GeloTerms['item'] = { mean: -2, variance: 0.1 };
  const after = (item: GeloTerms['item']) =>
    replayPupil([answer('a', 1, 1)], { ...PRIOR_SHARED, item: () => item }).student.mean;
  assert.ok(after(hard) > after(easy));
});

test('how lasting a unit is comes out of when it was practised', () => {
  const { units } = replayPupil([answer('a', 1, 1), answer('b', 2, 1), answer('a', 30, 1)], PRIOR_SHARED);
  const memory = units.get('a')?.memory;
  assert.equal(memory?.practisedAt, 30 * DAY);
  assert.ok((memory?.stability ?? 0) > (units.get('b')?.memory.stability ?? 0));
});
