import type { AlertBoard, ReleasedAlert, StaffAlert } from '../../services/safety/alerts.service.ts';
import { MINUTE } from '../../shared/instant.ts';
import { AttentionSection } from '../components/attention/attention-notice.tsx';
import { ActionButton, Button } from '../components/button.tsx';
import { TextArea } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Pager } from '../components/pager.tsx';
import { ReleasedAlerts } from '../components/report/released-alerts.tsx';
import { Empty, Section } from '../components/surfaces.tsx';
import { Tag } from '../components/tag.tsx';
import { usePage } from '../page-context.ts';

/** A note that could not be taken, to be shown again beside the reason. */
export interface AlertForm {
  alertId: number;
  note: string;
  tellParents: boolean;
  problem: string;
}

/** Alerts for staff: open ones first, with the form to take them on, then who took on which. */
export function AlertsPage({ board, form, paged }: { board: AlertBoard; form?: AlertForm; paged: boolean }) {
  const { staff: words } = usePage().t;
  const { open, counts, acknowledged, before } = board;
  return (
    <Layout title={words.alertsTitle}>
      <div class="stack loose">
        <PageHead title={words.alertsTitle} lead={words.alertsLead} />
        <Section id="open" title={words.alertsOpen}>
          {open.length === 0 ? (
            <Empty icon="check" title={words.alertsNone}>
              <p>{words.alertsNoneMore}</p>
            </Empty>
          ) : (
            <p>
              {words.alertsCount(counts.open, counts.escalated)}{' '}
              {counts.open > open.length && words.alertsShown(open.length)}
            </p>
          )}
          {open.map((alert) => (
            <OpenAlert key={alert.id} alert={alert} now={board.now} {...(form?.alertId === alert.id ? { form } : {})} />
          ))}
        </Section>
        <Section id="done" title={words.alertsDone}>
          {acknowledged.length === 0 && <p class="quiet">{words.alertsDoneNone}</p>}
          {acknowledged.map((alert) => (
            <DoneAlert key={alert.id} alert={alert} />
          ))}
          <Pager
            label={words.alertsTitle}
            newer={paged ? { href: '/alerts#done', text: words.alertsNewest } : null}
            older={before === null ? null : { href: `/alerts?before=${before}#done`, text: words.alertsOlder }}
          />
        </Section>
        <AttentionSection />
      </div>
    </Layout>
  );
}

interface OpenAlertProps {
  alert: StaffAlert;
  now: number;
  form?: AlertForm;
}

function OpenAlert({ alert, now, form }: OpenAlertProps) {
  const { t, format } = usePage();
  const words = t.staff;
  const waiting = now - alert.at;
  const ago = waiting < MINUTE ? words.justNow : words.ago(format.duration(waiting));
  return (
    <article class="sheet stack" id={`alert-${alert.id}`}>
      <AlertHead alert={alert} />
      <p>{words.raised(ago, format.dateTime(alert.at))}</p>
      {alert.escalatedAt !== null && <p class="small">{words.escalatedMore(format.dateTime(alert.escalatedAt))}</p>}
      <Links alert={alert} />
      <AlertActions alert={alert} {...(form ? { form } : {})} />
    </article>
  );
}

function AlertHead({ alert }: { alert: StaffAlert }) {
  const { staff: words } = usePage().t;
  return (
    <div class="row">
      <h3 dir="auto">{alert.studentName}</h3>
      <Tag tone={alert.severity >= 2 && alert.acknowledgedAt === null ? 'alarm' : 'due'} icon="alarm">
        {`${words.severity(alert.severity)}: ${words.category(alert.category)}`}
      </Tag>
      {alert.escalatedAt !== null && <Tag tone="alarm">{words.escalated}</Tag>}
    </div>
  );
}

function Links({ alert }: { alert: StaffAlert }) {
  const { t, actor } = usePage();
  const words = t.staff;
  const base = `/class/students/${alert.studentId}`;
  const session = alert.sessionId === null ? null : `${base}/sessions/${alert.sessionId}`;
  return (
    <p class="row">
      {session && (
        <a href={alert.messageId === null ? session : `${session}#m${alert.messageId}`}>{words.readSession}</a>
      )}
      {alert.sittingId !== null &&
        (actor?.role === 'class manager' ? (
          <a href={`/class/tests/sittings/${alert.sittingId}`}>{words.toTest}</a>
        ) : (
          <span>{words.inTest}</span>
        ))}
      <a href={base} dir="auto">
        {words.toPupil(alert.studentName)}
      </a>
    </p>
  );
}

function AlertActions({ alert, form }: { alert: StaffAlert; form?: AlertForm }) {
  const { staff: words } = usePage().t;
  const name = `note-${alert.id}`;
  return (
    <form method="post" action={`/alerts/${alert.id}/acknowledge`} class="stack">
      <TextArea
        name={name}
        label={words.noteLabel}
        hint={words.noteHint}
        rows={2}
        value={form?.note}
        problem={form?.problem}
      />
      {alert.mayTellParents ? (
        <label class="choice">
          <input type="checkbox" name="tellParents" value="yes" checked={form?.tellParents ?? false} />
          <span>
            {words.tellParents}
            <small>{words.tellParentsNote}</small>
          </span>
        </label>
      ) : (
        <p class="quiet">{words.neverTold}</p>
      )}
      <div class="row">
        <Button tone="go">{words.acknowledge}</Button>
      </div>
    </form>
  );
}

function DoneAlert({ alert }: { alert: StaffAlert }) {
  const { t, format } = usePage();
  const words = t.staff;
  const { acknowledgedAt, acknowledgedBy, note, releasedAt } = alert;
  return (
    <article class="sheet stack tight" id={`alert-${alert.id}`}>
      <AlertHead alert={alert} />
      <p class="small">
        {words.raisedAt(format.dateTime(alert.at))}{' '}
        {words.takenOn(acknowledgedBy ?? words.somebody, format.dateTime(acknowledgedAt ?? alert.at))}
      </p>
      {note !== null && (
        <p class="prose" dir="auto">
          {note}
        </p>
      )}
      <Links alert={alert} />
      {releasedAt !== null && <p class="small">{words.told(format.dateTime(releasedAt))}</p>}
      {releasedAt === null && alert.mayTellParents && (
        <ActionButton action={`/alerts/${alert.id}/tell-parents`} size="small">
          {words.tellNow}
        </ActionButton>
      )}
    </article>
  );
}

/** The same address for parents: what the school has let them know. */
export function ParentAlertsPage({ alerts }: { alerts: readonly ReleasedAlert[] }) {
  const { parent: words } = usePage().t;
  return (
    <Layout title={words.alertsTitle} narrow>
      <div class="stack">
        <a href="/children">{words.back}</a>
        <h1>{words.alertsTitle}</h1>
        {alerts.length === 0 && (
          <Empty icon="bell" title={words.alertsNone}>
            <p>{words.alertsNoneMore}</p>
          </Empty>
        )}
        <ReleasedAlerts alerts={alerts} />
      </div>
    </Layout>
  );
}
