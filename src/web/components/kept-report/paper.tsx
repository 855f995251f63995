import type { ReportSection } from '../../../domain/kept-reports/kept-report.ts';
import type { ReportView } from '../../../services/kept-reports/report-reading.service.ts';
import { usePage } from '../../page-context.ts';
import { daysTitle, periodTitle, subjectOf } from '../../presenters/kept-report.presenter.ts';
import { PaperFigures, PaperOverTime, PaperParts } from './figures.tsx';
import { PaperQuarters, PaperTests, PaperUnits } from './pupil-sections.tsx';

/** What a page with a report on it needs besides the style sheet of all pages. */
export const PAPER_STYLES = 'src/web/styles/report-paper.css';

/** A report as it lies on the table: letterhead, sections, and what its figures are. The same on the screen and on paper. */
export function Paper({ report }: { report: ReportView }) {
  const { t } = usePage();
  const { paper } = t.keptReports;
  const subjects = [...new Set(report.sections.flatMap(({ subject }) => subject ?? []))];
  return (
    <article class="report-paper" aria-labelledby={`report-${report.id}`}>
      <Letterhead report={report} />
      {report.sections.map((section, place) =>
        section.subject === undefined ? <Section key={`${section.kind} ${place}`} {...{ section, report }} /> : null,
      )}
      {subjects.map((subject) => (
        <section key={subject} class="of-subject" aria-label={t.words.subject(subject)}>
          {report.sections.map((section, place) =>
            section.subject === subject ? <Section key={`${section.kind} ${place}`} {...{ section, report }} /> : null,
          )}
        </section>
      ))}
      {report.kind === 'pupil' && <Remarks />}
      <footer class="counted">
        <h2>{paper.counted}</h2>
        <p>{howOf(report, t)}</p>
        {report.kind === 'pupil' && <p>{paper.howUnits}</p>}
        {report.metricsVersion !== null && <p>{paper.version(report.metricsVersion)}</p>}
      </footer>
    </article>
  );
}

function howOf({ kind }: ReportView, t: ReturnType<typeof usePage>['t']): string {
  switch (kind) {
    case 'pupil':
    case 'pupils':
      return t.keptReports.paper.howPupil;
    case 'class':
      return t.analytics.how;
    case 'school':
    case 'subject':
      return t.analytics.schoolHow;
    default:
      return t.analytics.regionHow;
  }
}

function Letterhead({ report }: { report: ReportView }) {
  const { t, format } = usePage();
  const { keptReports: words } = t;
  const { kind, names, maker, madeAt, askedAt } = report;
  const facts: [string, string][] = [
    ...(kind === 'pupil' && names.className !== null ? [[words.paper.class, names.className] as [string, string]] : []),
    [words.paper.period, daysTitle(report, { t, format })],
    [words.paper.madeAt, format.dateTime(madeAt ?? askedAt)],
    ...(maker === null ? [] : [[words.paper.by, maker] as [string, string]]),
  ];
  return (
    <header class="letterhead">
      <p class="from">
        <strong>
          <bdi>{names.school ?? t.staff.region(report.region ?? '')}</bdi>
        </strong>
        <span>{`${words.kinds[kind]}, ${periodTitle(report, { t, format })}`}</span>
      </p>
      <h1 id={`report-${report.id}`}>
        <bdi>{subjectOf(report, { t, format })}</bdi>
      </h1>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Section({ section, report }: { section: ReportSection; report: ReportView }) {
  switch (section.kind) {
    case 'together':
      return <PaperFigures {...{ section, report }} />;
    case 'over time':
      return <PaperOverTime section={section} />;
    case 'parts':
      return <PaperParts {...{ section, report }} />;
    case 'units':
      return <PaperUnits {...{ section, report }} />;
    case 'quarters':
      return <PaperQuarters section={section} />;
    case 'own tests':
    case 'tests':
      return <PaperTests section={section} />;
  }
}

/** Room for what is said and signed by hand; only on paper. */
function Remarks() {
  const { paper } = usePage().t.keptReports;
  return (
    <section class="remarks" aria-hidden="true">
      <h2>{paper.remarks}</h2>
      <p />
      <p />
      <p />
      <ul>
        <li>{paper.signatures.date}</li>
        <li>{paper.signatures.manager}</li>
        <li>{paper.signatures.parent}</li>
      </ul>
    </section>
  );
}
