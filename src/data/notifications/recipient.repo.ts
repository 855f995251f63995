import type { DatabaseManager } from '../db/database-manager.ts';

/** Somebody who can be told something. */
export interface Recipient {
  id: number;
  /** Null: only the program can tell them. */
  email: string | null;
  locale: string;
}

/** Where people can be reached. */
export class RecipientRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Of these people those whose account is not disabled. */
  async list(userIds: readonly number[]): Promise<Recipient[]> {
    if (userIds.length === 0) return [];
    return this.#db.run((db) =>
      db
        .selectFrom('users')
        .select(['id', 'email', 'locale'])
        .where('id', 'in', [...userIds])
        .where('disabled_at', 'is', null)
        .orderBy('id')
        .execute(),
    );
  }
}
