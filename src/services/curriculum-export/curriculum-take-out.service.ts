import type { ListedCourse } from '../../data/curriculum/stored-course.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { ExportFormat, LeftOut } from '../../domain/curriculum/exchange/left-out.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { AccessService } from '../access/access.service.ts';
import { type CurriculumExportService, type Exported, holdsOneCourse } from './curriculum-export.service.ts';

/** A course that may be taken out. */
export type CurriculumExportChoice = ListedCourse;

export interface CurriculumTakeOutDeps {
  access: AccessService;
  users: UserRepo;
  exports: CurriculumExportService;
}

export interface TakeOutOptions {
  format: ExportFormat;
  /** Only courses of this subject of the actor's. */
  subject?: string | undefined;
  /** Only this course. */
  courseId?: number | undefined;
}

/** What a supervisor takes out of the curricula of the own subjects. */
export class CurriculumTakeOutService {
  readonly #deps: CurriculumTakeOutDeps;

  constructor(deps: CurriculumTakeOutDeps) {
    this.#deps = deps;
  }

  /** The courses that the actor may take out. Throws `forbidden` for who manages no curriculum. */
  async courses(actor: Actor): Promise<CurriculumExportChoice[]> {
    return this.#deps.exports.listCourses(await this.#subjects(actor));
  }

  /**
   * What a file of this format does not hold: of one course by count; of all of them nothing is counted; null where a file is one
   * course and none is named. Throws `not-found` for a course of another subject.
   */
  async leftOut(actor: Actor, format: ExportFormat, courseId?: number): Promise<LeftOut[] | null> {
    const subjects = await this.#subjects(actor);
    if (courseId === undefined) return holdsOneCourse(format) ? null : [];
    return this.#deps.exports.leftOut({ format, subjects, courseId });
  }

  /** The courses of the actor's subjects, or those that are named, as a file. Throws `not-found` for what is not the actor's. */
  async export(actor: Actor, { format, subject, courseId }: TakeOutOptions): Promise<Exported> {
    const own = await this.#subjects(actor);
    const subjects = subject === undefined ? own : own.filter((one) => one === subject);
    if (subjects.length === 0) throw notFound('subject');
    return this.#deps.exports.exportCurriculum({ format, subjects, ...(courseId === undefined ? {} : { courseId }) });
  }

  async #subjects(actor: Actor): Promise<string[]> {
    this.#deps.access.requireRole(actor, 'manage curriculum');
    return this.#deps.users.listSubjects(actor.userId);
  }
}
