import type { Insertable } from 'kysely';
import type { Crisis } from '../../../domain/safety/crisis.ts';
import type { AttemptRecord } from '../../../domain/tutoring/dialogue.ts';
import type { Instant } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import type { LessonFacts } from './lesson-brief.ts';
import type { Pupil } from './world.ts';

interface Given {
  pupil: Pupil;
  id: number;
  messageId: number;
  now: Instant;
}

export function attemptRow(
  facts: LessonFacts,
  attempt: AttemptRecord,
  { pupil, id, messageId, change, now }: Given & { change: { pBefore: number; masteryAfter: number } | null },
): Insertable<Tables['attempts']> {
  return {
    id,
    student_id: pupil.plan.person.id,
    ...sessionColumns(facts),
    message_id: messageId,
    qa_id: attempt.qaId,
    revision_id: attempt.revisionId,
    course_id: facts.course.id,
    unit_name: attempt.unitName,
    answer: attempt.answer,
    choice_id: attempt.choiceId,
    verdict: attempt.verdict,
    understood: attempt.understood,
    hints_used: attempt.hintsUsed,
    revealed: attempt.revealed ? 1 : 0,
    unaided: attempt.unaided ? 1 : 0,
    counts: attempt.counts ? 1 : 0,
    milliseconds: Math.round(attempt.milliseconds),
    p_before: change?.pBefore ?? null,
    mastery_after: change?.masteryAfter ?? null,
    created_at: toStored(now),
  };
}

/** The session that a row belongs to: one at home or one at school, whose ids have nothing to do with each other. */
export function sessionColumns({ kind, sessionId }: Pick<LessonFacts, 'kind' | 'sessionId'>) {
  return kind === 'home'
    ? { home_session_id: sessionId, school_session_id: null }
    : { home_session_id: null, school_session_id: sessionId };
}

/** An open alert. */
export function alertRow(
  facts: LessonFacts,
  { severity, category }: Crisis,
  { pupil: { plan }, id, messageId, now }: Given,
): Insertable<Tables['safety_alerts']> {
  return {
    id,
    student_id: plan.person.id,
    school_id: plan.schoolId,
    ...sessionColumns(facts),
    message_id: messageId,
    severity,
    category,
    created_at: toStored(now),
    escalated_at: null,
    round: 0,
    acknowledged_at: null,
    acknowledged_by: null,
    note: null,
    released_to_parents_at: null,
  };
}
