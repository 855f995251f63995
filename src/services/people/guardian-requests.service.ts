import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo } from '../../data/people/guardian.repo.ts';
import type { AskedOfParent, GuardianRequestRepo, RequestAnswer } from '../../data/people/guardian-request.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export type { AskedOfParent };

export interface GuardianRequestsDeps {
  db: DatabaseManager;
  access: AccessService;
  guardians: GuardianRepo;
  guardianRequests: GuardianRequestRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** What schools ask of a parent whose account another school keeps: to be a pupil's guardian there too. */
export class GuardianRequestsService {
  readonly #deps: GuardianRequestsDeps;

  constructor(deps: GuardianRequestsDeps) {
    this.#deps = deps;
  }

  /** What the actor has not answered yet. */
  async open(actor: Actor): Promise<AskedOfParent[]> {
    const { access, guardianRequests, clock } = this.#deps;
    access.requireRole(actor, 'view child progress');
    return guardianRequests.openFor(actor.userId, clock.now());
  }

  /**
   * Accepts, and the actor is the pupil's verified guardian from then on, or refuses. Throws `not-found` for a request that is
   * not the actor's, was answered, withdrawn or has run out. A guardianship that is there already, blocked even, stays as it is.
   */
  async answer(actor: Actor, requestId: number, answer: RequestAnswer): Promise<void> {
    const { db, access, guardians, guardianRequests, audit, clock } = this.#deps;
    access.requireRole(actor, 'view child progress');
    const now = clock.now();
    await db.tx(async () => {
      const about = await guardianRequests.answer(requestId, actor.userId, answer, now);
      if (!about) throw notFound('request');
      const { studentId, schoolId } = about;
      const there = (await guardians.ofStudents([studentId])).some(({ parentId }) => parentId === actor.userId);
      if (answer === 'accepted' && !there) {
        await guardians.add(actor.userId, studentId, { status: 'verified', note: null, now });
      }
      const action = answer === 'accepted' ? 'accept guardian request' : 'refuse guardian request';
      await audit.add({ actorId: actor.userId, action, studentId, schoolId, details: {}, now });
    });
  }
}
