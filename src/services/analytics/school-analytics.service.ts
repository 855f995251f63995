import type { FactSumsRepo } from '../../data/analytics/fact-sums.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { NOTHING } from '../../domain/analytics/metrics.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { AnalyticsDays, type AnalyticsView, type DaysWish, MOST_DAYS, viewOf } from './analytics-view.ts';

export interface SchoolAnalyticsDeps {
  access: AccessService;
  users: UserRepo;
  factSums: FactSumsRepo;
  clock: Clock;
  timeZone: string;
}

/** What a school came to in some days: of whoever is its pupil now, each once, whatever their classes. */
export class SchoolAnalyticsService {
  readonly #deps: SchoolAnalyticsDeps;

  constructor(deps: SchoolAnalyticsDeps) {
    this.#deps = deps;
  }

  /**
   * The actor's school with its classes, each with whoever is in it now. Twenty-three queries, however many pupils, days and sessions. Throws
   * `invalid-input` for days as `AnalyticsDays` does.
   */
  async ofSchool(actor: Actor, wish: DaysWish): Promise<AnalyticsView> {
    const { access, users, factSums } = this.#deps;
    access.requireRole(actor, 'view school analytics');
    if (actor.schoolId === null) throw notFound('school');
    const days = new AnalyticsDays(wish, this.#deps, MOST_DAYS.ofSchool);
    const { id, name } = await users.getSchool(actor.schoolId);
    const whole = (periods: Parameters<FactSumsRepo['ofSchool']>[1]) => factSums.ofSchool(id, periods);
    return viewOf({ id, name }, days, await users.listClasses(id), {
      whole: (await whole([days.time])).get(0) ?? NOTHING,
      wholeBefore: (await whole([days.timeBefore])).get(0) ?? NOTHING,
      bySpan: await whole(days.spanTimes),
      bySubject: await factSums.bySubjectOfSchool(id, days.time),
      bySubjectBefore: await factSums.bySubjectOfSchool(id, days.timeBefore),
      byPart: await factSums.byClass(id, days.time),
      byPartBefore: await factSums.byClass(id, days.timeBefore),
    });
  }
}
