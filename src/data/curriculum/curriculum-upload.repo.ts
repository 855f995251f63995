import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { CurriculumUploadState } from '../../domain/curriculum/import/upload-state.ts';
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

/** What is known of a file that was sent, without its content. */
export interface CurriculumUploadStatus {
  id: number;
  name: string;
  options: CurriculumUploadOptions;
  state: CurriculumUploadState;
  /** Moves on with every step that is asked for. */
  version: number;
  /** Questions read so far, and of how many; both 0 until that is known. */
  readSoFar: number;
  readInAll: number;
  /** What it would do or has done, as it was written. */
  report: unknown;
  /** Why it was not taken. */
  problem: string | null;
}

export interface CurriculumUpload extends CurriculumUploadStatus {
  userId: number;
  content: Uint8Array;
}

/** The next state of a file, and what is known then. */
export interface UploadStep {
  state: CurriculumUploadState;
  report?: unknown;
  problem?: string;
}

const STATUS = [
  'id',
  'name',
  'options',
  'state',
  'version',
  'read_so_far',
  'read_in_all',
  'report',
  'problem',
] as const;

/** Files of questions from the sending to what came of them: one for each person, and not for long. */
export class CurriculumUploadRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /**
   * Keeps a file in the place of the one that this person had before; what nobody confirmed in time goes. Null where the one before is
   * being brought in: that is not broken off.
   */
  async replace(
    upload: { userId: number; name: string; options: CurriculumUploadOptions; content: Uint8Array },
    now: Instant,
    expiresAt: Instant,
  ): Promise<number | null> {
    return this.#db.tx(async (db) => {
      await db.deleteFrom('curriculum_uploads').where('expires_at', '<=', toStored(now)).execute();
      await db
        .deleteFrom('curriculum_uploads')
        .where('user_id', '=', upload.userId)
        .where('state', '!=', 'saving')
        .execute();
      const there = await db
        .selectFrom('curriculum_uploads')
        .select('id')
        .where('user_id', '=', upload.userId)
        .executeTakeFirst();
      if (there) return null;
      const result = await db
        .insertInto('curriculum_uploads')
        .values({
          user_id: upload.userId,
          name: upload.name,
          options: JSON.stringify(upload.options),
          content: upload.content,
          created_at: toStored(now),
          expires_at: toStored(expiresAt),
          state: 'reading',
          version: 0,
          read_so_far: 0,
          read_in_all: 0,
        })
        .executeTakeFirstOrThrow();
      return insertedId(result);
    });
  }

  /** What is known of the file of this person, as long as it is kept. */
  async findStatus(id: number, userId: number, now: Instant): Promise<CurriculumUploadStatus | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_uploads')
        .select([...STATUS])
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .where('expires_at', '>', toStored(now))
        .executeTakeFirst(),
    );
    return row && statusOf(row);
  }

  /** The file for the job that works on it. */
  async find(id: number): Promise<CurriculumUpload | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_uploads')
        .select([...STATUS, 'user_id', 'content'])
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    return row && { ...statusOf(row), userId: row.user_id, content: row.content };
  }

  /** Asks for the next step; answers with its version, or null where the file is not in the state that it follows. */
  async ask(id: number, from: CurriculumUploadState, to: CurriculumUploadState): Promise<number | null> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('curriculum_uploads')
        .set((eb) => ({ state: to, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst(),
    );
    if (numUpdatedRows !== 1n) return null;
    const row = await this.#db.run((db) =>
      db.selectFrom('curriculum_uploads').select('version').where('id', '=', id).executeTakeFirst(),
    );
    return row?.version ?? null;
  }

  /** Writes down what came of a step, and keeps the content only of what can still be confirmed; false where the file is gone or another step was asked for meanwhile. */
  async finish(id: number, version: number, { state, report, problem }: UploadStep): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('curriculum_uploads')
        .set({
          state,
          report: report === undefined ? null : JSON.stringify(report),
          problem: problem ?? null,
          ...(state === 'ready' ? {} : { content: new Uint8Array() }),
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** How many questions were read so far, and of how many. */
  async saveProgress(id: number, soFar: number, inAll: number): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('curriculum_uploads')
        .set({ read_so_far: soFar, read_in_all: inAll })
        .where('id', '=', id)
        .execute(),
    );
  }

  /** False when it was gone already, or is being brought in. */
  async remove(id: number): Promise<boolean> {
    const result = await this.#db.run((db) =>
      db.deleteFrom('curriculum_uploads').where('id', '=', id).where('state', '!=', 'saving').executeTakeFirst(),
    );
    return Number(result.numDeletedRows) > 0;
  }
}

interface StatusRow {
  id: number;
  name: string;
  options: string;
  state: CurriculumUploadState;
  version: number;
  read_so_far: number;
  read_in_all: number;
  report: string | null;
  problem: string | null;
}

function statusOf(row: StatusRow): CurriculumUploadStatus {
  const options: CurriculumUploadOptions = JSON.parse(row.options);
  return {
    id: row.id,
    name: row.name,
    options,
    state: row.state,
    version: row.version,
    readSoFar: row.read_so_far,
    readInAll: row.read_in_all,
    report: row.report === null ? null : JSON.parse(row.report),
    problem: row.problem,
  };
}
