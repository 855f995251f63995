import type { StudyState } from '../curriculum/curriculum.ts';

/** How a pupil stands in a unit, in one word. */
export type UnitWord = 'not started' | 'too early to say' | 'strong' | 'weak' | 'due for review' | 'on the way';

/** Fewer answers than this say nothing about a unit. */
const ENOUGH_ANSWERS = 3;
/** Below this a wrong answer is likelier than a right one. */
const WEAK = 0.5;

interface Standing {
  /** Now. */
  mastered: boolean;
  /** Probability of a right answer, 0 … 1. */
  mastery: number;
  /** Answers that moved the estimate. */
  answers: number;
  /** `completed` once it was mastered; that never falls. */
  state: StudyState;
  /** Questions that were answered and may come back, and how many of these are due. */
  reviews: { cards: number; due: number };
}

/**
 * Due for review: mastered once, and not sure any more, because later answers say so or because most of its questions are due.
 */
export function isDueForReview({ mastered, state, reviews }: Omit<Standing, 'mastery' | 'answers'>): boolean {
  return state === 'completed' && (!mastered || (reviews.due > 0 && 2 * reviews.due >= reviews.cards));
}

/**
 * Strong: mastered, and fresh. Weak: after three or more answers a right one is still less likely than not. Due for review: see
 * above. With fewer than three answers it is too early to say.
 */
export function unitWord(standing: Standing): UnitWord {
  const { mastered, mastery, answers } = standing;
  if (mastered) return isDueForReview(standing) ? 'due for review' : 'strong';
  if (answers === 0) return 'not started';
  if (answers < ENOUGH_ANSWERS) return 'too early to say';
  if (mastery < WEAK) return 'weak';
  return isDueForReview(standing) ? 'due for review' : 'on the way';
}
