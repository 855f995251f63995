import type { RosterCounts } from '../../domain/roster/report.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

/** An import of people that was carried out, and what it did. */
export interface PastImport {
  id: number;
  at: Instant;
  /** Null: the command, or somebody who has left. */
  by: string | null;
  file: string;
  counts: Partial<RosterCounts>;
}

/** A parent of another school whose answer is waited for. */
export interface OpenRequest {
  id: number;
  pupil: { id: number; name: string };
  username: string;
  until: Instant;
}

/** What waits on the desk of a school manager, and what was done there last. */
export class SchoolDeskRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The last imports of people, the newest first. */
  async lastImports(schoolId: number, limit: number): Promise<PastImport[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('audit_log')
        .leftJoin('users', 'users.id', 'audit_log.actor_id')
        .select(['audit_log.id', 'audit_log.at', 'audit_log.details', 'users.first_name', 'users.last_name'])
        .where('audit_log.school_id', '=', schoolId)
        .where('audit_log.action', '=', 'import people')
        .orderBy('audit_log.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ id, at, details, first_name, last_name }) => {
      const {
        source,
        format: _,
        ...counts
      }: { source?: string; format?: string } & Partial<RosterCounts> = JSON.parse(details);
      const by = first_name === null ? null : `${first_name} ${last_name}`;
      return { id, at: fromStored(at), by, file: source ?? '', counts };
    });
  }

  /** Requests to parents whose account another school keeps, that nobody has answered: those that end first. */
  async openRequests(schoolId: number, now: Instant, limit: number): Promise<OpenRequest[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('guardian_requests')
        .innerJoin('users', 'users.id', 'guardian_requests.student_id')
        .select([
          'guardian_requests.id',
          'guardian_requests.username',
          'guardian_requests.expires_at as until',
          'users.id as pupilId',
          'users.first_name',
          'users.last_name',
        ])
        .where('guardian_requests.school_id', '=', schoolId)
        .where('guardian_requests.answer', 'is', null)
        .where('guardian_requests.expires_at', '>', toStored(now))
        .orderBy('guardian_requests.expires_at')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ id, username, until, pupilId, first_name, last_name }) => ({
      id,
      username,
      until: fromStored(until),
      pupil: { id: pupilId, name: `${first_name} ${last_name}` },
    }));
  }
}
