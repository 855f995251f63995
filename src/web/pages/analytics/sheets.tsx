import { DEFINITIONS, type MetricValue } from '../../../domain/analytics/metrics.ts';
import type { AnalyticsView } from '../../../services/analytics/analytics-view.ts';
import { METRICS, type Metric } from '../../../shared/analytics.ts';
import { noonOf } from '../../../shared/calendar.ts';
import { Bars } from '../../components/charts/bars.tsx';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { ticksFor } from '../../components/charts/scale.ts';
import { Stats } from '../../components/stat.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { type Column, Table, type TableProps } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';
import { SURE, shownError, shownMetric } from '../../presenters/analytics.presenter.ts';
import { FileLink } from './file-link.tsx';

/** Every figure of the days, each with what it was in as many days before. */
export function Together({
  view: { metrics, metricsBefore },
  of = METRICS,
}: {
  view: AnalyticsView;
  of?: readonly Metric[];
}) {
  const { t, format } = usePage();
  const words = t.analytics;
  const stats = of.map((metric) => {
    const before = shownMetric(metric, metricsBefore[metric], format);
    const rests = restsOn(metric, metrics[metric], { t, format });
    const value = shownMetric(metric, metrics[metric], format);
    const notes = value === null ? [rests] : [rests, before === null ? '' : words.before(before)];
    return { label: words.metrics[metric], value, note: notes.filter(Boolean).join(' · ') };
  });
  return (
    <Sheet id="together" title={words.all}>
      <Stats stats={stats} />
    </Sheet>
  );
}

type Said = Pick<ReturnType<typeof usePage>, 't' | 'format'>;

/** What a value rests on, or why there is none. */
export function restsOn(metric: Metric, { value, of, few }: MetricValue, { t, format }: Said): string {
  const words = t.analytics;
  if (few) return words.fewPupils;
  const { unit, sample } = DEFINITIONS[metric];
  if (value === null) return of === 0 ? words.none : words.tooLittle(of);
  return unit === 'count' ? '' : words.of[sample](of, format.number(of));
}

/** One figure, week by week: columns, and the same as a table. */
export function OverTime({ view, metric, file }: { view: AnalyticsView; metric: Metric; file: string }) {
  const { spans, spanDays } = view;
  const { t, format } = usePage();
  const words = t.analytics;
  const title = words.overTime(words.metrics[metric], spanDays / 7);
  const bars = spans.map(({ days, metrics: { [metric]: one } }) => ({
    // Short below the picture, where they stand side by side.
    label: format.dayMonth(days.from),
    full: words.spanFrom(format.date(noonOf(days.from))),
    value: one.value,
    text: shownMetric(metric, one, format) ?? restsOn(metric, one, { t, format }),
  }));
  const { unit } = DEFINITIONS[metric];
  if (unit === 'share' || unit === 'grade' || unit === 'score') {
    const points = spans.map(
      (
        {
          metrics: {
            [metric]: { value, error },
          },
        },
        place,
      ) => ({
        value,
        text: bars[place]?.text ?? '',
        error: error === null ? null : SURE * error,
      }),
    );
    const ticks = unit === 'grade' ? [0, 50, 100] : ticksFor(unit, 1);
    return (
      <Sheet id={metric.replaceAll(' ', '-')} title={title}>
        <LineChart
          title={title}
          description={words.withBand}
          heading={words.span}
          labels={bars.map(({ label, full }) => ({ short: label, full }))}
          series={[{ name: words.metrics[metric], points }]}
          ticks={ticks}
          tick={(value) => (unit === 'share' ? format.percent(value) : format.number(value))}
          nothing={points.every(({ value }) => value === null) ? words.none : null}
        />
        <FileLink {...{ file, view }} table="time" />
      </Sheet>
    );
  }
  return (
    <Sheet id={metric.replaceAll(' ', '-')} title={title}>
      <Bars title={title} bars={bars} />
      <details class="fold">
        <summary>{words.asTable}</summary>
        <Table
          caption={title}
          captionHidden
          rows={bars}
          rowKey={({ full }) => full}
          columns={[
            { title: words.span, heads: true, cell: ({ full }) => full },
            { title: words.metrics[metric], numeric: true, cell: ({ text }) => text },
          ]}
        />
      </details>
      <FileLink {...{ file, view }} table="time" />
    </Sheet>
  );
}

/** The same figures by subject. */
export function Subjects({ view, file }: { view: AnalyticsView; file: string }) {
  const { t } = usePage();
  const words = t.analytics;
  if (view.subjects.length === 0) return null;
  return (
    <Sheet id="subjects" title={words.subjects}>
      <FigureTable
        caption={words.subjects}
        rows={view.subjects}
        rowKey={({ name }) => name}
        head={{ title: words.subject, cell: ({ name }) => t.words.subject(name) }}
      />
      <FileLink {...{ file, view }} table="subjects" />
    </Sheet>
  );
}

interface FigureTableProps<Row> extends Pick<TableProps<Row>, 'caption' | 'rows' | 'rowKey'> {
  head: Pick<Column<Row>, 'title' | 'cell'>;
}

/** Figures of many, each row with all that fits beside one another. */
function FigureTable<Row extends { metrics: AnalyticsView['metrics'] }>({ head, ...table }: FigureTableProps<Row>) {
  const words = usePage().t.analytics;
  const figures = IN_TABLE.map((metric) => ({
    title: words.metrics[metric],
    numeric: true,
    cell: ({ metrics }: Row) => <Figure metric={metric} value={metrics[metric]} />,
  }));
  return <Table {...table} captionHidden stacks columns={[{ ...head, heads: true }, ...figures]} />;
}

/** What fits beside one another; the file has all. */
const NOT_IN_TABLE: readonly Metric[] = ['active pupils', 'low feelings', 'unaided answers', 'tests'];
const IN_TABLE: readonly Metric[] = METRICS.filter((metric) => !NOT_IN_TABLE.includes(metric));

export interface PartsWords {
  title: string;
  heading: string;
  pageOf?: (id: number) => string;
}

interface PartsProps {
  view: AnalyticsView;
  parts: PartsWords;
  /** Where the same is as a file. */
  file: string;
}

/** Who or what the whole is made of, and the table as a file. */
export function Parts({ view, parts, file }: PartsProps) {
  return (
    <Sheet id="parts" title={parts.title}>
      <FigureTable
        caption={parts.title}
        rows={view.parts}
        rowKey={({ id }) => id}
        head={{
          title: parts.heading,
          cell: ({ id, name }) => {
            const shown = <bdi>{name}</bdi>;
            return parts.pageOf ? <a href={parts.pageOf(id)}>{shown}</a> : shown;
          },
        }}
      />
      <FileLink {...{ file, view }} />
    </Sheet>
  );
}

/** A figure with how far chance may move it, or why there is none. */
export function Figure({ metric, value }: { metric: Metric; value: MetricValue }) {
  const { t, format } = usePage();
  const shown = shownMetric(metric, value, format);
  const error = shownError(metric, value, format);
  if (shown === null) return <span class="quiet small">{restsOn(metric, value, { t, format })}</span>;
  if (error === null) return <>{shown}</>;
  return (
    <bdi dir="ltr">
      {shown} <span class="quiet small">{t.analytics.giveOrTake(error)}</span>
    </bdi>
  );
}
