import type { Evaluation } from '../../../domain/evaluation/evaluation.ts';
import { describeInEnglish } from '../../../domain/evaluation/evaluation-words.ts';
import { investment } from '../../../domain/evaluation/investment.ts';
import { proficiency } from '../../../domain/evaluation/proficiency.ts';
import { type Instant, SECOND } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import { EVALUATE_SESSION } from '../../jobs/job-kinds.ts';
import { EMBEDDED } from '../agents.ts';
import { evidenceOf } from './evidence.ts';
import type { HistoryRows } from './history-rows.ts';
import type { Lesson } from './lesson.ts';

/** Both evaluations of a session that has ended, and the job that made them a moment later. */
export function evaluate(lesson: Lesson, ended: { at: Instant; byPupil: boolean }, rows: HistoryRows): void {
  const { sessionId } = lesson.facts;
  const evidence = evidenceOf(lesson, ended.byPupil ? ended.at : null);
  const at = ended.at + 2 * SECOND;
  rows.rows.sessional_proficiency_evaluations.push({
    id: rows.takeId('sessional_proficiency_evaluations'),
    ...rowOf(lesson, proficiency(evidence), at),
  });
  rows.rows.sessional_investment_evaluations.push({
    id: rows.takeId('sessional_investment_evaluations'),
    ...rowOf(lesson, investment(evidence), at),
  });
  rows.rows.jobs.push({
    id: rows.takeId('jobs'),
    kind: EVALUATE_SESSION,
    subject_key: `home:${sessionId}`,
    payload: JSON.stringify({ sessionId }),
    state: 'done',
    run_at: toStored(ended.at),
    lease_until: null,
    lease_owner: null,
    tries: 1,
    last_error: null,
    created_at: toStored(ended.at),
    finished_at: toStored(at),
  });
}

function rowOf({ facts }: Lesson, evaluation: Evaluation, at: Instant) {
  return {
    student_id: facts.pupil.plan.person.id,
    home_session_id: facts.sessionId,
    school_session_id: null,
    score: evaluation.score,
    reason: evaluation.reason,
    description: describeInEnglish(evaluation),
    evidence: JSON.stringify(evaluation.evidence),
    source: 'evaluator',
    rubric_version: evaluation.rubricVersion,
    confidence: evaluation.confidence,
    model_score: null,
    flagged: 0,
    provider: EMBEDDED.provider,
    created_at: toStored(at),
  } as const;
}
