import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo } from '../../data/people/guardian.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { AlertRepo, AlertScope, SafetyAlert } from '../../data/safety/alert.repo.ts';
import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { ESCALATE_AFTER, mayTellParents } from '../../domain/safety/alerts.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';

export interface AlertsDeps {
  db: DatabaseManager;
  alerts: AlertRepo;
  access: AccessService;
  users: UserRepo;
  audit: AuditRepo;
  guardians: GuardianRepo;
  notifications: NotificationsService;
  clock: Clock;
}

/** An alert as staff see it. */
export interface StaffAlert extends SafetyAlert {
  /** Staff may let the parents know: the harm is not one that may be at home. */
  mayTellParents: boolean;
}

export interface AlertBoard {
  now: Instant;
  /** The most severe first, then the oldest; at most 100 of them. */
  open: StaffAlert[];
  counts: { open: number; escalated: number };
  /** The newest first. */
  acknowledged: StaffAlert[];
  /** The id to ask with for older acknowledged ones; null when there are none. */
  before: number | null;
}

/** An alert that staff have let the parents know of: that it was raised and when, never what was said. */
export interface ReleasedAlert {
  id: number;
  child: { id: number; firstName: string };
  at: Instant;
  releasedAt: Instant;
  category: string;
  /** The actor has confirmed that they read it. */
  seen: boolean;
}

export interface Acknowledgement {
  /** What was done, or will be; 1 … 2000 characters. */
  note: string;
  tellParents: boolean;
}

export const LONGEST_NOTE = 2000;
const MOST_OPEN = 100;
const PAGE = 25;
const SEEN = 'read a released alert';

/** Safety alerts: who sees them, who has taken them on, and that none is forgotten. */
export class AlertsService {
  readonly #deps: AlertsDeps;

  constructor(deps: AlertsDeps) {
    this.#deps = deps;
  }

  /** The alerts of a class manager's pupils or of a school. Throws `forbidden` for everybody else. */
  async board(actor: Actor, before?: number): Promise<AlertBoard> {
    const scope = staffScope(actor);
    const { alerts, clock } = this.#deps;
    const open = await alerts.listOpen(scope, MOST_OPEN);
    const acknowledged = await alerts.listAcknowledged(scope, PAGE + 1, before);
    const shown = acknowledged.slice(0, PAGE);
    return {
      now: clock.now(),
      open: open.map(toStaffAlert),
      counts: await alerts.countOpen(scope),
      acknowledged: shown.map(toStaffAlert),
      before: acknowledged.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /** What the school has let the actor know about their children, the newest first. */
  async releasedTo(actor: Actor): Promise<ReleasedAlert[]> {
    this.#deps.access.requireRole(actor, 'view child progress');
    const children = await this.#deps.users.listChildren(actor.userId);
    const ids = children.map((child) => child.id);
    const found = await this.#deps.alerts.listReleased(ids, MOST_OPEN);
    const seen = await this.#deps.audit.listDetails(actor.userId, SEEN, ids);
    return found.flatMap(({ id, studentId, at, releasedAt, category }) => {
      const child = children.find((one) => one.id === studentId);
      if (!child || releasedAt === null) return [];
      return [
        {
          id,
          at,
          releasedAt,
          category,
          child: { id: child.id, firstName: child.firstName },
          seen: seen.some((details) => details.alertId === id),
        },
      ];
    });
  }

  /**
   * Staff take an alert on, with a note of what was done; that ends its escalation. Repeating it changes nothing. Throws `conflict`
   * when somebody else has taken it on, and `invalid-input` for a note that is missing or too long. A parent only confirms having
   * read what the school has released; anything else does not exist for them.
   */
  async acknowledge(actor: Actor, alertId: number, given: Acknowledgement): Promise<void> {
    const alert = await this.#reachable(actor, alertId);
    if (actor.role === 'parent') return this.#noteSeen(actor, alert);
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
      const told = given.tellParents && mayTellParents(alert.category) && (await this.#release(alert));
      await audit.add({
        actorId: actor.userId,
        action: 'acknowledged an alert',
        studentId: alert.studentId,
        schoolId: alert.schoolId,
        details: { alertId: alert.id, toldParents: told },
        now,
      });
    });
  }

  /** Lets the parents know of an alert. Throws `conflict` where that could do harm, `forbidden` for all but staff. */
  async tellParents(actor: Actor, alertId: number): Promise<void> {
    staffScope(actor);
    const alert = await this.#reachable(actor, alertId);
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
      if (!(await this.#release(alert))) return;
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

  /** Marks alerts that nobody acknowledged for fifteen minutes as escalated; answers how many. Repeated work of the server. */
  async escalateOverdue(): Promise<number> {
    const now = this.#deps.clock.now();
    return this.#deps.alerts.escalate(now - ESCALATE_AFTER, now);
  }

  /** Throws `not-found` for an alert outside the actor's scope. */
  async requireReach(actor: Actor, alertId: number): Promise<void> {
    await this.#reachable(actor, alertId);
  }

  async #reachable(actor: Actor, alertId: number): Promise<SafetyAlert> {
    this.#deps.access.requireRole(actor, 'acknowledge a safety alert');
    const alert = await this.#deps.alerts.find(alertId);
    if (!alert || (actor.role === 'parent' && alert.releasedAt === null)) throw notFound('alert');
    await this.#deps.access.requirePupil(actor, 'acknowledge a safety alert', alert.studentId, 'alert');
    return alert;
  }

  /** Lets the verified parents know, in the program and by a letter that says nothing of what it is. False: they knew already. */
  async #release({ id, studentId, schoolId }: SafetyAlert): Promise<boolean> {
    const { alerts, guardians, notifications, clock } = this.#deps;
    if (!(await alerts.release(id, clock.now()))) return false;
    const parents = (await guardians.ofStudents([studentId])).filter(({ status }) => status === 'verified');
    const ids = parents.map(({ parentId }) => parentId);
    const telling = { key: `alert-released:${id}`, about: studentId, schoolId, mail: true };
    await notifications.tell(ids, 'alert released', { alertId: id }, telling);
    return true;
  }

  async #noteSeen(actor: Actor, alert: SafetyAlert): Promise<void> {
    const { audit, clock } = this.#deps;
    const seen = await audit.listDetails(actor.userId, SEEN, [alert.studentId]);
    if (seen.some((details) => details.alertId === alert.id)) return;
    await audit.add({
      actorId: actor.userId,
      action: SEEN,
      studentId: alert.studentId,
      schoolId: alert.schoolId,
      details: { alertId: alert.id },
      now: clock.now(),
    });
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

function staffScope(actor: Actor): AlertScope {
  switch (scopeOf(actor.role, 'acknowledge a safety alert')) {
    case 'own classes':
      return { classManagerId: actor.userId };
    case 'own school':
      if (actor.schoolId !== null) return { schoolId: actor.schoolId };
      break;
  }
  throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
}

function toStaffAlert(alert: SafetyAlert): StaffAlert {
  return { ...alert, mayTellParents: mayTellParents(alert.category) };
}
