import type { RosterFormat } from '../../domain/roster/roster.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';

export interface PeopleUpload {
  id: number;
  name: string;
  options: UploadOptions;
  content: Uint8Array;
}

/** How a file is to be read. */
export interface UploadOptions {
  format: RosterFormat;
  /** It holds everybody. */
  whole: boolean;
  /** What the file calls the school, where its name is another there. */
  org: string | null;
}

/** Files of people that somebody looked at and has not confirmed yet: one for each person, and not for long. */
export class PeopleUploadRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Keeps a file in the place of the one that this person had before. */
  async replace(
    upload: { schoolId: number; userId: number; name: string; options: UploadOptions; content: Uint8Array },
    now: Instant,
    expiresAt: Instant,
  ): Promise<number> {
    return this.#db.tx(async (db) => {
      await db.deleteFrom('people_uploads').where('user_id', '=', upload.userId).execute();
      await db.deleteFrom('people_uploads').where('expires_at', '<=', toStored(now)).execute();
      const result = await db
        .insertInto('people_uploads')
        .values({
          school_id: upload.schoolId,
          user_id: upload.userId,
          name: upload.name,
          options: JSON.stringify(upload.options),
          content: upload.content,
          created_at: toStored(now),
          expires_at: toStored(expiresAt),
        })
        .executeTakeFirstOrThrow();
      return insertedId(result);
    });
  }

  /** The file of this person and school, as long as it is kept. */
  async find(id: number, owner: { userId: number; schoolId: number }, now: Instant): Promise<PeopleUpload | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('people_uploads')
        .select(['id', 'name', 'options', 'content'])
        .where('id', '=', id)
        .where('user_id', '=', owner.userId)
        .where('school_id', '=', owner.schoolId)
        .where('expires_at', '>', toStored(now))
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const options: UploadOptions = JSON.parse(row.options);
    return { id: row.id, name: row.name, options, content: row.content };
  }

  /** False when it was gone already: then somebody else took it. */
  async remove(id: number): Promise<boolean> {
    const result = await this.#db.run((db) => db.deleteFrom('people_uploads').where('id', '=', id).executeTakeFirst());
    return Number(result.numDeletedRows) > 0;
  }

  async removeExpired(now: Instant): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('people_uploads').where('expires_at', '<=', toStored(now)).execute());
  }
}
