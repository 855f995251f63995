import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { StudyState } from '../../domain/curriculum/curriculum.ts';
import type { MasteryService, UnitStanding } from '../mastery/mastery.service.ts';

/** How a pupil stands in a course and its units. */
export interface CourseStanding {
  courseId: number;
  name: string;
  subject: string;
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

  /** A pupil's progress, for services that have made sure that the actor may see it. Eight queries, however many units. */
  async progressOf(studentId: number): Promise<CourseStanding[]> {
    const courses = await this.#curriculum.listEnrolled(studentId);
    const standings = await this.#mastery.standings(
      studentId,
      courses.map((course) => course.id),
    );
    return courses.map(({ id, name, subject, state, progress }) => ({
      ...{ courseId: id, name, subject, state, progress },
      units: standings.filter((standing) => standing.courseId === id),
    }));
  }
}
