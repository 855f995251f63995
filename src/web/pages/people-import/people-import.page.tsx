import { COLUMNS } from '../../../domain/roster/csv/vocabulary.ts';
import type { RosterProblem } from '../../../domain/roster/problem.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { described, Problem, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import type { PeopleImportForm } from '../../forms/people-import.form.ts';
import { usePage } from '../../page-context.ts';

/** Why a file was not taken. */
export interface Refusal {
  message: string;
  problems: RosterProblem[];
  count: number;
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
  const { peopleImport: words } = usePage().t;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <header class="stack tight">
          <h1>{words.title}</h1>
          <p class="quiet prose" dir="auto">
            {words.lead(school)}
          </p>
        </header>
        {refusal && <Refused refusal={refusal} />}
        <div class="grid even">
          <FileForm form={form} />
          <div class="stack loose">
            <Sheet id="rules" title={words.rules}>
              <ul class="stack tight">
                {words.ruleList.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
              <Columns />
            </Sheet>
            <Sheet id="take-out" title={words.takeOut}>
              <p class="quiet">{words.takeOutLead}</p>
              <p class="row">
                <LinkButton href="/school/people/export?format=csv">{words.exportCsv}</LinkButton>
                <LinkButton href="/school/people/export?format=oneroster">{words.exportOneRoster}</LinkButton>
              </p>
            </Sheet>
          </div>
        </div>
      </div>
    </Layout>
  );
}

function FileForm({ form }: { form: PeopleImportForm }) {
  const { peopleImport: words } = usePage().t;
  const formats = [
    { value: 'csv', label: words.csv, note: words.csvNote },
    { value: 'oneroster', label: words.oneroster, note: words.oneRosterNote },
  ];
  const file = { name: 'file', hint: words.fileHint, problem: form.problems.file };
  return (
    <Sheet id="file-title" title={words.fileTitle}>
      <form class="stack" method="post" action="/school/people/import" enctype="multipart/form-data">
        <Choices name="format" label={words.formatLabel} layout="list" choices={formats} chosen={[form.format]} />
        <Choices
          several
          name="whole"
          label={words.wholeLabel}
          layout="list"
          choices={[{ value: 'yes', label: words.whole, note: words.wholeNote }]}
          chosen={form.whole ? ['yes'] : []}
        />
        <TextField name="org" label={words.org} hint={words.orgHint} value={form.org} maxLength={180} />
        <div class="field">
          <label for="file">{words.file}</label>
          <span class="hint" id="file-hint">
            {words.fileHint}
          </span>
          <input class="input" id="file" type="file" name="file" accept=".csv,.tsv,.txt,.zip" {...described(file)} />
          <Problem id="file-problem" text={form.problems.file} />
        </div>
        <p>
          <Button tone="go">{words.look}</Button>
        </p>
      </form>
    </Sheet>
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

function Refused({ refusal: { message, problems, count } }: { refusal: Refusal }) {
  const { peopleImport: words } = usePage().t;
  return (
    <>
      <Notice tone="alarm" title={words.notTaken} announce>
        <p class="as-written" dir="auto">
          {problems.length === 0 ? message : words.problemsLead(count)}
        </p>
      </Notice>
      {problems.length > 0 && (
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
                cell: ({ value }) =>
                  value === null ? <span class="quiet">{words.nothingRead}</span> : <span dir="auto">“{value}”</span>,
              },
              { title: words.allowed, cell: ({ allowed }) => <span dir="auto">{allowed}</span>, wide: true },
            ]}
          />
          {count > SHOWN && <p class="quiet">{words.problemsMore(count - SHOWN)}</p>}
        </Sheet>
      )}
    </>
  );
}
