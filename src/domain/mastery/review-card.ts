import { FSRSAlgorithm, type FSRSState, generatorParameters } from 'ts-fsrs';
import { DAY, type Instant } from '../../shared/instant.ts';
import type { AttemptRecord } from '../tutoring/dialogue.ts';

/** What a pupil remembers of one question, by FSRS. Plain data; made of the pupil's attempts at the question and nothing else. */
export interface ReviewCard {
  /** Days after which 90 % of it is left; > 0. */
  stability: number;
  /** 1 (easy) … 10 (hard). */
  difficulty: number;
  /** When the question was answered last. */
  reviewedAt: Instant;
  /** From when on the question is due for review. */
  dueAt: Instant;
}

export type ReviewRating = 'again' | 'hard' | 'good';

const GRADES: Record<ReviewRating, number> = { again: 1, hard: 2, good: 3 };

/** Half a day: who studies in the afternoon may be an hour earlier the next time. */
const EARLY = DAY / 2;

/** Without short-term steps: a question comes back another day, never in the session in which it was answered. */
const FSRS = new FSRSAlgorithm(
  generatorParameters({ request_retention: 0.9, maximum_interval: 365, enable_fuzz: false, enable_short_term: false }),
);

type Rated = Pick<AttemptRecord, 'verdict' | 'hintsUsed' | 'revealed' | 'unaided'>;

/** How an attempt is rated: wrong or revealed → again, right with help or at a later try → hard, right alone → good; else null. */
export function ratingOf({ verdict, hintsUsed, revealed, unaided }: Rated): ReviewRating | null {
  if (verdict === 'cannot judge' || verdict === 'skipped') return null;
  if (verdict !== 'correct' || revealed) return 'again';
  return unaided && hintsUsed === 0 ? 'good' : 'hard';
}

/** The card after an answer; null stands for a question that was never answered. An answer before the last one counts as with it. */
export function reviewed(card: ReviewCard | null, rating: ReviewRating, at: Instant): ReviewCard {
  const before: FSRSState | null = card && { stability: card.stability, difficulty: card.difficulty };
  const reviewedAt = Math.max(at, card?.reviewedAt ?? at);
  const days = card ? (reviewedAt - card.reviewedAt) / DAY : 0;
  const { stability, difficulty } = FSRS.next_state(before, days, GRADES[rating]);
  return { stability, difficulty, reviewedAt, dueAt: reviewedAt + FSRS.next_interval(stability, days) * DAY - EARLY };
}

/** The chance that what was known of the question at the last answer is still known, 0 … 1. */
export function retrievability({ stability, reviewedAt }: ReviewCard, at: Instant): number {
  return FSRS.forgetting_curve(Math.max(0, at - reviewedAt) / DAY, stability);
}

/** The chance of a right answer without help now: `p`, that of somebody for whom it is fresh, times what is left of it. */
export function recall(p: number, card: ReviewCard, at: Instant): number {
  return p * retrievability(card, at);
}
