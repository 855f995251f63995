import { consentText, currentVersion, PURPOSES, type Purpose } from '../../../domain/consent/purposes.ts';
import { type ConsentState, LONGEST_NOTE, type SchoolConsents } from '../../../services/consent/consent.service.ts';
import { Button } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Done, Empty, Fold, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** A form that could not be taken, as it was filled in. */
export interface RecordForm {
  pupils: readonly number[];
  purpose: string;
  answer: string;
  note: string;
  problems: { pupils?: string; answer?: string; note?: string };
}

const EMPTY: RecordForm = { pupils: [], purpose: PURPOSES[0], answer: '', note: '', problems: {} };

interface Props {
  view: SchoolConsents;
  form?: RecordForm;
  done?: string | null;
}

/** What the parents of a school allow, class by class, and what they signed on paper. */
export function SchoolConsentsPage({ view, form = EMPTY, done = null }: Props) {
  const { consents: words, staff } = usePage().t;
  return (
    <Layout title={words.schoolTitle}>
      <div class="stack loose">
        <PageHead
          title={words.schoolTitle}
          lead={words.schoolLead}
          back={{ href: '/school', text: staff.backToSchool }}
        />
        <Done text={done} />
        {!view.hasModel && (
          <Notice>
            <p>{words.noModel}</p>
          </Notice>
        )}
        <Counts view={view} />
        <Room view={view} form={form} />
      </div>
    </Layout>
  );
}

function Counts({ view }: { view: SchoolConsents }) {
  const { t, locale, format } = usePage();
  const words = t.consents;
  return (
    <Sheet id="counts" title={words.countsTitle} action={<a href="/school/policies">{words.rule}</a>}>
      <Table
        stacks
        caption={words.countsTitle}
        captionHidden
        rows={view.counts}
        rowKey={({ purpose }) => purpose}
        columns={[
          { title: words.purpose, heads: true, cell: ({ purpose }) => titleOf(purpose, locale) },
          { title: words.yes, cell: ({ yes }) => format.number(yes), numeric: true },
          { title: words.no, cell: ({ no }) => format.number(no), numeric: true },
          { title: words.open, cell: ({ open }) => format.number(open), numeric: true },
        ]}
      />
      <p>{view.unanswered ? words.ruleYes : words.ruleNo}</p>
      <Fold summary={words.readWhat}>
        <div class="stack">
          {PURPOSES.map((purpose) => (
            <Asked key={purpose} purpose={purpose} />
          ))}
        </div>
      </Fold>
    </Sheet>
  );
}

function Asked({ purpose }: { purpose: Purpose }) {
  const asked = consentText(purpose, currentVersion(purpose), usePage().locale);
  if (!asked) return null;
  return (
    <div class="stack tight prose">
      <strong>{asked.title}</strong>
      <p>{asked.what}</p>
      <p>{asked.otherwise}</p>
    </div>
  );
}

/** What a purpose is called as it is asked now. */
function titleOf(purpose: Purpose, locale: 'en' | 'he'): string {
  return consentText(purpose, currentVersion(purpose), locale)?.title ?? purpose;
}

function Room({ view, form }: { view: SchoolConsents; form: RecordForm }) {
  const { t, locale } = usePage();
  const words = t.consents;
  return (
    <Sheet id="class" title={words.classTitle}>
      <form method="get" action="/school/consents" class="filter">
        <SelectField
          name="class"
          label={words.class}
          value={String(view.classId ?? '')}
          options={view.classes.map(({ id, name, year }) => ({
            value: String(id),
            label: t.people.classOf(name, year),
          }))}
        />
        <Button>{words.show}</Button>
      </form>
      {view.pupils.length === 0 ? (
        <Empty icon="people" title={words.nobody}>
          <p>{words.nobodyMore}</p>
        </Empty>
      ) : (
        <form method="post" action="/school/consents" class="stack">
          <input type="hidden" name="class" value={view.classId ?? ''} />
          {form.problems.pupils && (
            <Notice tone="warn" announce>
              <p>{form.problems.pupils}</p>
            </Notice>
          )}
          <Table
            stacks
            caption={words.classTitle}
            captionHidden
            rows={view.pupils}
            rowKey={({ id }) => id}
            columns={[
              {
                title: words.pupil,
                heads: true,
                cell: ({ id, name }) => (
                  <label class="row">
                    <input type="checkbox" name="pupils" value={id} checked={form.pupils.includes(id)} />
                    <bdi>{name}</bdi>
                  </label>
                ),
              },
              ...PURPOSES.map((purpose) => ({
                title: titleOf(purpose, locale),
                cell: ({ states }: SchoolConsents['pupils'][number]) => (
                  <StateTag state={states.find((state) => state.purpose === purpose)} />
                ),
              })),
            ]}
          />
          <h3>{words.recordTitle}</h3>
          <SelectField
            name="purpose"
            label={words.recordAbout}
            value={form.purpose}
            options={PURPOSES.map((purpose) => ({ value: purpose, label: titleOf(purpose, locale) }))}
          />
          <Choices
            name="answer"
            label={words.recordAnswer}
            layout="tight"
            problem={form.problems.answer}
            chosen={[form.answer]}
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: words.answers[value] }))}
          />
          <TextField
            name="note"
            label={words.recordNote}
            hint={words.recordNoteHint}
            value={form.note}
            problem={form.problems.note}
            maxLength={LONGEST_NOTE}
          />
          <Button tone="go">{words.recordButton}</Button>
        </form>
      )}
    </Sheet>
  );
}

function StateTag({ state }: { state: ConsentState | undefined }) {
  const { consents: words } = usePage().t;
  if (!state?.given) return <Tag>{words.openState}</Tag>;
  const { given, standing } = state;
  if (given.answer === 'no') return <Tag tone="info">{words.answers.no}</Tag>;
  return standing.open ? <Tag tone="due">{words.oldYes}</Tag> : <Tag tone="good">{words.answers.yes}</Tag>;
}
