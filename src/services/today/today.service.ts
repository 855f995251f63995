import type { CurriculumRepo, UnitProgress } from '../../data/curriculum/curriculum.repo.ts';
import type { LessonPlaceRepo, LivePlace } from '../../data/lessons/lesson-place.repo.ts';
import type { HomeSession, HomeSessionRepo, StudiedSession } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { UnitAssignment } from '../../domain/planning/assign-units.ts';
import { type ComingTest, comingTests } from '../../domain/planning/coming-tests.ts';
import { type CourseCard, courseCard } from '../../domain/planning/course-card.ts';
import type { FactorScore } from '../../domain/planning/course-priority.ts';
import { type StudyDays, studyDays } from '../../domain/study-session/study-days.ts';
import type { HomeSessionType, SessionStatus } from '../../domain/study-session/study-session.ts';
import { utcOffset } from '../../shared/calendar.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import type {
  CoursePrioritizationService,
  PrioritizedCourse,
  StudySurvey,
} from '../course-prioritization/course-prioritization.service.ts';
import type { OwnCourse } from '../curriculum/own-courses.service.ts';
import type { EvaluationService, EvaluationStatus } from '../evaluations/evaluation.service.ts';
import type { LearningUnitAssignmentService } from '../learning-unit-assignment/learning-unit-assignment.service.ts';

/** What to study now, and why. */
export interface Suggestion {
  card: CourseCard;
  type: HomeSessionType;
  assignment: UnitAssignment;
  /** 0 … 1: the course's priority, and the factors it is the sum of. */
  score: number;
  factors: FactorScore[];
}

export type { LivePlace };

/** A session that has not ended. */
export interface LiveSession {
  id: number;
  status: SessionStatus;
  course: { id: number; name: string };
  since: Instant;
}

/** A session that came to its end, with what the evaluation says. */
export interface RecentResult {
  sessionId: number;
  course: string;
  end: Instant;
  evaluation: EvaluationStatus['status'];
  /** 1 … 10; null while there is none, and where there was too little to go by. */
  proficiency: number | null;
}

export interface TodayView {
  now: Instant;
  /** The lesson at school that runs for the pupil. */
  lesson: LivePlace | null;
  live: LiveSession | null;
  /** Null where no course has a unit yet. */
  suggestion: Suggestion | null;
  tests: ComingTest[];
  week: StudyDays;
  /** The newest first; of the last 30 days. */
  recent: RecentResult[];
  /** The first by name. */
  courses: CourseCard[];
  /** How many courses there are besides. */
  moreCourses: number;
}

export interface TodayDeps {
  prioritization: CoursePrioritizationService;
  assignment: LearningUnitAssignmentService;
  evaluations: EvaluationService;
  curriculum: CurriculumRepo;
  sessions: HomeSessionRepo;
  lessonPlaces: LessonPlaceRepo;
  clock: Clock;
  timeZone: string;
}

/** Minutes of a session that somebody else plans. */
export const USUAL_MINUTES = 30;
/** With a test as near as this, studying means getting ready for it. */
const TEST_IS_NEAR_DAYS = 7;
const RECENT = 4;
/** More cards than this stand on the page of all courses. */
const CARDS = 12;

interface Desk {
  /** The most urgent course that has units. */
  first: PrioritizedCourse | null;
  progress: Map<number, UnitProgress[]>;
  tests: ComingTest[];
}

/** What a pupil sees first: what to study now and why, what is coming up, what was done. */
export class TodayService {
  readonly #deps: TodayDeps;

  constructor(deps: TodayDeps) {
    this.#deps = deps;
  }

  /** The actor's own day. At most fourteen queries, however many courses, units, tests and sessions: eleven where the courses are known. */
  async today(actor: Actor): Promise<TodayView> {
    const { clock, timeZone, sessions } = this.#deps;
    const now = clock.now();
    const survey = await this.#deps.prioritization.survey(actor.userId);
    const { courses, byName } = survey;
    const shown = byName.slice(0, CARDS);
    const desk = await this.#desk(actor.userId, survey, { now, shown, toSuggest: courses });
    const suggestion = await this.#suggest(actor.userId, desk);
    const done = survey.sessions;
    const places = await sessions.findPlaces(actor.userId);
    const open = places.home === null ? null : ((await sessions.find(places.home)) ?? null);
    const begun = open === null ? done : [...done, open];
    const first = begun.find(({ start }) => start !== null && start >= now - 8 * DAY);
    const pauses = first ? await sessions.pausesFrom(actor.userId, first.id) : new Map<number, never>();
    return {
      now,
      lesson: places.school === null ? null : ((await this.#deps.lessonPlaces.findLive(actor.userId)) ?? null),
      live: open && (await this.#live(open, survey.byId)),
      suggestion,
      tests: desk.tests,
      week: studyDays(begun, pauses, { now, timeZone }),
      recent: await this.#recent(actor.userId, survey),
      courses: shown.map((course) => cardOf(desk, course)),
      moreCourses: Math.max(0, byName.length - CARDS),
    };
  }

  /**
   * What to study now: in this course, or in the most urgent one. Null where no course has a unit; throws `not-found` for a
   * course that is not the actor's.
   */
  async suggest(actor: Actor, courseId?: number): Promise<Suggestion | null> {
    const survey = await this.#deps.prioritization.survey(actor.userId);
    const toSuggest = survey.courses.filter(({ course }) => courseId === undefined || course.id === courseId);
    if (courseId !== undefined && toSuggest.length === 0) throw notFound('course');
    const now = this.#deps.clock.now();
    return this.#suggest(actor.userId, await this.#desk(actor.userId, survey, { now, shown: [], toSuggest }));
  }

  /** The actor's session that has not ended, if there is one. */
  async live(actor: Actor): Promise<LiveSession | null> {
    const open = await this.#open(actor.userId);
    return open && this.#live(open, new Map());
  }

  /** What is needed of the courses that are shown, and of the first of `toSuggest` that has something to study. */
  async #desk(
    studentId: number,
    survey: StudySurvey,
    { now, shown, toSuggest }: { now: Instant; shown: readonly OwnCourse[]; toSuggest: readonly PrioritizedCourse[] },
  ): Promise<Desk> {
    const { curriculum, timeZone } = this.#deps;
    const first = toSuggest.find(({ course }) => course.units.length > 0) ?? null;
    const ids = new Set([...shown, ...(first ? [first.course] : [])].map(({ id }) => id));
    return {
      first,
      progress: Map.groupBy(await curriculum.listUnitProgress(studentId, [...ids]), (row) => row.courseId),
      tests: comingTests(survey.sittings, survey.byId, { now, utcOffset: utcOffset(now, timeZone) }),
    };
  }

  async #suggest(studentId: number, desk: Desk): Promise<Suggestion | null> {
    if (desk.first === null) return null;
    const { course, score, factors } = desk.first;
    const known = {
      courseId: course.id,
      units: course.units,
      progress: desk.progress.get(course.id) ?? [],
      coming: desk.tests.filter((test) => test.course.id === course.id),
    };
    const assignment = await this.#deps.assignment.fill(studentId, known, USUAL_MINUTES);
    const card = cardOf(desk, course);
    const near = card.nextTest !== null && card.nextTest.days <= TEST_IS_NEAR_DAYS;
    return { card, type: near ? 'test preparation' : 'homework', assignment, score, factors };
  }

  async #open(studentId: number): Promise<HomeSession | null> {
    const { sessions } = this.#deps;
    const found = await sessions.findLive(studentId);
    return (found && (await sessions.find(found.id))) ?? null;
  }

  async #live(session: HomeSession, known: ReadonlyMap<number, OwnCourse>): Promise<LiveSession> {
    const course = known.get(session.courseId) ?? (await this.#deps.curriculum.findCourse(session.courseId));
    return {
      id: session.id,
      status: session.status,
      course: { id: session.courseId, name: course?.name ?? '' },
      since: session.start ?? session.createdAt,
    };
  }

  async #recent(studentId: number, { sessions, byId }: StudySurvey): Promise<RecentResult[]> {
    const newest = sessions.slice(-RECENT).reverse();
    const statuses = await this.#deps.evaluations.resultsOf(
      studentId,
      newest.map(({ id }) => id),
    );
    const left = await this.#namesOf(newest.filter(({ courseId }) => !byId.has(courseId)));
    return newest.map((session) => {
      const found = statuses.get(session.id);
      return {
        sessionId: session.id,
        course: byId.get(session.courseId)?.name ?? left.get(session.courseId) ?? '',
        end: session.end,
        evaluation: found?.status ?? 'pending',
        proficiency: found?.proficiency ?? null,
      };
    });
  }

  /** Of courses that the pupil has left since. */
  async #namesOf(sessions: readonly StudiedSession[]): Promise<Map<number, string>> {
    if (sessions.length === 0) return new Map();
    const found = await this.#deps.curriculum.listCoursesById(sessions.map(({ courseId }) => courseId));
    return new Map([...found].map(([id, { name }]) => [id, name]));
  }
}

function cardOf(desk: Desk, course: OwnCourse): CourseCard {
  return courseCard(course, course.units, desk.progress.get(course.id) ?? [], desk.tests);
}
