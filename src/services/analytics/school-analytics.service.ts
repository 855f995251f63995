import type { ClassInsightRepo, CourseCoverage } from '../../data/analytics/class-insight.repo.ts';
import type { FactSumsRepo, Period } from '../../data/analytics/fact-sums.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { addUp, type FactSums, type MetricValue, metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import { type Need, needsOf, type Standing, standingOf, urgencyOf } from '../../domain/analytics/needs.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { Metric } from '../../shared/analytics.ts';
import { daysBetween } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { AnalyticsDays, type AnalyticsView, type DaysWish, MOST_DAYS, viewOf } from './analytics-view.ts';

export interface SchoolAnalyticsDeps {
  access: AccessService;
  users: UserRepo;
  factSums: FactSumsRepo;
  insight: ClassInsightRepo;
  clock: Clock;
  timeZone: string;
}

/** In these classes are held against one another. */
export const COMPARED = ['right answers', 'proficiency', 'grade', 'attendance'] as const satisfies readonly Metric[];
export type ComparedMetric = (typeof COMPARED)[number];

/** A class beside all other classes of the school. */
export interface ComparedClass {
  id: number;
  name: string;
  metrics: Record<ComparedMetric, { value: MetricValue; others: MetricValue; standing: Standing }>;
}

export interface SchoolAnalytics extends AnalyticsView {
  compared: ComparedClass[];
  /** Pupils whose figures say that somebody should look, the most urgent first. */
  struggling: { id: number; name: string; needs: Need[] }[];
  /** Pupils with high scores, by name: their order says nothing. */
  doingWell: { id: number; name: string; proficiency: MetricValue }[];
  coverage: (CourseCoverage & { className: string })[];
}

/** Who has a mean of so much, from so many scores on, does well. */
export const WELL = { score: 8, scores: 3 } as const;

/** What a school came to in some days: of whoever is its pupil now, each once, whatever their classes. */
export class SchoolAnalyticsService {
  readonly #deps: SchoolAnalyticsDeps;

  constructor(deps: SchoolAnalyticsDeps) {
    this.#deps = deps;
  }

  /**
   * The actor's school with its classes, each with whoever is in it now. Twenty-eight queries, however many pupils, days and sessions. Throws
   * `invalid-input` for days as `AnalyticsDays` does.
   */
  async ofSchool(actor: Actor, wish: DaysWish): Promise<SchoolAnalytics> {
    const { access, users, factSums } = this.#deps;
    access.requireRole(actor, 'view school analytics');
    if (actor.schoolId === null) throw notFound('school');
    const days = new AnalyticsDays(wish, this.#deps, MOST_DAYS.ofSchool);
    const { id, name } = await users.getSchool(actor.schoolId);
    const whole = (times: readonly Period[]) => factSums.ofSchool(id, times);
    const classes = await users.listClasses(id);
    const found = await factSums.byClass(id, days.time);
    const byPart = new Map(classes.flatMap((one) => [[one.id, found.get(one.id) ?? NOTHING] as const]));
    const view = viewOf({ id, name }, days, classes, {
      whole: (await whole([days.time])).get(0) ?? NOTHING,
      wholeBefore: (await whole([days.timeBefore])).get(0) ?? NOTHING,
      bySpan: await whole(days.spanTimes),
      bySubject: await factSums.bySubjectOfSchool(id, days.time),
      bySubjectBefore: await factSums.bySubjectOfSchool(id, days.timeBefore),
      byPart,
      byPartBefore: await factSums.byClass(id, days.timeBefore),
    });
    const nameOf = new Map(classes.map((one) => [one.id, one.name]));
    const coverage = await this.#deps.insight.coverage(id);
    return {
      ...view,
      compared: classes.map((one) => comparedOf(one, byPart)),
      ...(await this.#pupils(id, days)),
      coverage: coverage.map((one) => ({ ...one, className: nameOf.get(one.classId) ?? '' })),
    };
  }

  /** Who may need somebody and who does well, by their figures of these days. */
  async #pupils(schoolId: number, days: AnalyticsDays): Promise<Pick<SchoolAnalytics, 'struggling' | 'doingWell'>> {
    const { factSums, users } = this.#deps;
    const sums = await factSums.byStudentOfSchool(schoolId, days.time);
    const before = await factSums.byStudentOfSchool(schoolId, days.timeBefore);
    const length = daysBetween(days.days.from, days.days.to) + 1;
    // Who studied neither in these days nor in those before is in no list of figures: the people's pages know them.
    const all = [...new Set([...sums.keys(), ...before.keys()])].map((id) => {
      const one = sums.get(id) ?? NOTHING;
      const needs = needsIn(one, before.get(id) ?? NOTHING, length);
      return { id, needs, urgency: urgencyOf(needs), proficiency: metricsOf(one).proficiency };
    });
    const struggling = all
      .filter(({ needs }) => needs.length > 0)
      .toSorted((a, b) => b.urgency - a.urgency || a.id - b.id);
    const well = all.filter(
      ({ proficiency: { value, of }, needs }) =>
        value !== null && value >= WELL.score && of >= WELL.scores && needs.length === 0,
    );
    const names = await users.namesOf([...struggling, ...well].map(({ id }) => id));
    const nameOf = (id: number) => names.get(id) ?? '';
    return {
      struggling: struggling.map(({ id, needs }) => ({ id, name: nameOf(id), needs })),
      doingWell: well
        .map(({ id, proficiency }) => ({ id, name: nameOf(id), proficiency }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    };
  }
}

/** What figures alone say; alerts and what the dialogue noticed are for whoever looks after the class. */
function needsIn(one: FactSums, before: FactSums, days: number): Need[] {
  const { 'right answers': right, proficiency } = metricsOf(one);
  const { 'right answers': rightBefore, proficiency: proficiencyBefore } = metricsOf(before);
  return needsOf({
    openAlerts: 0,
    toReview: 0,
    noticed: 0,
    tested: null,
    right,
    rightBefore,
    proficiency,
    proficiencyBefore,
    places: one.expected,
    missed: one.expected - one.attended,
    tests: one.grades.count,
    failed: one.grades.count - one.passed,
    daysAway: one.sessions === 0 ? days : 0,
  });
}

function comparedOf({ id, name }: { id: number; name: string }, byPart: ReadonlyMap<number, FactSums>): ComparedClass {
  const own = metricsOf(byPart.get(id) ?? NOTHING);
  const others = metricsOf(addUp([...byPart].flatMap(([other, sums]) => (other === id ? [] : sums))));
  const entries = COMPARED.map((metric) => {
    const [value, rest] = [own[metric], others[metric]];
    return [metric, { value, others: rest, standing: standingOf(value, rest) }] as const;
  });
  return { id, name, metrics: Object.fromEntries(entries) as ComparedClass['metrics'] };
}
