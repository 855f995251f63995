import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

/** What a pupil of a group wrote, and nobody has answered yet. */
export interface WaitingWords {
  id: number;
  studentId: number;
  content: string;
  choiceId: string | null;
  /** The revision that was open when they were written; null: none was. */
  writtenFor: number | null;
  at: Instant;
}

/** Words in talks of lessons: how far they have come, and those of several that wait for the teacher, who answers one after the other. */
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
        .select(['id', 'student_id', 'content', 'choice_id', 'posed_revision_id', 'timestamp'])
        .where('school_session_id', '=', sessionId)
        .where('student_id', 'is not', null)
        .where('move', 'is', null)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const { id, content, student_id, choice_id: choiceId, posed_revision_id: writtenFor } = row;
    return { id, studentId: student_id ?? 0, content, choiceId, writtenFor, at: fromStored(row.timestamp) };
  }

  /** Whether somebody else of a session had written the right answer to a question by a moment: all of them read it there. */
  async solvedBy(sessionId: number, revisionId: number, before: { studentId: number; at: Instant }): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('attempts')
        .innerJoin('messages', 'messages.id', 'attempts.message_id')
        .select('attempts.id')
        .where('attempts.school_session_id', '=', sessionId)
        .where('attempts.revision_id', '=', revisionId)
        .where('attempts.student_id', '<>', before.studentId)
        .where('attempts.verdict', '=', 'correct')
        .where('messages.timestamp', '<=', toStored(before.at))
        .limit(1)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** How much of what a pupil wrote in a session waits. */
  async countOf(sessionId: number, studentId: number): Promise<number> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('messages')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('school_session_id', '=', sessionId)
        .where('student_id', '=', studentId)
        .where('move', 'is', null)
        .executeTakeFirst(),
    );
    return Number(row?.waiting ?? 0);
  }

  /** Words that waited are read and answered now: they follow what the teacher said last. False: somebody else took them up. */
  async takeUp(id: number, act: string): Promise<boolean> {
    return this.#db.tx(async (db) => {
      const taken = await db
        .updateTable('messages')
        .set({ move: act })
        .where('id', '=', id)
        .where('move', 'is', null)
        .executeTakeFirst();
      const own = await db.selectFrom('messages').select('school_session_id').where('id', '=', id).executeTakeFirst();
      if (taken.numUpdatedRows !== 1n || !own) return false;
      const last = await db
        .selectFrom('messages')
        .select('id')
        .where('school_session_id', '=', own.school_session_id)
        .where('teacher_id', 'is not', null)
        .where('only_for_student_id', 'is', null)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!last) return true;
      await db.updateTable('messages').set({ previous_message_id: last.id }).where('id', '=', id).execute();
      await db.updateTable('messages').set({ next_message_id: id }).where('id', '=', last.id).execute();
      return true;
    });
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

  /** The last message that a pupil of the session may read, and the reply that is being written; 0 where nothing was said. */
  async pulseOf(sessionId: number, reader: number): Promise<{ last: number; writing: number | null }> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('messages')
        .select(({ fn }) => [
          fn.max('id').as('last'),
          fn.max(sql<number | null>`case when state = 'streaming' then id end`).as('writing'),
        ])
        .where('school_session_id', '=', sessionId)
        .where((eb) => eb.or([eb('only_for_student_id', 'is', null), eb('only_for_student_id', '=', reader)]))
        .executeTakeFirst(),
    );
    return { last: row?.last ?? 0, writing: row?.writing ?? null };
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
