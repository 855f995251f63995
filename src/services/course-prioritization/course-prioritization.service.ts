import type { ListedSitting, TestRepo } from '../../data/curriculum/test.repo.ts';
import type { HomeSessionRepo, StudiedSession } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { CourseFacts, CourseFeedback, Moment, UpcomingTest } from '../../domain/planning/course-facts.ts';
import { type FactorScore, prioritize } from '../../domain/planning/course-priority.ts';
import { utcOffset } from '../../shared/calendar.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { OwnCourse, OwnCoursesService } from '../curriculum/own-courses.service.ts';

/** A course with how urgent it is and why. */
export interface PrioritizedCourse {
  course: OwnCourse;
  /** 0 … 1 */
  score: number;
  factors: FactorScore[];
}

/** Everything that the order of a pupil's courses was made of, for services that show more of it. */
export interface StudySurvey {
  /** The most urgent first. */
  courses: PrioritizedCourse[];
  /** The same courses by name. */
  byName: OwnCourse[];
  byId: ReadonlyMap<number, OwnCourse>;
  /** By date, past and coming. */
  sittings: ListedSitting[];
  /** Completed in the last 30 days, oldest first. */
  sessions: StudiedSession[];
}

export interface PrioritizationDeps {
  ownCourses: OwnCoursesService;
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

  /** For services that have made sure that the actor may see this pupil. Three queries, and three more where a course is new or has changed. */
  async survey(studentId: number): Promise<StudySurvey> {
    const { ownCourses, tests, sessions, clock, timeZone } = this.#deps;
    const now = clock.now();
    const byName = await ownCourses.coursesOf(studentId);
    const sittings = await tests.listSittings(studentId);
    const recent = await sessions.listCompletedSince(studentId, now - SURVEYED);
    const byId = new Map<number, OwnCourse>();
    for (const course of byName) byId.set(course.id, course);
    const known = { byName, byId, sittings, sessions: recent };
    return { ...known, courses: rankCourses(known, { now, utcOffset: utcOffset(now, timeZone) }) };
  }
}

/** The order of courses that these facts lead to, the most urgent first. */
export function rankCourses(known: Omit<StudySurvey, 'courses'>, { now, utcOffset }: Moment): PrioritizedCourse[] {
  const courses: PrioritizedCourse[] = [];
  for (const { courseId, score, factors } of prioritize(factsOfAll(known), now, { utcOffset })) {
    const course = known.byId.get(courseId);
    if (course !== undefined) courses.push({ course, score, factors });
  }
  return courses;
}

/** A pupil's courses with the sittings and sessions in all of them. */
export interface KnownOfCourses extends Pick<StudySurvey, 'sittings' | 'sessions'> {
  byName: readonly Pick<OwnCourse, 'id' | 'state' | 'progress'>[];
}

/** What the priority of each course is made of, in the order given. */
export function factsOfAll({ byName, sittings, sessions }: KnownOfCourses): CourseFacts[] {
  const sat = Map.groupBy(sittings, ({ courseId }) => courseId);
  const studied = Map.groupBy(sessions, ({ courseId }) => courseId);
  return byName.map((course) => factsOf(course, sat.get(course.id) ?? [], studied.get(course.id) ?? []));
}

/** Grades count once they are released: what the pupil cannot see yet explains nothing to them. */
function factsOf(
  course: KnownOfCourses['byName'][number],
  own: readonly ListedSitting[],
  sessions: readonly StudiedSession[],
): CourseFacts {
  const tests: UpcomingTest[] = [];
  const grades: number[] = [];
  for (const sitting of own) {
    const { name, type, date: at, deadline, phase, finalGrade } = sitting;
    if (phase === 'not begun') tests.push(deadline === null ? { name, type, at } : { name, type, at, deadline });
    else if (phase === 'released' && finalGrade !== null) grades.push(finalGrade);
  }
  const feedback: CourseFeedback[] = [];
  for (const { understanding, difficulty, end: at } of sessions) {
    if (understanding !== null && difficulty !== null) feedback.push({ understanding, difficulty, at });
  }
  return { courseId: course.id, progress: course.progress, state: course.state, tests, grades, feedback };
}
