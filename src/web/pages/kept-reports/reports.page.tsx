import type { ReportChoices } from '../../../services/kept-reports/kept-reports.service.ts';
import type { ListedReport } from '../../../services/kept-reports/report-reading.service.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import type { KeptReportForm } from '../../forms/kept-report.form.ts';
import { usePage } from '../../page-context.ts';
import { daysTitle, periodTitle, subjectOf } from '../../presenters/kept-report.presenter.ts';
import { aboutOptions, periodOptions } from '../../presenters/report-options.ts';

export interface ReportsPageProps {
  /** Where these reports live: `/class/reports`. */
  base: string;
  back: { href: string; text: string };
  lead: string;
  choices: ReportChoices;
  reports: readonly ListedReport[];
  form: KeptReportForm;
  problem?: string | undefined;
}

/** The reports that were made, and what it takes to make another one. */
export function ReportsPage({ base, back, lead, choices, reports, form, problem }: ReportsPageProps) {
  const page = usePage();
  const { keptReports: words } = page.t;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead title={words.title} back={back} lead={lead} />
        {problem && (
          <Notice tone="alarm" announce>
            <p>{problem}</p>
          </Notice>
        )}
        <Sheet id="make" title={words.make}>
          <MakeForm {...{ base, choices, form }} />
        </Sheet>
        <Sheet id="made" title={words.made}>
          {reports.length === 0 ? (
            <Empty icon="book" title={words.none}>
              <p>{words.noneMore}</p>
            </Empty>
          ) : (
            <MadeTable {...{ base, reports }} />
          )}
        </Sheet>
      </div>
    </Layout>
  );
}

function MakeForm({ base, choices, form }: Pick<ReportsPageProps, 'base' | 'choices' | 'form'>) {
  const page = usePage();
  const { keptReports: words } = page.t;
  const about = aboutOptions(choices, page);
  return (
    <form class="finder" method="post" action={base}>
      <input type="hidden" name="key" value={form.key} />
      {about.length > 0 && <SelectField name="of" label={words.which.of} value={form.of} options={about} />}
      <SelectField name="period" label={words.period} value={form.period} options={periodOptions(choices, page)} />
      <TextField name="from" type="date" label={words.from} value={form.from} />
      <TextField name="to" type="date" label={words.to} value={form.to} />
      <Button tone="go">{words.go}</Button>
    </form>
  );
}

function MadeTable({ base, reports }: Pick<ReportsPageProps, 'base' | 'reports'>) {
  const { t, format } = usePage();
  const { keptReports: words } = t;
  return (
    <Table
      caption={words.made}
      captionHidden
      stacks
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        {
          title: words.what,
          heads: true,
          cell: (report) => (
            <>
              <a href={`${base}/${report.id}`}>
                <bdi>{subjectOf(report, { t, format })}</bdi>
              </a>
              <br />
              <span class="quiet">{words.kinds[report.kind]}</span>
            </>
          ),
        },
        {
          title: words.of,
          cell: (report) => (
            <>
              {periodTitle(report, { t, format })}
              {report.period !== 'days' && (
                <>
                  <br />
                  <span class="quiet">{daysTitle(report, { t, format })}</span>
                </>
              )}
            </>
          ),
        },
        {
          title: words.when,
          numeric: true,
          cell: ({ state, madeAt, askedAt }) =>
            state === 'done' ? format.dateTime(madeAt ?? askedAt) : <span class="quiet">{words.states[state]}</span>,
        },
      ]}
    />
  );
}
