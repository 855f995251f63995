import type { Decision } from '../../../domain/roster/plan/plan.ts';
import { changesNothing, type RosterReport } from '../../../domain/roster/report.ts';
import { LinkButton } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { Problem } from '../../components/field.tsx';
import { ImportPreview } from '../../components/import/import-preview.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import { decisionField } from '../../forms/people-import.form.ts';
import { usePage } from '../../page-context.ts';
import { RosterReportView } from './roster-report.tsx';

/** What a file would do, and the question whether it shall. `notice` says why it was not carried out. */
export function PeoplePreviewPage({
  id,
  report,
  notice,
}: {
  id: number;
  report: RosterReport;
  notice?: 'changed-meanwhile' | 'large-change' | undefined;
}) {
  const { peopleImport: words } = usePage().t;
  return (
    <ImportPreview
      base={`/school/people/import/${id}`}
      report={report}
      changed={notice === 'changed-meanwhile' ? words.changedMeanwhile : undefined}
      idle={isIdle(report)}
      questions={<Questions report={report} missing={notice === 'large-change'} />}
    >
      {isIdle(report) && (
        <Notice tone="good">
          <p>{words.nothingChanges}</p>
        </Notice>
      )}
      <RosterReportView report={report} table={`/school/people/import/${id}/plan.csv`} />
    </ImportPreview>
  );
}

const isIdle = (report: RosterReport): boolean => changesNothing(report) && report.decisions.length === 0;

function Questions({ report, missing }: { report: RosterReport; missing: boolean }) {
  const { peopleImport: words } = usePage().t;
  if (isIdle(report)) return null;
  return (
    <>
      {report.decisions.length > 0 && (
        <Sheet id="decisions" title={words.decisionsTitle}>
          <p class="quiet prose">{words.decisionsLead}</p>
          {report.decisions.map((decision) => (
            <Question key={decision.externalId} decision={decision} />
          ))}
        </Sheet>
      )}
      {report.large.map(({ school, touched, of }) => (
        <Notice key={school} tone="alarm" title={words.largeTitle}>
          <p>{words.large(touched, of)}</p>
          <label class="check">
            <input type="checkbox" name="large" value="yes" aria-describedby={missing ? 'large-problem' : undefined} />
            <span>{words.largeTick}</span>
          </label>
          <Problem id="large-problem" text={missing ? words.largeNeeded : undefined} />
        </Notice>
      ))}
    </>
  );
}

function Question({ decision }: { decision: Decision }) {
  const { peopleImport: words } = usePage().t;
  const { externalId, name, born, candidates } = decision;
  const options = [
    { value: '', label: words.decideLater },
    ...candidates.map(({ id, username }) => ({ value: String(id), label: words.decideSame(username) })),
    { value: 'new', label: words.decideNew },
  ];
  return (
    <Choices
      name={decisionField(externalId)}
      label={words.decisionOf(name, born, externalId)}
      choices={options}
      chosen={['']}
    />
  );
}

/** What a file did. */
export function PeopleImportedPage({ report }: { report: RosterReport }) {
  const { peopleImport: words, fileImport } = usePage().t;
  return (
    <Layout title={words.doneTitle}>
      <div class="stack loose">
        <PageHead title={words.doneTitle} />
        <Notice tone="good" announce>
          <p dir="auto">{words.doneLead(report.source)}</p>
        </Notice>
        <RosterReportView report={report} />
        <p class="row">
          {report.added.length > 0 && (
            <LinkButton href="/school/people?state=no+password" tone="go">
              {words.waysIn}
            </LinkButton>
          )}
          <LinkButton href="/school/people/import">{fileImport.another}</LinkButton>
        </p>
      </div>
    </Layout>
  );
}
