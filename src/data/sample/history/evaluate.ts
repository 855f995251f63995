import { countEvidence } from '../../../domain/evaluation/count-evidence.ts';
import type { Evaluation } from '../../../domain/evaluation/evaluation.ts';
import { describeInEnglish } from '../../../domain/evaluation/evaluation-words.ts';
import { investment } from '../../../domain/evaluation/investment.ts';
import { proficiency } from '../../../domain/evaluation/proficiency.ts';
import type { SessionEvidence } from '../../../domain/evaluation/session-evidence.ts';
import { type Instant, MINUTE, SECOND } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import { EVALUATE_SESSION } from '../../jobs/job-kinds.ts';
import { EMBEDDED } from '../agents.ts';
import type { HistoryRows } from './history-rows.ts';
import type { Lesson } from './lesson.ts';
import { sessionColumns } from './lesson-rows.ts';

/** A home session's evaluations, and the job that made them a moment later. */
export function evaluate(lesson: Lesson, ended: { at: Instant; byPupil: boolean }, rows: HistoryRows): void {
  const { sessionId, pupils } = lesson.facts;
  const at = ended.at + 2 * SECOND;
  evaluatePupil(lesson, { studentId: pupils[0].plan.person.id, end: ended.byPupil ? ended.at : null, at }, rows);
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

/** Both evaluations of one pupil of a session that has ended; answers what they rest on. `end` as the evidence takes it. */
export function evaluatePupil(
  lesson: Lesson,
  { studentId, end, at }: { studentId: number; end: Instant | null; at: Instant },
  rows: HistoryRows,
): SessionEvidence {
  const evidence = evidenceOf(lesson, studentId, end);
  for (const evaluation of [proficiency(evidence), investment(evidence)]) {
    const table = `sessional_${evaluation.kind}_evaluations` as const;
    rows.rows[table].push({ id: rows.takeId(table), ...rowOf(lesson, studentId, evaluation, at) });
  }
  return evidence;
}

function evidenceOf({ facts, messages, attempts, pauses }: Lesson, studentId: number, end: Instant | null) {
  return countEvidence(
    {
      start: facts.start,
      end,
      plannedMs: facts.plannedMinutes * MINUTE,
      pauses,
      messages,
      attempts: attempts.filter((attempt) => attempt.studentId === studentId),
      units: facts.before.get(studentId) ?? [],
    },
    studentId,
  );
}

function rowOf({ facts }: Lesson, studentId: number, evaluation: Evaluation, at: Instant) {
  return {
    student_id: studentId,
    ...sessionColumns(facts),
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
