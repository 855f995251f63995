import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { upsert } from '../db/sql.ts';

/** Logged-in browsers. The id is the hash of what the cookie holds, so that a copy of the table opens no door. */
export class WebSessionRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(id: string, now: Instant): Promise<string | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('web_sessions')
        .select('data')
        .where('id', '=', id)
        .where('expires_at', '>', toStored(now))
        .executeTakeFirst(),
    );
    return row?.data;
  }

  async save(session: {
    id: string;
    userId: number | null;
    data: string;
    now: Instant;
    expiresAt: Instant;
  }): Promise<void> {
    await upsert(
      { dialect: this.#db.dialect, handle: this.#db.handle() },
      'web_sessions',
      ['id'],
      [
        {
          id: session.id,
          user_id: session.userId,
          data: session.data,
          created_at: toStored(session.now),
          expires_at: toStored(session.expiresAt),
        },
      ],
    );
  }

  async remove(id: string): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('web_sessions').where('id', '=', id).execute());
  }

  /** Logs a person out everywhere. */
  async removeOf(userId: number): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('web_sessions').where('user_id', '=', userId).execute());
  }

  async removeExpired(now: Instant): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('web_sessions').where('expires_at', '<=', toStored(now)).execute());
  }
}
