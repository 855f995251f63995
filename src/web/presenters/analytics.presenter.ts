import { DEFINITIONS, METRICS_VERSION, type MetricValue } from '../../domain/analytics/metrics.ts';
import type { AnalyticsView, Metrics } from '../../services/analytics/analytics-view.ts';
import { type AnalyticsAnswer, METRICS, type Metric } from '../../shared/analytics.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CsvColumn } from '../send-csv.ts';
import type { ClassTable, SchoolTable } from './insight.presenter.ts';

export function toAnalytics({
  of,
  days,
  daysBefore,
  metrics,
  metricsBefore,
  spans,
  spanDays,
  subjects,
  parts,
}: AnalyticsView) {
  const units = Object.fromEntries(METRICS.map((metric) => [metric, DEFINITIONS[metric].unit]));
  const answer: AnalyticsAnswer = {
    version: METRICS_VERSION,
    id: of.id,
    name: of.name,
    days,
    daysBefore,
    units,
    metrics,
    metricsBefore,
    spanDays,
    spans,
    subjects,
    parts,
  };
  return answer;
}

/** A value in words and numbers of the page; null: there is none. */
export function shownMetric(metric: Metric, { value }: MetricValue, format: Format): string | null {
  if (value === null) return null;
  const unit = DEFINITIONS[metric].unit;
  if (unit === 'minutes') return format.duration(value * 60_000);
  return unit === 'share' ? format.percent(value) : format.number(value);
}

/** A figure of a sample lies within so many standard errors of what is behind it, nineteen times out of twenty. */
export const SURE = 1.96;

/** How far chance may move a share or a mean; null: it is no sample, or chance is not known. */
export function shownError(metric: Metric, { error }: MetricValue, format: Format): string | null {
  if (error === null) return null;
  return DEFINITIONS[metric].unit === 'share' ? format.percent(SURE * error) : format.number(SURE * error);
}

interface MetricRow {
  name: string;
  metrics: Metrics;
}

/** The tables of a page of figures that are to be had as files. */
export const TABLES_OF_FIGURES = ['parts', 'subjects', 'time'] as const;
type MetricTable = (typeof TABLES_OF_FIGURES)[number];
export type TableOfFigures = MetricTable | ClassTable | SchoolTable;

/** A table of the page as a file: the whole, then its parts; minutes, shares in percent, and beside each what it rests on. */
export function analyticsTable(
  { of: { name }, metrics, parts, subjects, spans }: AnalyticsView,
  table: MetricTable,
  { analytics: words, words: { subject: subjectName } }: Pick<Messages, 'analytics' | 'words'>,
  heading: string,
): { columns: CsvColumn<MetricRow>[]; rows: MetricRow[] } {
  const rows: Record<MetricTable, MetricRow[]> = {
    parts: [{ name, metrics }, ...parts],
    subjects: subjects.map((one) => ({ ...one, name: subjectName(one.name) })),
    time: spans.map(({ days: { from }, metrics: one }) => ({ name: from, metrics: one })),
  };
  const headings = { parts: heading, subjects: words.subject, time: words.from };
  return { columns: metricColumns(headings[table], words), rows: rows[table] };
}

/** The columns of a table of figures: what the row is, then every figure and beside it what it rests on. */
export function metricColumns(heading: string, words: Messages['analytics']): CsvColumn<MetricRow>[] {
  const columns = METRICS.flatMap((metric): CsvColumn<MetricRow>[] => {
    const { unit } = DEFINITIONS[metric];
    const inUnit = unit === 'minutes' || unit === 'share' ? ` (${words.units[unit]})` : '';
    const title = `${words.metrics[metric]}${inUnit}`;
    const value: CsvColumn<MetricRow> = { title, cell: (row) => inFile(metric, row.metrics[metric]) };
    if (unit === 'count') return [value];
    const of: CsvColumn<MetricRow> = { title: words.restsOn(title), cell: (row) => restsOn(row.metrics[metric]) };
    if (unit === 'minutes') return [value, of];
    const within = (row: MetricRow) => inFile(metric, { value: errorOf(row.metrics[metric]) });
    return [value, { title: words.within(title), cell: within }, of];
  });
  return [{ title: heading, cell: (row) => row.name }, ...columns];
}

const restsOn = ({ of, few }: MetricValue): number | null => (few ? null : of);

const errorOf = ({ error }: MetricValue): number | null => (error === null ? null : SURE * error);

export function inFile(metric: Metric, { value }: Pick<MetricValue, 'value'>): number | null {
  if (value === null) return null;
  const { unit } = DEFINITIONS[metric];
  return Math.round(value * (unit === 'share' ? 1000 : 10)) / 10;
}
