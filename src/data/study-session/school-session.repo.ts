import type { Pause, SchoolSessionType, SessionStatus } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { type Message, selectMessages, toMessage } from './message-rows.ts';

/** A session in school hours with what one of its pupils said about it. */
export interface SchoolSession {
  id: number;
  studentId: number;
  type: SchoolSessionType;
  status: SessionStatus;
  course: { id: number; name: string } | null;
  className: string;
  classManager: string;
  plannedMinutes: number;
  /** When the lesson was to begin, where the session itself never did. */
  planned: Instant | null;
  start: Instant | null;
  end: Instant | null;
  /** Of the lesson: when it began, and when it ended or is to end. */
  lesson: { start: Instant | null; end: Instant | null };
  attended: boolean;
  absence: 'sick' | 'excused' | 'unexcused' | null;
  joined: Instant | null;
  feelingBefore: EmotionalState | null;
  feelingAfter: EmotionalState | null;
  difficulty: number | null;
  understanding: number | null;
  feedback: string | null;
}

/** Somebody who took part. */
export interface Participant {
  id: number;
  firstName: string;
}

/** Sessions in school hours, for reading. Their ids have nothing to do with those of home sessions. */
export class SchoolSessionRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** A pupil's part in a session; undefined for a session that is not the pupil's. */
  async find(id: number, studentId: number): Promise<SchoolSession | undefined> {
    const row = await this.#db.run((db) =>
      select(db).where('own.school_session_id', '=', id).where('own.student_id', '=', studentId).executeTakeFirst(),
    );
    return row && toSession(row);
  }

  /** The pupil's sessions that are over, attended or missed, the newest first; `before` is an id to page on from. */
  async listOver(studentId: number, limit: number, before?: number): Promise<SchoolSession[]> {
    const rows = await this.#db.run((db) => {
      const query = select(db)
        .where('own.student_id', '=', studentId)
        .where('session.status', 'in', ['completed', 'cancelled'])
        .orderBy('own.school_session_id', 'desc')
        .limit(limit);
      return (before === undefined ? query : query.where('own.school_session_id', '<', before)).execute();
    });
    return rows.map(toSession);
  }

  /** Names of the units of these sessions, in their order. */
  async unitsOf(ids: readonly number[]): Promise<Map<number, string[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('learning_units_school_sessions')
        .select(['school_session_id', 'unit_name'])
        .where('school_session_id', 'in', [...ids])
        .orderBy('school_session_id')
        .orderBy('position')
        .execute(),
    );
    return new Map(
      [...Map.groupBy(rows, (row) => row.school_session_id)].map(([id, of]) => [id, of.map((row) => row.unit_name)]),
    );
  }

  /** How the pupil stood in the units when they joined. */
  async standingsOf(id: number, studentId: number): Promise<{ unitName: string; masteryBefore: number }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('learning_units_school_sessions_students')
        .select(['unit_name as unitName', 'mastery_before as masteryBefore'])
        .where('school_session_id', '=', id)
        .where('student_id', '=', studentId)
        .execute(),
    );
    return rows;
  }

  async pausesOf(id: number): Promise<Pause[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_session_pauses')
        .select(['start_time', 'end_time'])
        .where('school_session_id', '=', id)
        .orderBy('id')
        .execute(),
    );
    return rows.map((row) => ({ start: fromStored(row.start_time), end: fromStoredOrNull(row.end_time) }));
  }

  /** Who took part, by first name. */
  async participantsOf(id: number): Promise<Participant[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('school_sessions_students as own')
        .innerJoin('users', 'users.id', 'own.student_id')
        .select(['users.id', 'users.first_name as firstName'])
        .where('own.school_session_id', '=', id)
        .where('own.is_attendant', '=', 1)
        .orderBy('users.first_name')
        .orderBy('users.id')
        .execute(),
    );
  }

  /** Everything that was said, in order. */
  async messagesOf(id: number): Promise<Message[]> {
    const rows = await this.#db.run((db) =>
      selectMessages(db).where('school_session_id', '=', id).orderBy('id').execute(),
    );
    return rows.map(toMessage);
  }

  /** Lessons of a school that began since then, with how many places there were and how many were taken. */
  async attendanceSince(schoolId: number, since: Instant): Promise<{ lessons: number; places: number; taken: number }> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('lessons')
        .innerJoin('classes', 'classes.id', 'lessons.class_id')
        .innerJoin('school_hours_study_sessions as session', 'session.lesson_id', 'lessons.id')
        .innerJoin('school_sessions_students as own', 'own.school_session_id', 'session.id')
        .select(({ fn }) => [
          fn.count<number>('lessons.id').distinct().as('lessons'),
          fn.countAll<number>().as('places'),
          fn.sum<number | null>('own.is_attendant').as('taken'),
        ])
        .where('classes.school_id', '=', schoolId)
        .where('lessons.start_time', '>=', toStored(since))
        .where('lessons.state', '=', 'completed')
        .executeTakeFirstOrThrow(),
    );
    return { lessons: Number(row.lessons), places: Number(row.places), taken: Number(row.taken ?? 0) };
  }
}

/** The pupil's rows with the session, its lesson, class and class manager. */
function select(db: Handle) {
  return db
    .selectFrom('school_sessions_students as own')
    .innerJoin('school_hours_study_sessions as session', 'session.id', 'own.school_session_id')
    .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
    .innerJoin('classes', 'classes.id', 'lessons.class_id')
    .innerJoin('users as manager', 'manager.id', 'session.class_manager_id')
    .leftJoin('courses', 'courses.id', 'session.course_id')
    .selectAll('own')
    .select([
      'session.type',
      'session.status',
      'session.course_id',
      'courses.name as course_name',
      'classes.name as class_name',
      'manager.first_name as manager_first',
      'manager.last_name as manager_last',
      'session.planned_duration_minutes',
      'lessons.planned_start',
      'lessons.planned_end',
      'lessons.start_time as lesson_start',
      'lessons.end_time as lesson_end',
      'session.start_time',
      'session.end_time',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toSession(row: Row): SchoolSession {
  return {
    id: row.school_session_id,
    studentId: row.student_id,
    type: row.type,
    status: row.status,
    course: row.course_id === null ? null : { id: row.course_id, name: row.course_name ?? '' },
    className: row.class_name,
    classManager: `${row.manager_first} ${row.manager_last}`,
    plannedMinutes: row.planned_duration_minutes,
    planned: fromStoredOrNull(row.planned_start),
    start: fromStoredOrNull(row.start_time),
    end: fromStoredOrNull(row.end_time),
    lesson: { start: fromStoredOrNull(row.lesson_start), end: fromStoredOrNull(row.lesson_end ?? row.planned_end) },
    attended: row.is_attendant === 1,
    absence: row.attendance_reason,
    joined: fromStoredOrNull(row.joined_at),
    feelingBefore: row.emotional_state_before,
    feelingAfter: row.emotional_state_after,
    difficulty: row.difficulty_feedback,
    understanding: row.understanding_feedback,
    feedback: row.textual_feedback,
  };
}
