import type { ComponentChildren } from 'preact';
import { DEFINITIONS, type MetricValue } from '../../domain/analytics/metrics.ts';
import { type AnalyticsView, type DaysWish, MOST_DAYS } from '../../services/analytics/analytics-view.ts';
import type { ClassWish } from '../../services/analytics/class-analytics.service.ts';
import type {
  RegionAnalytics,
  SubjectOfRegion,
  SubjectWish,
} from '../../services/analytics/region-analytics.service.ts';
import type { ClassRecord } from '../../services/lessons/lessons.service.ts';
import { METRICS, type Metric } from '../../shared/analytics.ts';
import { noonOf } from '../../shared/calendar.ts';
import { Button } from '../components/button.tsx';
import { Bars } from '../components/charts/bars.tsx';
import { HeatMap } from '../components/charts/heat-map.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Stats } from '../components/stat.tsx';
import { Notice, Sheet } from '../components/surfaces.tsx';
import { Table } from '../components/table.tsx';
import { usePage } from '../page-context.ts';
import { shownError, shownMetric } from '../presenters/analytics.presenter.ts';

export interface ClassAnalyticsProps {
  classes: readonly ClassRecord[];
  /** Null: there is no class, or the days cannot be read. */
  view: AnalyticsView | null;
  wish: ClassWish;
}

/** What a class came to over some days: all together, over time, by pupil. */
export function ClassAnalyticsPage({ classes, view, wish }: ClassAnalyticsProps) {
  const words = usePage().t.analytics;
  const parts = { title: words.pupils, heading: words.pupil, pageOf: (id: number) => `/class/students/${id}` };
  const of = classes.length > 1 && (
    <SelectField
      name="class"
      label={words.whichClass}
      value={String(view?.of.id ?? wish.classId ?? '')}
      options={classes.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  );
  const file = view ? `/class/analytics.csv?class=${view.of.id}` : '';
  return (
    <Analytics
      {...{ view, wish, parts, of, file }}
      title={words.title}
      back={{ href: '/class', text: words.back }}
      action="/class/analytics"
      how={words.how}
      nothing={classes.length === 0 ? words.noClass : null}
    />
  );
}

/** What a school came to over some days: all together, over time, by class. */
export function SchoolAnalyticsPage({ view, wish }: Pick<ClassAnalyticsProps, 'view' | 'wish'>) {
  const words = usePage().t.analytics;
  const parts = { title: words.classes, heading: words.whichClass, pageOf: (id: number) => `/school/classes/${id}` };
  return (
    <Analytics
      {...{ view, wish, parts }}
      title={words.schoolTitle}
      back={{ href: '/school', text: words.schoolBack }}
      action="/school/analytics"
      file="/school/analytics.csv?"
      how={words.schoolHow}
      nothing={null}
    />
  );
}

interface RegionAnalyticsProps {
  subjects: readonly SubjectOfRegion[];
  /** Null: the supervisor has no subject, or the days cannot be read. */
  view: RegionAnalytics | null;
  wish: SubjectWish;
}

/** What a subject came to in the schools of a region over some days. */
export function RegionAnalyticsPage({ subjects, view, wish }: RegionAnalyticsProps) {
  const { t } = usePage();
  const words = t.analytics;
  const nameOf = ({ subject, region }: SubjectOfRegion) =>
    t.staff.regionPart(t.words.subject(subject), t.staff.region(region));
  const of = subjects.length > 1 && (
    <SelectField
      name="of"
      label={words.subject}
      value={view ? `${view.subject}|${view.region}` : `${wish.subject ?? ''}|${wish.region ?? ''}`}
      options={subjects.map((one) => ({ value: `${one.subject}|${one.region}`, label: nameOf(one) }))}
    />
  );
  return (
    <Analytics
      view={view && { ...view, of: { id: 0, name: nameOf(view) } }}
      {...{ wish, of }}
      parts={{ title: words.schools, heading: words.school }}
      more={view && <Grid view={view} />}
      title={words.regionTitle}
      back={{ href: '/region', text: words.regionBack }}
      action="/region/analytics"
      mostDays={MOST_DAYS.ofRegion}
      file={view ? `/region/analytics.csv?of=${encodeURIComponent(`${view.subject}|${view.region}`)}` : ''}
      how={view && view.hidden > 0 ? `${words.regionHow} ${words.hiddenSchools(view.hidden)}` : words.regionHow}
      nothing={subjects.length === 0 ? words.noSubject : null}
    />
  );
}

/** Schools by subjects: what was right at the first try. */
function Grid({ view: { grid } }: { view: RegionAnalytics }) {
  const { t, format } = usePage();
  const words = t.analytics;
  if (grid.rows.length === 0) return null;
  const textOf = (cell: MetricValue | null) => cell && shownMetric('right answers', cell, format);
  const rows = grid.rows.map(({ id, name, cells }) => ({
    id,
    name,
    cells: cells.map((cell) => ({ share: cell?.value ?? null, text: textOf(cell) ?? words.fewPupils })),
  }));
  return (
    <Sheet id="grid" title={words.gridTitle}>
      <HeatMap
        title={words.gridTitle}
        heading={words.school}
        columns={grid.subjects.map(t.words.subject)}
        rows={rows}
      />
    </Sheet>
  );
}

interface AnalyticsProps {
  view: AnalyticsView | null;
  wish: DaysWish;
  title: string;
  back: { href: string; text: string };
  /** Where other days are asked for, and what else may be chosen with them. */
  action: string;
  of?: ComponentChildren;
  parts: { title: string; heading: string; pageOf?: (id: number) => string };
  /** What stands before the parts. */
  more?: ComponentChildren;
  file: string;
  how: string;
  mostDays?: number;
  /** Why there is nothing to look at. */
  nothing: string | null;
}

function Analytics({
  view,
  wish,
  title,
  back,
  action,
  of,
  parts,
  more,
  file,
  how,
  mostDays = MOST_DAYS.ofSchool,
  nothing,
}: AnalyticsProps) {
  const { t, format } = usePage();
  const words = t.analytics;
  const day = (one: string) => format.calendarDay(one);
  const lead = view && words.lead(view.of.name, day(view.days.from), day(view.days.to));
  return (
    <Layout title={title} wide>
      <div class="stack loose">
        <PageHead title={title} back={back} lead={lead ?? nothing ?? undefined} />
        {view === null && nothing === null && (
          <Notice tone="alarm" announce>
            <p>{words.badDays(mostDays)}</p>
          </Notice>
        )}
        {nothing === null && (
          <form class="finder" method="get" action={action}>
            {of}
            <TextField name="from" type="date" label={words.from} value={view?.days.from ?? wish.from} />
            <TextField name="to" type="date" label={words.to} value={view?.days.to ?? wish.to} />
            <Button>{words.show}</Button>
          </form>
        )}
        {view && (
          <>
            <Together view={view} />
            <div class="grid">
              <OverTime view={view} metric="study time" />
              <OverTime view={view} metric="right answers" />
            </div>
            {more}
            <Parts {...{ view, parts, file }} />
            <p class="quiet prose">{how}</p>
          </>
        )}
      </div>
    </Layout>
  );
}

function Together({ view: { metrics, metricsBefore } }: { view: AnalyticsView }) {
  const { t, format } = usePage();
  const words = t.analytics;
  const stats = METRICS.map((metric) => {
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
function restsOn(metric: Metric, { value, of }: MetricValue, { t, format }: Said): string {
  const words = t.analytics;
  const { unit, sample } = DEFINITIONS[metric];
  if (value === null) return of === 0 ? words.none : words.tooLittle(of);
  return unit === 'count' ? '' : words.of[sample](of, format.number(of));
}

function OverTime({ view: { spans, spanDays }, metric }: { view: AnalyticsView; metric: Metric }) {
  const { t, format } = usePage();
  const words = t.analytics;
  const title = words.overTime(words.metrics[metric], spanDays / 7);
  const bars = spans.map(({ days, metrics: { [metric]: one } }) => ({
    label: format.date(noonOf(days.from)),
    value: one.value,
    text: shownMetric(metric, one, format) ?? restsOn(metric, one, { t, format }),
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

function Parts({ view, parts, file }: Pick<AnalyticsProps, 'parts' | 'file'> & { view: AnalyticsView }) {
  const words = usePage().t.analytics;
  const { from, to } = view.days;
  return (
    <Sheet id="parts" title={parts.title}>
      <Table
        caption={parts.title}
        captionHidden
        stacks
        rows={view.parts}
        rowKey={({ id }) => id}
        columns={[
          {
            title: parts.heading,
            heads: true,
            cell: ({ id, name }) => {
              const shown = <bdi>{name}</bdi>;
              return parts.pageOf ? <a href={parts.pageOf(id)}>{shown}</a> : shown;
            },
          },
          ...IN_TABLE.map((metric) => ({
            title: words.metrics[metric],
            numeric: true,
            cell: ({ metrics }: AnalyticsView['parts'][number]) => <Figure metric={metric} value={metrics[metric]} />,
          })),
        ]}
      />
      <p>
        <a href={`${file}&from=${from}&to=${to}`}>{words.csv}</a>
      </p>
    </Sheet>
  );
}

/** A figure with how far chance may move it, or why there is none. */
function Figure({ metric, value }: { metric: Metric; value: MetricValue }) {
  const { t, format } = usePage();
  const shown = shownMetric(metric, value, format);
  const error = shownError(metric, value, format);
  if (shown === null) return <span class="quiet small">{restsOn(metric, value, { t, format })}</span>;
  if (error === null) return <>{shown}</>;
  return (
    <>
      {shown} <span class="quiet small">{t.analytics.giveOrTake(error)}</span>
    </>
  );
}
