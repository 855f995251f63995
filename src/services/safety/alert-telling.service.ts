import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AlertRepo } from '../../data/safety/alert.repo.ts';
import type { AlertTellingRepo } from '../../data/safety/alert-telling.repo.ts';
import type { RehearsalRepo } from '../../data/safety/rehearsal.repo.ts';
import type { SafeguardRepo } from '../../data/safety/safeguard.repo.ts';
import { ESCALATE_AFTER } from '../../domain/safety/alerts.ts';
import { toldInRound } from '../../domain/safety/who-is-told.ts';
import type { Clock } from '../../shared/instant.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';

export interface AlertTellingDeps {
  db: DatabaseManager;
  alertRows: AlertRepo;
  rehearsalRows: RehearsalRepo;
  tellingRows: AlertTellingRepo;
  safeguards: SafeguardRepo;
  notifications: NotificationsService;
  signals: LiveSignals;
  clock: Clock;
}

/** What there is to tell of: `studentId` is null in a rehearsal. */
export interface Told {
  id: number;
  schoolId: number;
  studentId: number | null;
  severity: number;
}

/** How many are escalated at a time: the next time comes within seconds. */
const AT_A_TIME = 50;

/** What the notifications of an alert, or of a rehearsal, are known by. */
export const alertKey = (id: number): string => `alert:${id}`;
export const rehearsalKey = (id: number): string => `rehearsal:${id}`;

/** Alerts as they are raised, and told to people in rounds until staff take them on: live, by e-mail, and on the record. */
export class AlertTellingService {
  readonly #deps: AlertTellingDeps;

  constructor(deps: AlertTellingDeps) {
    this.#deps = deps;
  }

  /** Raises an alert and tells those whose turn it is. Joins the transaction under way. */
  async add(alert: Parameters<AlertRepo['add']>[0]): Promise<number> {
    return this.#deps.db.tx(async () => {
      const id = await this.#deps.alertRows.add(alert);
      await this.tell({ ...alert, id }, 0);
      return id;
    });
  }

  /** Whether an open alert says the same already: see `AlertRepo.isFresh`. */
  async isFresh(alert: Parameters<AlertRepo['isFresh']>[0]): Promise<boolean> {
    return this.#deps.alertRows.isFresh(alert);
  }

  /** Begins a rehearsal and tells those whose turn it is. Joins the transaction under way. */
  async rehearse(rehearsal: Parameters<RehearsalRepo['add']>[0]): Promise<number> {
    return this.#deps.db.tx(async () => {
      const id = await this.#deps.rehearsalRows.add(rehearsal);
      await this.tell({ ...rehearsal, id, studentId: null }, 0);
      return id;
    });
  }

  /**
   * Tells further people, and those who know already again, of what nobody has taken on for a quarter of an hour; answers how many alerts and
   * rehearsals. Repeated work of every process: each round of each is told by one of them.
   */
  async escalateOverdue(): Promise<number> {
    const { db, alertRows, rehearsalRows, clock } = this.#deps;
    const now = clock.now();
    const next = now + ESCALATE_AFTER;
    let escalated = 0;
    for (const due of await alertRows.listDue(now, AT_A_TIME)) {
      const went = await db.tx(async () => {
        if (!(await alertRows.advance(due, now, next))) return false;
        await this.tell(due, due.round + 1);
        return true;
      });
      if (went) escalated += 1;
    }
    for (const due of await rehearsalRows.listDue(now, AT_A_TIME)) {
      const went = await db.tx(async () => {
        if (!(await rehearsalRows.advance(due, now, next))) return false;
        await this.tell({ ...due, studentId: null }, due.round + 1);
        return true;
      });
      if (went) escalated += 1;
    }
    return escalated;
  }

  /** Tells those whose turn it is in a round. Joins the transaction under way. */
  async tell({ id, schoolId, studentId, severity }: Told, round: number): Promise<void> {
    const { safeguards, notifications, tellingRows, clock } = this.#deps;
    const people = toldInRound(round, severity, await safeguards.reachable(schoolId, studentId));
    const how = { mail: true, urgent: true, schoolId, round };
    const told =
      studentId === null
        ? await notifications.tell(
            people,
            'alert rehearsal',
            { rehearsalId: id, severity, round },
            { ...how, key: rehearsalKey(id) },
          )
        : await notifications.tell(
            people,
            'safety alert',
            { alertId: id, severity, round },
            { ...how, key: alertKey(id), about: studentId },
          );
    await tellingRows.add(studentId === null ? { rehearsalId: id } : { alertId: id }, told, round, clock.now());
    this.changed(schoolId);
  }

  /** Pages that show the alerts of a school read them anew, after the commit. */
  changed(schoolId: number): void {
    const { db, signals } = this.#deps;
    db.afterCommit(() => signals.publish({ alertsOf: schoolId }));
  }
}
