import type { CurriculumRepo, EnrolledCourse } from '../../data/curriculum/curriculum.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { CourseType, GradeLevel, StudyState } from '../../domain/curriculum/curriculum.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { MasteryService, UnitStanding } from '../mastery/mastery.service.ts';

/** How a pupil stands in a course and its units. */
export interface CourseStanding {
  courseId: number;
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  type: CourseType;
  /** 1 … 5 */
  level: number;
  description: string;
  state: StudyState;
  /** 0 … 1: the units' progress by weight. */
  progress: number;
  /** In teaching order. */
  units: UnitStanding[];
}

/** How far pupils have come. */
export class ProgressService {
  readonly #curriculum: CurriculumRepo;
  readonly #mastery: MasteryService;

  constructor(curriculum: CurriculumRepo, mastery: MasteryService) {
    this.#curriculum = curriculum;
    this.#mastery = mastery;
  }

  /** The actor's own progress, by course name. */
  async ownProgress(actor: Actor): Promise<CourseStanding[]> {
    return this.progressOf(actor.userId);
  }

  /** The actor's progress in one course. Throws `not-found` for a course that is not theirs. */
  async ownCourse(actor: Actor, courseId: number): Promise<CourseStanding> {
    const courses = await this.#curriculum.listEnrolled(actor.userId);
    const course = courses.find(({ id }) => id === courseId);
    if (!course) throw notFound('course');
    return toStanding(course, await this.#mastery.standings(actor.userId, [courseId]));
  }

  /** A pupil's progress, for services that have made sure that the actor may see it. Eight queries, however many units. */
  async progressOf(studentId: number): Promise<CourseStanding[]> {
    const courses = await this.#curriculum.listEnrolled(studentId);
    const standings = await this.#mastery.standings(
      studentId,
      courses.map((course) => course.id),
    );
    return courses.map((course) => toStanding(course, standings));
  }
}

function toStanding(course: EnrolledCourse, standings: readonly UnitStanding[]): CourseStanding {
  const { id, contentVersion: _, ...facts } = course;
  return { courseId: id, ...facts, units: standings.filter((standing) => standing.courseId === id) };
}
