import type { FactSumsRepo } from '../../data/analytics/fact-sums.repo.ts';
import type {
  FeelingCount,
  FiguredSession,
  PupilFiguresRepo,
  UnitPoint,
} from '../../data/analytics/pupil-figures.repo.ts';
import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { NOTHING } from '../../domain/analytics/metrics.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { civilDay } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { TestsService, TestView } from '../tests/tests.service.ts';
import { AnalyticsDays, type AnalyticsView, type DaysWish, MOST_DAYS, viewOf } from './analytics-view.ts';

export type { FeelingCount, FiguredSession };

export interface PupilAnalyticsDeps {
  access: AccessService;
  users: UserRepo;
  curriculum: CurriculumRepo;
  factSums: FactSumsRepo;
  pupilFigures: PupilFiguresRepo;
  tests: TestsService;
  clock: Clock;
  timeZone: string;
}

/** How well a unit was known over time. */
export interface UnitPath {
  name: string;
  /** After its last answer in each span, 0 … 1; null where it was not practised. */
  points: (number | null)[];
  /** Of two units the one that was practised later has the higher. */
  lastAttempt: number;
}

/** A pupil's figures: the parts are courses, 0 stands for what was about none. Nothing in them is of anybody else. */
export interface PupilFigures extends AnalyticsView {
  firstName: string;
  /** Attended and over, the newest first. */
  sessions: FiguredSession[];
  /** Courses by name with the units that were practised, in the order in which they were met. */
  paths: { course: string; units: UnitPath[] }[];
  /** As the pupil said them; one that was not said is left out. */
  feelings: FeelingCount[];
  /** Of these days, by date. */
  sittings: TestView[];
}

/** What a pupil came to in some days, for the pupil and for the pupil's parents. */
export class PupilAnalyticsService {
  readonly #deps: PupilAnalyticsDeps;

  constructor(deps: PupilAnalyticsDeps) {
    this.#deps = deps;
  }

  /** The actor's own figures. Throws `invalid-input` for days as `AnalyticsDays` does. */
  async own(actor: Actor, wish: DaysWish): Promise<PupilFigures> {
    this.#deps.access.requireRole(actor, 'view own progress');
    return this.#of(actor.userId, wish);
  }

  /** A child's figures, for a parent. Throws `not-found` for somebody else's child, and `invalid-input` as above. */
  async ofChild(actor: Actor, studentId: number, wish: DaysWish): Promise<PupilFigures> {
    await this.#deps.access.requirePupil(actor, 'view child progress', studentId);
    return this.#of(studentId, wish);
  }

  /** A pupil's figures, for staff. Throws `not-found` for a pupil out of reach, and `invalid-input` as above. */
  async ofPupil(actor: Actor, studentId: number, wish: DaysWish): Promise<PupilFigures> {
    await this.#deps.access.requirePupil(actor, 'view a pupil', studentId);
    return this.#of(studentId, wish);
  }

  /** Who a pupil is, for staff. Throws `not-found` for a pupil out of reach. */
  async pupil(actor: Actor, studentId: number): Promise<{ firstName: string }> {
    await this.#deps.access.requirePupil(actor, 'view a pupil', studentId);
    const found = await this.#deps.users.findPupil(studentId);
    if (!found) throw notFound('pupil');
    return { firstName: found.firstName };
  }

  /** Eighteen queries, however many days, sessions, courses and units. */
  async #of(studentId: number, wish: DaysWish): Promise<PupilFigures> {
    const { users, curriculum, factSums, pupilFigures, tests } = this.#deps;
    const days = new AnalyticsDays(wish, this.#deps, MOST_DAYS.ofSchool, 'day');
    const pupil = await users.findPupil(studentId);
    if (!pupil) throw notFound('pupil');
    const only = [studentId];
    const byPart = await factSums.byCourse(only, days.time);
    const byPartBefore = await factSums.byCourse(only, days.timeBefore);
    const points = await pupilFigures.unitPoints(studentId, days.spanTimes);
    const courses = await curriculum.listCoursesById([
      ...byPart.keys(),
      ...byPartBefore.keys(),
      ...points.map(({ courseId }) => courseId),
    ]);
    const nameOf = (id: number) => courses.get(id)?.name ?? '';
    const parts = [...byPart.keys()].map((id) => ({ id, name: nameOf(id) }));
    const view = viewOf({ id: studentId, name: `${pupil.firstName} ${pupil.lastName}` }, days, parts.toSorted(byName), {
      whole: (await factSums.byStudent(only, days.time)).get(studentId) ?? NOTHING,
      wholeBefore: (await factSums.byStudent(only, days.timeBefore)).get(studentId) ?? NOTHING,
      bySpan: await factSums.byPeriod(only, days.spanTimes),
      byPart,
      byPartBefore,
    });
    return {
      ...view,
      firstName: pupil.firstName,
      sessions: await pupilFigures.sessions(studentId, days.time),
      paths: pathsOf(points, view.spans.length, nameOf),
      feelings: await pupilFigures.feelings(studentId, days.time),
      sittings: (await tests.testsOf(studentId)).filter(({ date }) => this.#isIn(date, view.days)),
    };
  }

  #isIn(at: number, { from, to }: AnalyticsView['days']): boolean {
    const day = civilDay(at, this.#deps.timeZone);
    return day >= from && day <= to;
  }
}

/** What has no name comes last. */
function byName({ name: a }: { name: string }, { name: b }: { name: string }): number {
  if (a === '' || b === '') return b.length - a.length;
  return a < b ? -1 : 1;
}

function pathsOf(
  points: readonly UnitPoint[],
  spans: number,
  nameOf: (courseId: number) => string,
): PupilFigures['paths'] {
  const byCourse = [...Map.groupBy(points, ({ courseId }) => courseId)].map(([courseId, own]) => {
    const byUnit = Map.groupBy(
      own.toSorted((a, b) => a.span - b.span),
      ({ unitName }) => unitName,
    );
    const units = [...byUnit].map(([name, known]) => ({
      name,
      points: Array.from({ length: spans }, (_, place) => known.find(({ span }) => span === place)?.mastery ?? null),
      lastAttempt: Math.max(...known.map(({ attemptId }) => attemptId)),
    }));
    return { name: nameOf(courseId), units };
  });
  return byCourse.toSorted(byName).map(({ name, units }) => ({ course: name, units }));
}
