import type { DatabaseManager } from '../db/database-manager.ts';

/** Pupils who left a class while a lesson of it runs. */
export class LeaverRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Places in lessons that run of pupils who are not in the class any more: of one lesson, or of all. */
  async list(lessonId?: number): Promise<{ lessonId: number; sessionId: number; studentId: number }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('live_sessions as live')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'live.session_id')
        .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
        .leftJoin('classes_students as member', (join) =>
          join.onRef('member.class_id', '=', 'lessons.class_id').onRef('member.student_id', '=', 'live.student_id'),
        )
        .select(['session.lesson_id as lessonId', 'session.id as sessionId', 'live.student_id as studentId'])
        .where('live.kind', '=', 'school')
        .where('member.student_id', 'is', null)
        .$if(lessonId !== undefined, (query) => query.where('session.lesson_id', '=', lessonId ?? 0))
        .orderBy('session.id')
        .execute(),
    );
  }

  /** Gives a pupil's place in a lesson up. */
  async giveUp(sessionId: number, studentId: number): Promise<void> {
    await this.#db.run((db) =>
      db
        .deleteFrom('live_sessions')
        .where('kind', '=', 'school')
        .where('session_id', '=', sessionId)
        .where('student_id', '=', studentId)
        .execute(),
    );
  }
}
