import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';
import { insertedId } from '../db/sql.ts';

/** A class manager's note to the teacher of one session, or of all of a lesson. Staff only. */
export interface Whisper {
  id: number;
  lessonId: number;
  /** Null: to the teacher of every session of the lesson. */
  sessionId: number | null;
  classManagerId: number;
  /** Who wrote it. */
  by: string;
  content: string;
  at: Instant;
  withdrawnAt: Instant | null;
}

/** What the teacher of a session has been told and is to keep to. */
export interface WhisperInForce {
  id: number;
  content: string;
}

export interface NewWhisper {
  lessonId: number;
  sessionId: number | null;
  classManagerId: number;
  content: string;
  now: Instant;
}

/** How many notes a teacher keeps in mind; older ones have been said long ago. */
const KEPT_IN_MIND = 20;

const IN_FORCE = prepared((db, { lessonId, sessionId }: { lessonId: number; sessionId: number }) =>
  db
    .selectFrom('lesson_whispers')
    .select(['id', 'content'])
    .where('lesson_id', '=', lessonId)
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('school_session_id', 'is', null), eb('school_session_id', '=', sessionId)]))
    .orderBy('id', 'desc')
    .limit(KEPT_IN_MIND),
);

/** Notes of class managers to teachers. They are never changed, only withdrawn. */
export class WhisperRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add({ lessonId, sessionId, classManagerId, content, now }: NewWhisper): Promise<number> {
    const result = await this.#db.run((db) =>
      db
        .insertInto('lesson_whispers')
        .values({
          lesson_id: lessonId,
          school_session_id: sessionId,
          class_manager_id: classManagerId,
          content,
          at: toStored(now),
        })
        .executeTakeFirstOrThrow(),
    );
    return insertedId(result);
  }

  /** What holds for a session: what was said to its own teacher and to all of the lesson, the oldest first. */
  async listInForce(lessonId: number, sessionId: number): Promise<WhisperInForce[]> {
    return (await IN_FORCE.all(this.#db, { lessonId, sessionId })).reverse();
  }

  /** All of a lesson, withdrawn ones too, the oldest first. */
  async listOfLesson(lessonId: number): Promise<Whisper[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('lesson_whispers as whisper')
        .innerJoin('users', 'users.id', 'whisper.class_manager_id')
        .selectAll('whisper')
        .select(['users.first_name', 'users.last_name'])
        .where('whisper.lesson_id', '=', lessonId)
        .orderBy('whisper.id')
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      lessonId: row.lesson_id,
      sessionId: row.school_session_id,
      classManagerId: row.class_manager_id,
      by: `${row.first_name} ${row.last_name}`,
      content: row.content,
      at: fromStored(row.at),
      withdrawnAt: fromStoredOrNull(row.withdrawn_at),
    }));
  }

  /** Takes a note of a lesson back. False: it was taken back before. */
  async withdraw(id: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('lesson_whispers')
        .set({ withdrawn_at: toStored(now) })
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Takes back what was said to the teacher of one session before a moment. */
  async withdrawEarlier(sessionId: number, before: Instant, now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('lesson_whispers')
        .set({ withdrawn_at: toStored(now) })
        .where('school_session_id', '=', sessionId)
        .where('at', '<', toStored(before))
        .where('withdrawn_at', 'is', null)
        .execute(),
    );
  }
}
