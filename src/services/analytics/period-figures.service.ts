import { together } from '../../data/analytics/erased-sums.ts';
import type { FactSumsRepo } from '../../data/analytics/fact-sums.repo.ts';
import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import { type FactSums, metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import type { Clock } from '../../shared/instant.ts';
import { AnalyticsDays, type AnalyticsView, type DaysWish, type Metrics, MOST_DAYS, viewOf } from './analytics-view.ts';

export interface PeriodFiguresDeps {
  users: UserRepo;
  factSums: FactSumsRepo;
  curriculum: CurriculumRepo;
  clock: Clock;
  timeZone: string;
}

export interface CourseFigures {
  id: number;
  name: string;
  metrics: Metrics;
}

/** Figures of a pupil, of courses and of subjects over some days, for services that have made sure that the actor may see them. */
export class PeriodFiguresService {
  readonly #deps: PeriodFiguresDeps;

  constructor(deps: PeriodFiguresDeps) {
    this.#deps = deps;
  }

  /** Throws `invalid-input` for days that no figures can be given of: of a school, or of many of them. */
  check(wish: DaysWish, of: keyof typeof MOST_DAYS): void {
    new AnalyticsDays(wish, this.#deps, MOST_DAYS[of]);
  }

  /** From the first moment of these days up to, not with, the first after them. */
  periodOf(wish: DaysWish): { from: number; to: number } {
    return this.#days(wish).time;
  }

  /** A pupil by course. Four queries. */
  async ofPupil(studentId: number, wish: DaysWish): Promise<{ view: AnalyticsView; courses: CourseFigures[] }> {
    const { factSums } = this.#deps;
    const days = this.#days(wish);
    const courses = await this.#named(await factSums.byCourse([studentId], days.time));
    const view = viewOf({ id: studentId, name: '' }, days, [], {
      whole: (await factSums.byStudent([studentId], days.time)).get(studentId) ?? NOTHING,
      wholeBefore: (await factSums.byStudent([studentId], days.timeBefore)).get(studentId) ?? NOTHING,
      bySpan: await factSums.byPeriod([studentId], days.spanTimes),
      byPart: new Map(),
      byPartBefore: new Map(),
    });
    return { view, courses };
  }

  /** A class with these pupils by course, by name. Four queries. */
  async ofCourses({ classId, studentIds }: { classId: number; studentIds: readonly number[] }, wish: DaysWish) {
    const { factSums } = this.#deps;
    const { time } = this.#days(wish);
    const there = await factSums.byCourse(studentIds, time);
    return this.#named(together(there, await factSums.erased.coursesOfClass(classId, time)));
  }

  /** One subject in a school, by class. Twelve queries. */
  async ofSubjectInSchool(schoolId: number, subject: string, wish: DaysWish): Promise<AnalyticsView> {
    const { factSums, users } = this.#deps;
    const days = this.#days(wish);
    const { id, name } = await users.getSchool(schoolId);
    const whole = async (period: (typeof days)['time']) =>
      (await factSums.inSubject(schoolId, subject, [period])).get(0) ?? NOTHING;
    return viewOf({ id, name }, days, await users.listClasses(id), {
      whole: await whole(days.time),
      wholeBefore: await whole(days.timeBefore),
      bySpan: await factSums.inSubject(schoolId, subject, days.spanTimes),
      byPart: await factSums.classesInSubject(schoolId, subject, days.time),
      byPartBefore: new Map(),
    });
  }

  async #named(sums: ReadonlyMap<number, FactSums>): Promise<CourseFigures[]> {
    const courses = await this.#deps.curriculum.listCoursesById([...sums.keys()]);
    return [...sums]
      .map(([id, one]) => ({ id, name: courses.get(id)?.name ?? '', metrics: metricsOf(one) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  #days(wish: DaysWish): AnalyticsDays {
    return new AnalyticsDays(wish, this.#deps, MOST_DAYS.ofSchool);
  }
}
