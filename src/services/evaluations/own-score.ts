import { RUBRIC_VERSION } from '../../domain/evaluation/evaluation.ts';
import type { GivenKind } from '../../domain/evaluation/given-score.ts';
import type { Instant } from '../../shared/instant.ts';

/** A class manager's own score of a pupil in a session, as it is kept: a person saw it, so that it is sure. */
export function ownScore<Kind extends GivenKind>(
  kind: Kind,
  { sessionId, studentId }: { sessionId: number; studentId: number },
  { score, words, at }: { score: number; words: string; at: Instant },
) {
  return {
    kind,
    studentId,
    sessionId,
    score,
    reason: null,
    description: words,
    evidence: { messageIds: [], attemptIds: [] },
    source: 'class manager' as const,
    rubricVersion: RUBRIC_VERSION,
    confidence: 1,
    modelScore: null,
    flagged: false,
    provider: 'class manager',
    at,
  };
}
