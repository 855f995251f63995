import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { TestRepo } from '../../data/curriculum/test.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { StudyState, UnitType } from '../../domain/curriculum/curriculum.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { Certainty, MasteryFacts } from '../../domain/mastery/mastery.ts';
import { isDueForReview } from '../../domain/mastery/unit-standing.ts';
import { type ComingTest, comingTests } from '../../domain/planning/coming-tests.ts';
import { type CourseCard, courseCard } from '../../domain/planning/course-card.ts';
import { utcOffset } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { OwnCoursesService } from '../curriculum/own-courses.service.ts';
import type { MasteryService, UnitStanding } from '../mastery/mastery.service.ts';
import type { TestsService, TestView } from '../tests/tests.service.ts';

/** A unit as its pupil sees it. */
export interface CourseUnit {
  name: string;
  type: UnitType;
  description: string;
  /** What its authors think it takes. */
  minutes: number;
  state: StudyState;
  /** 0 … 1 */
  progress: number;
  /** For a sentence about how sure the pupil is in it. */
  mastery: MasteryFacts;
  /** How sure that is, and on how many answers it rests. */
  certainty: Certainty;
  answers: number;
  dueForReview: boolean;
  /** Questions that are due for review. */
  questionsDue: number;
  /** Names of units of the course that should be known first. */
  prerequisites: string[];
}

export interface CourseView {
  card: CourseCard;
  description: string;
  units: CourseUnit[];
  coming: ComingTest[];
  /** Tests behind, the newest first; a grade is there once it is released. */
  past: TestView[];
}

export interface CoursesDeps {
  curriculum: CurriculumRepo;
  ownCourses: OwnCoursesService;
  tests: TestRepo;
  results: TestsService;
  mastery: MasteryService;
  clock: Clock;
  timeZone: string;
}

/** The courses that a pupil is enrolled in. */
export class CoursesService {
  readonly #deps: CoursesDeps;

  constructor(deps: CoursesDeps) {
    this.#deps = deps;
  }

  /** The actor's courses by name. At most six queries, however many courses and units. */
  async listOwn(actor: Actor): Promise<CourseCard[]> {
    const { curriculum, ownCourses, tests } = this.#deps;
    const courses = await ownCourses.coursesOf(actor.userId);
    const ids = courses.map(({ id }) => id);
    const progress = Map.groupBy(await curriculum.listUnitProgress(actor.userId, ids), (row) => row.courseId);
    const names = new Map(courses.map((course) => [course.id, course]));
    const coming = comingTests(await tests.listSittings(actor.userId), names, this.#moment());
    return courses.map((course) => courseCard(course, course.units, progress.get(course.id) ?? [], coming));
  }

  /** One of the actor's courses with all its units. Throws `not-found` for one that they are not enrolled in. */
  async getOwn(actor: Actor, courseId: number): Promise<CourseView> {
    const { curriculum, mastery, tests, results } = this.#deps;
    const course = (await curriculum.listEnrolled(actor.userId)).find(({ id }) => id === courseId);
    if (!course) throw notFound('course');
    const units = await curriculum.listUnits([courseId]);
    const standings = await mastery.standings(actor.userId, [courseId]);
    const known = new Map(standings.map((standing) => [standing.unitName, standing]));
    const names = new Map([[courseId, course]]);
    const own = (await tests.listSittings(actor.userId)).filter((sitting) => sitting.courseId === courseId);
    const coming = comingTests(own, names, this.#moment());
    const ahead = new Set(coming.map(({ sittingId }) => sittingId));
    const past = (await results.ownTests(actor)).filter(
      ({ course: { id }, ...test }) => id === courseId && !ahead.has(test.id),
    );
    return {
      card: courseCard(course, units, standings, coming),
      description: course.description,
      units: units.map(({ name, type, description, minutes, prerequisites }) => ({
        name,
        type,
        description,
        minutes,
        prerequisites,
        state: known.get(name)?.state ?? 'not started',
        progress: known.get(name)?.progress ?? 0,
        mastery: known.get(name)?.facts ?? { key: 'mastery.none', params: {} },
        certainty: known.get(name)?.certainty ?? 'unsure',
        answers: known.get(name)?.answers ?? 0,
        dueForReview: standingIsDue(known.get(name)),
        questionsDue: known.get(name)?.reviews.due ?? 0,
      })),
      coming,
      past: past.reverse(),
    };
  }

  #moment() {
    const now = this.#deps.clock.now();
    return { now, utcOffset: utcOffset(now, this.#deps.timeZone) };
  }
}

function standingIsDue(standing: UnitStanding | undefined): boolean {
  return standing !== undefined && isDueForReview(standing);
}
