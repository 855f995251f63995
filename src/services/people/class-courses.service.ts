import type { ClassCourse, ClassCourseRepo } from '../../data/curriculum/class-course.repo.ts';
import type { EnrolmentRepo } from '../../data/curriculum/enrolment.repo.ts';
import type { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { SchoolClassRepo } from '../../data/people/school-class.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { isMandatoryFor } from '../../domain/people/class-courses.ts';
import type { Clock } from '../../shared/instant.ts';
import type { PeopleAccess } from './people-access.service.ts';

export interface ClassCoursesDeps {
  db: DatabaseManager;
  peopleAccess: PeopleAccess;
  schoolClasses: SchoolClassRepo;
  classCourses: ClassCourseRepo;
  enrolments: EnrolmentRepo;
  gradeEnrolments: GradeEnrolmentRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** Which courses the pupils of a class study besides the mandatory ones of their grade, which follow by themselves. */
export class ClassCoursesService {
  readonly #deps: ClassCoursesDeps;

  constructor(deps: ClassCoursesDeps) {
    this.#deps = deps;
  }

  /** Every course that can be studied, with how many of the class are in it. Throws `not-found` for a class of another school. */
  async list(actor: Actor, classId: number): Promise<ClassCourse[]> {
    const { peopleAccess, schoolClasses, classCourses } = this.#deps;
    if (!(await schoolClasses.find(peopleAccess.requireSchool(actor), classId))) throw notFound('class');
    return classCourses.list(classId);
  }

  /**
   * Enrols pupils of a class in a course, all of it where `studentIds` is null; answers how many were not in it yet. Throws `not-found` for a class or a pupil of another
   * school, for somebody who is not in the class, and for a course that nobody can study.
   */
  async enrol(actor: Actor, classId: number, courseId: number, studentIds: readonly number[] | null): Promise<number> {
    return this.#deps.db.tx(async () => {
      const { schoolId } = await this.#require(actor, classId, courseId);
      const members = await this.#memberIds(classId);
      if (studentIds?.some((id) => !members.includes(id))) throw notFound('pupil');
      const fresh = await this.#deps.enrolments.enrol(courseId, studentIds ?? members);
      await this.#note(actor, 'enrol class', { classId, courseId, fresh }, schoolId);
      return fresh;
    });
  }

  /**
   * Takes the pupils of a class who never touched a course out of it; what was studied stays. Throws `conflict` for a course that
   * everybody in the grade takes.
   */
  async withdraw(actor: Actor, classId: number, courseId: number): Promise<void> {
    await this.#deps.db.tx(async () => {
      const { schoolId, one, course } = await this.#require(actor, classId, courseId);
      if (isMandatoryFor(one, course)) {
        throw new AppError('conflict', 'course-mandatory', 'Everybody in this grade takes this course.');
      }
      const members = await this.#memberIds(classId);
      await this.#deps.gradeEnrolments.remove(members.map((studentId) => ({ studentId, courseId })));
      await this.#note(actor, 'withdraw class', { classId, courseId }, schoolId);
    });
  }

  async #require(actor: Actor, classId: number, courseId: number) {
    const { peopleAccess, schoolClasses, classCourses } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    const one = await schoolClasses.find(schoolId, classId);
    if (!one) throw notFound('class');
    const course = (await classCourses.list(classId)).find(({ id }) => id === courseId);
    if (!course) throw notFound('course');
    return { schoolId, one, course };
  }

  async #memberIds(classId: number): Promise<number[]> {
    return (await this.#deps.schoolClasses.members(classId)).map(({ userId }) => userId);
  }

  async #note(actor: Actor, action: string, details: Record<string, unknown>, schoolId: number): Promise<void> {
    await this.#deps.audit.add({ actorId: actor.userId, action, schoolId, details, now: this.#deps.clock.now() });
  }
}
