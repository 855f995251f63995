import type { Insertable } from 'kysely';
import type { Crisis } from '../../../domain/safety/crisis.ts';
import type { AttemptRecord } from '../../../domain/tutoring/dialogue.ts';
import type { Instant } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import type { LessonFacts } from './lesson-brief.ts';

interface Given {
  id: number;
  messageId: number;
  now: Instant;
}

export function attemptRow(
  { pupil, course, sessionId }: LessonFacts,
  attempt: AttemptRecord,
  { id, messageId, change, now }: Given & { change: { pBefore: number; masteryAfter: number } | null },
): Insertable<Tables['attempts']> {
  return {
    id,
    student_id: pupil.plan.person.id,
    home_session_id: sessionId,
    school_session_id: null,
    message_id: messageId,
    qa_id: attempt.qaId,
    revision_id: attempt.revisionId,
    course_id: course.id,
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

/** An open alert. */
export function alertRow(
  { pupil: { plan }, sessionId }: LessonFacts,
  { severity, category }: Crisis,
  { id, messageId, now }: Given,
): Insertable<Tables['safety_alerts']> {
  return {
    id,
    student_id: plan.person.id,
    school_id: plan.schoolId,
    home_session_id: sessionId,
    school_session_id: null,
    message_id: messageId,
    severity,
    category,
    created_at: toStored(now),
    escalated_at: null,
    acknowledged_at: null,
    acknowledged_by: null,
    note: null,
    released_to_parents_at: null,
  };
}
