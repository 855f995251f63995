import type { PublishedRepo } from '../../data/curriculum/editing/published.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { Structure } from '../../domain/curriculum/editing/structure.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { AccessService } from '../access/access.service.ts';

export interface CurriculumAccessDeps {
  access: AccessService;
  users: UserRepo;
  published: PublishedRepo;
}

/**
 * Whose curriculum it is: a course belongs to its subject, and to everybody who supervises that subject, in whatever region.
 * Somebody else's does not exist.
 */
export class CurriculumAccess {
  readonly #deps: CurriculumAccessDeps;

  constructor(deps: CurriculumAccessDeps) {
    this.#deps = deps;
  }

  /** The subjects that the actor supervises. Throws `forbidden` for who may not manage a curriculum at all. */
  async subjects(actor: Actor): Promise<string[]> {
    this.#deps.access.requireRole(actor, 'manage curriculum');
    return this.#deps.users.listSubjects(actor.userId);
  }

  /** A course of one's own subjects, as it is published. Throws `not-found` for any other. */
  async requireCourse(actor: Actor, courseId: number): Promise<Structure> {
    const subjects = await this.subjects(actor);
    const structure = await this.#deps.published.findStructure(courseId);
    if (!structure || !subjects.includes(structure.course.subject)) throw notFound('course');
    return structure;
  }

  /** The course of a problem or a test of one's own subjects. Throws `not-found` for any other. */
  async requireCourseOf(actor: Actor, kind: 'problem' | 'test', id: number): Promise<Structure> {
    const courseId = await this.#deps.published.findCourseOf(kind, id);
    if (courseId === undefined) throw notFound(kind);
    return this.requireCourse(actor, courseId);
  }
}
