import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { ListedSitting } from '../../data/curriculum/test.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { UnitAssignment } from '../../domain/planning/assign-units.ts';
import { type ComingTest, comingTests } from '../../domain/planning/coming-tests.ts';
import type { Moment } from '../../domain/planning/course-facts.ts';
import { type Outlook, outlooksOf } from '../../domain/planning/outlook.ts';
import { type PlanChange, type PlannedCourse, planChanges, type StudyPlan } from '../../domain/planning/plan-change.ts';
import { type CivilDay, civilDay, daysBetween, utcOffset } from '../../shared/calendar.ts';
import { LEAST_MINUTES, MOST_MINUTES } from '../../shared/courses.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import {
  type CoursePrioritizationService,
  type PrioritizedCourse,
  rankCourses,
  type StudySurvey,
} from '../course-prioritization/course-prioritization.service.ts';
import {
  chooseUnits,
  type LearningUnitAssignmentService,
} from '../learning-unit-assignment/learning-unit-assignment.service.ts';
import { USUAL_MINUTES } from '../today/today.service.ts';

/** What is imagined. All of it absent is the plan as it is. */
export interface WhatIfWish {
  /** The course of the session; absent: the most urgent one that has units. */
  courseId?: number | undefined;
  /** The session's time, 5 … 240. */
  minutes?: number | undefined;
  /** A test of the pupil, on another day. */
  move?: { sittingId?: number | undefined; day?: CivilDay | undefined } | undefined;
}

/** A plan: the order of courses, and a session in one of them. */
export interface PlanView {
  order: PrioritizedCourse[];
  /** Null where no course has a unit. */
  course: PlannedCourse | null;
  minutes: number;
  assignment: UnitAssignment;
  outlooks: Outlook[];
}

export interface WhatIf {
  planned: PlanView;
  /** Null where nothing else was imagined. */
  imagined: PlanView | null;
  changes: PlanChange[];
  /** The tests that can be imagined on another day: those ahead that are not begun. */
  tests: ComingTest[];
  /** The days that a test can be imagined on. */
  days: { first: CivilDay; last: CivilDay };
}

export interface WhatIfDeps {
  prioritization: CoursePrioritizationService;
  assignment: LearningUnitAssignmentService;
  curriculum: CurriculumRepo;
  clock: Clock;
  timeZone: string;
}

/** Nobody plans for longer. */
const FURTHEST_DAYS = 365;

interface Move {
  sittingId: number;
  /** How many days later; negative is sooner. */
  days: number;
  course: PlannedCourse;
}

/** How a pupil's plan would change with other dates and more or less time. Nothing is stored. */
export class WhatIfService {
  readonly #deps: WhatIfDeps;

  constructor(deps: WhatIfDeps) {
    this.#deps = deps;
  }

  /**
   * The plan of the pupil who asks, and what it would be. At most fifteen queries, however many courses, units and tests. Throws
   * `not-found` for a course or a test that is not theirs, `invalid-input` with the fields `minutes`, `test` and `date` for what
   * cannot be imagined.
   */
  async whatIf(actor: Actor, wish: WhatIfWish = {}): Promise<WhatIf> {
    const { prioritization, clock, timeZone } = this.#deps;
    const now = clock.now();
    const moment = { now, utcOffset: utcOffset(now, timeZone) };
    const survey = await prioritization.survey(actor.userId);
    if (wish.courseId !== undefined && !survey.byName.some(({ id }) => id === wish.courseId)) throw notFound('course');
    const today = civilDay(now, timeZone);
    const days = { first: today, last: civilDay(now + FURTHEST_DAYS * DAY, timeZone) };
    const tests = testsOf(survey, moment).filter(({ sittingId }) => isUntouched(survey, sittingId));
    const move = this.#check(wish, survey, tests, days);
    const plan = (of: StudySurvey, minutes: number) => this.#plan(actor.userId, of, moment, wish.courseId, minutes);
    const planned = await plan(survey, USUAL_MINUTES);
    const { minutes = USUAL_MINUTES } = wish;
    if (move === null && minutes === USUAL_MINUTES) return { planned, imagined: null, changes: [], tests, days };
    const imagined = await plan(move === null ? survey : movedIn(survey, move, moment), minutes);
    return {
      planned,
      imagined,
      changes: planChanges(toPlan(planned), toPlan(imagined), move?.course ?? null),
      tests,
      days,
    };
  }

  #check(
    { minutes, move }: WhatIfWish,
    survey: StudySurvey,
    tests: readonly ComingTest[],
    days: WhatIf['days'],
  ): Move | null {
    const fields: Record<string, string> = {};
    if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES)) {
      fields.minutes = `${LEAST_MINUTES} to ${MOST_MINUTES}`;
    }
    const { sittingId, day } = move ?? {};
    if (sittingId !== undefined && !survey.sittings.some(({ id }) => id === sittingId)) throw notFound('test');
    const test = tests.find((one) => one.sittingId === sittingId);
    const moved = test && day !== undefined ? daysBetween(civilDay(test.at, this.#deps.timeZone), day) : 0;
    if (sittingId !== undefined && test === undefined) fields.test = 'a test that is ahead and not begun';
    if (sittingId === undefined && day !== undefined) fields.test = 'the test that moves to this day';
    const isOver = test?.deadline != null && test.deadline + moved * DAY <= this.#deps.clock.now();
    if (sittingId !== undefined && (!isDayIn(day, days) || isOver)) {
      fields.date = `a day from ${days.first} to ${days.last} on which it can be handed in`;
    }
    if (Object.keys(fields).length > 0) throw invalidInput('That cannot be imagined.', fields);
    if (test === undefined || day === undefined) return null;
    return { sittingId: test.sittingId, days: moved, course: test.course };
  }

  async #plan(
    studentId: number,
    survey: StudySurvey,
    moment: Moment,
    courseId: number | undefined,
    minutes: number,
  ): Promise<PlanView> {
    const { assignment, curriculum } = this.#deps;
    const chosen = survey.courses.find(({ course: { id, units } }) =>
      courseId === undefined ? units.length > 0 : id === courseId,
    )?.course;
    const view = { order: survey.courses, course: chosen ?? null, minutes };
    if (!chosen) return { ...view, assignment: chooseUnits(NOTHING), outlooks: [] };
    const facts = await assignment.facts(studentId, {
      courseId: chosen.id,
      units: chosen.units,
      progress: await curriculum.listUnitProgress(studentId, [chosen.id]),
      coming: testsOf(survey, moment).filter((test) => test.course.id === chosen.id),
    });
    const session = chooseUnits({ ...facts, minutes });
    return { ...view, assignment: session, outlooks: outlooksOf(facts, session.units) };
  }
}

const NOTHING = { units: [], tests: [], minutes: USUAL_MINUTES, now: 0 };

function testsOf(survey: StudySurvey, moment: Moment): ComingTest[] {
  return comingTests(survey.sittings, survey.byId, moment);
}

function isUntouched({ sittings }: StudySurvey, sittingId: number): boolean {
  return sittings.some(({ id, phase }) => id === sittingId && phase === 'not begun');
}

function isDayIn(day: CivilDay | undefined, { first, last }: WhatIf['days']): boolean {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = Date.parse(`${day}T00:00:00Z`);
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
  return isReal && day >= first && day <= last;
}

/** The same pupil with one test on another day; its deadline moves with it. */
function movedIn(survey: StudySurvey, { sittingId, days }: Move, moment: Moment): StudySurvey {
  const later = (sitting: ListedSitting): ListedSitting => ({
    ...sitting,
    date: sitting.date + days * DAY,
    deadline: sitting.deadline === null ? null : sitting.deadline + days * DAY,
  });
  const sittings = survey.sittings
    .map((sitting) => (sitting.id === sittingId ? later(sitting) : sitting))
    .sort((a, b) => a.date - b.date);
  const imagined = { ...survey, sittings };
  return { ...imagined, courses: rankCourses(imagined, moment) };
}

function toPlan({ order, ...plan }: PlanView): StudyPlan {
  return { ...plan, order: order.map(({ course }) => course) };
}
