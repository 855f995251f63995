import type { AttemptRecord } from '../tutoring/dialogue.ts';
import type { Observation } from './gelo.ts';

/**
 * What an attempt tells the mastery model, or null when it tells nothing: it does not count, could not be judged, or the
 * item was skipped.
 *
 * p means "right without help". So a right answer after a hint, and an item given up, teach the model the same as a wrong
 * one: not yet alone. That is how the answers were scored on which the model was measured. It costs a pupil no progress,
 * which never falls (progress.ts).
 */
export function observationOf(
  attempt: Pick<AttemptRecord, 'verdict' | 'hintsUsed' | 'revealed' | 'unaided' | 'counts'>,
): Observation | null {
  if (!attempt.counts || attempt.verdict === 'cannot judge' || attempt.verdict === 'skipped') return null;
  const judged = attempt.verdict === 'correct' || attempt.verdict === 'incorrect';
  const unaided = judged && attempt.unaided && attempt.hintsUsed === 0 && !attempt.revealed;
  return { correct: attempt.verdict === 'correct' && unaided ? 1 : 0, unaided };
}
