import type { GivenEvaluation } from '../../agents/evaluator/evaluator.agent.ts';
import type { EvaluationKind, SessionalEvaluation } from '../../data/evaluations/evaluation.repo.ts';
import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import type { Instant } from '../../shared/instant.ts';

/** An evaluation of the evaluator as it is kept. */
export function evaluationRow(
  kind: EvaluationKind,
  given: GivenEvaluation,
  session: Pick<HomeSession, 'id' | 'studentId'>,
  at: Instant,
): SessionalEvaluation {
  const { evaluation } = given;
  return {
    kind,
    studentId: session.studentId,
    sessionId: session.id,
    score: evaluation.score,
    reason: evaluation.reason,
    description: given.description,
    evidence: evaluation.evidence,
    source: 'evaluator',
    rubricVersion: evaluation.rubricVersion,
    confidence: evaluation.confidence,
    modelScore: given.modelScore,
    flagged: given.flagged,
    provider: given.provider,
    at,
  };
}
