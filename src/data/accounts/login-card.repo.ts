import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { inChunks, upsert } from '../db/sql.ts';

export interface CardOwner {
  userId: number;
  firstName: string;
  schoolId: number;
}

/** Printed cards that log a pupil in: at most one a pupil, by the hash of its secret. */
export class LoginCardRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Saves cards; an older card of the same pupil opens nothing from now on. */
  async save(cards: readonly { studentId: number; tokenHash: string }[], by: number, now: Instant): Promise<void> {
    const rows = cards.map(({ studentId, tokenHash }) => ({
      student_id: studentId,
      token_hash: tokenHash,
      created_at: toStored(now),
      created_by: by,
      last_used_at: null,
    }));
    await upsert(this.#db, 'login_cards', ['student_id'], rows);
  }

  async find(studentId: number): Promise<{ createdAt: Instant; lastUsedAt: Instant | null } | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('login_cards')
        .select(['created_at', 'last_used_at'])
        .where('student_id', '=', studentId)
        .executeTakeFirst(),
    );
    return row && { createdAt: fromStored(row.created_at), lastUsedAt: fromStoredOrNull(row.last_used_at) };
  }

  /** Whose card it is, while the account is not disabled and the pupil's school allows cards. */
  async findOwner(tokenHash: string): Promise<CardOwner | undefined> {
    return this.#db.run((db) =>
      db
        .selectFrom('login_cards')
        .innerJoin('students', 'students.user_id', 'login_cards.student_id')
        .innerJoin('users', 'users.id', 'students.user_id')
        .innerJoin('schools', 'schools.id', 'students.school_id')
        .select(['users.id as userId', 'users.first_name as firstName', 'students.school_id as schoolId'])
        .where('login_cards.token_hash', '=', tokenHash)
        .where('users.disabled_at', 'is', null)
        .where('schools.card_login', '=', 1)
        .executeTakeFirst(),
    );
  }

  async noteUse(studentId: number, now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('login_cards')
        .set({ last_used_at: toStored(now) })
        .where('student_id', '=', studentId)
        .execute(),
    );
  }

  /** False: there was none. */
  async remove(studentIds: readonly number[]): Promise<boolean> {
    let removed = 0n;
    for (const chunk of inChunks(studentIds)) {
      const { numDeletedRows } = await this.#db.run((db) =>
        db.deleteFrom('login_cards').where('student_id', 'in', chunk).executeTakeFirst(),
      );
      removed += numDeletedRows;
    }
    return removed > 0n;
  }
}
