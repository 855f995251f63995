import type { HomeSessionType, SessionStatus } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull } from '../db/instants.ts';

/** A home session with what its pupil said about it. */
export interface HomeSession {
  kind: 'home';
  id: number;
  studentId: number;
  type: HomeSessionType;
  status: SessionStatus;
  courseId: number;
  teacherId: number;
  plannedMinutes: number;
  createdAt: Instant;
  start: Instant | null;
  end: Instant | null;
  lastActivityAt: Instant;
  endReason: 'pupil' | 'expired' | null;
  feelingBefore: EmotionalState;
  feelingAfter: EmotionalState | null;
  difficulty: number | null;
  understanding: number | null;
  feedback: string | null;
}

/** Sessions with their pupil's row. */
export function selectSessions(db: Handle) {
  return db
    .selectFrom('home_sessions_students')
    .innerJoin('home_hours_study_sessions', 'home_hours_study_sessions.id', 'home_sessions_students.home_session_id')
    .selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSessions>['execute']>>[number];

/** Makes the domain's session of a row. */
export function toSession(row: Row): HomeSession {
  return {
    kind: 'home',
    id: row.id,
    studentId: row.student_id,
    type: row.type,
    status: row.status,
    courseId: row.course_id,
    teacherId: row.teacher_id,
    plannedMinutes: row.planned_minutes,
    createdAt: fromStored(row.created_at),
    start: fromStoredOrNull(row.start_time),
    end: fromStoredOrNull(row.end_time),
    lastActivityAt: fromStored(row.last_activity_at),
    endReason: row.end_reason,
    feelingBefore: row.emotional_state_before,
    feelingAfter: row.emotional_state_after,
    difficulty: row.difficulty_feedback,
    understanding: row.understanding_feedback,
    feedback: row.textual_feedback,
  };
}
