import type { Instant } from '../../shared/instant.ts';
import type { NotificationKind } from '../../shared/notifications.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { insertMissing } from '../db/sql.ts';

export interface NotificationDraft {
  userId: number;
  /** Of what happened: the same is told once. */
  key: string;
  about: number | null;
  kind: NotificationKind;
  data: object;
  now: Instant;
}

/** As it is kept; `kind` may be one that this program knows no more. */
export interface StoredNotification {
  id: number;
  kind: string;
  data: Record<string, unknown>;
  at: Instant;
  readAt: Instant | null;
}

/** What people are told in the program. */
export class NotificationRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Tells people something; whoever was told of the same before keeps what they have. */
  async add(drafts: readonly NotificationDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const rows = drafts.map(({ userId, key, about, kind, data, now }) => ({
      user_id: userId,
      event_key: key,
      student_id: about,
      kind,
      data: JSON.stringify(data),
      at: toStored(now),
    }));
    await insertMissing(this.#db, 'notifications', ['user_id', 'event_key'], rows);
  }

  /** The newest first; `before` is an id to page on from. */
  async list(userId: number, limit: number, before?: number): Promise<StoredNotification[]> {
    const rows = await this.#db.run((db) => {
      const query = db
        .selectFrom('notifications')
        .select(['id', 'kind', 'data', 'at', 'read_at'])
        .where('user_id', '=', userId)
        .orderBy('id', 'desc')
        .limit(limit);
      return (before === undefined ? query : query.where('id', '<', before)).execute();
    });
    return rows.map(({ id, kind, data, at, read_at }) => {
      return { id, kind, data: JSON.parse(data), at: fromStored(at), readAt: fromStoredOrNull(read_at) };
    });
  }

  async countUnread(userId: number): Promise<number> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('notifications')
        .select(({ fn }) => fn.countAll<number>().as('unread'))
        .where('user_id', '=', userId)
        .where('read_at', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    return Number(row.unread);
  }

  /** What one of them is; undefined where it is not this person's. */
  async find(userId: number, id: number): Promise<{ kind: string; data: Record<string, unknown> } | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('notifications')
        .select(['kind', 'data'])
        .where('user_id', '=', userId)
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    return row && { kind: row.kind, data: JSON.parse(row.data) };
  }

  /** Marks one of this person's as read, or all that there are up to this id. */
  async markRead(userId: number, which: { id: number } | { upTo: number }, now: Instant): Promise<void> {
    await this.#db.run((db) => {
      const query = db
        .updateTable('notifications')
        .set({ read_at: toStored(now) })
        .where('user_id', '=', userId)
        .where('read_at', 'is', null);
      return ('id' in which ? query.where('id', '=', which.id) : query.where('id', '<=', which.upTo)).execute();
    });
  }

  /** Takes away what these people were told of one thing, to tell them anew. */
  async remove(userIds: readonly number[], key: string): Promise<void> {
    if (userIds.length === 0) return;
    await this.#db.run((db) =>
      db
        .deleteFrom('notifications')
        .where('user_id', 'in', [...userIds])
        .where('event_key', '=', key)
        .execute(),
    );
  }

  /** Marks what people were told of one thing as read, because it is done with, for all of them or for one; answers who had not read it. */
  async settle(key: string, now: Instant, userId?: number): Promise<number[]> {
    const unread = await this.#db.run((db) => {
      const query = db
        .selectFrom('notifications')
        .select(['id', 'user_id'])
        .where('event_key', '=', key)
        .where('read_at', 'is', null);
      return (userId === undefined ? query : query.where('user_id', '=', userId)).execute();
    });
    if (unread.length === 0) return [];
    const ids = unread.map(({ id }) => id);
    await this.#db.run((db) =>
      db
        .updateTable('notifications')
        .set({ read_at: toStored(now) })
        .where('id', 'in', ids)
        .execute(),
    );
    return unread.map(({ user_id }) => user_id);
  }
}
