import type { FactSumsRepo } from '../../data/analytics/fact-sums.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { RegionRepo, SchoolOfRegion } from '../../data/reports/region.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { isSmall } from '../../domain/access/small-groups.ts';
import { addUp, type MetricValue, metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { AnalyticsDays, type AnalyticsView, type DaysWish, MOST_DAYS, viewOf } from './analytics-view.ts';
import { allTold, toldSpans, unlessFew, unlessFewTested } from './told-sums.ts';

export interface RegionAnalyticsDeps {
  access: AccessService;
  users: UserRepo;
  regions: RegionRepo;
  factSums: FactSumsRepo;
  clock: Clock;
  timeZone: string;
}

/** A subject in a region that the supervisor looks after; without one the first of theirs. */
export interface SubjectWish extends DaysWish {
  subject?: string | undefined;
  region?: string | undefined;
}

export interface SubjectOfRegion {
  subject: string;
  region: string;
}

/** Figures of a subject in the schools of a region. No names of pupils, and no school in which fewer than ten studied it. */
export interface RegionAnalytics extends AnalyticsView {
  subject: string;
  region: string;
  /** Schools in which somebody studied it, but too few to be told of. They are in no figure. */
  hidden: number;
  /** Right answers at the first try of every subject of the supervisor's in the region, by school; null: too few. */
  grid: { subjects: string[]; rows: { id: number; name: string; cells: (MetricValue | null)[] }[] };
  /** Right answers at the first try by school, a cell a span; null: too few, or one from which too few could be worked out. */
  overTime: { id: number; name: string; cells: (MetricValue | null)[] }[];
}

/** What subjects came to in the schools of a region in some days, for whoever supervises them. */
export class RegionAnalyticsService {
  readonly #deps: RegionAnalyticsDeps;

  constructor(deps: RegionAnalyticsDeps) {
    this.#deps = deps;
  }

  /** The subjects and regions of the actor. */
  async ownSubjects(actor: Actor): Promise<SubjectOfRegion[]> {
    const { access, users } = this.#deps;
    access.requireRole(actor, 'view subject analytics');
    return users.listSupervision(actor.userId);
  }

  /**
   * One subject in one region. Twelve queries, however many schools, pupils, days and sessions. Throws `not-found` for what the actor does
   * not supervise, and `invalid-input` for days as `AnalyticsDays` does. A span in which fewer than ten studied
   * is empty, and so is the smallest other one where it would be the only such: nobody works it out from the whole.
   * `alone`: nothing is asked of the actor's other subjects, and the grid is of this one.
   */
  async ofSubject(
    actor: Actor,
    { subject, region, ...wish }: SubjectWish,
    { alone = false }: { alone?: boolean } = {},
  ): Promise<RegionAnalytics> {
    const { regions, factSums } = this.#deps;
    const own = await this.ownSubjects(actor);
    const chosen = own.find((one) => one.subject === (subject ?? one.subject) && one.region === (region ?? one.region));
    if (!chosen) throw notFound('subject');
    const days = new AnalyticsDays(wish, this.#deps, MOST_DAYS.ofRegion);
    const schools = await regions.listSchools([chosen.region]);
    const ids = schools.map(({ id }) => id);
    const asked = alone ? [chosen] : own.filter((one) => one.region === chosen.region);
    const subjects = asked.map((one) => one.subject);
    const answers = await factSums.answersBySchool(ids, subjects, days.time);
    const before = await factSums.bySchool(ids, chosen.subject, [days.timeBefore]);
    const spans = await factSums.bySchool(ids, chosen.subject, days.spanTimes);
    const tests = await factSums.testsBySchool(ids, chosen.subject, days.time);
    const pupilsIn = (id: number) => answers.get(`${id}/${chosen.subject}`)?.pupils ?? 0;
    const shown = schools.filter(({ id }) => !isSmall(pupilsIn(id)));
    const spanOf = (id: number, place: number) => spans.get(`${id}/${place}`) ?? NOTHING;
    // Spans follow one another, so they add up to the whole; but for pupils, who study in more than one of them.
    const wholeOf = (id: number) => ({
      ...addUp(days.spans.map((_, place) => spanOf(id, place))),
      pupils: pupilsIn(id),
      ...unlessFewTested(tests.get(id) ?? NOTHING),
    });
    const byPart = new Map(shown.map(({ id }) => [id, wholeOf(id)]));
    const byPartBefore = new Map(shown.map(({ id }) => [id, unlessFew(before.get(`${id}/0`) ?? NOTHING)]));
    const spansOf = (id: number) => days.spans.map((_, place) => spanOf(id, place));
    const isTested = (id: number) => byPart.get(id)?.tested !== 0;
    const told = toldSpans(new Map(shown.map(({ id }) => [id, spansOf(id)])), isTested);
    return {
      ...viewOf({ id: 0, name: chosen.region }, days, shown, {
        whole: allTold([...byPart.values()]),
        wholeBefore: allTold([...byPartBefore.values()]),
        bySpan: new Map(told.together.map((sums, place) => [place, sums])),
        byPart,
        byPartBefore,
      }),
      ...chosen,
      hidden: schools.filter(({ id }) => pupilsIn(id) > 0 && isSmall(pupilsIn(id))).length,
      grid: gridOf(schools, subjects, answers),
      overTime: shown.map(({ id, name }) => ({
        id,
        name,
        cells: (told.bySchool.get(id) ?? []).map((sums) => (sums.fewStudied ? null : metricsOf(sums)['right answers'])),
      })),
    };
  }
}

function gridOf(
  schools: readonly SchoolOfRegion[],
  subjects: readonly string[],
  answers: Awaited<ReturnType<FactSumsRepo['answersBySchool']>>,
): RegionAnalytics['grid'] {
  const rows = schools.map(({ id, name }) => ({
    id,
    name,
    cells: subjects.map((subject) => {
      const one = answers.get(`${id}/${subject}`);
      return !one || isSmall(one.pupils) ? null : metricsOf({ ...NOTHING, ...one })['right answers'];
    }),
  }));
  return { subjects: [...subjects], rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)) };
}
