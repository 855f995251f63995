import { DEFINITIONS, type MetricValue } from '../../../domain/analytics/metrics.ts';
import type { PartRow, ReportSection } from '../../../domain/kept-reports/kept-report.ts';
import type { ReportView } from '../../../services/kept-reports/report-reading.service.ts';
import { METRICS, type Metric } from '../../../shared/analytics.ts';
import { usePage } from '../../page-context.ts';
import { restsOn } from '../../pages/analytics/sheets.tsx';
import { shownError, shownMetric } from '../../presenters/analytics.presenter.ts';
import { nameOfRow, sectionTitle } from '../../presenters/report-tables.ts';
import { Bars } from '../charts/bars.tsx';
import { Stats } from '../stat.tsx';
import { Table } from '../table.tsx';

type SectionOf<Kind extends ReportSection['kind']> = Extract<ReportSection, { kind: Kind }>;

/** How a child came to a lesson is not for a paper that goes from hand to hand. */
const NOT_OF_PUPIL: readonly Metric[] = ['active pupils', 'low feelings'];

/** Every figure of the period, with what it rests on and what it was before. */
export function PaperFigures({ section, report }: { section: SectionOf<'together'>; report: ReportView }) {
  const { t, format } = usePage();
  const { paper } = t.keptReports;
  const shown = METRICS.filter((metric) => report.kind !== 'pupil' || !NOT_OF_PUPIL.includes(metric));
  const stats = shown.map((metric) => {
    const value = shownMetric(metric, section.metrics[metric], format);
    const before = shownMetric(metric, section.metricsBefore[metric], format);
    const rests = restsOn(metric, section.metrics[metric], { t, format });
    const notes = value === null ? [rests] : [rests, before === null ? '' : paper.before(before)];
    return { label: t.analytics.metrics[metric], value, note: notes.filter(Boolean).join(' · ') };
  });
  return (
    <section>
      <h2>{sectionTitle(section, { t, format })}</h2>
      <Stats stats={stats} />
    </section>
  );
}

/** Time studied and right answers, side by side: columns with their values below them. */
export function PaperOverTime({ section }: { section: SectionOf<'over time'> }) {
  const { t, format } = usePage();
  const { paper } = t.keptReports;
  const bars = (metric: Metric, text: (one: MetricValue) => string) =>
    section.spans.map(({ days, metrics }) => ({
      label: format.shortDay(days.from),
      value: metrics[metric].value,
      text: text(metrics[metric]),
    }));
  const charts = [
    { title: paper.time, bars: bars('study time', clockText), most: undefined },
    {
      title: paper.right,
      bars: bars('right answers', (one) => shownMetric('right answers', one, format) ?? '–'),
      most: 1,
    },
  ];
  return (
    <section class="over-time">
      {charts.map(({ title, ...chart }) => (
        <div key={title}>
          <h3>{title}</h3>
          <Bars title={title} {...chart} />
        </div>
      ))}
    </section>
  );
}

/** Minutes as a clock has them: "1:05". */
function clockText({ value }: MetricValue): string {
  if (value === null) return '–';
  const minutes = Math.round(value);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

const IN_TABLE: readonly Metric[] = [
  'sessions',
  'study time',
  'right answers',
  'unaided answers',
  'attendance',
  'proficiency',
  'investment',
  'social',
  'grade',
];
/** Of a course, or of a subject. */
const OF_COURSES: readonly Metric[] = [
  'sessions',
  'study time',
  'answers',
  'right answers',
  'unaided answers',
  'proficiency',
  'grade',
];

/** Who or what the whole is made of. */
export function PaperParts({ section, report }: { section: SectionOf<'parts'>; report: ReportView }) {
  const { t, format } = usePage();
  const { paper } = t.keptReports;
  const title = sectionTitle(section, { t, format });
  const metrics = section.of === 'course' || section.of === 'subject' ? OF_COURSES : IN_TABLE;
  return (
    <section class={metrics === IN_TABLE ? 'many' : undefined}>
      <h2>{title}</h2>
      {section.rows.length === 0 ? (
        <p class="quiet">{paper.noParts[section.of]}</p>
      ) : (
        <Table
          caption={title}
          captionHidden
          stacks
          rows={section.rows}
          rowKey={(row) => `${row.id} ${row.name}`}
          columns={[
            {
              title: paper.name[section.of],
              heads: true,
              cell: (row) => <bdi>{nameOfRow(section, row, report, { t, format })}</bdi>,
            },
            ...metrics.map((metric) => ({
              title: t.analytics.metrics[metric],
              numeric: true,
              cell: ({ metrics: { [metric]: value } }: PartRow) => <Figure metric={metric} value={value} />,
            })),
          ]}
        />
      )}
      {section.hidden > 0 && <p class="quiet">{paper.hidden(section.hidden)}</p>}
    </section>
  );
}

/** A figure with how far chance may move it; a dash where there is too little, and the number of things that there are. */
function Figure({ metric, value }: { metric: Metric; value: MetricValue }) {
  const { t, format } = usePage();
  const shown = shownMetric(metric, value, format);
  const error = shownError(metric, value, format);
  if (shown === null) return <span class="quiet small">{restsOn(metric, value, { t, format })}</span>;
  const unit = DEFINITIONS[metric].unit;
  if (error === null || unit === 'count') return <>{shown}</>;
  return (
    <bdi dir="ltr">
      {shown} <span class="quiet small">{t.analytics.giveOrTake(error)}</span>
    </bdi>
  );
}
