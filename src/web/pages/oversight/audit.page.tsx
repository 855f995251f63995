import type { AuditLine, AuditPage as View } from '../../../services/oversight/audit-log.service.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';
import { detailsInWords } from '../../presenters/audit.presenter.ts';

/** What was looked for, as it stands in the address. */
export interface AuditFields {
  who: string;
  about: string;
  action: string;
  from: string;
  to: string;
}

/** Who did what at a school, the newest first. */
export function AuditPage({ view, fields, paged }: { view: View; fields: AuditFields; paged: boolean }) {
  const { audit: words, staff } = usePage().t;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead title={words.title} lead={words.lead} back={{ href: '/school', text: staff.backToSchool }} />
        <section class="sheet stack" aria-label={words.title}>
          <Filter fields={fields} />
          {view.lines.length === 0 ? (
            <Empty icon="clock" title={words.none}>
              <p>{words.noneMore}</p>
            </Empty>
          ) : (
            <Lines lines={view.lines} />
          )}
          <p>
            <a href={`/school/audit.csv?${query(fields)}`}>{words.csv}</a>
          </p>
          <Pager
            label={words.pages}
            newer={paged ? { href: `/school/audit?${query(fields)}`, text: words.newest } : null}
            older={
              view.next
                ? {
                    href: `/school/audit?${query(fields)}&at=${view.next.at}&after=${view.next.id}`,
                    text: words.older,
                  }
                : null
            }
          />
        </section>
      </div>
    </Layout>
  );
}

function query(fields: AuditFields): string {
  return new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString();
}

function Filter({ fields }: { fields: AuditFields }) {
  const { audit: words } = usePage().t;
  const options = words
    .actions()
    .map((value) => ({ value, label: words.action(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <form method="get" action="/school/audit" class="filter">
      <TextField name="who" label={words.who} hint={words.whoHint} value={fields.who} maxLength={100} />
      <TextField name="about" label={words.about} hint={words.whoHint} value={fields.about} maxLength={100} />
      <SelectField
        name="action"
        label={words.what}
        value={fields.action}
        options={[{ value: '', label: words.anything }, ...options]}
      />
      <TextField name="from" type="date" label={words.from} value={fields.from} />
      <TextField name="to" type="date" label={words.to} value={fields.to} />
      <Button tone="soft">{words.find}</Button>
    </form>
  );
}

function Lines({ lines }: { lines: readonly AuditLine[] }) {
  const { t, format } = usePage();
  const words = t.audit;
  return (
    <Table
      stacks
      caption={words.title}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { title: words.at, heads: true, cell: ({ at }) => <span class="whole">{format.dateTime(at)}</span> },
        {
          title: words.who,
          cell: ({ actor }) => <bdi>{actor === null ? words.program : (actor.name ?? words.gone)}</bdi>,
        },
        { title: words.what, cell: ({ action }) => words.action(action) },
        {
          title: words.about,
          cell: ({ pupil }) => (pupil === null ? '' : <bdi>{pupil.name ?? words.gone}</bdi>),
        },
        {
          title: words.details,
          cell: ({ details }) =>
            Object.keys(details).length === 0 ? '' : <span dir="auto">{detailsInWords(details, words)}</span>,
        },
      ]}
    />
  );
}
