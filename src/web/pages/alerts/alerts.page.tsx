import type { AttentionAlert } from '../../../services/attention/attention.service.ts';
import type { AlertTelling } from '../../../services/safety/alert-pages.service.ts';
import { ALERT_VIEWS, type AlertBoard, type StaffAlert } from '../../../services/safety/alerts.service.ts';
import { MINUTE } from '../../../shared/instant.ts';
import { AttentionSection } from '../../components/attention/attention-notice.tsx';
import { ActionButton } from '../../components/button.tsx';
import { FilterLinks } from '../../components/finder.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { AlertTold } from '../../components/report/alert-told.tsx';
import { Empty, Section } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { AlertActions, type AlertForm, AlertHead, FalseAlarm, Links } from './alert-parts.tsx';
import { Rehearsals } from './rehearsals.tsx';

export type { AlertForm };

export interface AlertsPageProps {
  board: AlertBoard;
  /** Who needs attention besides. */
  waiting: readonly AttentionAlert[];
  form?: AlertForm;
  /** These are not the newest. */
  paged: boolean;
}

/** Alerts for staff: open ones first, with the form to take them on, then who took on which; or one list of some of them. Kept fresh while it is open. */
export function AlertsPage({ board, waiting, form, paged }: AlertsPageProps) {
  const { t, actor } = usePage();
  const { staff: words, alerts: more } = t;
  const { view, before } = board;
  const older = view === 'open' ? `/alerts?before=${before}#done` : `/alerts?show=${view}&before=${before}`;
  return (
    <Layout title={words.alertsTitle} islands={['src/web/islands/alerts.entry.ts']}>
      <div class="stack loose">
        <PageHead title={words.alertsTitle} lead={words.alertsLead} />
        <FilterLinks
          label={more.filters}
          links={ALERT_VIEWS.map((one) => ({
            href: one === 'open' ? '/alerts' : `/alerts?show=${one}`,
            text: more.views[one],
            current: one === view,
          }))}
        />
        <div class="stack loose" data-fresh="alerts" aria-live="polite" aria-relevant="additions">
          <Rehearsals rehearsals={board.rehearsals} now={board.now} />
          {view === 'open' && <OpenAlerts board={board} {...(form ? { form } : {})} />}
          {view !== 'rehearsals' && <Others board={board} />}
          {view === 'rehearsals' && board.rehearsals.length === 0 && <Empty icon="alarm" title={more.noneRehearsals} />}
          <Pager
            label={words.alertsTitle}
            newer={
              paged
                ? { href: view === 'open' ? '/alerts#done' : `/alerts?show=${view}`, text: words.alertsNewest }
                : null
            }
            older={before === null ? null : { href: older, text: words.alertsOlder }}
          />
        </div>
        <AttentionSection waiting={waiting} />
        <p class="row">
          <a href="/alerts/figures">{more.toFigures}</a>
          {actor?.role === 'school manager' && <a href="/school/safeguarding">{more.safeguardingLink}</a>}
        </p>
      </div>
    </Layout>
  );
}

function OpenAlerts({ board, form }: { board: AlertBoard; form?: AlertForm }) {
  const { staff: words } = usePage().t;
  const { open, counts } = board;
  return (
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
        <OpenAlert
          key={alert.id}
          alert={alert}
          told={board.told.get(alert.id) ?? []}
          now={board.now}
          {...(form?.alertId === alert.id ? { form } : {})}
        />
      ))}
    </Section>
  );
}

/** Those that somebody took on, or what the view asks for. */
function Others({ board: { view, acknowledged, told } }: { board: AlertBoard }) {
  const { t } = usePage();
  const { staff: words, alerts: more } = t;
  const none = { open: words.alertsDoneNone, mine: more.noneMine, false: more.noneFalse, rehearsals: '' };
  const title = view === 'open' ? words.alertsDone : more.views[view];
  return (
    <Section id="done" title={title}>
      {acknowledged.length === 0 && <p class="quiet">{none[view]}</p>}
      {acknowledged.map((alert) => (
        <DoneAlert key={alert.id} alert={alert} told={told.get(alert.id) ?? []} />
      ))}
    </Section>
  );
}

interface OpenAlertProps {
  alert: StaffAlert;
  told: readonly AlertTelling[];
  now: number;
  form?: AlertForm;
}

function OpenAlert({ alert, told, now, form }: OpenAlertProps) {
  const { t, format } = usePage();
  const words = t.staff;
  const waiting = now - alert.at;
  const ago = waiting < MINUTE ? words.justNow : words.ago(format.duration(waiting));
  return (
    <article class="sheet stack" id={`alert-${alert.id}`} data-keep="open">
      <AlertHead alert={alert} level="h3" />
      <p>{words.raised(ago, format.dateTime(alert.at))}</p>
      {alert.escalatedAt !== null && (
        <p class="small">
          {words.escalatedMore(format.dateTime(alert.escalatedAt))}{' '}
          {alert.round > 0 && t.alerts.escalatedRounds(alert.round)}
        </p>
      )}
      <AlertTold told={told} />
      <Links alert={alert} />
      <AlertActions alert={alert} {...(form ? { form } : {})} />
      <FalseAlarm alert={alert} />
    </article>
  );
}

function DoneAlert({ alert, told }: { alert: StaffAlert; told: readonly AlertTelling[] }) {
  const { t, format } = usePage();
  const words = t.staff;
  const { acknowledgedAt, acknowledgedBy, note, releasedAt } = alert;
  return (
    <article class="sheet stack tight" id={`alert-${alert.id}`} data-keep="done">
      <AlertHead alert={alert} level="h3" />
      <p class="small">
        {words.raisedAt(format.dateTime(alert.at))}{' '}
        {words.takenOn(acknowledgedBy ?? words.somebody, format.dateTime(acknowledgedAt ?? alert.at))}
      </p>
      {note !== null && (
        <p class="prose" dir="auto">
          {note}
        </p>
      )}
      <FalseAlarm alert={alert} />
      <AlertTold told={told} />
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
