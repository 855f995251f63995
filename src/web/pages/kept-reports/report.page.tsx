import type { ReportView } from '../../../services/kept-reports/report-reading.service.ts';
import { ActionButton, LinkButton } from '../../components/button.tsx';
import { PAPER_STYLES, Paper } from '../../components/kept-report/paper.tsx';
import { Layout } from '../../components/layout.tsx';
import { Meter } from '../../components/meter.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { periodTitle, subjectOf } from '../../presenters/kept-report.presenter.ts';
import { sectionTitle } from '../../presenters/report-tables.ts';

export interface ReportPageProps {
  report: ReportView;
  /** Where these reports live: `/class/reports`. */
  base: string;
  /** Where today's figures are; null: they stand on no page of the reader's. */
  live: string | null;
  canPrint: boolean;
  canRemove: boolean;
}

/** A report, to be read and printed: what it says, and around it what does not go to paper. */
export function ReportPage({ report, base, live, canPrint, canRemove }: ReportPageProps) {
  const { t, format } = usePage();
  const { keptReports: words } = t;
  const here = `${base}/${report.id}`;
  return (
    <Layout
      title={`${subjectOf(report, { t, format })}, ${periodTitle(report, { t, format })}`}
      styles={[PAPER_STYLES]}
    >
      <div class="stack loose">
        <div class="no-print stack">
          <div class="row">
            <a href={base}>{words.list}</a>
            <span class="push row">
              {canPrint && (
                <LinkButton href={`${here}/report.pdf`} tone="go">
                  {words.pdf}
                </LinkButton>
              )}
              {canRemove && <ActionButton action={`${here}/remove`}>{words.remove}</ActionButton>}
            </span>
          </div>
          <Frozen report={report} live={live} />
          {!canPrint && <p class="quiet">{words.print}</p>}
        </div>
        <Paper report={report} />
        <Files report={report} here={here} />
      </div>
    </Layout>
  );
}

/** That these are the figures of a day, and whether today's differ. */
function Frozen({ report, live }: Pick<ReportPageProps, 'report' | 'live'>) {
  const { t, format } = usePage();
  const { frozen, paper } = t.keptReports;
  if (report.isStill === null) return null;
  const day = format.dateTime(report.madeAt ?? report.askedAt);
  return (
    <Notice tone={report.isStill ? 'info' : 'warn'}>
      <p>
        {report.isStill ? frozen.same(day) : frozen.differs(day)} {live && <a href={live}>{frozen.live}</a>}
      </p>
      {!report.isOfToday && <p>{paper.otherVersion}</p>}
    </Notice>
  );
}

function Files({ report, here }: { report: ReportView; here: string }) {
  const { t, format } = usePage();
  return (
    <nav class="no-print" aria-label={t.keptReports.files}>
      <ul class="row report-files">
        {report.sections.map((section, place) => (
          <li key={here + String(place)}>
            <a href={`${here}/table.csv?section=${place}`}>{t.keptReports.csv(sectionTitle(section, { t, format }))}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface UnderWayProps {
  report: Pick<ReportView, 'id' | 'state' | 'soFar' | 'inAll'>;
  base: string;
}

/** A report that is being made: the page comes again by itself. Or one that could not be made. */
export function ReportUnderWayPage({ report: { id, state, soFar, inAll }, base }: UnderWayProps) {
  const { keptReports: words } = usePage().t;
  const isFailed = state === 'failed';
  const title = isFailed ? words.failed.title : words.making.title;
  const said = inAll === 0 ? words.making.beginning : words.making.soFar(soFar, inAll);
  return (
    <Layout title={title} narrow>
      <div class="stack loose">
        <PageHead
          title={title}
          back={{ href: base, text: words.list }}
          lead={isFailed ? words.failed.lead : words.making.lead}
        />
        {isFailed ? (
          <ActionButton action={`${base}/${id}/remove`}>{words.remove}</ActionButton>
        ) : (
          <Sheet id="progress" title={words.making.progress}>
            {inAll > 0 && <Meter share={soFar / inAll} label={words.making.progress} valueText={said} tone="iris" />}
            <p>{said}</p>
            <p>
              <LinkButton href={`${base}/${id}`}>{words.making.again}</LinkButton>
            </p>
          </Sheet>
        )}
      </div>
    </Layout>
  );
}
