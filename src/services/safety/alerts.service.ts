import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { AlertRepo, AlertScope, SafetyAlert } from '../../data/safety/alert.repo.ts';
import type { AlertListRepo } from '../../data/safety/alert-list.repo.ts';
import type { AlertTelling, AlertTellingRepo } from '../../data/safety/alert-telling.repo.ts';
import type { Rehearsal, RehearsalRepo } from '../../data/safety/rehearsal.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, invalidInput } from '../../domain/errors/app-error.ts';
import { mayTellParents } from '../../domain/safety/alerts.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';
import type { AlertAccess } from './alert-access.ts';
import type { AlertRelease, ReleasedAlert } from './alert-release.ts';
import { type AlertTellingService, alertKey } from './alert-telling.service.ts';

export type { ReleasedAlert };

export interface AlertsDeps {
  db: DatabaseManager;
  alerts: AlertRepo;
  alertLists: AlertListRepo;
  alertAccess: AlertAccess;
  tellingRows: AlertTellingRepo;
  rehearsalRows: RehearsalRepo;
  telling: AlertTellingService;
  release: AlertRelease;
  audit: AuditRepo;
  notifications: NotificationsService;
  clock: Clock;
}

/** An alert as staff see it. */
export interface StaffAlert extends SafetyAlert {
  /** Staff may let the parents know: the harm is not one that may be at home. */
  mayTellParents: boolean;
}

/** Which alerts a page shows: the open ones and who took on which, or a list of some. */
export const ALERT_VIEWS = ['open', 'mine', 'false', 'rehearsals'] as const;
export type AlertView = (typeof ALERT_VIEWS)[number];

export interface AlertBoard {
  now: Instant;
  view: AlertView;
  /** The most severe first, then the oldest; at most 100 of them. Empty in other views. */
  open: StaffAlert[];
  counts: { open: number; escalated: number };
  /** The newest first: those that somebody took on, or what the view asks for. */
  acknowledged: StaffAlert[];
  /** The id to ask with for older ones; null when there are none. */
  before: number | null;
  /** Who was told of the alerts shown, by alert. */
  told: ReadonlyMap<number, AlertTelling[]>;
  /** Rehearsals that go on, or in their view the last ones; of nobody's whom they do not go to. */
  rehearsals: Rehearsal[];
}

export interface Acknowledgement {
  /** What was done, or will be; 1 … 2000 characters. */
  note: string;
  tellParents: boolean;
}

export const LONGEST_NOTE = 2000;
const MOST_OPEN = 100;
const PAGE = 25;

/** Safety alerts: who sees them, who has taken them on, and that none is forgotten. */
export class AlertsService {
  readonly #deps: AlertsDeps;

  constructor(deps: AlertsDeps) {
    this.#deps = deps;
  }

  /**
   * The alerts of a class manager's pupils; of the school for its manager and for the adults whom it names. Throws `forbidden` for everybody
   * else.
   */
  async board(actor: Actor, before?: number, view: AlertView = 'open'): Promise<AlertBoard> {
    const { alerts, alertAccess, tellingRows, clock } = this.#deps;
    const scope = await alertAccess.scopeOf(actor);
    const now = clock.now();
    const open = view === 'open' ? await alerts.listOpen(scope, MOST_OPEN) : [];
    const others = await this.#others(actor, scope, view, before);
    const shown = others.slice(0, PAGE);
    const told = await tellingRows.list(
      'alert_id',
      [...open, ...shown].map(({ id }) => id),
    );
    return {
      now,
      view,
      open: open.map(toStaffAlert),
      counts: await alerts.countOpen(scope),
      acknowledged: shown.map(toStaffAlert),
      before: others.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
      told: Map.groupBy(told, ({ of }) => of),
      rehearsals: 'schoolId' in scope ? await this.#rehearsals(scope.schoolId, view, now) : [],
    };
  }

  async #others(actor: Actor, scope: AlertScope, view: AlertView, before?: number): Promise<SafetyAlert[]> {
    const { alerts, alertLists } = this.#deps;
    switch (view) {
      case 'open':
        return alerts.listAcknowledged(scope, PAGE + 1, before);
      case 'mine':
        return alertLists.list(scope, { takenBy: actor.userId }, PAGE + 1, before);
      case 'false':
        return alertLists.list(scope, 'false alarms', PAGE + 1, before);
      case 'rehearsals':
        return [];
    }
  }

  async #rehearsals(schoolId: number, view: AlertView, now: Instant): Promise<Rehearsal[]> {
    const { rehearsalRows } = this.#deps;
    if (view === 'rehearsals') return rehearsalRows.list(schoolId, PAGE);
    return view === 'open' ? rehearsalRows.listOpen(schoolId, now) : [];
  }

  /** What pages that show alerts compare: it differs where they would. */
  async pulse(actor: Actor): Promise<object> {
    const { alertAccess, alertLists, rehearsalRows, clock } = this.#deps;
    const scope = await alertAccess.scopeOf(actor);
    const rehearsals = 'schoolId' in scope ? await rehearsalRows.listOpen(scope.schoolId, clock.now()) : [];
    return { ...(await alertLists.pulse(scope)), rehearsals: rehearsals.map(({ id, round }) => [id, round]) };
  }

  /** What the school has let the actor know about their children, the newest first. */
  async releasedTo(actor: Actor): Promise<ReleasedAlert[]> {
    return this.#deps.release.listFor(actor);
  }

  /**
   * Staff take an alert on, with a note of what was done; that ends its escalation. Repeating it changes nothing. Throws `conflict`
   * when somebody else has taken it on, and `invalid-input` for a note that is missing or too long. A parent only confirms having
   * read what the school has released; anything else does not exist for them.
   */
  async acknowledge(actor: Actor, alertId: number, given: Acknowledgement): Promise<void> {
    const alert = await this.#deps.alertAccess.find(actor, alertId);
    if (actor.role === 'parent') return this.#deps.release.noteSeen(actor, alert);
    const note = given.note.trim();
    if (note === '' || note.length > LONGEST_NOTE) {
      throw invalidInput('An acknowledgement says what was done.', { note: `1 to ${LONGEST_NOTE} characters` });
    }
    const { db, alerts, audit, clock } = this.#deps;
    const now = clock.now();
    await db.tx(async () => {
      if (!(await alerts.acknowledge(alert.id, actor.userId, note, now))) {
        await this.#refuseUnlessOwn(actor, alert.id);
        return;
      }
      const told = given.tellParents && mayTellParents(alert.category) && (await this.#deps.release.release(alert));
      await audit.add({
        actorId: actor.userId,
        action: 'acknowledged an alert',
        studentId: alert.studentId,
        schoolId: alert.schoolId,
        details: { alertId: alert.id, toldParents: told },
        now,
      });
      await this.#done(alert);
    });
  }

  /** Lets the parents know of an alert. Throws `conflict` where that could do harm, `forbidden` for all but staff. */
  async tellParents(actor: Actor, alertId: number): Promise<void> {
    await this.#deps.alertAccess.scopeOf(actor);
    const alert = await this.#deps.alertAccess.find(actor, alertId);
    if (!mayTellParents(alert.category)) {
      throw new AppError(
        'conflict',
        'alert-not-for-parents',
        'Parents are not told of this alert here: the harm may be at home.',
      );
    }
    const { db, audit, clock } = this.#deps;
    const now = clock.now();
    await db.tx(async () => {
      if (!(await this.#deps.release.release(alert))) return;
      await audit.add({
        actorId: actor.userId,
        action: 'told parents of an alert',
        studentId: alert.studentId,
        schoolId: alert.schoolId,
        details: { alertId: alert.id },
        now,
      });
    });
  }

  /**
   * Staff say that nothing was behind an alert, and why; that takes it on as well, where nobody has. Repeating it changes nothing. Throws
   * `invalid-input` for a reason that is missing or too long.
   */
  async markFalse(actor: Actor, alertId: number, reason: string): Promise<void> {
    const { db, alerts, alertAccess, audit, clock } = this.#deps;
    await alertAccess.scopeOf(actor);
    const alert = await alertAccess.find(actor, alertId);
    const why = reason.trim();
    if (why === '' || why.length > LONGEST_NOTE) {
      throw invalidInput('A false alarm needs a reason.', { reason: `1 to ${LONGEST_NOTE} characters` });
    }
    const now = clock.now();
    await db.tx(async () => {
      if (!(await alerts.markFalse(alert.id, actor.userId, why, now))) return;
      await alerts.acknowledge(alert.id, actor.userId, why, now);
      await audit.add({
        actorId: actor.userId,
        action: 'marked a false alarm',
        studentId: alert.studentId,
        schoolId: alert.schoolId,
        details: { alertId: alert.id },
        now,
      });
      await this.#done(alert);
    });
  }

  /** Throws `not-found` for an alert outside the actor's scope. */
  async requireReach(actor: Actor, alertId: number): Promise<void> {
    await this.#deps.alertAccess.find(actor, alertId);
  }

  /** Nobody has to be told of it any more. */
  async #done({ id, schoolId }: SafetyAlert): Promise<void> {
    await this.#deps.notifications.settle(alertKey(id));
    this.#deps.telling.changed(schoolId);
  }

  async #refuseUnlessOwn(actor: Actor, alertId: number): Promise<void> {
    const taken = await this.#deps.alerts.find(alertId);
    if (taken?.acknowledgedById === actor.userId) return;
    throw new AppError(
      'conflict',
      'alert-acknowledged',
      `${taken?.acknowledgedBy ?? 'Somebody else'} has taken this alert on already. Your note was not saved.`,
    );
  }
}

function toStaffAlert(alert: SafetyAlert): StaffAlert {
  return { ...alert, mayTellParents: mayTellParents(alert.category) };
}
