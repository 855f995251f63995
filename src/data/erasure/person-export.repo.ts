import type { Selectable } from 'kysely';
import type { Words } from '../../domain/erasure/export-words-policy.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import type { Tables } from '../db/schema.ts';
import { insertedId, isUniqueViolation } from '../db/sql.ts';

/** How far an export of somebody is, for whoever asked for it. */
export interface PersonExport {
  id: number;
  personId: number;
  askedBy: number;
  askedAt: Instant;
  expiresAt: Instant;
  state: 'waiting' | 'made' | 'failed';
  words: Words;
  partsDone: number;
  partsAll: number;
  linesDone: number;
  /** In bytes; what is there so far. */
  size: number;
}

export interface ExportProgress {
  partsDone: number;
  linesDone: number;
}

/** Exports of people: one for each who asks about somebody, in pieces, and not for long. */
export class PersonExportRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Asks for one anew; what is under way stays, and what is there already goes. */
  async ask(of: { personId: number; askedBy: number; now: Instant; expiresAt: Instant }): Promise<number | null> {
    return this.#db.tx(async (db) => {
      const there = await this.findOf(of.personId, of.askedBy, of.now);
      if (there?.state === 'waiting') return null;
      await db
        .deleteFrom('person_exports')
        .where('person_id', '=', of.personId)
        .where('asked_by', '=', of.askedBy)
        .execute();
      const row = {
        person_id: of.personId,
        asked_by: of.askedBy,
        asked_at: toStored(of.now),
        expires_at: toStored(of.expiresAt),
        state: 'waiting' as const,
        words: 'none' as const,
        parts_done: 0,
        parts_all: 0,
        lines_done: 0,
        size: 0,
      };
      try {
        return insertedId(await db.insertInto('person_exports').values(row).executeTakeFirstOrThrow());
      } catch (error) {
        // The same was asked for a moment ago.
        if (isUniqueViolation(error)) return null;
        throw error;
      }
    });
  }

  async findOf(personId: number, askedBy: number, now: Instant): Promise<PersonExport | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('person_exports')
        .selectAll()
        .where('person_id', '=', personId)
        .where('asked_by', '=', askedBy)
        .where('expires_at', '>', toStored(now))
        .executeTakeFirst(),
    );
    return row && toExport(row);
  }

  async find(id: number): Promise<PersonExport | undefined> {
    const row = await this.#db.run((db) =>
      db.selectFrom('person_exports').selectAll().where('id', '=', id).executeTakeFirst(),
    );
    return row && toExport(row);
  }

  /** Begins to make one from the start, in a run of this name. */
  async begin(id: number, { run, words, partsAll }: { run: string; words: Words; partsAll: number }): Promise<void> {
    const set = { run, words, parts_all: partsAll, parts_done: 0, lines_done: 0, size: 0 };
    await this.#db.tx(async (db) => {
      await db.updateTable('person_exports').set(set).where('id', '=', id).execute();
      await db.deleteFrom('person_export_parts').where('export_id', '=', id).execute();
    });
  }

  /** Keeps the next piece. False: the export was taken away meanwhile, or another run makes it. */
  async addPiece(
    id: number,
    run: string,
    piece: { position: number; content: Uint8Array; size: number } & ExportProgress,
  ): Promise<boolean> {
    return this.#db.tx(async (db) => {
      const set = { parts_done: piece.partsDone, lines_done: piece.linesDone, size: piece.size };
      if (!(await this.#set(id, run, set))) return false;
      const row = { export_id: id, position: piece.position, content: piece.content };
      await db.insertInto('person_export_parts').values(row).execute();
      return true;
    });
  }

  async saveProgress(id: number, run: string, { partsDone, linesDone }: ExportProgress): Promise<boolean> {
    return this.#set(id, run, { parts_done: partsDone, lines_done: linesDone });
  }

  /** False as for a piece. */
  async saveMade(id: number, run: string, expiresAt: Instant): Promise<boolean> {
    return this.#set(id, run, { state: 'made', expires_at: toStored(expiresAt) });
  }

  async fail(id: number): Promise<void> {
    await this.#db.tx(async (db) => {
      await db.updateTable('person_exports').set({ state: 'failed' }).where('id', '=', id).execute();
      await db.deleteFrom('person_export_parts').where('export_id', '=', id).execute();
    });
  }

  /** A piece of one that is made; undefined behind the last. */
  async pieceOf(id: number, position: number): Promise<Uint8Array | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('person_export_parts')
        .select('content')
        .where('export_id', '=', id)
        .where('position', '=', position)
        .executeTakeFirst(),
    );
    return row?.content;
  }

  async removeExpired(now: Instant): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('person_exports').where('expires_at', '<=', toStored(now)).execute());
  }

  async #set(id: number, run: string, set: Record<string, unknown>): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db.updateTable('person_exports').set(set).where('id', '=', id).where('run', '=', run).executeTakeFirst(),
    );
    return numUpdatedRows > 0n;
  }
}

type Row = Selectable<Tables['person_exports']>;

const toExport = (row: Row): PersonExport => ({
  id: row.id,
  personId: row.person_id,
  askedBy: row.asked_by,
  askedAt: fromStored(row.asked_at),
  expiresAt: fromStored(row.expires_at),
  state: row.state,
  words: row.words,
  partsDone: row.parts_done,
  partsAll: row.parts_all,
  linesDone: row.lines_done,
  size: row.size,
});
