import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';
import { type ReviewCard, type ReviewRating, ratingOf, recall, retrievability, reviewed } from './review-card.ts';

const T0 = Date.UTC(2026, 2, 2, 15);
const right = { verdict: 'correct', hintsUsed: 0, revealed: false, unaided: true } as const;

test('wrong, given up or revealed is again, right with help hard, right alone good, and nothing else moves a card', () => {
  assert.equal(ratingOf(right), 'good');
  assert.equal(ratingOf({ ...right, hintsUsed: 1, unaided: false }), 'hard');
  assert.equal(ratingOf({ ...right, unaided: false }), 'hard', 'right at the second try');
  assert.equal(ratingOf({ ...right, verdict: 'incorrect' }), 'again');
  assert.equal(ratingOf({ ...right, verdict: 'incorrect', revealed: true }), 'again');
  assert.equal(ratingOf({ ...right, verdict: 'given up', revealed: true, unaided: false }), 'again');
  assert.equal(ratingOf({ ...right, verdict: 'skipped' }), null);
  assert.equal(ratingOf({ ...right, verdict: 'cannot judge' }), null);
});

test('a question answered alone comes back after days, then after weeks; a wrong one in a day or two', () => {
  const days = ({ dueAt }: ReviewCard, at: number) => (dueAt - at) / DAY;
  const first = reviewed(null, 'good', T0);
  assert.equal(days(first, T0), 1.5);
  const second = reviewed(first, 'good', T0 + 2 * DAY);
  assert.ok(days(second, T0 + 2 * DAY) > 7);
  assert.ok(days(reviewed(second, 'again', T0 + 20 * DAY), T0 + 20 * DAY) < 2);
  assert.equal(days(reviewed(null, 'again', T0), T0), 0.5, 'never in the same sitting');
});

test('the whole days of a card are those of the scheduler of FSRS', () => {
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 });
  const grades = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const;
  const steps = fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 90 }),
      rating: fc.constantFrom<ReviewRating>('again', 'hard', 'good'),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(steps, (reviews) => {
      let at = T0;
      let mine: ReviewCard | null = null;
      let theirs = createEmptyCard(new Date(T0));
      for (const { days, rating } of reviews) {
        mine = reviewed(mine, rating, at);
        theirs = scheduler.next(theirs, new Date(at), grades[rating]).card;
        assert.ok(Math.abs(mine.stability - theirs.stability) < 1e-6);
        assert.ok(Math.abs(mine.difficulty - theirs.difficulty) < 1e-6);
        at += days * DAY;
      }
    }),
  );
});

test('however often and whenever it is answered, a card stays in its bounds and is due later than it was answered', () => {
  const steps = fc.array(
    fc.record({
      after: fc.oneof(
        fc.constant(0),
        fc.integer({ min: -HOUR, max: 3 * MINUTE }),
        fc.integer({ min: 0, max: 900 * DAY }),
      ),
      rating: fc.constantFrom<ReviewRating>('again', 'hard', 'good'),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (reviews, p) => {
      let at = T0;
      let card: ReviewCard | null = null;
      for (const { after, rating } of reviews) {
        at += after;
        card = reviewed(card, rating, at);
        assert.ok(card.stability > 0 && Number.isFinite(card.stability));
        assert.ok(card.difficulty >= 1 && card.difficulty <= 10);
        assert.ok(card.dueAt > card.reviewedAt && card.dueAt - card.reviewedAt <= 365 * DAY);
        const kept = retrievability(card, at + DAY);
        assert.ok(kept > 0 && kept <= 1);
        assert.ok(recall(p, card, at) <= p && recall(p, card, at + 50 * DAY) <= recall(p, card, at));
      }
    }),
  );
});
