import { DEFINITIONS } from '../../../domain/analytics/metrics.ts';
import type { AnalyticsView } from '../../../services/analytics/analytics-view.ts';
import type { Metric } from '../../../shared/analytics.ts';
import { noonOf } from '../../../shared/calendar.ts';
import { LineChart, type LinePoint, type LineSeries } from '../../components/charts/line-chart.tsx';
import { ticksFor } from '../../components/charts/scale.ts';
import { Sheet } from '../../components/surfaces.tsx';
import { type PageContext, usePage } from '../../page-context.ts';
import { SURE, shownMetric } from '../../presenters/analytics.presenter.ts';
import { restsOn } from '../analytics/sheets.tsx';

type Spans = Pick<AnalyticsView, 'spans' | 'spanDays'>;

/** How the spans are called: below a picture, and in its table. */
export function spanLabels({ spans }: Spans, { format }: PageContext) {
  return spans.map(({ days: { from } }) => ({ short: format.dayMonth(from), full: format.date(noonOf(from)) }));
}

export function TimeOverTime({ view }: { view: Spans }) {
  const page = usePage();
  const words = page.t.progress;
  const time = seriesOf(view, 'study time', words.time, page);
  const most = Math.max(0, ...time.points.map(({ value }) => value ?? 0));
  return (
    <Sheet id="time" title={words.time}>
      <LineChart
        title={words.time}
        description={words.timeWords(words.each[view.spanDays] ?? '')}
        heading={words.span[view.spanDays] ?? ''}
        labels={spanLabels(view, page)}
        series={[time]}
        ticks={ticksFor('minutes', most)}
        tick={(minutes) => page.format.duration(minutes * 60_000)}
      />
    </Sheet>
  );
}

export function RightOverTime({ view }: { view: Spans }) {
  const page = usePage();
  const words = page.t.progress;
  return (
    <Sheet id="right" title={words.right}>
      <LineChart
        title={words.right}
        description={words.rightWords}
        heading={words.span[view.spanDays] ?? ''}
        labels={spanLabels(view, page)}
        series={[
          seriesOf(view, 'right answers', words.rightFirst, page),
          withoutBand(seriesOf(view, 'unaided answers', words.rightAlone, page)),
        ]}
        ticks={ticksFor('share', 1)}
        tick={page.format.percent}
      />
    </Sheet>
  );
}

export function ScoresOverTime({ view }: { view: Spans }) {
  const page = usePage();
  const { metrics, units: _, ...analytics } = page.t.analytics;
  const words = page.t.progress;
  const series = [
    withoutBand(seriesOf(view, 'proficiency', metrics.proficiency, page)),
    withoutBand(seriesOf(view, 'investment', metrics.investment, page)),
  ];
  const isEmpty = series.every(({ points }) => points.every(({ value }) => value === null));
  return (
    <Sheet id="scores" title={words.scores}>
      <LineChart
        title={words.scores}
        description={words.scoresWords(words.each[view.spanDays] ?? '')}
        heading={words.span[view.spanDays] ?? analytics.span}
        labels={spanLabels(view, page)}
        series={series}
        ticks={ticksFor('score', 10)}
        tick={page.format.number}
        nothing={isEmpty ? words.scoresNone : null}
      />
    </Sheet>
  );
}

/** A metric in each span, with how far chance may move it, or why there is none. */
function seriesOf({ spans }: Spans, metric: Metric, name: string, { t, format }: PageContext): LineSeries {
  const points = spans.map(({ metrics: { [metric]: one } }): LinePoint => {
    const error = DEFINITIONS[metric].unit === 'share' && one.error !== null ? SURE * one.error : null;
    return { value: one.value, error, text: shownMetric(metric, one, format) ?? restsOn(metric, one, { t, format }) };
  });
  return { name, points };
}

const withoutBand = ({ name, points }: LineSeries): LineSeries => ({
  name,
  points: points.map(({ value, text }) => ({ value, text })),
});
