import type { SessionStatus } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStoredOrNull, toStored } from '../db/instants.ts';

/** A session of a lesson with who answers in it. */
export interface Held {
  status: SessionStatus;
  /** The class manager who answers in the teacher's place. */
  takenOverBy: number | null;
  takenOverAt: Instant | null;
}

/** Class managers who answer in the teacher's place. */
export class TakeOverRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Undefined where the lesson has no such session. */
  async find(lessonId: number, sessionId: number): Promise<Held | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_sessions')
        .select(['status', 'taken_over_by as takenOverBy', 'taken_over_at'])
        .where('id', '=', sessionId)
        .where('lesson_id', '=', lessonId)
        .executeTakeFirst(),
    );
    return (
      row && { status: row.status, takenOverBy: row.takenOverBy, takenOverAt: fromStoredOrNull(row.taken_over_at) }
    );
  }

  /** Takes a session over. False: somebody has. */
  async take(sessionId: number, classManagerId: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('school_hours_study_sessions')
        .set({ taken_over_by: classManagerId, taken_over_at: toStored(now), last_activity_at: toStored(now) })
        .where('id', '=', sessionId)
        .where('taken_over_by', 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Gives it back to the teacher. */
  async handBack(sessionId: number): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('school_hours_study_sessions')
        .set({ taken_over_by: null, taken_over_at: null })
        .where('id', '=', sessionId)
        .execute(),
    );
  }

  /** Sessions under way that are held by somebody who does not look after the class any more. */
  async listAbandoned(): Promise<{ lessonId: number; classId: number; sessionId: number }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('live_sessions as live')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'live.session_id')
        .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
        .leftJoin('classess_class_managers as own', (join) =>
          join
            .onRef('own.class_id', '=', 'lessons.class_id')
            .onRef('own.class_manager_id', '=', 'session.taken_over_by'),
        )
        .select(['session.lesson_id as lessonId', 'lessons.class_id as classId', 'session.id as sessionId'])
        .distinct()
        .where('live.kind', '=', 'school')
        .where('session.taken_over_by', 'is not', null)
        .where('own.class_id', 'is', null)
        .execute(),
    );
  }

  /** The courses that are studied in a lesson. */
  async listCourses(lessonId: number): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_sessions')
        .select('course_id')
        .distinct()
        .where('lesson_id', '=', lessonId)
        .where('course_id', 'is not', null)
        .orderBy('course_id')
        .execute(),
    );
    return rows.flatMap(({ course_id }) => course_id ?? []);
  }

  /** Sessions of a lesson that are not over, with whose they are. */
  async listLive(lessonId: number): Promise<{ sessionId: number; studentId: number }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('school_sessions_students as own')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'own.school_session_id')
        .select(['session.id as sessionId', 'own.student_id as studentId'])
        .where('session.lesson_id', '=', lessonId)
        .where('session.status', 'in', ['pending', 'active', 'paused'])
        .orderBy('session.id')
        .orderBy('own.student_id')
        .execute(),
    );
  }
}
