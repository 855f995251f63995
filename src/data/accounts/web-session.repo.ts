import type { Actor, Role } from '../../domain/access/permission-matrix.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { type StoredInstant, toStored } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';
import { selectActors, toActor } from '../people/actor-rows.ts';

const ACTOR = prepared((db, { id, now }: { id: string; now: StoredInstant }) =>
  selectActors(db)
    .innerJoin('web_sessions', 'web_sessions.user_id', 'users.id')
    .select((row) =>
      row
        .selectFrom('notifications')
        .select(({ fn }) => fn.countAll<number>().as('unread'))
        .whereRef('notifications.user_id', '=', 'users.id')
        .where('notifications.read_at', 'is', null)
        .as('unread'),
    )
    .where('web_sessions.id', '=', id)
    .where('web_sessions.expires_at', '>', now),
);

/** Who is logged in, and how much they were told that they have not read: every page shows it, so it comes with the same query. */
export interface Visitor extends Actor {
  unread: number;
}

/** Logged-in browsers. The id is the hash of what the cookie holds, so that a copy of the table opens no door. */
export class WebSessionRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Who is logged in with this session; undefined when it has expired, and when the account is gone or disabled. */
  async findActor(id: string, now: Instant): Promise<Visitor | undefined> {
    const row = await ACTOR.first(this.#db, { id, now: toStored(now) });
    return row && { ...toActor(row), unread: Number(row.unread) };
  }

  /** Of these sessions those that last, with the role of whoever is logged in. */
  async listLasting(ids: readonly string[], now: Instant): Promise<{ id: string; role: Role }[]> {
    if (ids.length === 0) return [];
    return this.#db.run((db) =>
      db
        .selectFrom('web_sessions')
        .innerJoin('users', 'users.id', 'web_sessions.user_id')
        .select(['web_sessions.id', 'users.role'])
        .where('web_sessions.id', 'in', [...ids])
        .where('web_sessions.expires_at', '>', toStored(now))
        .where('users.disabled_at', 'is', null)
        .execute(),
    );
  }

  async add(session: { id: string; userId: number; now: Instant; expiresAt: Instant }): Promise<void> {
    const row = {
      id: session.id,
      user_id: session.userId,
      data: '{}',
      created_at: toStored(session.now),
      expires_at: toStored(session.expiresAt),
    };
    await this.#db.run((db) => db.insertInto('web_sessions').values(row).execute());
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
