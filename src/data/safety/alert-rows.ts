import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, type StoredInstant } from '../db/instants.ts';
import type { Tables } from '../db/schema.ts';

export interface SafetyAlert {
  id: number;
  studentId: number;
  studentName: string;
  schoolId: number;
  sessionId: number | null;
  /** The session in school hours. */
  lessonSessionId: number | null;
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
  /** How often it went to further people: each round is an escalation. */
  round: number;
  /** Staff say that nothing was behind it, and why; null: nobody has. */
  falseAlarm: { at: Instant; by: string | null; reason: string } | null;
}

/** An alert that goes to further people now. */
export interface DueAlert {
  id: number;
  studentId: number;
  schoolId: number;
  severity: number;
  round: number;
}

/** Whose alerts: of the pupils of a school, or of a class manager's classes. */
export type AlertScope = { schoolId: number } | { classManagerId: number };

/** Open alerts of one pupil that stand among those of the others. */
const OF_ONE_PUPIL = 5;

/** 1 for those of a pupil's that stand behind the others. */
export const beyondTheFirst = sql<number>`case when row_number() over (partition by safety_alerts.student_id
  order by safety_alerts.severity desc, safety_alerts.id) > ${OF_ONE_PUPIL} then 1 else 0 end`;

/** Alerts with the names of the pupil and of who looked after them. */
export function selectAlerts(db: Handle) {
  return db
    .selectFrom('safety_alerts')
    .innerJoin('users as pupil', 'pupil.id', 'safety_alerts.student_id')
    .leftJoin('users as staff', 'staff.id', 'safety_alerts.acknowledged_by')
    .leftJoin('users as marker', 'marker.id', 'safety_alerts.false_alarm_by')
    .select([
      'safety_alerts.id',
      'safety_alerts.student_id',
      'safety_alerts.school_id',
      'safety_alerts.home_session_id',
      'safety_alerts.school_session_id',
      'safety_alerts.round',
      'safety_alerts.false_alarm_at',
      'safety_alerts.false_alarm_reason',
      'marker.first_name as marker_first_name',
      'marker.last_name as marker_last_name',
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

type Query = ReturnType<typeof selectAlerts>;
type Row = Awaited<ReturnType<Query['execute']>>[number];

/** Whether an alert is of this scope. */
export function within(scope: AlertScope): Expression<SqlBool> {
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

export function toAlert(row: Row): SafetyAlert {
  return {
    id: row.id,
    studentId: row.student_id,
    studentName: `${row.first_name} ${row.last_name}`,
    schoolId: row.school_id,
    sessionId: row.home_session_id,
    lessonSessionId: row.school_session_id,
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
    round: row.round,
    falseAlarm: row.false_alarm_at === null ? null : falseAlarmOf(row, row.false_alarm_at),
  };
}

function falseAlarmOf(row: Row, at: StoredInstant): NonNullable<SafetyAlert['falseAlarm']> {
  const by = row.marker_first_name === null ? null : `${row.marker_first_name} ${row.marker_last_name}`;
  return { at: fromStored(at), by, reason: row.false_alarm_reason ?? '' };
}
