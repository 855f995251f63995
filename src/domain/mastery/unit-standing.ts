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
}

/**
 * Strong: mastered. Weak: after three or more answers a right one is still less likely than not. Due for review: mastered once,
 * and not any more. With fewer than three answers it is too early to say.
 */
export function unitWord({ mastered, mastery, answers, state }: Standing): UnitWord {
  if (mastered) return 'strong';
  if (answers === 0) return 'not started';
  if (answers < ENOUGH_ANSWERS) return 'too early to say';
  if (mastery < WEAK) return 'weak';
  return state === 'completed' ? 'due for review' : 'on the way';
}
