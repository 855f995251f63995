import { COLUMNS } from '../../../domain/roster/csv/vocabulary.ts';
import type { RosterProblem } from '../../../domain/roster/problem.ts';
import type { LeftOut } from '../../../domain/roster/roster.ts';
import { LinkButton } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { TextField } from '../../components/field.tsx';
import { ImportForm } from '../../components/import/import-form.tsx';
import { Fold, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { LONGEST_ORG, type PeopleImportForm } from '../../forms/people-import.form.ts';
import { usePage } from '../../page-context.ts';
import { LeftOutAndNotes } from './roster-report.tsx';

/** Why a file was not taken. */
export interface Refusal {
  message: string;
  problems: RosterProblem[];
  count: number;
  /** What would be left out besides, and what else there is to say of the file. */
  leftOut: LeftOut[];
  notes: string[];
}

const SHOWN = 100;

/** Where a file of people is chosen, and what is wrong with the one that was sent. */
export function PeopleImportPage({
  school,
  form,
  refusal,
}: {
  school: string;
  form: PeopleImportForm;
  refusal?: Refusal | undefined;
}) {
  const { peopleImport: words, people } = usePage().t;
  const found = refusal?.problems.length ?? 0;
  return (
    <ImportForm
      title={words.title}
      lead={words.lead(school)}
      back={{ href: '/school/people', text: people.title }}
      action="/school/people/import"
      file={{ hint: words.fileHint, problem: form.problems.file, accept: '.csv,.tsv,.txt,.zip' }}
      refusal={refusal && (found === 0 ? refusal.message : words.problemsLead(refusal.count))}
      problems={refusal && found > 0 && <Problems refusal={refusal} />}
      fields={<Fields form={form} />}
      rules={words.ruleList}
      moreRules={<Columns />}
      takeOut={{
        title: words.takeOut,
        lead: words.takeOutLead,
        links: (
          <>
            <LinkButton href="/school/people/export?format=csv">{words.exportCsv}</LinkButton>
            <LinkButton href="/school/people/export?format=oneroster">{words.exportOneRoster}</LinkButton>
          </>
        ),
      }}
    />
  );
}

function Fields({ form }: { form: PeopleImportForm }) {
  const { peopleImport: words } = usePage().t;
  const formats = [
    { value: 'csv', label: words.csv, note: words.csvNote },
    { value: 'oneroster', label: words.oneroster, note: words.oneRosterNote },
  ];
  return (
    <>
      <Choices
        name="format"
        label={words.formatLabel}
        layout="list"
        choices={formats}
        chosen={[form.format]}
        problem={form.problems.format}
      />
      <Choices
        several
        name="whole"
        label={words.wholeLabel}
        layout="list"
        choices={[{ value: 'yes', label: words.whole, note: words.wholeNote }]}
        chosen={form.whole ? ['yes'] : []}
        problem={form.problems.whole}
      />
      <TextField
        name="org"
        label={words.org}
        hint={words.orgHint}
        value={form.org}
        maxLength={LONGEST_ORG}
        problem={form.problems.org}
      />
    </>
  );
}

function Columns() {
  const { peopleImport: words } = usePage().t;
  return (
    <Fold summary={words.columnsTitle}>
      <dl class="stack tight">
        {Object.entries(COLUMNS).map(([kind, columns]) => (
          <div key={kind}>
            <dt>
              <strong>{kind}.csv</strong>
            </dt>
            <dd class="quiet">{columns.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

function Problems({ refusal: { problems, count, leftOut, notes } }: { refusal: Refusal }) {
  const { peopleImport: words } = usePage().t;
  return (
    <Sheet id="problems" title={words.problemsCaption}>
      <Table
        stacks
        caption={words.problemsCaption}
        captionHidden
        rows={problems.slice(0, SHOWN).map((problem, index) => ({ ...problem, index }))}
        rowKey={({ index }) => index}
        columns={[
          {
            title: words.place,
            heads: true,
            cell: ({ file, row, column }) => <span dir="auto">{words.placeOf(file, row, column)}</span>,
          },
          {
            title: words.read,
            cell: (problem) => <Value problem={problem} />,
          },
          { title: words.allowed, cell: ({ allowed }) => <span dir="auto">{allowed}</span>, wide: true },
        ]}
      />
      {count > SHOWN && <p class="quiet">{words.problemsMore(count - SHOWN)}</p>}
      <LeftOutAndNotes leftOut={leftOut} notes={notes} />
    </Sheet>
  );
}

/** What was read: of a line as a whole and of what is kept secret there is nothing to show. */
function Value({ problem: { value, column, secret } }: { problem: RosterProblem }) {
  const { peopleImport: words } = usePage().t;
  if (value !== null) return <span dir="auto">“{value}”</span>;
  const none = secret ? words.notRepeated : column === null ? words.wholeLine : words.nothingRead;
  return <span class="quiet">{none}</span>;
}
