import type { MetricValue } from '../../domain/analytics/metrics.ts';
import { DEFINITIONS } from '../../domain/analytics/metrics.ts';
import type { AnalyticsWish, ClassAnalytics } from '../../services/analytics/class-analytics.service.ts';
import type { ClassRecord } from '../../services/lessons/lessons.service.ts';
import { METRICS, type Metric } from '../../shared/analytics.ts';
import { noonOf } from '../../shared/calendar.ts';
import { Button } from '../components/button.tsx';
import { Bars } from '../components/charts/bars.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Stats } from '../components/stat.tsx';
import { Notice, Sheet } from '../components/surfaces.tsx';
import { Table } from '../components/table.tsx';
import { usePage } from '../page-context.ts';
import { shownMetric } from '../presenters/analytics.presenter.ts';

export interface ClassAnalyticsProps {
  classes: readonly ClassRecord[];
  /** Null: there is no class, or the days cannot be read. */
  view: ClassAnalytics | null;
  wish: AnalyticsWish;
  problem?: boolean;
}

/** What a class came to over some days: all together, by week, by pupil. */
export function ClassAnalyticsPage({ classes, view, wish, problem = false }: ClassAnalyticsProps) {
  const { t, format } = usePage();
  const words = t.analytics;
  const day = (one: string) => format.calendarDay(one);
  return (
    <Layout title={words.title} wide>
      <div class="stack loose">
        <PageHead
          title={words.title}
          back={{ href: '/class', text: words.back }}
          lead={
            view
              ? words.lead(view.class.name, day(view.days.from), day(view.days.to))
              : classes.length
                ? ''
                : words.noClass
          }
        />
        {problem && (
          <Notice tone="alarm" announce>
            <p>{words.badDays}</p>
          </Notice>
        )}
        {classes.length > 0 && <WhichDays {...{ classes, view, wish }} />}
        {view && (
          <>
            <Together view={view} />
            <div class="grid">
              <OverTime view={view} metric="study time" />
              <OverTime view={view} metric="right answers" />
            </div>
            <Pupils view={view} />
            <p class="quiet prose">{words.how}</p>
          </>
        )}
      </div>
    </Layout>
  );
}

function WhichDays({ classes, view, wish }: Pick<ClassAnalyticsProps, 'classes' | 'view' | 'wish'>) {
  const words = usePage().t.analytics;
  return (
    <form class="finder" method="get" action="/class/analytics">
      {classes.length > 1 && (
        <SelectField
          name="class"
          label={words.whichClass}
          value={String(view?.class.id ?? wish.classId ?? '')}
          options={classes.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <TextField name="from" type="date" label={words.from} value={view?.days.from ?? wish.from} />
      <TextField name="to" type="date" label={words.to} value={view?.days.to ?? wish.to} />
      <Button>{words.show}</Button>
    </form>
  );
}

function Together({ view: { metrics, metricsBefore } }: { view: ClassAnalytics }) {
  const { t, format } = usePage();
  const words = t.analytics;
  const stats = METRICS.map((metric) => {
    const before = shownMetric(metric, metricsBefore[metric], format);
    const rests = restsOn(metric, metrics[metric], words);
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

type Words = ReturnType<typeof usePage>['t']['analytics'];

/** What a value rests on, or why there is none. */
function restsOn(metric: Metric, { value, of }: MetricValue, words: Words): string {
  const { unit, sample } = DEFINITIONS[metric];
  if (value === null) return of === 0 ? words.none : words.tooLittle(of);
  return unit === 'count' ? '' : words.of[sample](of);
}

function OverTime({ view: { spans, spanDays }, metric }: { view: ClassAnalytics; metric: Metric }) {
  const { t, format } = usePage();
  const words = t.analytics;
  const title = words.overTime(words.metrics[metric], spanDays / 7);
  const bars = spans.map(({ days, metrics: { [metric]: one } }) => ({
    label: format.date(noonOf(days.from)),
    value: one.value,
    text: shownMetric(metric, one, format) ?? restsOn(metric, one, words),
  }));
  return (
    <Sheet id={metric.replaceAll(' ', '-')} title={title}>
      <Bars title={title} bars={bars} most={DEFINITIONS[metric].unit === 'share' ? 1 : undefined} />
      <details class="fold">
        <summary>{words.asTable}</summary>
        <Table
          caption={title}
          captionHidden
          rows={bars}
          rowKey={({ label }) => label}
          columns={[
            { title: words.span, heads: true, cell: ({ label }) => words.spanFrom(label) },
            { title: words.metrics[metric], numeric: true, cell: ({ text }) => text },
          ]}
        />
      </details>
    </Sheet>
  );
}

const IN_TABLE: readonly Metric[] = METRICS.filter((metric) => metric !== 'active pupils' && metric !== 'low feelings');

function Pupils({ view }: { view: ClassAnalytics }) {
  const { t, format } = usePage();
  const words = t.analytics;
  const { from, to } = view.days;
  return (
    <Sheet id="pupils" title={words.pupils}>
      <Table
        caption={words.pupils}
        captionHidden
        stacks
        rows={view.pupils}
        rowKey={({ id }) => id}
        columns={[
          {
            title: words.pupil,
            heads: true,
            cell: ({ id, name }) => (
              <a href={`/class/students/${id}`}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          ...IN_TABLE.map((metric) => ({
            title: words.metrics[metric],
            numeric: true,
            cell: ({ metrics: { [metric]: one } }: ClassAnalytics['pupils'][number]) =>
              shownMetric(metric, one, format) ?? <span class="quiet small">{restsOn(metric, one, words)}</span>,
          })),
        ]}
      />
      <p>
        <a href={`/class/analytics.csv?class=${view.class.id}&from=${from}&to=${to}`}>{words.csv}</a>
      </p>
    </Sheet>
  );
}
