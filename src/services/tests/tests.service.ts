import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { TestRepo, TestSitting } from '../../data/curriculum/test.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { TestType } from '../../domain/curriculum/curriculum.ts';
import type { Clock, Instant } from '../../shared/instant.ts';

/** A sitting as the pupil and the parents may see it: without a result until the class manager has released it. */
export interface TestView {
  id: number;
  name: string;
  type: TestType;
  course: { id: number; name: string };
  date: Instant;
  deadline: Instant | null;
  durationMinutes: number;
  units: string[];
  status: TestSitting['status'];
  phase: TestSitting['phase'];
  /** 0 … 100; null while there is none to see, and `phase` says why. */
  finalGrade: number | null;
}

/** Tests of pupils, past and coming. */
export class TestsService {
  readonly #tests: TestRepo;
  readonly #curriculum: CurriculumRepo;
  readonly #clock: Clock;

  constructor(tests: TestRepo, curriculum: CurriculumRepo, clock: Clock) {
    this.#tests = tests;
    this.#curriculum = curriculum;
    this.#clock = clock;
  }

  /** The moment that decides which tests are open. */
  now(): Instant {
    return this.#clock.now();
  }

  /** The actor's own tests, by date. */
  async ownTests(actor: Actor): Promise<TestView[]> {
    return this.testsOf(actor.userId);
  }

  /** A pupil's tests by date, for services that have made sure that the actor may see them. Three queries. */
  async testsOf(studentId: number): Promise<TestView[]> {
    const sittings = await this.#tests.listOfStudent(studentId);
    const courses = await this.#curriculum.listCoursesById(sittings.map((sitting) => sitting.courseId));
    return sittings.map((sitting) => {
      const released = sitting.phase === 'released';
      const course = courses.get(sitting.courseId);
      return {
        id: sitting.id,
        name: sitting.name,
        type: sitting.type,
        course: { id: sitting.courseId, name: course?.name ?? '' },
        date: sitting.date,
        deadline: sitting.deadline,
        durationMinutes: sitting.durationMinutes,
        units: sitting.units.map((unit) => unit.name),
        status: released || sitting.status === 'delayed' ? sitting.status : 'scheduled',
        phase: sitting.phase,
        finalGrade: released ? sitting.finalGrade : null,
      };
    });
  }
}
