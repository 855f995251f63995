import { standingOf } from '../../domain/evaluation/score-review.ts';
import type { EvaluationStatus } from '../../services/evaluations/evaluation.service.ts';
import type { PastSession } from '../../services/history/history.service.ts';
import type { TestView } from '../../services/tests/tests.service.ts';
import type { EvaluationsView } from '../../shared/evaluations.ts';
import type { PastSessionView } from '../../shared/history.ts';
import type { TestSittingView } from '../../shared/tests.ts';
import { iso, isoOrNull, minutes } from './moment.ts';

/** Scores with what they rest on. What is for staff only (the model's own score, flags) stays here. */
export function toEvaluationsView({ status, evaluations, reviews }: EvaluationStatus): EvaluationsView {
  return {
    status,
    evaluations: evaluations.map(({ kind, score, reason, description, source, evidence, confidence, at }) => ({
      kind,
      score,
      reason,
      description,
      source,
      confidence,
      createdAt: iso(at),
      contested: source === 'evaluator' && standingOf(reviews, kind).contest !== null,
      disputed: source === 'evaluator' && standingOf(reviews, kind).dispute !== null,
      evidence: { messageIds: evidence.messageIds, attemptIds: evidence.attemptIds },
    })),
  };
}

export function toPastSessionView(session: PastSession): PastSessionView {
  const { id, kind, type, status, course, units, expired, evaluation } = session;
  return {
    id,
    kind,
    type,
    status,
    course,
    units,
    expired,
    startTime: isoOrNull(session.start),
    endTime: isoOrNull(session.end),
    activeMinutes: minutes(session.activeMs),
    emotionalStateBefore: session.feelingBefore,
    emotionalStateAfter: session.feelingAfter,
    evaluation: evaluation && toEvaluationsView(evaluation),
  };
}

export function toTestView(test: TestView): TestSittingView {
  return { ...test, date: iso(test.date), deadline: isoOrNull(test.deadline) };
}
