import type { Spent } from '../../domain/budgets/budgets.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';

export interface CallUnderWay extends Spent {
  schoolId: number;
  classId: number | null;
  studentId: number;
  expiresAt: Instant;
}

/** What calls of models that have not ended yet may use. One whose process died frees its part when it expires. */
export class CallsUnderWayRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Removes those of a school that have expired, and answers with the others. */
  async list(
    schoolId: number,
    now: Instant,
  ): Promise<(Spent & { id: number; classId: number | null; studentId: number })[]> {
    return this.#db.run(async (db) => {
      await db
        .deleteFrom('calls_under_way')
        .where('school_id', '=', schoolId)
        .where('expires_at', '<=', toStored(now))
        .execute();
      return db
        .selectFrom('calls_under_way')
        .select(['id', 'class_id as classId', 'student_id as studentId', 'tokens', 'micros'])
        .where('school_id', '=', schoolId)
        .execute();
    });
  }

  /** Holds so much, in place of what this call held before. Answers with its id. */
  async hold(id: number | null, call: CallUnderWay): Promise<number> {
    if (id !== null) {
      const expires_at = toStored(call.expiresAt);
      if (await this.set(id, call, expires_at)) return id;
    }
    const row = {
      school_id: call.schoolId,
      class_id: call.classId,
      student_id: call.studentId,
      tokens: call.tokens,
      micros: call.micros,
      expires_at: toStored(call.expiresAt),
    };
    return insertedId(
      await this.#db.run((db) => db.insertInto('calls_under_way').values(row).executeTakeFirstOrThrow()),
    );
  }

  /** What it holds from now on. False: it has expired. */
  async set(id: number, { tokens, micros }: Spent, expires_at?: ReturnType<typeof toStored>): Promise<boolean> {
    const set = { tokens, micros, ...(expires_at === undefined ? {} : { expires_at }) };
    const { numUpdatedRows } = await this.#db.run((db) =>
      db.updateTable('calls_under_way').set(set).where('id', '=', id).executeTakeFirst(),
    );
    return numUpdatedRows > 0n;
  }

  async remove(id: number): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('calls_under_way').where('id', '=', id).execute());
  }
}
