import type { AttemptRecord } from '../tutoring/dialogue.ts';
import type { MarkVerdict } from './mark-answer.ts';

/** An answer of a test with its mark. */
export interface TestedAnswer {
  qaId: number;
  revisionId: number;
  unitName: string;
  answer: string;
  verdict: MarkVerdict;
}

/**
 * What a marked answer tells the mastery model: an unaided answer, right only where it earned all of its points, since what was
 * right in part is not known alone yet. Null for what was not answered: time may have been the reason.
 */
export function observedInTest({ qaId, revisionId, unitName, answer, verdict }: TestedAnswer): AttemptRecord | null {
  if (verdict === 'unanswered') return null;
  return {
    qaId,
    revisionId,
    unitName,
    answer,
    choiceId: null,
    verdict: verdict === 'correct' ? 'correct' : 'incorrect',
    understood: null,
    hintsUsed: 0,
    revealed: false,
    unaided: true,
    counts: true,
    milliseconds: 0,
  };
}
