import {
  clockTime,
  LONGEST_GRACE,
  LONGEST_RETENTION,
  type Policies,
  type PolicyField,
  type PolicyProblems,
  TRANSCRIPT_POLICIES,
} from '../../../domain/policies/policies.ts';
import type { PoliciesPage as View } from '../../../services/policies/policies.service.ts';
import { Button } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Done, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import type { Fields } from '../../forms/fields.ts';
import { usePage } from '../../page-context.ts';
import { SubjectModels } from './subject-models.tsx';

/** A form that is not saved: tried, or wrong. */
export interface PoliciesForm {
  sent: Fields;
  problems: PolicyProblems;
}

interface Props {
  view: View;
  form?: PoliciesForm;
  /** What would be removed with what the form says. */
  tried?: { due: View['due']; policies: Policies };
  done?: string | null;
}

/** What a school decides for itself. */
export function PoliciesPage({ view, form, tried, done = null }: Props) {
  const { policies: words, staff } = usePage().t;
  const sent = form?.sent ?? asFields(view.policies);
  const problems = form?.problems ?? {};
  const isWrong = Object.keys(problems).length > 0;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead
          title={words.title}
          lead={words.lead}
          back={{ href: '/school', text: staff.backToSchool }}
          actions={
            <>
              <a href="/school/ai#limits">{words.toAiLimits}</a>
              <a href="/school/audit?action=set+policies">{words.toAudit}</a>
            </>
          }
        />
        <Done text={done} />
        {isWrong && (
          <Notice tone="warn" announce>
            <p>{words.problemsTitle}</p>
          </Notice>
        )}
        {tried && <Due due={tried.due} policies={tried.policies} announce />}
        <form method="post" action="/school/policies" class="stack loose">
          <div class="grid even halves">
            <Reading sent={sent} problems={problems} />
            <Consent sent={sent} problems={problems} />
            <Hours sent={sent} problems={problems} />
            <Retention sent={sent} problems={problems} />
          </div>
          <div class="row">
            <Button tone="go">{words.save}</Button>
            <Button tone="soft" formAction="/school/policies/try">
              {words.try}
            </Button>
          </div>
        </form>
        {!tried && <Due due={view.due} policies={view.policies} />}
        <SubjectModels view={view} />
      </div>
    </Layout>
  );
}

interface PartProps {
  sent: Fields;
  problems: PolicyProblems;
}

function asFields(policies: Policies): Fields {
  return {
    transcripts: policies.transcripts,
    unanswered: policies.unansweredConsent ? 'yes' : 'no',
    graceDays: String(policies.consentGraceDays),
    messageMonths: policies.messageMonths === null ? '' : String(policies.messageMonths),
    recordMonths: policies.recordMonths === null ? '' : String(policies.recordMonths),
    studyFrom: clockTime(policies.studyFrom),
    studyUntil: clockTime(policies.studyUntil),
  };
}

/** What is wrong with a field, in words. */
function problemOf(problems: PolicyProblems, name: PolicyField): string | undefined {
  const found = problems[name];
  return found && usePage().t.policies.problems[found];
}

function Reading({ sent, problems }: PartProps) {
  const { policies: words } = usePage().t;
  return (
    <Sheet id="reading" title={words.parents}>
      <Choices
        name="transcripts"
        label={words.transcripts}
        layout="list"
        chosen={[sent.transcripts ?? '']}
        problem={problemOf(problems, 'transcripts')}
        choices={TRANSCRIPT_POLICIES.map((value) => ({
          value,
          label: words.transcriptChoices[value],
          note: words.transcriptNotes[value],
        }))}
      />
    </Sheet>
  );
}

function Consent({ sent, problems }: PartProps) {
  const { policies: words } = usePage().t;
  return (
    <Sheet id="consent" title={words.consent} action={<a href="/school/consents">{words.toConsents}</a>}>
      <Choices
        name="unanswered"
        label={words.unanswered}
        layout="list"
        chosen={[sent.unanswered ?? '']}
        problem={problemOf(problems, 'unanswered')}
        choices={(['no', 'yes'] as const).map((value) => ({
          value,
          label: words.unansweredChoices[value],
          note: words.unansweredNotes[value],
        }))}
      />
      <TextField
        name="graceDays"
        type="number"
        short
        label={words.graceDays}
        value={sent.graceDays}
        min={0}
        max={LONGEST_GRACE}
        problem={problemOf(problems, 'graceDays')}
      />
    </Sheet>
  );
}

function Hours({ sent, problems }: PartProps) {
  const { policies: words } = usePage().t;
  return (
    <Sheet id="hours" title={words.hours}>
      <p class="quiet">{words.hoursHint}</p>
      <div class="row">
        {(['studyFrom', 'studyUntil'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            short
            label={words[name]}
            value={sent[name]}
            maxLength={5}
            problem={problemOf(problems, name)}
          />
        ))}
      </div>
    </Sheet>
  );
}

function Retention({ sent, problems }: PartProps) {
  const { policies: words } = usePage().t;
  const hints = { messageMonths: words.messageMonthsHint, recordMonths: words.recordMonthsHint };
  return (
    <Sheet id="retention" title={words.retention}>
      {(['messageMonths', 'recordMonths'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          type="number"
          short
          label={words[name]}
          hint={hints[name]}
          value={sent[name]}
          min={1}
          max={LONGEST_RETENTION}
          problem={problemOf(problems, name)}
        />
      ))}
      <p class="quiet">{words.voice}</p>
    </Sheet>
  );
}

function Due({ due, policies, announce = false }: { due: View['due']; policies: Policies; announce?: boolean }) {
  const { t, format } = usePage();
  const words = t.policies;
  const rows = [
    { kept: 'words' as const, months: policies.messageMonths },
    { kept: 'records' as const, months: policies.recordMonths },
  ];
  const counted = (kept: 'words' | 'records', of: (found: NonNullable<View['due']['words']>) => number) => {
    const found = due[kept];
    if (found === null) return <span class="quiet">{words.dueNever}</span>;
    return kept === 'records' ? <span class="quiet">{words.dueNoMessages}</span> : format.number(of(found));
  };
  return (
    <Sheet id="due" title={words.dueTitle}>
      <p class="quiet" role={announce ? 'status' : undefined}>
        {words.dueLead}
      </p>
      <Table
        stacks
        caption={words.dueTitle}
        captionHidden
        rows={rows}
        rowKey={({ kept }) => kept}
        columns={[
          { title: words.kind, heads: true, cell: ({ kept }) => words.kinds[kept] },
          {
            title: words.older,
            cell: ({ months }) =>
              months === null ? <span class="quiet">{words.dueNever}</span> : words.months(months),
          },
          {
            title: words.dueSessions,
            numeric: true,
            cell: ({ kept }) => {
              const found = due[kept];
              return found === null ? <span class="quiet">{words.dueNever}</span> : format.number(found.sessions);
            },
          },
          {
            title: words.dueMessages,
            numeric: true,
            cell: ({ kept }) => counted(kept, ({ messages }) => messages),
          },
          {
            title: words.dueAnswers,
            numeric: true,
            cell: ({ kept }) => counted(kept, ({ answers }) => answers),
          },
        ]}
      />
    </Sheet>
  );
}
