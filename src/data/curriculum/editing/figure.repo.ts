import type { DatabaseManager } from '../../db/database-manager.ts';
import { keepPicture } from '../figure-rows.ts';

/** Pictures by the hash of their content, whether a question shows them yet or not. */
export class FigureRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Answers with the hash. */
  async keep(bytes: Uint8Array, mediaType: string): Promise<string> {
    return this.#db.run((db) => keepPicture(db, bytes, mediaType));
  }

  /** Which of these hashes name a picture. */
  async listKnown(hashes: readonly string[]): Promise<Set<string>> {
    if (hashes.length === 0) return new Set();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('figures')
        .select('hash')
        .where('hash', 'in', [...new Set(hashes)])
        .execute(),
    );
    return new Set(rows.map(({ hash }) => hash));
  }
}
