import { DEFINITIONS, METRICS_VERSION, type MetricValue } from '../../domain/analytics/metrics.ts';
import type { ClassAnalytics, Metrics } from '../../services/analytics/class-analytics.service.ts';
import { type ClassAnalyticsView, METRICS, type Metric } from '../../shared/analytics.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CsvColumn } from '../send-csv.ts';

export function toClassAnalytics(view: ClassAnalytics): ClassAnalyticsView {
  const { days, daysBefore, metrics, metricsBefore, spans, spanDays } = view;
  const units = Object.fromEntries(METRICS.map((metric) => [metric, DEFINITIONS[metric].unit]));
  return {
    version: METRICS_VERSION,
    classId: view.class.id,
    className: view.class.name,
    days,
    daysBefore,
    units,
    metrics,
    metricsBefore,
    spanDays,
    spans,
    pupils: view.pupils.map(({ id, ...pupil }) => ({ studentId: id, ...pupil })),
  };
}

/** A value in words and numbers of the page; null: there is none. */
export function shownMetric(metric: Metric, { value }: MetricValue, format: Format): string | null {
  if (value === null) return null;
  const unit = DEFINITIONS[metric].unit;
  if (unit === 'minutes') return format.duration(value * 60_000);
  return unit === 'share' ? format.percent(value) : format.number(value);
}

interface MetricRow {
  name: string;
  metrics: Metrics;
}

/** The table of the page as a file: the class, then its pupils; minutes, shares in percent, and beside each what it rests on. */
export function analyticsTable(
  { class: { name }, metrics, pupils }: ClassAnalytics,
  words: Messages['analytics'],
): { columns: CsvColumn<MetricRow>[]; rows: MetricRow[] } {
  const columns = METRICS.flatMap((metric): CsvColumn<MetricRow>[] => {
    const { unit } = DEFINITIONS[metric];
    const title = `${words.metrics[metric]}${unit === 'count' || unit === 'score' ? '' : ` (${words.units[unit]})`}`;
    const value: CsvColumn<MetricRow> = { title, cell: (row) => inFile(metric, row.metrics[metric]) };
    if (unit === 'count') return [value];
    return [value, { title: words.restsOn(title), cell: (row) => row.metrics[metric].of }];
  });
  return {
    columns: [{ title: words.pupil, cell: (row) => row.name }, ...columns],
    rows: [{ name, metrics }, ...pupils],
  };
}

function inFile(metric: Metric, { value }: MetricValue): number | null {
  if (value === null) return null;
  const { unit } = DEFINITIONS[metric];
  return Math.round(value * (unit === 'share' ? 1000 : 10)) / 10;
}
