import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../domain/access/permission-matrix.ts';
import type { Words } from '../../domain/erasure/export-words-policy.ts';
import type { RecordPart } from '../../domain/erasure/record-parts.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { inChunks } from '../db/sql.ts';
import { type RecordSource, SOURCES } from './record-sources.ts';

export type ExportedRow = Record<string, string | number | null>;

export interface Subject {
  id: number;
  role: Role;
}

/** So many rows, and rows of so many sessions, are in memory at once. */
const ROWS_AT_ONCE = 500;
const SESSIONS_AT_ONCE = 20;

/**
 * What is stored about one person, part by part: only columns that are named, so that nothing new gets out by itself. Nothing of others:
 * of a group their own words alone, and nothing of tests that were not given back.
 */
export class PersonRecordRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The rows of a part, some at a time, whatever there is: reading them costs the same at the end as at the beginning. */
  async *read({ id, role }: Subject, part: RecordPart, words: Words): AsyncGenerator<ExportedRow[]> {
    for (const source of SOURCES[part]) {
      if (source.of !== undefined && !source.of.includes(role)) continue;
      if (source.words !== undefined && !source.words.includes(words)) continue;
      for await (const rows of this.#readSource(source, id, words)) if (rows.length > 0) yield rows;
    }
  }

  async *#readSource(source: RecordSource, id: number, words: Words): AsyncGenerator<ExportedRow[]> {
    if (source.by === 'all at once') {
      yield await this.#rows(source.query(id, words));
    } else if (source.by === 'id') {
      for (let after = 0; ; ) {
        const rows = await this.#rows(
          sql`${source.query(id, words)} and ${sql.ref(source.key)} > ${after} order by ${sql.ref(source.key)}
            limit ${sql.lit(ROWS_AT_ONCE)}`,
        );
        yield rows.map(withoutKey);
        if (rows.length < ROWS_AT_ONCE) return;
        after = Number(rows.at(-1)?.row_key);
      }
    } else {
      const sessions = await this.#rows(source.sessions(id));
      for (const some of inChunks(sessions, SESSIONS_AT_ONCE)) {
        yield await this.#rows(source.query(id, words, sql.join(some.map((row) => row.id))));
      }
    }
  }

  async #rows(query: RawBuilder<unknown>): Promise<ExportedRow[]> {
    const { rows } = await this.#db.run((db) => (query as RawBuilder<ExportedRow>).execute(db));
    return rows;
  }
}

function withoutKey({ ...row }: ExportedRow): ExportedRow {
  delete row.row_key;
  return row;
}
