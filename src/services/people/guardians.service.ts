import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo, GuardianStatus } from '../../data/people/guardian.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { normalizeUsername } from '../../domain/people/username.ts';
import type { Clock } from '../../shared/instant.ts';
import type { PeopleAccess } from './people-access.service.ts';

export interface GuardiansDeps {
  db: DatabaseManager;
  peopleAccess: PeopleAccess;
  guardians: GuardianRepo;
  audit: AuditRepo;
  clock: Clock;
}

export type LinkResult = { ok: true } | { ok: false; problem: 'no such parent' | 'linked already' };

export const LONGEST_NOTE = 500;

/** Which parents may see which pupils: decided by the school of the pupil, with effect on the next request. */
export class GuardiansService {
  readonly #deps: GuardiansDeps;

  constructor(deps: GuardiansDeps) {
    this.#deps = deps;
  }

  /**
   * Links a parent to a pupil of the actor's school, verified. The parent is named by the exact username, which they tell the school,
   * so that parents of other schools cannot be looked for.
   */
  async link(actor: Actor, studentId: number, username: string): Promise<LinkResult> {
    const { db, peopleAccess, guardians, audit, clock } = this.#deps;
    const schoolId = await peopleAccess.requirePupil(actor, studentId);
    const parentId = await guardians.findParent(normalizeUsername(username));
    if (parentId === undefined) return { ok: false, problem: 'no such parent' };
    const now = clock.now();
    try {
      await db.tx(async () => {
        await guardians.add(parentId, studentId, { status: 'verified', note: null, now });
        const about = { actorId: actor.userId, studentId, schoolId, details: { parentId } };
        await audit.add({ ...about, action: 'link guardian', now });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return { ok: false, problem: 'linked already' };
    }
    return { ok: true };
  }

  /** Verifies or blocks a guardian of a pupil of the actor's school; what is so already stays. */
  async setStatus(
    actor: Actor,
    { studentId, parentId }: { studentId: number; parentId: number },
    status: GuardianStatus,
    note: string,
  ): Promise<void> {
    const { db, peopleAccess, guardians, audit, clock } = this.#deps;
    const schoolId = await peopleAccess.requirePupil(actor, studentId);
    await this.#requireLinked(studentId, parentId);
    const now = clock.now();
    const reason = note.trim().slice(0, LONGEST_NOTE) || null;
    await db.tx(async () => {
      if (!(await guardians.setStatus(parentId, studentId, { status, note: reason, now }))) return;
      const action = status === 'verified' ? 'verify guardian' : 'block guardian';
      const details = { parentId, ...(reason === null ? {} : { note: reason }) };
      await audit.add({ actorId: actor.userId, action, studentId, schoolId, details, now });
    });
  }

  /** Takes the link away, for one that was made by mistake. Who must not see a pupil is blocked, so that it stays on record. */
  async unlink(actor: Actor, { studentId, parentId }: { studentId: number; parentId: number }): Promise<void> {
    const { db, peopleAccess, guardians, audit, clock } = this.#deps;
    const schoolId = await peopleAccess.requirePupil(actor, studentId);
    await db.tx(async () => {
      if (!(await guardians.remove(parentId, studentId))) throw notFound('parent');
      const about = { actorId: actor.userId, studentId, schoolId, details: { parentId } };
      await audit.add({ ...about, action: 'unlink guardian', now: clock.now() });
    });
  }

  async #requireLinked(studentId: number, parentId: number): Promise<void> {
    const linked = await this.#deps.guardians.ofStudents([studentId]);
    if (!linked.some((one) => one.parentId === parentId)) throw notFound('parent');
  }
}
