import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begun, keyOf, makeItem, plainChecker } from '../../../test/support/tutoring-fixtures.ts';
import { openQuestionView, questionView } from './question-view.ts';

const item = makeItem(7, {
  key: keyOf('b', {
    kind: 'choice',
    acceptedAnswers: ['secret-accepted'],
    choices: [
      { id: 'a', text: 'six' },
      { id: 'b', text: 'seven' },
    ],
  }),
  aliases: ['secret-alias'],
  hints: [{ text: 'secret-hint' }, { text: 'secret-second' }],
  workedExample: 'secret-example',
  explanation: 'secret-explanation',
  wrongAnswers: [{ answer: 'a', feedback: 'secret-feedback' }],
});

test('a pupil sees the question and its choices, and nothing that gives the answer away', () => {
  const { state } = begun([item]);
  assert.ok(state.open);
  for (const view of [questionView(item), openQuestionView(item, state.open, 0, plainChecker)]) {
    assert.doesNotMatch(JSON.stringify(view), /secret|"answer"|"key"/);
    assert.deepEqual(view.choices, item.key.choices);
  }
});

test('hints are counted without the answer, and never more shown than there are', () => {
  const { state } = begun([item]);
  assert.ok(state.open);
  const fresh = openQuestionView(item, state.open, 2, plainChecker);
  assert.deepEqual([fresh.number, fresh.hintsUsed, fresh.step, fresh.steps], [3, 0, 1, 1]);
  const worn = openQuestionView(item, { ...state.open, rung: 99 }, 2, plainChecker);
  assert.equal(worn.hintsUsed, worn.hintsTotal);
  assert.equal(worn.hintsTotal, fresh.hintsTotal);
});
