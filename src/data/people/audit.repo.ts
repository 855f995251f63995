import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { inChunks } from '../db/sql.ts';

export interface AuditEntry {
  actorId: number | null;
  action: string;
  studentId?: number;
  schoolId?: number | null;
  details?: Record<string, unknown>;
  now: Instant;
}

/** The audit log: it only grows. */
export class AuditRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(entry: AuditEntry): Promise<void> {
    await this.addMany([entry]);
  }

  async addMany(entries: readonly AuditEntry[]): Promise<void> {
    const rows = entries.map((entry) => ({
      at: toStored(entry.now),
      actor_id: entry.actorId,
      action: entry.action,
      student_id: entry.studentId ?? null,
      school_id: entry.schoolId ?? null,
      details: JSON.stringify(entry.details ?? {}),
    }));
    for (const chunk of inChunks(rows)) {
      await this.#db.run((db) => db.insertInto('audit_log').values(chunk).execute());
    }
  }

  /** To which of these pupils an actor has done this since a moment. */
  async studentsWith(
    actorId: number,
    action: string,
    studentIds: readonly number[],
    since: Instant,
  ): Promise<Set<number>> {
    if (studentIds.length === 0) return new Set();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('audit_log')
        .select('student_id')
        .distinct()
        .where('student_id', 'in', [...studentIds])
        .where('at', '>=', toStored(since))
        .where('actor_id', '=', actorId)
        .where('action', '=', action)
        .execute(),
    );
    return new Set(rows.flatMap(({ student_id }) => student_id ?? []));
  }

  /** What an actor did to these pupils, since a moment where one is named, as the details of each entry. */
  async listDetails(
    actorId: number,
    action: string,
    studentIds: readonly number[],
    since?: Instant,
  ): Promise<Record<string, unknown>[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) => {
      const query = db
        .selectFrom('audit_log')
        .select('details')
        .where('student_id', 'in', [...studentIds])
        .where('actor_id', '=', actorId)
        .where('action', '=', action)
        .orderBy('id');
      return (since === undefined ? query : query.where('at', '>=', toStored(since))).execute();
    });
    return rows.map((row): Record<string, unknown> => JSON.parse(row.details));
  }
}
