import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';

export interface SafetyAlert {
  id: number;
  studentId: number;
  studentName: string;
  schoolId: number;
  sessionId: number | null;
  messageId: number | null;
  /** 1 (worrying) … 3 (acute). */
  severity: number;
  category: string;
  at: Instant;
  escalatedAt: Instant | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: string | null;
  note: string | null;
}

/** Safety alerts, for the staff of a school. */
export class AlertRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(alert: {
    studentId: number;
    schoolId: number;
    sessionId: number;
    messageId: number;
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

  /** Alerts of a school, open ones first, then the newest. */
  async listOfSchool(schoolId: number, limit: number): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) => listed(select(db).where('safety_alerts.school_id', '=', schoolId), limit));
    return rows.map(toAlert);
  }

  /** Alerts of the pupils of a class manager's classes, open ones first, then the newest. */
  async listOfClassManager(classManagerId: number, limit: number): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) =>
      listed(
        select(db).where('safety_alerts.student_id', 'in', (eb) =>
          eb
            .selectFrom('classes_students')
            .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
            .select('classes_students.student_id')
            .where('classess_class_managers.class_manager_id', '=', classManagerId),
        ),
        limit,
      ),
    );
    return rows.map(toAlert);
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
      'safety_alerts.message_id',
      'safety_alerts.severity',
      'safety_alerts.category',
      'safety_alerts.created_at',
      'safety_alerts.escalated_at',
      'safety_alerts.acknowledged_at',
      'safety_alerts.note',
      'pupil.first_name',
      'pupil.last_name',
      'staff.first_name as staff_first_name',
      'staff.last_name as staff_last_name',
    ]);
}

type Query = ReturnType<typeof select>;
type Row = Awaited<ReturnType<Query['execute']>>[number];

function listed(query: Query, limit: number): Promise<Row[]> {
  return query
    .orderBy((eb) => eb.case().when('safety_alerts.acknowledged_at', 'is', null).then(0).else(1).end())
    .orderBy('safety_alerts.id', 'desc')
    .limit(limit)
    .execute();
}

function toAlert(row: Row): SafetyAlert {
  return {
    id: row.id,
    studentId: row.student_id,
    studentName: `${row.first_name} ${row.last_name}`,
    schoolId: row.school_id,
    sessionId: row.home_session_id,
    messageId: row.message_id,
    severity: row.severity,
    category: row.category,
    at: fromStored(row.created_at),
    escalatedAt: fromStoredOrNull(row.escalated_at),
    acknowledgedAt: fromStoredOrNull(row.acknowledged_at),
    acknowledgedBy: row.staff_first_name === null ? null : `${row.staff_first_name} ${row.staff_last_name}`,
    note: row.note,
  };
}
