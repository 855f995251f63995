import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';

/** How a file is to be read; what is null the file says itself. */
export interface CurriculumUploadOptions {
  format: string;
  course: string | null;
  subject: string | null;
  grade: GradeLevel | null;
  licence: string | null;
}

export interface CurriculumUpload {
  id: number;
  name: string;
  options: CurriculumUploadOptions;
  content: Uint8Array;
}

/** Files of questions between the look and the confirmation: one for each person, and not for long. */
export class CurriculumUploadRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Keeps a file in the place of the one that this person had before; what nobody confirmed in time goes. */
  async replace(
    upload: Omit<CurriculumUpload, 'id'> & { userId: number },
    now: Instant,
    expiresAt: Instant,
  ): Promise<number> {
    return this.#db.tx(async (db) => {
      await db.deleteFrom('curriculum_uploads').where('user_id', '=', upload.userId).execute();
      await db.deleteFrom('curriculum_uploads').where('expires_at', '<=', toStored(now)).execute();
      const result = await db
        .insertInto('curriculum_uploads')
        .values({
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

  /** The file of this person, as long as it is kept. */
  async find(id: number, userId: number, now: Instant): Promise<CurriculumUpload | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_uploads')
        .select(['id', 'name', 'options', 'content'])
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .where('expires_at', '>', toStored(now))
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const options: CurriculumUploadOptions = JSON.parse(row.options);
    return { id: row.id, name: row.name, options, content: row.content };
  }

  /** False when it was gone already: then somebody else took it. */
  async remove(id: number): Promise<boolean> {
    const result = await this.#db.run((db) =>
      db.deleteFrom('curriculum_uploads').where('id', '=', id).executeTakeFirst(),
    );
    return Number(result.numDeletedRows) > 0;
  }
}
