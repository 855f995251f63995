import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import type { Tables } from '../db/schema.ts';
import { insertedId } from '../db/sql.ts';

export interface SafetyAlert {
  id: number;
  studentId: number;
  studentName: string;
  schoolId: number;
  sessionId: number | null;
  /** The test in which it was written. */
  sittingId: number | null;
  messageId: number | null;
  /** 1 (worrying) … 3 (acute). */
  severity: number;
  category: string;
  at: Instant;
  escalatedAt: Instant | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: string | null;
  acknowledgedById: number | null;
  note: string | null;
  /** When staff let the parents know; null: parents do not see it. */
  releasedAt: Instant | null;
}

/** Whose alerts: of the pupils of a school, or of a class manager's classes. */
export type AlertScope = { schoolId: number } | { classManagerId: number };

/** Safety alerts, for the staff of a school. */
export class AlertRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(alert: {
    studentId: number;
    schoolId: number;
    /** Null: it was not said in a study session. */
    sessionId: number | null;
    sittingId?: number;
    /** Null: it was not said in a message. */
    messageId: number | null;
    severity: number;
    category: string;
    now: Instant;
  }): Promise<number> {
    const result = await this.#db.run((db) =>
      db
        .insertInto('safety_alerts')
        .values({
          student_id: alert.studentId,
          school_id: alert.schoolId,
          home_session_id: alert.sessionId,
          sitting_id: alert.sittingId ?? null,
          message_id: alert.messageId,
          severity: alert.severity,
          category: alert.category,
          created_at: toStored(alert.now),
        })
        .executeTakeFirstOrThrow(),
    );
    return insertedId(result);
  }

  async find(id: number): Promise<SafetyAlert | undefined> {
    const row = await this.#db.run((db) => select(db).where('safety_alerts.id', '=', id).executeTakeFirst());
    return row && toAlert(row);
  }

  /**
   * Alerts that nobody has acknowledged yet: the most severe first, then the oldest. Of one pupil the first few; what else there
   * is of them comes last, so that one who writes a hundred does not hide another's single one.
   */
  async listOpen(scope: AlertScope, limit: number): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) =>
      select(db)
        .where(within(scope))
        .where('safety_alerts.acknowledged_at', 'is', null)
        .orderBy(beyondTheFirst)
        .orderBy('safety_alerts.severity', 'desc')
        .orderBy('safety_alerts.id')
        .limit(limit)
        .execute(),
    );
    return rows.map(toAlert);
  }

  /** Alerts that somebody has acknowledged, the newest first; `before` is an id to page on from. */
  async listAcknowledged(scope: AlertScope, limit: number, before?: number): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) => {
      const query = select(db)
        .where(within(scope))
        .where('safety_alerts.acknowledged_at', 'is not', null)
        .orderBy('safety_alerts.id', 'desc')
        .limit(limit);
      return (before === undefined ? query : query.where('safety_alerts.id', '<', before)).execute();
    });
    return rows.map(toAlert);
  }

  /** Alerts of these pupils that staff have released to the parents, the newest first. */
  async listReleased(studentIds: readonly number[], limit: number): Promise<SafetyAlert[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      select(db)
        .where('safety_alerts.student_id', 'in', [...studentIds])
        .where('safety_alerts.released_to_parents_at', 'is not', null)
        .orderBy('safety_alerts.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(toAlert);
  }

  /** Alerts that came from a session, in order. */
  async listOfSession(sessionId: number): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) =>
      select(db).where('safety_alerts.home_session_id', '=', sessionId).orderBy('safety_alerts.id').execute(),
    );
    return rows.map(toAlert);
  }

  /** Whether an open alert since that moment says the same of the same pupil and session, and it was not said in a message. */
  async isFresh(alert: {
    studentId: number;
    sessionId: number | null;
    severity: number;
    category: string;
    since: Instant;
  }): Promise<boolean> {
    const { studentId, sessionId, severity, category, since } = alert;
    const row = await this.#db.run((db) =>
      db
        .selectFrom('safety_alerts')
        .select('id')
        .where('student_id', '=', studentId)
        .where('home_session_id', sessionId === null ? 'is' : '=', sessionId)
        .where('message_id', 'is', null)
        .where('category', '=', category)
        .where('severity', '>=', severity)
        .where('acknowledged_at', 'is', null)
        .where('created_at', '>=', toStored(since))
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** How many alerts nobody has acknowledged yet, and how many of them waited too long. */
  async countOpen(scope: AlertScope): Promise<{ open: number; escalated: number }> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('safety_alerts')
        .select(({ fn }) => [
          fn.countAll<number>().as('open'),
          fn.count<number>('safety_alerts.escalated_at').as('escalated'),
        ])
        .where(within(scope))
        .where('safety_alerts.acknowledged_at', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    return { open: Number(row.open), escalated: Number(row.escalated) };
  }

  /** Open alerts of the scope by pupil. */
  async openByStudent(scope: AlertScope): Promise<Map<number, number>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('safety_alerts')
        .select(({ fn }) => ['student_id', fn.countAll<number>().as('open')])
        .where(within(scope))
        .where('acknowledged_at', 'is', null)
        .groupBy('student_id')
        .execute(),
    );
    return new Map(rows.map((row) => [row.student_id, Number(row.open)]));
  }

  /** The alerts of a pupil, the newest first. */
  async listOfStudent(studentId: number, limit: number): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) =>
      select(db)
        .where('safety_alerts.student_id', '=', studentId)
        .orderBy('safety_alerts.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(toAlert);
  }

  /** Tells the parents of an alert. False: they were told already. */
  async release(id: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('safety_alerts')
        .set({ released_to_parents_at: toStored(now) })
        .where('id', '=', id)
        .where('released_to_parents_at', 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Acknowledges an open alert. False: somebody has done so already. */
  async acknowledge(id: number, by: number, note: string | null, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('safety_alerts')
        .set({ acknowledged_at: toStored(now), acknowledged_by: by, note })
        .where('id', '=', id)
        .where('acknowledged_at', 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Marks open alerts that nobody acknowledged in time as escalated; answers how many. */
  async escalate(olderThan: Instant, now: Instant): Promise<number> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('safety_alerts')
        .set({ escalated_at: toStored(now) })
        .where('acknowledged_at', 'is', null)
        .where('escalated_at', 'is', null)
        .where('created_at', '<=', toStored(olderThan))
        .executeTakeFirst(),
    );
    return Number(numUpdatedRows);
  }
}

/** Open alerts of one pupil that stand among those of the others. */
const OF_ONE_PUPIL = 5;

const beyondTheFirst = sql<number>`case when row_number() over (partition by safety_alerts.student_id
  order by safety_alerts.severity desc, safety_alerts.id) > ${OF_ONE_PUPIL} then 1 else 0 end`;

function select(db: Handle) {
  return db
    .selectFrom('safety_alerts')
    .innerJoin('users as pupil', 'pupil.id', 'safety_alerts.student_id')
    .leftJoin('users as staff', 'staff.id', 'safety_alerts.acknowledged_by')
    .select([
      'safety_alerts.id',
      'safety_alerts.student_id',
      'safety_alerts.school_id',
      'safety_alerts.home_session_id',
      'safety_alerts.sitting_id',
      'safety_alerts.message_id',
      'safety_alerts.severity',
      'safety_alerts.category',
      'safety_alerts.created_at',
      'safety_alerts.escalated_at',
      'safety_alerts.acknowledged_at',
      'safety_alerts.acknowledged_by',
      'safety_alerts.note',
      'safety_alerts.released_to_parents_at',
      'pupil.first_name',
      'pupil.last_name',
      'staff.first_name as staff_first_name',
      'staff.last_name as staff_last_name',
    ]);
}

type Query = ReturnType<typeof select>;
type Row = Awaited<ReturnType<Query['execute']>>[number];

function within(scope: AlertScope): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'safety_alerts'>();
  if ('schoolId' in scope) return eb('safety_alerts.school_id', '=', scope.schoolId);
  return eb(
    'safety_alerts.student_id',
    'in',
    eb
      .selectFrom('classes_students')
      .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
      .select('classes_students.student_id')
      .where('classess_class_managers.class_manager_id', '=', scope.classManagerId),
  );
}

function toAlert(row: Row): SafetyAlert {
  return {
    id: row.id,
    studentId: row.student_id,
    studentName: `${row.first_name} ${row.last_name}`,
    schoolId: row.school_id,
    sessionId: row.home_session_id,
    sittingId: row.sitting_id,
    messageId: row.message_id,
    severity: row.severity,
    category: row.category,
    at: fromStored(row.created_at),
    escalatedAt: fromStoredOrNull(row.escalated_at),
    acknowledgedAt: fromStoredOrNull(row.acknowledged_at),
    acknowledgedBy: row.staff_first_name === null ? null : `${row.staff_first_name} ${row.staff_last_name}`,
    acknowledgedById: row.acknowledged_by,
    note: row.note,
    releasedAt: fromStoredOrNull(row.released_to_parents_at),
  };
}
