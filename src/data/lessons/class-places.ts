import type { Handle } from '../db/database-manager.ts';
import { fromStoredOrNull, type StoredInstant } from '../db/instants.ts';

/** The places of a lesson, by name, of pupils who are in its class now: whoever has left it stands in none. */
export function selectPlaces(db: Handle, lessonId: number) {
  return db
    .selectFrom('school_hours_study_sessions as session')
    .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
    .innerJoin('school_sessions_students as own', 'own.school_session_id', 'session.id')
    .innerJoin('classes_students as member', (join) =>
      join.onRef('member.class_id', '=', 'lessons.class_id').onRef('member.student_id', '=', 'own.student_id'),
    )
    .innerJoin('users', 'users.id', 'own.student_id')
    .select(['own.student_id as studentId', 'session.id as sessionId', 'session.name as group', 'session.status'])
    .select(['own.joined_at', 'own.is_attendant', 'users.first_name', 'users.last_name'])
    .where('session.lesson_id', '=', lessonId)
    .orderBy('users.first_name')
    .orderBy('users.last_name')
    .orderBy('users.id');
}

interface PlaceRow {
  first_name: string;
  last_name: string;
  joined_at: StoredInstant | null;
  is_attendant: number;
}

/** A row of it, as it is read, with whatever was selected besides. */
export function toPlace<Row extends PlaceRow>({ first_name, last_name, joined_at, is_attendant, ...row }: Row) {
  return {
    ...row,
    name: `${first_name} ${last_name}`,
    joinedAt: fromStoredOrNull(joined_at),
    attended: is_attendant === 1,
  };
}
