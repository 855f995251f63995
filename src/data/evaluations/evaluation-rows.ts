import type { Instant } from '../../shared/instant.ts';
import { toStored } from '../db/instants.ts';
import type { EvaluationKind, SessionalEvaluation } from './evaluation.repo.ts';

type Score = Pick<
  SessionalEvaluation,
  'score' | 'reason' | 'description' | 'evidence' | 'rubricVersion' | 'confidence'
>;

/** What changes where an evaluation is counted again. */
export function scoreColumns(after: Score & Pick<SessionalEvaluation, 'modelScore' | 'provider'>) {
  return {
    score: after.score,
    reason: after.reason,
    description: after.description,
    evidence: JSON.stringify(after.evidence),
    rubric_version: after.rubricVersion,
    confidence: after.confidence,
    model_score: after.modelScore,
    provider: after.provider,
  };
}

/** An evaluation as it is stored, but for its session: at home or at school. */
export function givenRow(evaluation: Omit<SessionalEvaluation, 'kind'>) {
  return {
    ...scoreColumns(evaluation),
    student_id: evaluation.studentId,
    source: evaluation.source,
    flagged: evaluation.flagged ? 1 : 0,
    created_at: toStored(evaluation.at),
  };
}

/** What an evaluation said before it was counted again, but for its session. */
export function keptRow(before: Score & { kind: EvaluationKind }, now: Instant) {
  return {
    kind: before.kind,
    score_before: before.score,
    reason_before: before.reason,
    description_before: before.description,
    evidence_before: JSON.stringify(before.evidence),
    rubric_version_before: before.rubricVersion,
    confidence_before: before.confidence,
    at: toStored(now),
  };
}
