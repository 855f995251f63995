import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** `words`: what was said. `records`: what was written about it. */
export type Kept = 'words' | 'records';

const OVER = ['completed', 'cancelled'] as const;

/**
 * Sessions at home of a school's pupils that began before a moment and still hold it, the oldest first. One from which an alert came
 * that nobody has taken waits for that.
 */
export function dueAtHome(db: Handle, schoolId: number, kept: Kept, before: Instant) {
  const removedAt = kept === 'words' ? ('session.words_removed_at' as const) : ('session.records_removed_at' as const);
  return db
    .selectFrom('home_hours_study_sessions as session')
    .innerJoin('home_sessions_students as place', 'place.home_session_id', 'session.id')
    .innerJoin('students', 'students.user_id', 'place.student_id')
    .where('students.school_id', '=', schoolId)
    .where(removedAt, 'is', null)
    .where('session.status', 'in', OVER)
    .where('session.created_at', '<', toStored(before))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('safety_alerts')
            .select('safety_alerts.id')
            .whereRef('safety_alerts.home_session_id', '=', 'session.id')
            .where('safety_alerts.acknowledged_at', 'is', null),
        ),
      ),
    );
}

/** The same of sessions at school, of the school's classes. */
export function dueAtSchool(db: Handle, schoolId: number, kept: Kept, before: Instant) {
  const removedAt = kept === 'words' ? ('session.words_removed_at' as const) : ('session.records_removed_at' as const);
  return db
    .selectFrom('school_hours_study_sessions as session')
    .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
    .innerJoin('classes', 'classes.id', 'lessons.class_id')
    .where('classes.school_id', '=', schoolId)
    .where(removedAt, 'is', null)
    .where('session.status', 'in', OVER)
    .where('session.start_time', '<', toStored(before))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('safety_alerts')
            .select('safety_alerts.id')
            .whereRef('safety_alerts.school_session_id', '=', 'session.id')
            .where('safety_alerts.acknowledged_at', 'is', null),
        ),
      ),
    );
}
