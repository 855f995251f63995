import type { Instant } from '../../../shared/instant.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import { claimPictures, keepPicture } from '../figure-rows.ts';

/** Pictures by the hash of their content, whether a question shows them yet or not. */
export class FigureRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Answers with the hash. */
  async keep(bytes: Uint8Array, mediaType: string, now: Instant): Promise<string> {
    return this.#db.run((db) => keepPicture(db, bytes, mediaType, now));
  }

  /** Which of these hashes name a picture; for a day none of those is swept away, so that what names it can be saved. */
  async claim(hashes: readonly string[], now: Instant): Promise<Set<string>> {
    return this.#db.run((db) => claimPictures(db, hashes, now));
  }
}
