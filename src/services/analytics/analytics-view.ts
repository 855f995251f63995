import type { Period } from '../../data/analytics/fact-sums.repo.ts';
import { type FactSums, type MetricValue, metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import { type Compared, type Days, periodNamed, withRightBefore } from '../../domain/analytics/periods.ts';
import { invalidInput } from '../../domain/errors/app-error.ts';
import type { Metric } from '../../shared/analytics.ts';
import { type CivilDay, civilDay, daysBetween, shifted, startOfDay } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';

export type Metrics = Record<Metric, MetricValue>;

export type { Days };

/** What is asked for, by name or by days; days that are missing are the last four weeks. */
export interface DaysWish {
  period?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Figures of a class and its pupils, or of a school and its classes. */
export interface AnalyticsView {
  of: { id: number; name: string };
  /** The name by which the days were asked for; null: by their dates. */
  period: string | null;
  /** The day on which it was asked. */
  today: CivilDay;
  days: Days;
  /** What they are compared with: as many days right before, or of the week, the quarter or the year before. */
  daysBefore: Days;
  metrics: Metrics;
  metricsBefore: Metrics;
  /** A week each, or four where that would be many; the last one up to the last day, the first may be shorter. */
  spans: { days: Days; metrics: Metrics }[];
  spanDays: number;
  /** The same by subject, by name. */
  subjects: { name: string; metrics: Metrics; metricsBefore: Metrics }[];
  /** By name. */
  parts: { id: number; name: string; metrics: Metrics; metricsBefore: Metrics }[];
}

const USUAL_DAYS = 28;
/** The name of the days that are shown where none are asked for. */
const USUAL_PERIOD = 'four-weeks';
/** So long may an analysis of a class or a school be, and one of many schools, which must not keep the others waiting: in days. */
export const MOST_DAYS = { ofSchool: 366, ofRegion: 184 } as const;
const WEEK = 7;
/** So many days are still told day by day, and so many week by week. */
const MOST_BY_DAY = 14;
const MOST_BY_WEEK = 91;
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** The days of an analysis, cut as it needs them, with the periods of time that they are in the zone of the school. */
export class AnalyticsDays {
  readonly period: string | null;
  readonly today: CivilDay;
  readonly days: Days;
  readonly before: Days;
  readonly spanDays: number;
  readonly spans: readonly Days[];
  readonly #timeZone: string;

  /** A few days are cut into single ones where `finest` says so. Throws `invalid-input` for days that are none, that run backwards, or are more than `most`, and for a name that is none. */
  constructor(
    wish: DaysWish,
    { clock, timeZone }: { clock: Clock; timeZone: string },
    most: number,
    finest: 'day' | 'week' = 'week',
  ) {
    this.#timeZone = timeZone;
    this.today = civilDay(clock.now(), timeZone);
    const isUsual = wish.from === undefined && wish.to === undefined;
    this.period = wish.period ?? (isUsual ? USUAL_PERIOD : null);
    const { days, before } = comparedIn(wish, this.today);
    const length = daysBetween(days.from, days.to) + 1;
    if (length < 1) throw invalidInput('These days run backwards.', { to: 'the first day or a later one' });
    if (length > most) throw invalidInput('These are too many days.', { to: `at most ${most} days` });
    this.days = days;
    this.before = before;
    const isFew = finest === 'day' && length <= MOST_BY_DAY;
    this.spanDays = isFew ? 1 : length <= MOST_BY_WEEK ? WEEK : 4 * WEEK;
    this.spans = spansOf(this.days, this.spanDays);
  }

  get time(): Period {
    return this.#periodOf(this.days);
  }

  get timeBefore(): Period {
    return this.#periodOf(this.before);
  }

  get spanTimes(): Period[] {
    return this.spans.map((span) => this.#periodOf(span));
  }

  #periodOf({ from, to }: Days): Period {
    return { from: startOfDay(from, this.#timeZone), to: startOfDay(shifted(to, 1), this.#timeZone) };
  }
}

function comparedIn({ period, from, to }: DaysWish, today: CivilDay): Compared {
  if (period !== undefined) {
    const found = periodNamed(period, today);
    if (found === null)
      throw invalidInput('This period is none.', { period: 'week, four-weeks, quarter, school-year, 2026-q1' });
    return found;
  }
  const wrong = Object.entries({ from, to }).filter(([, day]) => day !== undefined && !isDay(day));
  if (wrong.length > 0) {
    throw invalidInput('These days cannot be read.', Object.fromEntries(wrong.map(([name]) => [name, 'YYYY-MM-DD'])));
  }
  const last = to ?? today;
  return withRightBefore({ from: from ?? shifted(last, 1 - USUAL_DAYS), to: last });
}

/** Sums of the whole, of its subjects and of its parts, by their ids, in the days and in those before. */
interface Sums {
  whole: FactSums;
  wholeBefore: FactSums;
  bySpan: ReadonlyMap<number, FactSums>;
  bySubject?: ReadonlyMap<string, FactSums>;
  bySubjectBefore?: ReadonlyMap<string, FactSums>;
  byPart: ReadonlyMap<number, FactSums>;
  byPartBefore: ReadonlyMap<number, FactSums>;
}

/** The figures that these sums come to. */
export function viewOf(
  of: AnalyticsView['of'],
  { period, today, days, before, spans, spanDays }: AnalyticsDays,
  parts: readonly { id: number; name: string }[],
  sums: Sums,
): AnalyticsView {
  return {
    of,
    period,
    today,
    days,
    daysBefore: before,
    metrics: metricsOf(sums.whole),
    metricsBefore: metricsOf(sums.wholeBefore),
    spans: spans.map((span, place) => ({ days: span, metrics: metricsOf(sums.bySpan.get(place) ?? NOTHING) })),
    spanDays,
    subjects: [...(sums.bySubject ?? [])]
      .map(([name, one]) => ({
        name,
        metrics: metricsOf(one),
        metricsBefore: metricsOf(sums.bySubjectBefore?.get(name) ?? NOTHING),
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    parts: parts.map(({ id, name }) => ({
      id,
      name,
      metrics: metricsOf(sums.byPart.get(id) ?? NOTHING),
      metricsBefore: metricsOf(sums.byPartBefore.get(id) ?? NOTHING),
    })),
  };
}

function isDay(text: string): boolean {
  const at = DAY_FORM.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) && text > '1971' && text < '9000';
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
