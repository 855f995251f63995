import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANSWERS, checkAnswer, checkWords, REVIEW_ACTIONS, type ScoreReview, standingOf } from './score-review.ts';

const KINDS = ['proficiency', 'investment'] as const;

const reviews = fc
  .array(fc.record({ kind: fc.constantFrom(...KINDS), action: fc.constantFrom(...REVIEW_ACTIONS) }), { maxLength: 12 })
  .map((given) =>
    given.map(({ kind, action }, index): ScoreReview => {
      const by = { id: index, role: 'student' as const, name: 'A B' };
      return { id: index, kind, action, score: action === 'scored' ? 5 : null, words: `${index}`, by, at: index };
    }),
  );

test('whatever was said before: a score is contested while nobody has answered, and doubtful by the last answer alone', () => {
  fc.assert(
    fc.property(reviews, fc.constantFrom(...KINDS), (given, kind) => {
      const own = given.filter((review) => review.kind === kind);
      const { contest, dispute, answer, history } = standingOf(given, kind);
      assert.deepEqual(history, own, 'nothing is lost');
      assert.equal(contest !== null, own.at(-1)?.action === 'contested');
      assert.equal(answer, own.findLast(({ action }) => action !== 'contested') ?? null);
      assert.equal(dispute !== null, answer?.action === 'disputed');
    }),
  );
});

test('what is said of one kind of score says nothing of the other', () => {
  fc.assert(
    fc.property(reviews, (given) => {
      const alone = given.filter(({ kind }) => kind === 'investment');
      assert.deepEqual(standingOf(given, 'investment'), standingOf(alone, 'investment'));
    }),
  );
});

test('an own score is of investment, whole and from 1 to 10; other answers come without one, and all with words', () => {
  const fits = (kind: (typeof KINDS)[number], action: 'stands' | 'disputed' | 'scored', score: number | null) => {
    try {
      checkAnswer(kind, { action, score, words: 'I was there.' });
      return true;
    } catch {
      return false;
    }
  };
  assert.ok(fits('investment', 'scored', 1) && fits('investment', 'scored', 10) && fits('investment', 'stands', null));
  assert.ok(fits('proficiency', 'disputed', null) && fits('proficiency', 'stands', null));
  for (const score of [0, 11, 4.5, -1, Number.NaN, Number.POSITIVE_INFINITY, null]) {
    assert.equal(fits('investment', 'scored', score), false, String(score));
  }
  assert.equal(fits('investment', 'stands', 5), false);
  assert.equal(fits('proficiency', 'scored', 5), false);
  assert.equal(fits('investment', 'disputed', null), false);
  for (const words of ['', '  \n ', 'x'.repeat(501)]) {
    assert.throws(() => checkWords(words), { code: 'invalid-input' });
    assert.throws(() => checkAnswer('investment', { action: 'stands', score: null, words }), { code: 'invalid-input' });
  }
  assert.deepEqual(ANSWERS.proficiency.includes('scored'), false);
});
