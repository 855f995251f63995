import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../shared/instant.ts';
import { describeQuarter, evaluateQuarter, type ScoredSession } from './quarter-evaluation.ts';
import { quarterNumbered, quarterOf } from './school-quarter.ts';

const END = Date.parse('2026-11-16T00:00:00Z');
const FIRST = quarterNumbered(2026, 1);

const session = (score: number | null, daysAgo = 0, confidence = 0.5, evaluationId = 1): ScoredSession => ({
  evaluationId,
  score,
  confidence,
  at: END - daysAgo * DAY,
});

test('a school year begins on the first of September and has four quarters, the summer in the last', () => {
  const name = (day: string) => {
    const { schoolYear, quarter } = quarterOf(day);
    return `${schoolYear}/${quarter}`;
  };
  const days = ['2026-08-31', '2026-09-01', '2026-11-15', '2026-11-16', '2027-01-31', '2027-02-01', '2027-04-16'];
  assert.deepEqual(days.map(name), ['2025/4', '2026/1', '2026/1', '2026/2', '2026/2', '2026/3', '2026/4']);
  assert.deepEqual(quarterNumbered(2026, 2), {
    schoolYear: 2026,
    quarter: 2,
    firstDay: '2026-11-16',
    lastDay: '2027-01-31',
  });
});

test('every day lies in the quarter that is said to hold it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
      const day = new Date(number * DAY).toISOString().slice(0, 10);
      const { firstDay, lastDay, schoolYear, quarter } = quarterOf(day);
      assert.ok(day >= firstDay && day <= lastDay, `${day} in ${firstDay} to ${lastDay}`);
      assert.deepEqual(quarterOf(firstDay), quarterNumbered(schoolYear, quarter));
    }),
  );
});

test('a quarter is the mean of its sessions, in which newer and surer ones weigh more', () => {
  const of = (...sessions: ScoredSession[]) => evaluateQuarter('social', FIRST, sessions, END).score;
  assert.equal(of(session(8), session(5, 45)), 7);
  assert.equal(of(session(8, 3, 0.8), session(5, 3, 0.2)), 7.4);
  assert.equal(of(session(6, 70), session(6, 1)), 6);
});

test('sessions without a score count for nothing, and too few with one give no score but say why', () => {
  const some = [session(7), session(null), session(9)];
  const none = evaluateQuarter('proficiency', FIRST, some, END);
  assert.deepEqual([none.score, none.reason, none.confidence], [null, 'too little evidence', 0]);
  assert.equal(describeQuarter(none), 'Only 2 sessions have a score, and it takes at least 3.');
  const enough = evaluateQuarter('proficiency', FIRST, [...some, session(8)], END);
  assert.equal(enough.score, 8);
  assert.equal(
    describeQuarter(enough),
    'Made of 3 sessions with scores from 7 to 9; newer and surer ones weigh more. 1 session without a score is left out.',
  );
  assert.deepEqual(enough.evidence.evaluationIds.length, 4);
});

test('the score never leaves the scores that it is made of, nor the confidence the scale', () => {
  const any = fc.record({
    evaluationId: fc.nat(),
    score: fc.integer({ min: 1, max: 10 }),
    confidence: fc.double({ min: 0.01, max: 1, noNaN: true }),
    at: fc.integer({ min: END - 80 * DAY, max: END }),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 3, maxLength: 30 }), (sessions) => {
      const { score, confidence } = evaluateQuarter('investment', FIRST, sessions, END);
      const scores = sessions.map((one) => one.score);
      assert.ok(score !== null && score >= Math.min(...scores) && score <= Math.max(...scores));
      assert.ok(confidence > 0 && confidence <= 1);
    }),
  );
});
