import type { FactSumsRepo, Period } from '../../data/analytics/fact-sums.repo.ts';
import type { ClassRecord, ClassRepo } from '../../data/people/class.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { addUp, type MetricValue, metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { Metric } from '../../shared/analytics.ts';
import { type CivilDay, civilDay, daysBetween, startOfDay } from '../../shared/calendar.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface ClassAnalyticsDeps {
  access: AccessService;
  classes: ClassRepo;
  factSums: FactSumsRepo;
  clock: Clock;
  timeZone: string;
}

export type Metrics = Record<Metric, MetricValue>;

/** Days from the first to the last, both with them. */
export interface Days {
  from: CivilDay;
  to: CivilDay;
}

export interface ClassAnalytics {
  class: ClassRecord;
  days: Days;
  /** As many days right before. */
  daysBefore: Days;
  metrics: Metrics;
  metricsBefore: Metrics;
  /** A week each, or four where that would be many; the last one up to the last day, the first may be shorter. */
  spans: { days: Days; metrics: Metrics }[];
  spanDays: number;
  /** By name: everybody who is in the class now. */
  pupils: { id: number; name: string; metrics: Metrics; metricsBefore: Metrics }[];
}

/** What is asked for; days that are missing are the last four weeks. */
export interface AnalyticsWish {
  classId?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const USUAL_DAYS = 28;
const MOST_DAYS = 366;
const WEEK = 7;
/** So many days are still told week by week. */
const MOST_BY_WEEK = 91;

/** What a class came to in some days: of whoever is in it now, from all their sessions that are over, at home and at school. */
export class ClassAnalyticsService {
  readonly #deps: ClassAnalyticsDeps;

  constructor(deps: ClassAnalyticsDeps) {
    this.#deps = deps;
  }

  /** The actor's classes, by name. */
  async ownClasses(actor: Actor): Promise<ClassRecord[]> {
    const { access, classes } = this.#deps;
    access.requireRole(actor, 'view class analytics');
    return classes.listOfManager(actor.userId);
  }

  /**
   * Five queries, however many pupils, days and sessions. Throws `not-found` for a class that is not the actor's, or where they have
   * none, and `invalid-input` for days that are none, that run backwards, or are more than a year.
   */
  async ofClass(actor: Actor, wish: AnalyticsWish): Promise<ClassAnalytics> {
    const { classes, factSums } = this.#deps;
    const own = await this.ownClasses(actor);
    const room = wish.classId === undefined ? own[0] : own.find(({ id }) => id === wish.classId);
    if (!room) throw notFound('class');
    const days = this.#daysOf(wish);
    const length = daysBetween(days.from, days.to) + 1;
    const daysBefore = { from: shifted(days.from, -length), to: shifted(days.from, -1) };
    const members = await classes.listMembers([room.id]);
    const ids = members.map(({ studentId }) => studentId);
    const sums = await factSums.byStudent(ids, this.#periodOf(days));
    const before = await factSums.byStudent(ids, this.#periodOf(daysBefore));
    const spanDays = length <= MOST_BY_WEEK ? WEEK : 4 * WEEK;
    const spans = spansOf(days, spanDays);
    const bySpan = await factSums.byPeriod(
      ids,
      spans.map((span) => this.#periodOf(span)),
    );
    return {
      class: room,
      days,
      daysBefore,
      metrics: metricsOf(addUp([...sums.values()])),
      metricsBefore: metricsOf(addUp([...before.values()])),
      spans: spans.map((span, place) => ({ days: span, metrics: metricsOf(bySpan.get(place) ?? NOTHING) })),
      spanDays,
      pupils: members.map(({ studentId: id, firstName, lastName }) => ({
        id,
        name: `${firstName} ${lastName}`,
        metrics: metricsOf(sums.get(id) ?? NOTHING),
        metricsBefore: metricsOf(before.get(id) ?? NOTHING),
      })),
    };
  }

  #daysOf({ from, to }: AnalyticsWish): Days {
    const today = civilDay(this.#deps.clock.now(), this.#deps.timeZone);
    const wrong: Record<string, string> = {};
    if (from !== undefined && !isDay(from)) wrong.from = 'a day, as YYYY-MM-DD';
    if (to !== undefined && !isDay(to)) wrong.to = 'a day, as YYYY-MM-DD';
    if (Object.keys(wrong).length > 0) throw invalidInput('These days cannot be read.', wrong);
    const last = to ?? today;
    const first = from ?? shifted(last, 1 - USUAL_DAYS);
    const length = daysBetween(first, last) + 1;
    if (length < 1) throw invalidInput('These days run backwards.', { to: 'the first day or a later one' });
    if (length > MOST_DAYS) throw invalidInput('These are too many days.', { to: `at most ${MOST_DAYS} days` });
    return { from: first, to: last };
  }

  #periodOf({ from, to }: Days): Period {
    const { timeZone } = this.#deps;
    return { from: startOfDay(from, timeZone), to: startOfDay(shifted(to, 1), timeZone) };
  }
}

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string): boolean {
  const at = DAY_FORM.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) && text > '1971' && text < '9000';
}

function shifted(day: CivilDay, days: number): CivilDay {
  return civilDay(Date.parse(`${day}T00:00:00Z`) + days * DAY, 'UTC');
}

/** Cuts days into spans of so many, from the last one backwards. */
function spansOf({ from, to }: Days, length: number): Days[] {
  const spans: Days[] = [];
  for (let last = to; daysBetween(from, last) >= 0; last = shifted(last, -length)) {
    const first = shifted(last, 1 - length);
    spans.unshift({ from: first < from ? from : first, to: last });
  }
  return spans;
}
