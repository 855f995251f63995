import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionResults, type ResultAnswer } from './question-results.ts';

const given = (qaId: number, answer: string, verdict: ResultAnswer['verdict'], share: number): ResultAnswer => ({
  qaId,
  unitName: 'Slope',
  answer,
  understood: null,
  removed: false,
  verdict,
  share,
});

test('the hardest question comes first, with how often and how well it was answered', () => {
  const results = questionResults([
    given(1, '5', 'correct', 1),
    given(1, '5.0', 'correct', 1),
    given(2, '7', 'incorrect', 0),
    given(2, '', 'unanswered', 0),
    given(2, 'half of it', 'partly', 0.5),
    given(2, '9', 'correct', 1),
  ]);
  assert.deepEqual(
    results.map(({ qaId, asked, share, right, unanswered }) => [qaId, asked, share, right, unanswered]),
    [
      [2, 4, 0.375, 1, 1],
      [1, 2, 1, 2, 0],
    ],
  );
});

test('the commonest wrong answers count alike however they were written, and what was not answered is none of them', () => {
  const [result] = questionResults([
    given(1, 'Rome', 'incorrect', 0),
    given(1, ' rome ', 'incorrect', 0),
    given(1, 'Sparta', 'incorrect', 0),
    given(1, '', 'unanswered', 0),
    given(1, 'Athens', 'correct', 1),
  ]);
  assert.deepEqual(result?.wrong, [
    { answer: 'Rome', times: 2 },
    { answer: 'Sparta', times: 1 },
  ]);
});
