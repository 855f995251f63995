import type { ExternalId, ExternalKind } from '../../domain/roster/plan/snapshot.ts';
import type { RosterFormat } from '../../domain/roster/roster.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { inChunks, upsert } from '../db/sql.ts';

/** What registers call people, classes and schools of ours. */
export class ExternalIdRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Those that a source gave in these scopes; of one kind, where it is said. */
  async list(source: RosterFormat, scopes: readonly number[], kind?: ExternalKind): Promise<ExternalId[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('external_ids')
        .select(['kind', 'external_id', 'user_id', 'class_id', 'school_id', 'scope', 'modified'])
        .where('source', '=', source)
        .where('scope', 'in', [...scopes])
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'user'))
        .execute(),
    );
    return rows.map((row) => ({
      kind: row.kind,
      externalId: row.external_id,
      ourId: row.user_id ?? row.class_id ?? row.school_id ?? 0,
      scope: row.scope,
      modified: row.modified,
    }));
  }

  /** Keeps ids, or moves them to whom they mean now. */
  async save(
    source: RosterFormat,
    scope: number,
    ids: readonly { kind: ExternalKind; externalId: string; ourId: number; modified: string | null }[],
  ): Promise<void> {
    const rows = ids.map(({ kind, externalId, ourId, modified }) => ({
      source,
      kind,
      scope,
      external_id: externalId,
      user_id: kind === 'user' ? ourId : null,
      class_id: kind === 'class' ? ourId : null,
      school_id: kind === 'school' ? ourId : null,
      modified,
    }));
    await upsert(this.#db, 'external_ids', ['source', 'kind', 'scope', 'external_id'], rows);
  }

  /** What each of these people is called by a source, the school's own name before the others. */
  async idsOfUsers(source: RosterFormat, userIds: readonly number[], scope: number): Promise<Map<number, string>> {
    const found = new Map<number, string>();
    for (const chunk of inChunks(userIds)) {
      const rows = await this.#db.run((db) =>
        db
          .selectFrom('external_ids')
          .select(['user_id', 'external_id', 'scope'])
          .where('source', '=', source)
          .where('user_id', 'in', chunk)
          .orderBy('external_id')
          .execute(),
      );
      for (const row of rows) {
        if (row.user_id !== null && (!found.has(row.user_id) || row.scope === scope))
          found.set(row.user_id, row.external_id);
      }
    }
    return found;
  }
}
