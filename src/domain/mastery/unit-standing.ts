/** How a pupil stands in a unit, in one word. */
export type UnitWord = 'not started' | 'too early to say' | 'strong' | 'weak' | 'on the way';

/** Fewer answers than this say nothing about a unit. */
export const ENOUGH_ANSWERS = 3;
/** Below this a wrong answer is likelier than a right one. */
const WEAK = 0.5;

/**
 * Strong: mastered. Weak: after three or more answers a right one is still less likely than not. With fewer answers it is too
 * early to say. `mastery` is the probability of a right answer, 0 … 1.
 */
export function unitWord({
  mastered,
  mastery,
  answers,
}: {
  mastered: boolean;
  mastery: number;
  answers: number;
}): UnitWord {
  if (mastered) return 'strong';
  if (answers === 0) return 'not started';
  if (answers < ENOUGH_ANSWERS) return 'too early to say';
  return mastery < WEAK ? 'weak' : 'on the way';
}
