import { ESCALATE_AFTER } from '../../domain/safety/alerts.ts';
import type { SessionRef } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';
import { SESSION_COLUMN, sessionColumns } from '../study-session/session-column.ts';
import {
  type AlertScope,
  beyondTheFirst,
  type DueAlert,
  type SafetyAlert,
  selectAlerts,
  toAlert,
  within,
} from './alert-rows.ts';
import { goToNextRound } from './next-round.ts';

export type { AlertScope, DueAlert, SafetyAlert };

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
    session: SessionRef | null;
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
          home_session_id: alert.session?.kind === 'home' ? alert.session.id : null,
          school_session_id: alert.session?.kind === 'school' ? alert.session.id : null,
          sitting_id: alert.sittingId ?? null,
          message_id: alert.messageId,
          severity: alert.severity,
          category: alert.category,
          created_at: toStored(alert.now),
          next_round_at: toStored(alert.now + ESCALATE_AFTER),
        })
        .executeTakeFirstOrThrow(),
    );
    return insertedId(result);
  }

  async find(id: number): Promise<SafetyAlert | undefined> {
    const row = await this.#db.run((db) => selectAlerts(db).where('safety_alerts.id', '=', id).executeTakeFirst());
    return row && toAlert(row);
  }

  /**
   * Alerts that nobody has acknowledged yet: the most severe first, then the oldest. Of one pupil the first few; what else there
   * is of them comes last, so that one who writes a hundred does not hide another's single one.
   */
  async listOpen(scope: AlertScope, limit: number): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) =>
      selectAlerts(db)
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
      const query = selectAlerts(db)
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
      selectAlerts(db)
        .where('safety_alerts.student_id', 'in', [...studentIds])
        .where('safety_alerts.released_to_parents_at', 'is not', null)
        .orderBy('safety_alerts.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(toAlert);
  }

  /** Alerts that came from a session, in order. */
  async listOfSession({ kind, id }: SessionRef): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) =>
      selectAlerts(db).where(`safety_alerts.${SESSION_COLUMN[kind]}`, '=', id).orderBy('safety_alerts.id').execute(),
    );
    return rows.map(toAlert);
  }

  /** Whether an open alert since that moment says the same of the same pupil and session, and it was not said in a message. */
  async isFresh(alert: {
    studentId: number;
    session: SessionRef | null;
    severity: number;
    category: string;
    since: Instant;
  }): Promise<boolean> {
    const { studentId, session, severity, category, since } = alert;
    const { home_session_id: atHome, school_session_id: atSchool } = session
      ? sessionColumns(session.kind, session.id)
      : { home_session_id: null, school_session_id: null };
    const row = await this.#db.run((db) =>
      db
        .selectFrom('safety_alerts')
        .select('id')
        .where('student_id', '=', studentId)
        .where('home_session_id', atHome === null ? 'is' : '=', atHome)
        .where('school_session_id', atSchool === null ? 'is' : '=', atSchool)
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
      selectAlerts(db)
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

  /** Open alerts whose next round is due, the most severe first. */
  async listDue(now: Instant, limit: number): Promise<DueAlert[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('safety_alerts')
        .select(['id', 'student_id as studentId', 'school_id as schoolId', 'severity', 'round'])
        .where('acknowledged_at', 'is', null)
        .where('next_round_at', '<=', toStored(now))
        .orderBy('severity', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
    );
  }

  /** Escalates an open alert to its next round. False: somebody else saw to it, or took it on. */
  async advance(due: DueAlert, now: Instant, nextRoundAt: Instant): Promise<boolean> {
    return goToNextRound(this.#db, 'safety_alerts', due, { now, nextRoundAt });
  }

  /** Marks an alert as a false alarm. False: it is one already. */
  async markFalse(id: number, by: number, reason: string, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('safety_alerts')
        .set({ false_alarm_at: toStored(now), false_alarm_by: by, false_alarm_reason: reason })
        .where('id', '=', id)
        .where('false_alarm_at', 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }
}
