import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

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
    await this.#db.run((db) =>
      db
        .insertInto('audit_log')
        .values({
          at: toStored(entry.now),
          actor_id: entry.actorId,
          action: entry.action,
          student_id: entry.studentId ?? null,
          school_id: entry.schoolId ?? null,
          details: JSON.stringify(entry.details ?? {}),
        })
        .execute(),
    );
  }
}
