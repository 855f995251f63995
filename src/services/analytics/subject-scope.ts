import type { FactSumsRepo } from '../../data/analytics/fact-sums.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { RegionRepo, SchoolOfRegion } from '../../data/reports/region.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { isSmall } from '../../domain/access/small-groups.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { civilDay, shifted } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { AnalyticsDays, type DaysWish, MOST_DAYS } from './analytics-view.ts';
import type { SubjectOfRegion, SubjectWish } from './region-analytics.service.ts';

export interface SubjectScopeDeps {
  access: AccessService;
  users: UserRepo;
  regions: RegionRepo;
  factSums: FactSumsRepo;
  clock: Clock;
  timeZone: string;
}

/** A subject of a region that may be told of: in these days, of these schools. */
export interface SubjectScope extends SubjectOfRegion {
  days: AnalyticsDays;
  /** Those in which ten or more studied it. */
  schools: SchoolOfRegion[];
  /** Those in which somebody did, but too few to be told of. */
  hidden: number;
}

/** What is told of: the same on every page about a subject of a region. */
export interface TellsOf extends SubjectOfRegion, Pick<AnalyticsDays, 'days' | 'period' | 'today'> {
  schools: number;
  hiddenSchools: number;
}

export const tellsOf = ({ subject, region, days: { days, period, today }, schools, hidden }: SubjectScope): TellsOf => {
  return { subject, region, days, period, today, schools: schools.length, hiddenSchools: hidden };
};

/**
 * What the actor asks for of their subjects, the first one where they do not say. Three queries. Throws `not-found` for what they do not
 * supervise, `invalid-input` for days as `AnalyticsDays` does.
 */
export async function subjectScope(
  deps: SubjectScopeDeps,
  actor: Actor,
  { subject, region, ...wish }: SubjectWish,
): Promise<SubjectScope> {
  const { access, users, regions, factSums } = deps;
  access.requireRole(actor, 'view subject analytics');
  const own = await users.listSupervision(actor.userId);
  const chosen = own.find((one) => one.subject === (subject ?? one.subject) && one.region === (region ?? one.region));
  if (!chosen) throw notFound('subject');
  const days = new AnalyticsDays(wished(wish, deps), deps, MOST_DAYS.ofRegion);
  const all = await regions.listSchools([chosen.region]);
  const ids = all.map(({ id }) => id);
  const answers = await factSums.answersBySchool(ids, [chosen.subject], days.time);
  const pupilsIn = ({ id }: SchoolOfRegion) => answers.get(`${id}/${chosen.subject}`)?.pupils ?? 0;
  return {
    ...chosen,
    days,
    schools: all.filter((school) => !isSmall(pupilsIn(school))),
    hidden: all.filter((school) => pupilsIn(school) > 0 && isSmall(pupilsIn(school))).length,
  };
}

/** Days that nobody asked for are so many: of four weeks most units have few answers. */
const USUAL_DAYS = 91;

function wished(wish: DaysWish, { clock, timeZone }: SubjectScopeDeps): DaysWish {
  if (wish.period !== undefined || wish.from !== undefined || wish.to !== undefined) return wish;
  return { from: shifted(civilDay(clock.now(), timeZone), 1 - USUAL_DAYS) };
}
