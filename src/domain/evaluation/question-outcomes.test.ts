import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOutcomes, finishedQuestions, outcomeOf } from './question-outcomes.ts';

const attempt = { verdict: 'correct', unaided: true, revealed: false } as const;

test('a question that was tried three times and then solved counts once, as solved with help', () => {
  const wrong = { ...attempt, verdict: 'incorrect' } as const;
  const counts = countOutcomes([wrong, { ...wrong, unaided: false }, { ...attempt, unaided: false }]);
  assert.deepEqual(counts, { alone: 0, helped: 1, shown: 0, skipped: 0 });
  assert.equal(finishedQuestions(counts), 1);
});

test('a solution that was shown counts as shown, given up or not; a skipped question as neither right nor wrong', () => {
  assert.equal(outcomeOf({ verdict: 'given up', unaided: false, revealed: true }), 'shown');
  assert.equal(outcomeOf({ verdict: 'incorrect', unaided: true, revealed: true }), 'shown');
  assert.equal(outcomeOf({ verdict: 'skipped', unaided: false, revealed: false }), 'skipped');
  assert.equal(outcomeOf({ verdict: 'incorrect', unaided: true, revealed: false }), null);
  assert.equal(finishedQuestions(countOutcomes([{ verdict: 'skipped', unaided: false, revealed: false }])), 0);
});
