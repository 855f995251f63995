import { sql } from 'kysely';
import { ATTENTION_KINDS, type Attention, type AttentionKind } from '../../domain/attention/attention.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';

/** Why a pupil needs attention, and what became of it. */
export interface AttentionAlert {
  id: number;
  studentId: number;
  studentName: string;
  schoolId: number;
  kind: AttentionKind;
  severity: number;
  /** The numbers that it rests on, as they were when it was seen last. */
  facts: Record<string, number>;
  raisedAt: Instant;
  seenAt: Instant;
  /** Since when the school manager sees it. */
  escalatedAt: Instant | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: string | null;
  note: string | null;
  snoozedUntil: Instant | null;
  closedAt: Instant | null;
  closedBecause: 'gone' | 'false alarm' | null;
  falseReason: string | null;
}

/** Whose: of a class manager's classes, or what has waited too long in a school. */
export type AttentionScope = { classManagerId: number } | { schoolId: number };

/** How often a kind was raised, and was a false alarm. */
export interface AttentionRate {
  kind: AttentionKind;
  raised: number;
  falseAlarms: number;
}

/** Alerts about pupils who need attention. At most one of a pupil and kind is open. */
export class AttentionRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The open ones of these pupils. */
  async openOf(studentIds: readonly number[]): Promise<AttentionAlert[]> {
    if (studentIds.length === 0) return [];
    const rows = await select(this.#db)
      .where('attention_alerts.student_id', 'in', [...studentIds])
      .where('attention_alerts.closed_at', 'is', null)
      .execute();
    return rows.map(toAlert);
  }

  /** Kinds that were false alarms of these pupils since a moment, as `pupil kind`. */
  async falseSince(studentIds: readonly number[], since: Instant): Promise<Set<string>> {
    if (studentIds.length === 0) return new Set();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('attention_alerts')
        .select(['student_id', 'kind'])
        .where('student_id', 'in', [...studentIds])
        .where('closed_because', '=', 'false alarm')
        .where('closed_at', '>=', toStored(since))
        .execute(),
    );
    return new Set(rows.map((row) => openKey(row.student_id, row.kind)));
  }

  /** Raises alerts. Throws the database's unique violation where one of the pupil and kind is open. */
  async raise(schoolId: number, raised: readonly (Attention & { studentId: number })[], now: Instant): Promise<void> {
    if (raised.length === 0) return;
    const rows = raised.map(({ studentId, kind, severity, facts }) => ({
      student_id: studentId,
      school_id: schoolId,
      kind,
      severity,
      facts: JSON.stringify(facts),
      open_key: openKey(studentId, kind),
      raised_at: toStored(now),
      seen_at: toStored(now),
    }));
    await this.#db.run((db) => db.insertInto('attention_alerts').values(rows).execute());
  }

  /** The reason is there still: with these numbers now. */
  async seeAgain(id: number, { severity, facts }: Attention, now: Instant): Promise<void> {
    const set = { severity, facts: JSON.stringify(facts), seen_at: toStored(now) };
    await this.#db.run((db) => db.updateTable('attention_alerts').set(set).where('id', '=', id).execute());
  }

  /** The reason of these is gone. */
  async close(ids: readonly number[], now: Instant): Promise<void> {
    if (ids.length === 0) return;
    const set = { closed_at: toStored(now), closed_because: 'gone' as const, open_key: null };
    await this.#db.run((db) =>
      db
        .updateTable('attention_alerts')
        .set(set)
        .where('id', 'in', [...ids])
        .where('closed_at', 'is', null)
        .execute(),
    );
  }

  async find(id: number): Promise<AttentionAlert | undefined> {
    const row = await select(this.#db).where('attention_alerts.id', '=', id).executeTakeFirst();
    return row && toAlert(row);
  }

  /** Open ones of a scope, the most severe first, then the oldest; of a school those that have waited too long. */
  async listOpen(scope: AttentionScope, limit: number): Promise<AttentionAlert[]> {
    const rows = await within(select(this.#db), scope)
      .where('attention_alerts.closed_at', 'is', null)
      .orderBy('attention_alerts.severity', 'desc')
      .orderBy('attention_alerts.id')
      .limit(limit)
      .execute();
    return rows.map(toAlert);
  }

  /** Closed ones, the newest first. */
  async listClosed(scope: AttentionScope, limit: number): Promise<AttentionAlert[]> {
    const rows = await within(select(this.#db), scope)
      .where('attention_alerts.closed_at', 'is not', null)
      .orderBy('attention_alerts.closed_at', 'desc')
      .orderBy('attention_alerts.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toAlert);
  }

  /** How often each kind was raised since a moment in a scope (of a school all of them), and was a false alarm. */
  async rates(scope: AttentionScope, since: Instant): Promise<AttentionRate[]> {
    const whose =
      'schoolId' in scope
        ? sql`alert.school_id = ${scope.schoolId}`
        : sql`alert.student_id in (select member.student_id from classes_students member
            join classess_class_managers mine on mine.class_id = member.class_id
            where mine.class_manager_id = ${scope.classManagerId})`;
    const { rows } = await this.#db.run((db) =>
      sql<{ kind: AttentionKind; raised: number; wrong: number }>`select alert.kind, count(*) as raised,
          sum(case when alert.closed_because = 'false alarm' then 1 else 0 end) as wrong
        from attention_alerts alert where ${whose} and alert.raised_at >= ${toStored(since)} group by alert.kind`.execute(
        db,
      ),
    );
    const found = new Map(rows.map((row) => [row.kind, row]));
    return ATTENTION_KINDS.flatMap((kind) => {
      const row = found.get(kind);
      return row ? [{ kind, raised: Number(row.raised), falseAlarms: Number(row.wrong) }] : [];
    });
  }

  /**
   * Takes an open alert on, with a note and, where it is put off, until when. False: it is closed, or somebody else has taken it on and
   * what they put it off for is not over.
   */
  async acknowledge(
    id: number,
    { by, note, until }: { by: number; note: string; until: Instant | null },
    now: Instant,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('attention_alerts')
        .set({
          acknowledged_at: toStored(now),
          acknowledged_by: by,
          note,
          snoozed_until: until === null ? null : toStored(until),
        })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .where(({ eb, or }) =>
          or([
            eb('acknowledged_at', 'is', null),
            eb('acknowledged_by', 'is', null),
            eb('acknowledged_by', '=', by),
            eb('snoozed_until', '<=', toStored(now)),
          ]),
        )
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Closes an open alert as a false alarm. False: it is closed. */
  async markFalse(id: number, by: number, reason: string, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('attention_alerts')
        .set({
          closed_at: toStored(now),
          closed_because: 'false alarm',
          open_key: null,
          false_by: by,
          false_reason: reason,
        })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Open ones that nobody has taken on since a moment, and that the school manager does not see yet, are theirs too; answers which. */
  async escalate(olderThan: Instant, now: Instant): Promise<{ id: number; studentId: number; schoolId: number }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('attention_alerts')
        .select(['id', 'student_id as studentId', 'school_id as schoolId'])
        .where('closed_at', 'is', null)
        .where('acknowledged_at', 'is', null)
        .where('escalated_at', 'is', null)
        .where('raised_at', '<=', toStored(olderThan))
        .execute(),
    );
    if (rows.length === 0) return [];
    await this.#db.run((db) =>
      db
        .updateTable('attention_alerts')
        .set({ escalated_at: toStored(now) })
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute(),
    );
    return rows;
  }
}

/** Names the open alert of a pupil and kind. */
export const openKey = (studentId: number, kind: AttentionKind): string => `${studentId} ${kind}`;

function select(db: DatabaseManager) {
  return db
    .handle()
    .selectFrom('attention_alerts')
    .innerJoin('users as pupil', 'pupil.id', 'attention_alerts.student_id')
    .leftJoin('users as staff', 'staff.id', 'attention_alerts.acknowledged_by')
    .selectAll('attention_alerts')
    .select(['pupil.first_name', 'pupil.last_name', 'staff.first_name as by_first', 'staff.last_name as by_last']);
}

type Query = ReturnType<typeof select>;
type Row = Awaited<ReturnType<Query['execute']>>[number];

function within(query: Query, scope: AttentionScope): Query {
  if ('schoolId' in scope) {
    return query
      .where('attention_alerts.school_id', '=', scope.schoolId)
      .where('attention_alerts.escalated_at', 'is not', null);
  }
  return query.where(({ eb, selectFrom }) =>
    eb(
      'attention_alerts.student_id',
      'in',
      selectFrom('classes_students')
        .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
        .select('classes_students.student_id')
        .where('classess_class_managers.class_manager_id', '=', scope.classManagerId),
    ),
  );
}

function toAlert(row: Row): AttentionAlert {
  return {
    id: row.id,
    studentId: row.student_id,
    studentName: `${row.first_name} ${row.last_name}`,
    schoolId: row.school_id,
    kind: row.kind,
    severity: row.severity,
    facts: JSON.parse(row.facts),
    raisedAt: fromStored(row.raised_at),
    seenAt: fromStored(row.seen_at),
    escalatedAt: fromStoredOrNull(row.escalated_at),
    acknowledgedAt: fromStoredOrNull(row.acknowledged_at),
    acknowledgedBy: row.by_first === null ? null : `${row.by_first} ${row.by_last}`,
    note: row.note,
    snoozedUntil: fromStoredOrNull(row.snoozed_until),
    closedAt: fromStoredOrNull(row.closed_at),
    closedBecause: row.closed_because,
    falseReason: row.false_reason,
  };
}
