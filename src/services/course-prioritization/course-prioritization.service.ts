import type { CurriculumRepo, ListedCourse } from '../../data/curriculum/curriculum.repo.ts';
import type { ListedSitting, TestRepo } from '../../data/curriculum/test.repo.ts';
import type { HomeSessionRepo, StudiedSession } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { isOpen } from '../../domain/planning/coming-tests.ts';
import type { CourseFacts } from '../../domain/planning/course-facts.ts';
import { type CoursePriority, type FactorScore, prioritize } from '../../domain/planning/course-priority.ts';
import { utcOffset } from '../../shared/calendar.ts';
import { type Clock, DAY } from '../../shared/instant.ts';

/** A course with how urgent it is and why. */
export interface PrioritizedCourse {
  course: ListedCourse;
  /** 0 … 1 */
  score: number;
  factors: FactorScore[];
}

/** Everything that the order of a pupil's courses was made of, for services that show more of it. */
export interface StudySurvey {
  /** The most urgent first. */
  courses: PrioritizedCourse[];
  /** The same courses by name. */
  byName: ListedCourse[];
  /** By date, past and coming. */
  sittings: ListedSitting[];
  /** Completed in the last 30 days, oldest first. */
  sessions: StudiedSession[];
}

export interface PrioritizationDeps {
  curriculum: CurriculumRepo;
  tests: TestRepo;
  sessions: HomeSessionRepo;
  clock: Clock;
  /** The school's: "in 4 days" counts its days. */
  timeZone: string;
}

const SURVEYED = 30 * DAY;

/** Which course comes first: the five factors of the domain, over what the database knows about a pupil. */
export class CoursePrioritizationService {
  readonly #deps: PrioritizationDeps;

  constructor(deps: PrioritizationDeps) {
    this.#deps = deps;
  }

  /** The courses of the pupil who asks, the most urgent first. */
  async prioritizeOwn(actor: Actor): Promise<PrioritizedCourse[]> {
    return (await this.survey(actor.userId)).courses;
  }

  /** For services that have made sure that the actor may see this pupil. Three queries, however many courses. */
  async survey(studentId: number): Promise<StudySurvey> {
    const { curriculum, tests, sessions, clock, timeZone } = this.#deps;
    const now = clock.now();
    const byName = (await curriculum.listOwnCourses(studentId)).sort((a, b) => a.name.localeCompare(b.name));
    const sittings = await tests.listSittings(studentId);
    const recent = await sessions.listCompletedSince(studentId, now - SURVEYED);
    const sat = Map.groupBy(sittings, ({ courseId }) => courseId);
    const studied = Map.groupBy(recent, ({ courseId }) => courseId);
    const facts = byName.map((course) => factsOf(course, sat.get(course.id) ?? [], studied.get(course.id) ?? []));
    const ranked = prioritize(facts, now, { utcOffset: utcOffset(now, timeZone) });
    const byId = new Map(byName.map((course) => [course.id, course]));
    return { courses: ranked.flatMap((priority) => withCourse(priority, byId)), byName, sittings, sessions: recent };
  }
}

function withCourse(
  { courseId, score, factors }: CoursePriority,
  byId: Map<number, ListedCourse>,
): PrioritizedCourse[] {
  const course = byId.get(courseId);
  return course ? [{ course, score, factors }] : [];
}

/** Grades count once they are released: what the pupil cannot see yet explains nothing to them. */
function factsOf(
  course: ListedCourse,
  own: readonly ListedSitting[],
  sessions: readonly StudiedSession[],
): CourseFacts {
  return {
    courseId: course.id,
    progress: course.progress,
    state: course.state,
    tests: own.filter(isOpen).map(({ name, type, date, deadline }) => ({
      name,
      type,
      at: date,
      ...(deadline === null ? {} : { deadline }),
    })),
    grades: own.flatMap(({ phase, finalGrade }) => (phase === 'released' && finalGrade !== null ? [finalGrade] : [])),
    feedback: sessions.flatMap(({ understanding, difficulty, end }) =>
      understanding !== null && difficulty !== null ? [{ understanding, difficulty, at: end }] : [],
    ),
  };
}
