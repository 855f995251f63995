import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo } from '../../data/people/guardian.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { AlertRepo, SafetyAlert } from '../../data/safety/alert.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';

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

export interface AlertReleaseDeps {
  alerts: AlertRepo;
  access: AccessService;
  users: UserRepo;
  audit: AuditRepo;
  guardians: GuardianRepo;
  notifications: NotificationsService;
  clock: Clock;
}

const MOST_SHOWN = 100;
const SEEN = 'read a released alert';

/** What parents learn of an alert, once staff have released it. */
export class AlertRelease {
  readonly #deps: AlertReleaseDeps;

  constructor(deps: AlertReleaseDeps) {
    this.#deps = deps;
  }

  /** What the school has let the actor know about their children, the newest first. */
  async listFor(actor: Actor): Promise<ReleasedAlert[]> {
    this.#deps.access.requireRole(actor, 'view child progress');
    const children = await this.#deps.users.listChildren(actor.userId);
    const ids = children.map((child) => child.id);
    const found = await this.#deps.alerts.listReleased(ids, MOST_SHOWN);
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

  /** Lets the verified parents know, in the program and by a letter that says nothing of what it is. False: they knew already. */
  async release({ id, studentId, schoolId }: SafetyAlert): Promise<boolean> {
    const { alerts, guardians, notifications, clock } = this.#deps;
    if (!(await alerts.release(id, clock.now()))) return false;
    const parents = (await guardians.ofStudents([studentId])).filter(({ status }) => status === 'verified');
    const ids = parents.map(({ parentId }) => parentId);
    const telling = { key: `alert-released:${id}`, about: studentId, schoolId, mail: true };
    await notifications.tell(ids, 'alert released', { alertId: id }, telling);
    return true;
  }

  /** That a parent has read of it, once. */
  async noteSeen(actor: Actor, alert: SafetyAlert): Promise<void> {
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
}
