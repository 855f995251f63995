import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored, toStoredOrNull } from '../db/instants.ts';
import { upsert } from '../db/sql.ts';

export interface ThrottleRecord {
  failures: number;
  lastFailureAt: Instant;
  blockedUntil: Instant | null;
}

/** Failed logins by account and by address. */
export class LoginThrottleRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(subject: string): Promise<ThrottleRecord | undefined> {
    const row = await this.#db.run((db) =>
      db.selectFrom('login_throttles').selectAll().where('subject', '=', subject).executeTakeFirst(),
    );
    return (
      row && {
        failures: row.failures,
        lastFailureAt: fromStored(row.last_failure_at),
        blockedUntil: fromStoredOrNull(row.blocked_until),
      }
    );
  }

  async save(subject: string, record: ThrottleRecord): Promise<void> {
    await upsert(
      this.#db,
      'login_throttles',
      ['subject'],
      [
        {
          subject,
          failures: record.failures,
          last_failure_at: toStored(record.lastFailureAt),
          blocked_until: toStoredOrNull(record.blockedUntil),
        },
      ],
    );
  }

  async clear(subject: string): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('login_throttles').where('subject', '=', subject).execute());
  }
}
