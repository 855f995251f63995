import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo, GuardianStatus } from '../../data/people/guardian.repo.ts';
import type { GuardianRequestRepo } from '../../data/people/guardian-request.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { LONGEST_USERNAME, normalizeUsername } from '../../domain/people/username.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { PeopleAccess } from './people-access.service.ts';

export interface GuardiansDeps {
  db: DatabaseManager;
  peopleAccess: PeopleAccess;
  guardians: GuardianRepo;
  guardianRequests: GuardianRequestRepo;
  audit: AuditRepo;
  clock: Clock;
}

/**
 * `asked`: not linked at once. The parent, if there is one of that name whom another school keeps, is asked; the school that links
 * cannot tell that from a name that nobody has.
 */
export type LinkResult = { ok: true; asked: boolean } | { ok: false; problem: LinkProblem };
/** `length`: no account could have a username like this. */
export type LinkProblem = 'linked already' | 'length';

/** How long a parent may think about it. */
const REQUEST_LASTS = 30 * DAY;

export const LONGEST_NOTE = 500;

/** Which parents may see which pupils: decided by the school of the pupil, with effect on the next request. */
export class GuardiansService {
  readonly #deps: GuardiansDeps;

  constructor(deps: GuardiansDeps) {
    this.#deps = deps;
  }

  /**
   * Links a parent whose account the actor's school keeps to one of its pupils, verified, at once. For every other username a
   * request is left, whether somebody has it or not: a parent of another school decides after logging in.
   */
  async link(actor: Actor, studentId: number, username: string): Promise<LinkResult> {
    const { db, peopleAccess, guardians, audit, clock } = this.#deps;
    const schoolId = await peopleAccess.requirePupil(actor, studentId);
    const name = normalizeUsername(username);
    if (name === '' || name.length > LONGEST_USERNAME) return { ok: false, problem: 'length' };
    const found = await guardians.findParent(name);
    const linked = (await guardians.ofStudents([studentId])).some(({ parentId }) => parentId === found?.id);
    if (linked) return { ok: false, problem: 'linked already' };
    if (!found || !(await this.#keeps(schoolId, found)))
      return this.#ask(actor, { studentId, schoolId, username: name });
    const { id: parentId } = found;
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
    return { ok: true, asked: false };
  }

  /** Takes a request back that waits for its answer. Throws `not-found` for one that is not about the pupil. */
  async withdraw(actor: Actor, { studentId, requestId }: { studentId: number; requestId: number }): Promise<void> {
    const { peopleAccess, guardianRequests } = this.#deps;
    const schoolId = await peopleAccess.requirePupil(actor, studentId);
    if (!(await guardianRequests.withdraw(requestId, studentId, schoolId))) throw notFound('request');
  }

  /** The school's own, or a parent whom no school keeps and who has a child here. */
  async #keeps(schoolId: number, { id, schoolId: keeper }: { id: number; schoolId: number | null }): Promise<boolean> {
    if (keeper !== null) return keeper === schoolId;
    return (await this.#deps.guardians.ofParents([id])).some((one) => one.schoolId === schoolId);
  }

  async #ask(actor: Actor, about: { studentId: number; schoolId: number; username: string }): Promise<LinkResult> {
    const { db, guardianRequests, audit, clock } = this.#deps;
    const { studentId, schoolId, username } = about;
    const now = clock.now();
    await db.tx(async () => {
      await guardianRequests.ask({ ...about, by: actor.userId, now, until: now + REQUEST_LASTS });
      await audit.add({
        actorId: actor.userId,
        action: 'ask guardian',
        studentId,
        schoolId,
        details: { username },
        now,
      });
    });
    return { ok: true, asked: true };
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
