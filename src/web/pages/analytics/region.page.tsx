import type { MetricValue } from '../../../domain/analytics/metrics.ts';
import { MOST_DAYS } from '../../../services/analytics/analytics-view.ts';
import type {
  RegionAnalytics,
  SubjectOfRegion,
  SubjectWish,
} from '../../../services/analytics/region-analytics.service.ts';
import { HeatMap } from '../../components/charts/heat-map.tsx';
import { SelectField } from '../../components/field.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { shownMetric } from '../../presenters/analytics.presenter.ts';
import { daysQuery, Pages, subjectQuery } from '../region/subject-frame.tsx';
import { Analytics } from './frame.tsx';

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
      chosen={view ? `of=${encodeURIComponent(`${view.subject}|${view.region}`)}` : ''}
      parts={{
        title: words.schools,
        heading: words.school,
        ...(view ? { pageOf: (id: number) => `/region/schools/${id}?${subjectQuery(view)}&${daysQuery(view)}` } : {}),
      }}
      more={
        view && {
          sheets: (
            <>
              <Grid view={view} />
              <OverTimeBySchool view={view} />
              <Pages view={view} />
            </>
          ),
        }
      }
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

/** Schools by weeks, or four of them: what was right at the first try. */
function OverTimeBySchool({ view: { overTime, spans, spanDays } }: { view: RegionAnalytics }) {
  const { t, format } = usePage();
  const words = t.analytics;
  if (overTime.length === 0) return null;
  const title = words.schoolsOverTime(spanDays / 7);
  const rows = overTime.map(({ id, name, cells }) => ({
    id,
    name,
    cells: cells.map((cell) => ({
      share: cell?.value ?? null,
      text: cell === null ? words.few : (shownMetric('right answers', cell, format) ?? words.none),
    })),
  }));
  return (
    <Sheet id="schools-over-time" title={title}>
      <HeatMap
        title={title}
        heading={words.school}
        columns={spans.map(({ days }) => format.dayMonth(days.from))}
        rows={rows}
      />
      <p class="quiet prose">{words.schoolsOverTimeHow}</p>
    </Sheet>
  );
}
