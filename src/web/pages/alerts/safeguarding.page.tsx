import type { SafeguardingView, StaffMember } from '../../../services/safety/safeguarding.service.ts';
import { Button } from '../../components/button.tsx';
import { Problem, SelectField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Stats } from '../../components/stat.tsx';
import { Done, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

export interface SafeguardingPageProps {
  view: SafeguardingView;
  done?: string | undefined;
  problem?: string | undefined;
  /** What was chosen, by person, where it could not be taken. */
  chosen?: ReadonlyMap<number, string>;
}

/** The adults whom a school names for alerts, how letters to them fare, and rehearsals. */
export function SafeguardingPage({ view, done, problem, chosen }: SafeguardingPageProps) {
  const { alerts: words } = usePage().t;
  return (
    <Layout title={words.safeguardingTitle}>
      <div class="stack loose">
        <PageHead
          title={words.safeguardingTitle}
          lead={words.safeguardingLead}
          back={{ href: '/alerts', text: words.back }}
        />
        <Done text={done} />
        <Naming view={view} problem={problem} {...(chosen ? { chosen } : {})} />
        <Mail view={view} />
        <Rehearse view={view} />
      </div>
    </Layout>
  );
}

function Naming({ view, problem, chosen }: Omit<SafeguardingPageProps, 'done'>) {
  const { alerts: words } = usePage().t;
  const { named, staff } = view;
  const steps = new Map(named.map(({ userId, step }) => [userId, String(step)]));
  const options = [
    { value: '', label: words.notNamed },
    ...([0, 1, 2] as const).map((step) => ({ value: String(step), label: words.steps[step] })),
  ];
  return (
    <Sheet id="adults" title={words.staffCaption}>
      {named.length === 0 && (
        <Notice tone="warn" title={words.noneNamed}>
          <p>{words.noneNamedMore}</p>
        </Notice>
      )}
      <form method="post" action="/school/safeguarding" class="stack">
        <Problem id="adults-problem" text={problem} />
        <Table
          caption={words.staffCaption}
          captionHidden
          stacks
          rows={staff}
          rowKey={({ userId }) => userId}
          columns={[
            { title: words.adult, heads: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { title: words.reach, cell: (person) => <Reach person={person} /> },
            {
              title: words.told,
              wide: true,
              cell: ({ userId, name }) => (
                <SelectField
                  name={`step-${userId}`}
                  label={`${words.told}: ${name}`}
                  labelHidden
                  value={chosen?.get(userId) ?? steps.get(userId) ?? ''}
                  options={options}
                />
              ),
            },
          ]}
        />
        <p class="small quiet">{words.acuteNote}</p>
        <div class="row">
          <Button tone="go">{words.save}</Button>
        </div>
      </form>
    </Sheet>
  );
}

function Reach({ person: { email, phones } }: { person: StaffMember }) {
  const { alerts: words } = usePage().t;
  return (
    <>
      {email ? <bdi dir="ltr">{email}</bdi> : <span class="quiet">{words.noMailAddress}</span>}
      {phones.map((phone) => (
        <span key={phone}>
          {' · '}
          <bdi dir="ltr">{phone}</bdi>
        </span>
      ))}
    </>
  );
}

function Mail({ view: { mail } }: { view: SafeguardingView }) {
  const { t, format } = usePage();
  const words = t.alerts;
  const { counts, failed } = mail;
  return (
    <Sheet id="mail" title={words.mailTitle}>
      {!mail.available && (
        <Notice tone="warn">
          <p>{words.mailOff}</p>
        </Notice>
      )}
      {mail.available && (
        <Stats
          stats={[
            {
              label: words.mailWaiting,
              value: format.number(counts.waiting),
              ...(counts.waitingSince === null
                ? {}
                : { note: words.mailWaitingSince(format.dateTime(counts.waitingSince)) }),
            },
            { label: words.mailSent, value: format.number(counts.sent), note: words.mailDays },
            { label: words.mailFailed, value: format.number(counts.failed), note: words.mailDays },
          ]}
        />
      )}
      {failed.length > 0 && (
        <Table
          caption={words.mailFailedCaption}
          rows={failed}
          rowKey={({ id }) => id}
          columns={[
            { title: words.mailTo, heads: true, cell: ({ recipient }) => <bdi dir="ltr">{recipient}</bdi> },
            { title: words.mailWhen, cell: ({ at }) => format.dateTime(at) },
            { title: words.mailWhy, cell: ({ why }) => <bdi dir="ltr">{why}</bdi> },
          ]}
        />
      )}
    </Sheet>
  );
}

function Rehearse({ view: { rehearsals, now } }: { view: SafeguardingView }) {
  const { t, format } = usePage();
  const words = t.alerts;
  const goesOn = rehearsals.some(({ acknowledgedAt, endsAt }) => acknowledgedAt === null && endsAt > now);
  return (
    <Sheet id="rehearsals" title={words.rehearseTitle}>
      <p>{words.rehearseLead}</p>
      {!goesOn && (
        <form method="post" action="/school/safeguarding/rehearsals" class="stack">
          <SelectField
            name="severity"
            label={words.rehearseSeverity}
            value="2"
            options={[1, 2, 3].map((one) => ({ value: String(one), label: t.staff.severity(one) }))}
          />
          <div class="row">
            <Button tone="soft">{words.rehearse}</Button>
          </div>
        </form>
      )}
      {rehearsals.length > 0 && (
        <Table
          caption={words.rehearsalsCaption}
          rows={rehearsals}
          rowKey={({ id }) => id}
          columns={[
            {
              title: words.mailWhen,
              heads: true,
              cell: ({ id, at }) => <a href={`/alerts/rehearsals/${id}`}>{format.dateTime(at)}</a>,
            },
            { title: words.rehearseSeverity, cell: ({ severity }) => t.staff.severity(severity) },
            {
              title: words.rehearsalCame,
              cell: ({ acknowledgedAt, acknowledgedBy, at, endsAt }) =>
                acknowledgedAt !== null
                  ? words.rehearsalAfter(acknowledgedBy ?? t.staff.somebody, format.duration(acknowledgedAt - at))
                  : endsAt > now
                    ? words.rehearsalGoesOn
                    : words.rehearsalOver,
            },
          ]}
        />
      )}
    </Sheet>
  );
}
