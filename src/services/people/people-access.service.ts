import type { DirectoryRepo } from '../../data/people/directory.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { ManagedRole } from '../../domain/people/person-fields.ts';
import type { AccessService } from '../access/access.service.ts';

/** Whom a school manager may manage: the people of the own school, and nobody else exists. */
export class PeopleAccess {
  readonly #access: AccessService;
  readonly #directory: DirectoryRepo;

  constructor(access: AccessService, directory: DirectoryRepo) {
    this.#access = access;
    this.#directory = directory;
  }

  /** The school that the actor manages. Throws `forbidden` for everybody else. */
  requireSchool(actor: Actor): number {
    this.#access.requireRole(actor, 'administer the school');
    if (actor.schoolId === null) throw notFound('school');
    return actor.schoolId;
  }

  /** Who this is, seen from the actor's school. Throws `not-found` for people of other schools. */
  async requirePerson(actor: Actor, userId: number): Promise<{ schoolId: number; role: ManagedRole }> {
    const schoolId = this.requireSchool(actor);
    const role = await this.#directory.findRole(schoolId, userId);
    if (role === undefined) throw notFound('person');
    return { schoolId, role };
  }

  /** The same, for a pupil. */
  async requirePupil(actor: Actor, studentId: number): Promise<number> {
    const { schoolId, role } = await this.requirePerson(actor, studentId);
    if (role !== 'student') throw notFound('pupil');
    return schoolId;
  }

  /** The same, for somebody whose account this school keeps: it alone may change it. Throws `kept-elsewhere`. */
  async requireKept(actor: Actor, userId: number): Promise<{ schoolId: number; role: ManagedRole }> {
    const person = await this.requirePerson(actor, userId);
    if (await this.keeps(person, userId)) return person;
    throw new AppError(
      'conflict',
      'kept-elsewhere',
      'Another school keeps this parent’s account, so only that school can change it. Whether the parent may see your pupils, you decide.',
    );
  }

  async keeps({ schoolId, role }: { schoolId: number; role: ManagedRole }, userId: number): Promise<boolean> {
    return role !== 'parent' || this.#directory.keepsParent(schoolId, userId);
  }
}
