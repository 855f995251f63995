import type { DatabaseManager } from '../db/database-manager.ts';

/** What a pupil of a group wrote, and nobody has answered yet. */
export interface WaitingWords {
  id: number;
  studentId: number;
  content: string;
  choiceId: string | null;
  /** The revision that was open when they were written; null: none was. */
  writtenFor: number | null;
}

/** Words in talks of several that wait for the teacher, who answers one after the other. */
export class WaitingWordsRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The ones that have waited longest in a session. */
  async first(sessionId: number): Promise<WaitingWords | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('messages')
        .select(['id', 'student_id', 'content', 'choice_id', 'posed_revision_id'])
        .where('school_session_id', '=', sessionId)
        .where('student_id', 'is not', null)
        .where('move', 'is', null)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const { id, content, student_id, choice_id: choiceId, posed_revision_id: writtenFor } = row;
    return { id, studentId: student_id ?? 0, content, choiceId, writtenFor };
  }

  /** How often each pupil has said something in a session, by pupil. */
  async turnsIn(sessionId: number): Promise<Map<number, number>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('messages')
        .select(({ fn }) => ['student_id', fn.countAll<number>().as('turns')])
        .where('school_session_id', '=', sessionId)
        .where('student_id', 'is not', null)
        .where('only_for_student_id', 'is', null)
        .groupBy('student_id')
        .execute(),
    );
    return new Map(rows.map(({ student_id, turns }) => [student_id ?? 0, Number(turns)]));
  }

  /** Sessions of several that are active and where somebody waits. */
  async sessionsWaiting(): Promise<{ sessionId: number; studentId: number }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_sessions as session')
        .innerJoin('messages', 'messages.school_session_id', 'session.id')
        .select(({ fn }) => ['session.id as sessionId', fn.min('messages.student_id').as('studentId')])
        .where('session.status', '=', 'active')
        .where('session.type', '<>', 'individual')
        .where('session.taken_over_by', 'is', null)
        .where('messages.student_id', 'is not', null)
        .where('messages.move', 'is', null)
        .groupBy('session.id')
        .execute(),
    );
    return rows.map(({ sessionId, studentId }) => ({ sessionId, studentId: Number(studentId) }));
  }
}
