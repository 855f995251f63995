import type { LoginCardRepo } from '../../data/accounts/login-card.repo.ts';
import type { OneTimeLinkRepo } from '../../data/accounts/one-time-link.repo.ts';
import type { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { SchoolClassRepo } from '../../data/people/school-class.repo.ts';
import type { SchoolPolicyRepo } from '../../data/people/school-policy.repo.ts';
import type { Transfer, TransferRepo } from '../../data/people/transfer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { PeopleAccess } from './people-access.service.ts';

export interface TransfersDeps {
  db: DatabaseManager;
  peopleAccess: PeopleAccess;
  policies: SchoolPolicyRepo;
  schoolClasses: SchoolClassRepo;
  gradeEnrolments: GradeEnrolmentRepo;
  transfers: TransferRepo;
  cards: LoginCardRepo;
  links: OneTimeLinkRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** A pupil changes schools only when both managers want it: one releases, the other takes in. */
export class TransfersService {
  readonly #deps: TransfersDeps;

  constructor(deps: TransfersDeps) {
    this.#deps = deps;
  }

  /** Offers a pupil of the actor's school to another school. Until that one takes them in, everything stays as it is. */
  async release(actor: Actor, studentId: number, toSchoolId: number): Promise<void> {
    const { db, peopleAccess, policies, transfers, audit, clock } = this.#deps;
    const schoolId = await peopleAccess.requirePupil(actor, studentId);
    const schools = await policies.otherSchools(schoolId);
    if (!schools.some(({ id }) => id === toSchoolId)) throw notFound('school');
    await this.#refuseLoan(studentId);
    const now = clock.now();
    try {
      await db.tx(async () => {
        await transfers.add({ studentId, fromSchoolId: schoolId, toSchoolId, by: actor.userId, now });
        const about = { actorId: actor.userId, studentId, schoolId, details: { toSchoolId } };
        await audit.add({ ...about, action: 'release pupil', now });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new AppError('conflict', 'released-already', 'This pupil was released already and waits to be taken in.');
    }
  }

  /** Takes an offer back. */
  async withdraw(actor: Actor, studentId: number): Promise<void> {
    const schoolId = await this.#deps.peopleAccess.requirePupil(actor, studentId);
    const transfer = await this.#deps.transfers.find(studentId);
    if (transfer?.fromSchoolId !== schoolId) throw notFound('release');
    await this.#end(actor, transfer, 'withdraw release');
  }

  /** Declines a pupil who was offered to the actor's school: they stay where they are. */
  async decline(actor: Actor, studentId: number): Promise<void> {
    await this.#end(actor, await this.#arrival(actor, studentId), 'decline pupil');
  }

  /**
   * Takes a pupil in: out of the classes of the old school and the courses of their grades that were never touched, without a login
   * card or a one-time link of it, with everything that was studied and the same parents. The new school puts them into a class.
   */
  async accept(actor: Actor, studentId: number): Promise<void> {
    const { db, schoolClasses, gradeEnrolments, transfers, cards, links } = this.#deps;
    const transfer = await this.#arrival(actor, studentId);
    await this.#refuseLoan(studentId);
    await db.tx(async () => {
      await this.#end(actor, transfer, 'take pupil in');
      const grades = new Set((await schoolClasses.ofPeople([studentId])).map(({ gradeLevel }) => gradeLevel));
      await schoolClasses.leaveAll(studentId);
      for (const grade of grades) await gradeEnrolments.leave(grade, [studentId]);
      await cards.remove([studentId]);
      await links.removeOf(studentId);
      await transfers.moveTo(studentId, transfer.toSchoolId);
    });
  }

  async #arrival(actor: Actor, studentId: number): Promise<Transfer> {
    const schoolId = this.#deps.peopleAccess.requireSchool(actor);
    const transfer = await this.#deps.transfers.find(studentId);
    if (transfer?.toSchoolId !== schoolId) throw notFound('pupil');
    return transfer;
  }

  /** Ends the transfer; both schools find it in their audit log. */
  async #end(actor: Actor, transfer: Transfer, action: string): Promise<void> {
    const { db, transfers, audit, clock } = this.#deps;
    await db.tx(async () => {
      if (!(await transfers.end(transfer))) throw notFound('release');
      const { studentId, fromSchoolId, toSchoolId } = transfer;
      const now = clock.now();
      await audit.addMany(
        [fromSchoolId, toSchoolId].map((schoolId) => ({
          actorId: actor.userId,
          action,
          studentId,
          schoolId,
          details: { fromSchoolId, toSchoolId },
          now,
        })),
      );
    });
  }

  async #refuseLoan(studentId: number): Promise<void> {
    if (!(await this.#deps.transfers.hasLoan(studentId))) return;
    throw new AppError(
      'conflict',
      'device-on-loan',
      'The pupil still has a device of the school. It has to come back first.',
    );
  }
}
