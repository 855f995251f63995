import type { AccessRepo } from '../../data/people/access.repo.ts';
import { type Action, type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';

/** Asks the permission matrix, and who stands in which relation to whom. Deny by default. */
export class AccessService {
  readonly #relations: AccessRepo;

  constructor(relations: AccessRepo) {
    this.#relations = relations;
  }

  /** Throws `forbidden` when the actor's role may not do this at all. */
  requireRole(actor: Actor, action: Action): void {
    if (scopeOf(actor.role, action) === null) {
      throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
    }
  }

  /**
   * Throws `forbidden` without the role, `not-found` when the pupil is outside the actor's scope: somebody else's does not exist. `what`
   * is what was asked for, where that is something of the pupil: the refusal is the same as where nothing is there.
   */
  async requirePupil(actor: Actor, action: Action, studentId: number, what = 'pupil'): Promise<void> {
    this.requireRole(actor, action);
    if (!(await this.#reaches(actor, action, studentId))) throw notFound(what);
  }

  async #reaches(actor: Actor, action: Action, studentId: number): Promise<boolean> {
    switch (scopeOf(actor.role, action)) {
      case 'own':
        return actor.userId === studentId;
      case 'own verified children':
        return this.#relations.isVerifiedChild(actor.userId, studentId);
      case 'own classes':
        return this.#relations.isInClassOf(actor.userId, studentId);
      case 'own school':
        return actor.schoolId !== null && this.#relations.isInSchool(actor.schoolId, studentId);
      default:
        return false;
    }
  }
}
