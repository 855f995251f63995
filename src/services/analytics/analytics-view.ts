import type { Period } from '../../data/analytics/fact-sums.repo.ts';
import { type FactSums, type MetricValue, metricsOf, NOTHING } from '../../domain/analytics/metrics.ts';
import { invalidInput } from '../../domain/errors/app-error.ts';
import type { Metric } from '../../shared/analytics.ts';
import { type CivilDay, civilDay, daysBetween, startOfDay } from '../../shared/calendar.ts';
import { type Clock, DAY } from '../../shared/instant.ts';

export type Metrics = Record<Metric, MetricValue>;

/** Days from the first to the last, both with them. */
export interface Days {
  from: CivilDay;
  to: CivilDay;
}

/** What is asked for; days that are missing are the last four weeks. */
export interface DaysWish {
  from?: string | undefined;
  to?: string | undefined;
}

/** Figures of a class and its pupils, or of a school and its classes. */
export interface AnalyticsView {
  of: { id: number; name: string };
  days: Days;
  /** As many days right before. */
  daysBefore: Days;
  metrics: Metrics;
  metricsBefore: Metrics;
  /** A week each, or four where that would be many; the last one up to the last day, the first may be shorter. */
  spans: { days: Days; metrics: Metrics }[];
  spanDays: number;
  /** By name. */
  parts: { id: number; name: string; metrics: Metrics; metricsBefore: Metrics }[];
}

const USUAL_DAYS = 28;
/** So long may an analysis of a class or a school be, and one of many schools, which must not keep the others waiting: in days. */
export const MOST_DAYS = { ofSchool: 366, ofRegion: 184 } as const;
const WEEK = 7;
/** So many days are still told week by week. */
const MOST_BY_WEEK = 91;
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** The days of an analysis, cut as it needs them, with the periods of time that they are in the zone of the school. */
export class AnalyticsDays {
  readonly days: Days;
  readonly before: Days;
  readonly spanDays: number;
  readonly spans: readonly Days[];
  readonly #timeZone: string;

  /** Throws `invalid-input` for days that are none, that run backwards, or are more than `most`. */
  constructor({ from, to }: DaysWish, { clock, timeZone }: { clock: Clock; timeZone: string }, most: number) {
    const wrong = Object.entries({ from, to }).filter(([, day]) => day !== undefined && !isDay(day));
    if (wrong.length > 0) {
      throw invalidInput('These days cannot be read.', Object.fromEntries(wrong.map(([name]) => [name, 'YYYY-MM-DD'])));
    }
    const last = to ?? civilDay(clock.now(), timeZone);
    const first = from ?? shifted(last, 1 - USUAL_DAYS);
    const length = daysBetween(first, last) + 1;
    if (length < 1) throw invalidInput('These days run backwards.', { to: 'the first day or a later one' });
    if (length > most) throw invalidInput('These are too many days.', { to: `at most ${most} days` });
    this.#timeZone = timeZone;
    this.days = { from: first, to: last };
    this.before = { from: shifted(first, -length), to: shifted(first, -1) };
    this.spanDays = length <= MOST_BY_WEEK ? WEEK : 4 * WEEK;
    this.spans = spansOf(this.days, this.spanDays);
  }

  get period(): Period {
    return this.#periodOf(this.days);
  }

  get periodBefore(): Period {
    return this.#periodOf(this.before);
  }

  get spanPeriods(): Period[] {
    return this.spans.map((span) => this.#periodOf(span));
  }

  #periodOf({ from, to }: Days): Period {
    return { from: startOfDay(from, this.#timeZone), to: startOfDay(shifted(to, 1), this.#timeZone) };
  }
}

/** Sums of the whole and of its parts, by their ids, in the days and in those before. */
interface Sums {
  whole: FactSums;
  wholeBefore: FactSums;
  bySpan: ReadonlyMap<number, FactSums>;
  byPart: ReadonlyMap<number, FactSums>;
  byPartBefore: ReadonlyMap<number, FactSums>;
}

/** The figures that these sums come to. */
export function viewOf(
  of: AnalyticsView['of'],
  { days, before, spans, spanDays }: AnalyticsDays,
  parts: readonly { id: number; name: string }[],
  sums: Sums,
): AnalyticsView {
  return {
    of,
    days,
    daysBefore: before,
    metrics: metricsOf(sums.whole),
    metricsBefore: metricsOf(sums.wholeBefore),
    spans: spans.map((span, place) => ({ days: span, metrics: metricsOf(sums.bySpan.get(place) ?? NOTHING) })),
    spanDays,
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
