import { sql } from 'kysely';
import type { Instant } from '../../../shared/instant.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import { toStored } from '../../db/instants.ts';

/** Where pictures are named beside the problems that show them. Drafts come first: one that is published meanwhile stands in the changes then. */
const NAMED_IN = [
  ['curriculum_drafts', 'content'],
  ['curriculum_publication_changes', 'before_content'],
  ['curriculum_publication_changes', 'after_content'],
  ['qa_revisions', 'figures'],
] as const;

const HASH = /"hash":"([0-9a-f]{64})"/g;

/** Rows that are looked through at a time: on SQLite nobody else is served meanwhile. */
const SPAN = 1000;

/** Finds pictures that nothing names any more, and takes them away. */
export class FigureSweepRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Pictures that no problem shows and that nobody sent or named since then, the longest forgotten first. */
  async listForgotten(since: Instant, limit: number): Promise<string[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('figures')
        .select('hash')
        .where('kept_at', '<=', toStored(since))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('problem_figures').select('position').whereRef('problem_figures.hash', '=', 'figures.hash'),
            ),
          ),
        )
        .orderBy('kept_at')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ hash }) => hash);
  }

  /** Which of these a draft, a record of what was published or a revision names. */
  async listNamed(hashes: readonly string[]): Promise<Set<string>> {
    const wanted = new Set(hashes);
    const named = new Set<string>();
    for (const [table, column] of NAMED_IN) {
      const last = await this.#lastId(table);
      for (let from = 0; from < last && named.size < wanted.size; from += SPAN) {
        for (const text of await this.#textsWithPictures(table, column, from)) {
          for (const [, hash = ''] of text.matchAll(HASH)) if (wanted.has(hash)) named.add(hash);
        }
      }
    }
    return named;
  }

  async #lastId(table: string): Promise<number> {
    const { rows } = await this.#db.run((db) =>
      sql<{ last: number | null }>`select max(id) as last from ${sql.table(table)}`.execute(db),
    );
    return Number(rows[0]?.last ?? 0);
  }

  async #textsWithPictures(table: string, column: string, from: number): Promise<string[]> {
    const { rows } = await this.#db.run((db) =>
      sql<{ content: string }>`select ${sql.ref(column)} as content from ${sql.table(table)}
        where id > ${from} and id <= ${from + SPAN} and ${sql.ref(column)} like '%"hash":"%'`.execute(db),
    );
    return rows.map(({ content }) => content);
  }

  /** Takes away those that nobody sent, named or showed in between; answers how many. */
  async remove(hashes: readonly string[], since: Instant): Promise<number> {
    if (hashes.length === 0) return 0;
    const { numDeletedRows } = await this.#db.run((db) =>
      db
        .deleteFrom('figures')
        .where('hash', 'in', [...hashes])
        .where('kept_at', '<=', toStored(since))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('problem_figures').select('position').whereRef('problem_figures.hash', '=', 'figures.hash'),
            ),
          ),
        )
        .executeTakeFirst(),
    );
    return Number(numDeletedRows);
  }
}
