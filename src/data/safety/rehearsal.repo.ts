import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';
import { goToNextRound } from './next-round.ts';

/** An alert about nobody, to see whether alerts reach people. */
export interface Rehearsal {
  id: number;
  schoolId: number;
  severity: number;
  at: Instant;
  /** It ends by itself. */
  endsAt: Instant;
  round: number;
  escalatedAt: Instant | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: string | null;
  startedBy: string | null;
  note: string | null;
}

/** A rehearsal that goes to further people now. */
export interface DueRehearsal {
  id: number;
  schoolId: number;
  severity: number;
  round: number;
}

/** Rehearsals of alerts. They are no alerts: nothing that counts those finds them. */
export class RehearsalRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(rehearsal: {
    schoolId: number;
    startedBy: number;
    severity: number;
    now: Instant;
    endsAt: Instant;
    nextRoundAt: Instant;
  }): Promise<number> {
    const row = {
      school_id: rehearsal.schoolId,
      started_by: rehearsal.startedBy,
      severity: rehearsal.severity,
      created_at: toStored(rehearsal.now),
      ends_at: toStored(rehearsal.endsAt),
      next_round_at: toStored(rehearsal.nextRoundAt),
      round: 0,
    };
    return this.#db.run(async (db) =>
      insertedId(await db.insertInto('alert_rehearsals').values(row).executeTakeFirstOrThrow()),
    );
  }

  async find(id: number): Promise<Rehearsal | undefined> {
    const [found] = await this.#list((query) => query.where('rehearsal.id', '=', id));
    return found;
  }

  /** Those of a school, the newest first. */
  async list(schoolId: number, limit: number): Promise<Rehearsal[]> {
    return this.#list((query) => query.where('rehearsal.school_id', '=', schoolId).limit(limit));
  }

  /** Those that go on: nobody has taken them on, and they have not ended. */
  async listOpen(schoolId: number, now: Instant): Promise<Rehearsal[]> {
    return this.#list((query) =>
      query
        .where('rehearsal.school_id', '=', schoolId)
        .where('rehearsal.acknowledged_at', 'is', null)
        .where('rehearsal.ends_at', '>', toStored(now)),
    );
  }

  /** Those that nobody has taken on and whose next round is due, before their end. */
  async listDue(now: Instant, limit: number): Promise<DueRehearsal[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('alert_rehearsals')
        .select(['id', 'school_id as schoolId', 'severity', 'round'])
        .where('acknowledged_at', 'is', null)
        .where('next_round_at', '<=', toStored(now))
        .where('ends_at', '>', toStored(now))
        .orderBy('id')
        .limit(limit)
        .execute(),
    );
  }

  /** Goes to the next round. False: somebody else saw to it, or took it on. */
  async advance(due: DueRehearsal, now: Instant, nextRoundAt: Instant): Promise<boolean> {
    return goToNextRound(this.#db, 'alert_rehearsals', due, { now, nextRoundAt });
  }

  /** Somebody takes it on before its end. False: somebody has, or it has ended. */
  async acknowledge(id: number, by: number, note: string, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('alert_rehearsals')
        .set({ acknowledged_at: toStored(now), acknowledged_by: by, note })
        .where('id', '=', id)
        .where('acknowledged_at', 'is', null)
        .where('ends_at', '>', toStored(now))
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  async #list(narrow: (query: Selection) => Selection): Promise<Rehearsal[]> {
    const rows = await this.#db.run((db) => narrow(select(db)).orderBy('rehearsal.id', 'desc').execute());
    return rows.map(
      (row): Rehearsal => ({
        id: row.id,
        schoolId: row.school_id,
        severity: row.severity,
        at: fromStored(row.created_at),
        endsAt: fromStored(row.ends_at),
        round: row.round,
        escalatedAt: fromStoredOrNull(row.escalated_at),
        acknowledgedAt: fromStoredOrNull(row.acknowledged_at),
        acknowledgedBy: row.by_first === null ? null : `${row.by_first} ${row.by_last}`,
        startedBy: row.starter_first === null ? null : `${row.starter_first} ${row.starter_last}`,
        note: row.note,
      }),
    );
  }
}

function select(db: Handle) {
  return db
    .selectFrom('alert_rehearsals as rehearsal')
    .leftJoin('users as by', 'by.id', 'rehearsal.acknowledged_by')
    .leftJoin('users as starter', 'starter.id', 'rehearsal.started_by')
    .selectAll('rehearsal')
    .select([
      'by.first_name as by_first',
      'by.last_name as by_last',
      'starter.first_name as starter_first',
      'starter.last_name as starter_last',
    ]);
}
type Selection = ReturnType<typeof select>;
