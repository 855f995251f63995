import type { DatabaseManager } from '../db/database-manager.ts';

/** What a school has decided about logging in, and which schools there are besides. */
export class SchoolPolicyRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Whether pupils of this school may log in with a printed card. */
  async cardLogin(schoolId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db.selectFrom('schools').select('card_login').where('id', '=', schoolId).executeTakeFirstOrThrow(),
    );
    return row.card_login === 1;
  }

  async nameOf(schoolId: number): Promise<string> {
    const row = await this.#db.run((db) =>
      db.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow(),
    );
    return row.name;
  }

  async setCardLogin(schoolId: number, allowed: boolean): Promise<void> {
    const set = { card_login: allowed ? 1 : 0 };
    await this.#db.run((db) => db.updateTable('schools').set(set).where('id', '=', schoolId).execute());
  }

  /** The other schools of this installation, by name. */
  async otherSchools(schoolId: number): Promise<{ id: number; name: string }[]> {
    return this.#db.run((db) =>
      db.selectFrom('schools').select(['id', 'name']).where('id', '<>', schoolId).orderBy('name').execute(),
    );
  }
}
