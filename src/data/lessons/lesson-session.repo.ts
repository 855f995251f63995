import type { SchoolSessionType, SessionStatus } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import { countSessions } from '../analytics/session-facts.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { locking } from '../db/sql.ts';

export interface NewLessonSession {
  /** Of a group; empty for a pupil on their own. */
  name: string;
  /** Null only for a social talk. */
  courseId: number | null;
  teacherId: number;
  unitNames: string[];
  pupils: { id: number; masteryBefore: { unitName: string; mastery: number }[] }[];
}

export interface OfLesson {
  lessonId: number;
  type: SchoolSessionType;
  classManagerId: number;
  minutes: number;
}

/** Somebody with a place in a lesson. */
export interface NamedPlace {
  sessionId: number;
  studentId: number;
  firstName: string;
  lastName: string;
  joined: boolean;
}

export type PausedBy = 'pupil' | 'class manager';

/** The sessions of lessons as they are made, paused and ended: all of a lesson by one statement each. */
export class LessonSessionRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Which of these pupils have a place in a lesson that is under way. */
  async listInLesson(studentIds: readonly number[]): Promise<number[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('live_sessions')
        .select('student_id')
        .where('kind', '=', 'school')
        .where('student_id', 'in', [...studentIds])
        .execute(),
    );
    return rows.map((row) => row.student_id);
  }

  /**
   * Makes the sessions of a lesson that begins, waiting for their pupils, with the places of all: a fixed number of statements.
   * Throws the database's unique violation when one of the pupils has a place in another lesson.
   */
  async create(
    { lessonId, type, classManagerId, minutes }: OfLesson,
    sessions: readonly NewLessonSession[],
  ): Promise<void> {
    if (sessions.length === 0) return;
    await this.#db.tx(async (db) => {
      await db
        .insertInto('school_hours_study_sessions')
        .values(
          sessions.map(({ name, courseId, teacherId }) => ({
            type,
            status: 'pending' as const,
            course_id: courseId,
            lesson_id: lessonId,
            class_manager_id: classManagerId,
            teacher_id: teacherId,
            planned_duration_minutes: minutes,
            name,
          })),
        )
        .execute();
      // One statement gives its rows ids in their order.
      const made = await db
        .selectFrom('school_hours_study_sessions')
        .select('id')
        .where('lesson_id', '=', lessonId)
        .orderBy('id')
        .execute();
      const withId = sessions.map((session, place) => ({ ...session, id: made[place]?.id ?? 0 }));
      const places = withId.flatMap(({ id, pupils }) => pupils.map((pupil) => ({ sessionId: id, ...pupil })));
      await db
        .insertInto('live_sessions')
        .values(places.map(({ sessionId, id }) => ({ student_id: id, kind: 'school', session_id: sessionId })))
        .execute();
      await db
        .insertInto('school_sessions_students')
        .values(places.map(({ sessionId, id }) => ({ school_session_id: sessionId, student_id: id, is_attendant: 0 })))
        .execute();
      const units = withId.flatMap(({ id, courseId, unitNames }) =>
        unitNames.map((unitName, position) => ({
          school_session_id: id,
          course_id: courseId ?? 0,
          unit_name: unitName,
          position,
        })),
      );
      if (units.length > 0) await db.insertInto('learning_units_school_sessions').values(units).execute();
      const standings = withId.flatMap(({ id, courseId, pupils }) =>
        pupils.flatMap((pupil) =>
          pupil.masteryBefore.map(({ unitName, mastery }) => ({
            school_session_id: id,
            student_id: pupil.id,
            course_id: courseId ?? 0,
            unit_name: unitName,
            mastery_before: mastery,
          })),
        ),
      );
      if (standings.length > 0) {
        await db.insertInto('learning_units_school_sessions_students').values(standings).execute();
      }
    });
  }

  /** Sessions of a lesson in one of these states, held until the transaction ends. */
  async hold(lessonId: number, states: readonly SessionStatus[]): Promise<{ id: number; status: SessionStatus }[]> {
    return this.#db.run((db) =>
      locking(
        this.#db.dialect,
        db
          .selectFrom('school_hours_study_sessions')
          .select(['id', 'status'])
          .where('lesson_id', '=', lessonId)
          .where('status', 'in', [...states])
          .orderBy('id'),
      ).execute(),
    );
  }

  /** The state of one session of a lesson; undefined where it has no such session. */
  async stateOf(lessonId: number, sessionId: number): Promise<SessionStatus | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_sessions')
        .select('status')
        .where('id', '=', sessionId)
        .where('lesson_id', '=', lessonId)
        .executeTakeFirst(),
    );
    return row?.status;
  }

  /** Pauses these active sessions. */
  async pause(ids: readonly number[], by: PausedBy, now: Instant): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.tx(async (db) => {
      const set = { status: 'paused' as const, paused_by: by, last_activity_at: toStored(now) };
      await db
        .updateTable('school_hours_study_sessions')
        .set(set)
        .where('id', 'in', [...ids])
        .execute();
      const pauses = ids.map((id) => ({ school_session_id: id, start_time: toStored(now) }));
      await db.insertInto('school_hours_study_session_pauses').values(pauses).execute();
      await this.#freeActivePlaces(ids);
    });
  }

  /** Goes on with these paused sessions, of whoever is there; their pupils' active places are taken by the caller. */
  async resume(ids: readonly number[], now: Instant): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.tx(async (db) => {
      const set = { status: 'active' as const, paused_by: null, last_activity_at: toStored(now) };
      await db
        .updateTable('school_hours_study_sessions')
        .set(set)
        .where('id', 'in', [...ids])
        .execute();
      await this.#closePauses(ids, now);
    });
  }

  /** The class manager keeps sessions paused that a pupil had paused: only they go on with them. */
  async keepPaused(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.run((db) =>
      db
        .updateTable('school_hours_study_sessions')
        .set({ paused_by: 'class manager' })
        .where('id', 'in', [...ids])
        .execute(),
    );
  }

  /** Completes these sessions: pauses are closed, places are free, and nobody holds them any more. */
  async complete(ids: readonly number[], reason: 'pupil' | 'class manager' | 'time', now: Instant): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.tx(async (db) => {
      await db
        .updateTable('school_hours_study_sessions')
        .set({
          status: 'completed',
          end_time: toStored(now),
          end_reason: reason,
          paused_by: null,
          taken_over_by: null,
          taken_over_at: null,
        })
        .where('id', 'in', [...ids])
        .execute();
      await this.#closePauses(ids, now);
      await this.#leave(ids);
      await countSessions(this.#db, 'school', ids);
    });
  }

  /** Calls off these sessions, which nobody joined. */
  async cancel(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.tx(async (db) => {
      await db
        .updateTable('school_hours_study_sessions')
        .set({ status: 'cancelled' })
        .where('id', 'in', [...ids])
        .execute();
      await this.#leave(ids);
      await countSessions(this.#db, 'school', ids);
    });
  }

  /** Who has joined these sessions. */
  async listAttendants(ids: readonly number[]): Promise<{ sessionId: number; studentId: number }[]> {
    if (ids.length === 0) return [];
    return this.#db.run((db) =>
      db
        .selectFrom('school_sessions_students')
        .select(['school_session_id as sessionId', 'student_id as studentId'])
        .where('school_session_id', 'in', [...ids])
        .where('joined_at', 'is not', null)
        .orderBy('school_session_id')
        .orderBy('student_id')
        .execute(),
    );
  }

  /** All who have a place in a lesson. */
  async listNames(lessonId: number): Promise<NamedPlace[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_sessions_students as own')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'own.school_session_id')
        .innerJoin('users', 'users.id', 'own.student_id')
        .select(['session.id as sessionId', 'own.student_id as studentId', 'own.joined_at'])
        .select(['users.first_name as firstName', 'users.last_name as lastName'])
        .where('session.lesson_id', '=', lessonId)
        .execute(),
    );
    return rows.map(({ joined_at, ...row }) => ({ ...row, joined: joined_at !== null }));
  }

  async #closePauses(ids: readonly number[], now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('school_hours_study_session_pauses')
        .set({ end_time: toStored(now) })
        .where('school_session_id', 'in', [...ids])
        .where('end_time', 'is', null)
        .execute(),
    );
  }

  async #freeActivePlaces(ids: readonly number[]): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('live_sessions')
        .set({ active_student_id: null })
        .where('kind', '=', 'school')
        .where('session_id', 'in', [...ids])
        .execute(),
    );
  }

  async #leave(ids: readonly number[]): Promise<void> {
    await this.#db.run((db) =>
      db
        .deleteFrom('live_sessions')
        .where('kind', '=', 'school')
        .where('session_id', 'in', [...ids])
        .execute(),
    );
  }
}
