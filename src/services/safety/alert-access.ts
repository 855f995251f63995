import type { AlertRepo, AlertScope, SafetyAlert } from '../../data/safety/alert.repo.ts';
import type { SafeguardRepo } from '../../data/safety/safeguard.repo.ts';
import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { AccessService } from '../access/access.service.ts';

export interface AlertAccessDeps {
  alerts: AlertRepo;
  access: AccessService;
  safeguards: SafeguardRepo;
}

/**
 * Whose alerts somebody sees: class managers those of their pupils, the school manager those of the school, and so does every adult of its staff
 * whom the school names for alerts. Parents see what staff have released of their own children.
 */
export class AlertAccess {
  readonly #deps: AlertAccessDeps;

  constructor(deps: AlertAccessDeps) {
    this.#deps = deps;
  }

  /** Throws `forbidden` for everybody but staff. */
  async scopeOf(actor: Actor): Promise<AlertScope> {
    switch (scopeOf(actor.role, 'acknowledge a safety alert')) {
      case 'own classes':
        return (await this.isNamed(actor)) && actor.schoolId !== null
          ? { schoolId: actor.schoolId }
          : { classManagerId: actor.userId };
      case 'own school':
        if (actor.schoolId !== null) return { schoolId: actor.schoolId };
        break;
    }
    throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
  }

  /** Whether the school of a class manager names them for its alerts. */
  async isNamed({ role, schoolId, userId }: Actor): Promise<boolean> {
    return role === 'class manager' && schoolId !== null && this.#deps.safeguards.isNamed(schoolId, userId);
  }

  /** An alert that the actor may see. Throws `not-found` for any other. */
  async find(actor: Actor, alertId: number): Promise<SafetyAlert> {
    const { access, alerts } = this.#deps;
    access.requireRole(actor, 'acknowledge a safety alert');
    const alert = await alerts.find(alertId);
    if (!alert || (actor.role === 'parent' && alert.releasedAt === null)) throw notFound('alert');
    if (alert.schoolId === actor.schoolId && (await this.isNamed(actor))) return alert;
    await access.requirePupil(actor, 'acknowledge a safety alert', alert.studentId, 'alert');
    return alert;
  }
}
