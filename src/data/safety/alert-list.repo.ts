import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored } from '../db/instants.ts';
import { SESSION_COLUMN } from '../study-session/session-column.ts';
import { type AlertScope, type SafetyAlert, selectAlerts, toAlert, within } from './alert-rows.ts';

/** Which alerts somebody looks for. */
export type AlertFilter = { takenBy: number } | 'false alarms';

/** Alerts of one category in one month, and how many of them were false alarms. */
export interface AlertRate {
  /** `YYYY-MM`, by the world's clock. */
  month: string;
  category: string;
  alerts: number;
  /** Taken on or marked: somebody has judged it. */
  judged: number;
  falseAlarms: number;
}

/** One message of the passage around what raised an alert. */
export interface PassageLine {
  id: number;
  from: 'pupil' | 'teacher' | 'class manager';
  content: string;
  at: Instant;
}

/** How many messages stand before and after the one that raised the alert. */
const AROUND = 4;

/** Alerts as staff look for them, what they are counted as, and what was said around one. */
export class AlertListRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The newest first; `before` is an id to page on from. */
  async list(scope: AlertScope, filter: AlertFilter, limit: number, before?: number): Promise<SafetyAlert[]> {
    const rows = await this.#db.run((db) => {
      const all = selectAlerts(db).where(within(scope)).orderBy('safety_alerts.id', 'desc').limit(limit);
      const query =
        filter === 'false alarms'
          ? all.where('safety_alerts.false_alarm_at', 'is not', null)
          : all.where('safety_alerts.acknowledged_by', '=', filter.takenBy);
      return (before === undefined ? query : query.where('safety_alerts.id', '<', before)).execute();
    });
    return rows.map(toAlert);
  }

  /** What a page that shows alerts depends on, as something to compare. */
  async pulse(scope: AlertScope): Promise<{ open: number; newest: number; rounds: number; judged: number }> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('safety_alerts')
        .select(({ fn }) => [
          sql<number>`coalesce(sum(case when acknowledged_at is null then 1 else 0 end), 0)`.as('open'),
          sql<number>`coalesce(max(id), 0)`.as('newest'),
          fn.coalesce(fn.sum<number>('round'), sql<number>`0`).as('rounds'),
          fn.count<number>('false_alarm_at').as('judged'),
        ])
        .where(within(scope))
        .executeTakeFirstOrThrow(),
    );
    const { open, newest, rounds, judged } = row;
    return { open: Number(open), newest: Number(newest), rounds: Number(rounds), judged: Number(judged) };
  }

  /** By month and category, the newest month first. */
  async rates(scope: AlertScope): Promise<AlertRate[]> {
    const month = sql<string>`substr(safety_alerts.created_at, 1, 7)`;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('safety_alerts')
        .select(({ fn }) => [
          month.as('month'),
          'category',
          fn.countAll<number>().as('alerts'),
          sql<number>`sum(case when acknowledged_at is null and false_alarm_at is null then 0 else 1 end)`.as('judged'),
          fn.count<number>('false_alarm_at').as('falseAlarms'),
        ])
        .where(within(scope))
        .groupBy([month, 'category'])
        .orderBy('month', 'desc')
        .orderBy('category')
        .execute(),
    );
    return rows.map((row) => ({
      month: row.month,
      category: row.category,
      alerts: Number(row.alerts),
      judged: Number(row.judged),
      falseAlarms: Number(row.falseAlarms),
    }));
  }

  /** What was said around the message that raised an alert; of a group the words of its pupil and of adults. Empty where it was no message. */
  async passage({ messageId, studentId, sessionId, lessonSessionId }: SafetyAlert): Promise<PassageLine[]> {
    const session = sessionId ?? lessonSessionId;
    if (messageId === null || session === null) return [];
    const column = SESSION_COLUMN[sessionId === null ? 'school' : 'home'];
    const side = (direction: 'asc' | 'desc') =>
      this.#db.run((db) => {
        const query = db
          .selectFrom('messages')
          .select(['id', 'student_id', 'class_manager_id', 'content', 'timestamp'])
          .where(column, '=', session)
          .where((eb) => eb.or([eb('student_id', 'is', null), eb('student_id', '=', studentId)]))
          .where((eb) => eb.or([eb('only_for_student_id', 'is', null), eb('only_for_student_id', '=', studentId)]))
          .orderBy('id', direction);
        return direction === 'asc'
          ? query
              .where('id', '>=', messageId)
              .limit(AROUND + 1)
              .execute()
          : query.where('id', '<', messageId).limit(AROUND).execute();
      });
    const lines = [...(await side('desc')).reverse(), ...(await side('asc'))];
    return lines.map((row) => ({
      id: row.id,
      from: row.student_id !== null ? 'pupil' : row.class_manager_id !== null ? 'class manager' : 'teacher',
      content: row.content,
      at: fromStored(row.timestamp),
    }));
  }
}
