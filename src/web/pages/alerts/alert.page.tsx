import {
  type AlertPage as AlertView,
  LONGEST_PASSAGE_REASON,
  type RehearsalPage as RehearsalView,
} from '../../../services/safety/alert-pages.service.ts';
import { Button } from '../../components/button.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { AlertTold } from '../../components/report/alert-told.tsx';
import { Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { AlertActions, type AlertForm, AlertHead, FalseAlarm, Links } from './alert-parts.tsx';
import { RehearsalState } from './rehearsals.tsx';

export interface AlertPageProps {
  page: AlertView;
  form?: AlertForm;
  /** A reason that could not be taken. */
  reason?: { text: string; problem: string };
}

/** One alert: what to do about it, what was said, who was told. */
export function AlertPage({ page, form, reason }: AlertPageProps) {
  const { t, format } = usePage();
  const { staff: words, alerts: more } = t;
  const { alert } = page;
  return (
    <Layout
      title={more.alertTitle(words.severity(alert.severity), words.category(alert.category))}
      narrow
      islands={['src/web/islands/alerts.entry.ts']}
    >
      <div class="stack loose">
        <PageHead
          title={more.alertTitle(words.severity(alert.severity), words.category(alert.category))}
          back={{ href: '/alerts', text: more.back }}
        />
        <div data-fresh="alerts">
          <article
            class="sheet stack"
            id={`alert-${alert.id}`}
            data-keep={alert.acknowledgedAt === null ? 'open' : 'done'}
          >
            <AlertHead alert={alert} level="h2" />
            <p>{words.raisedAt(format.dateTime(alert.at))}</p>
            {alert.escalatedAt !== null && (
              <p class="small">
                {words.escalatedMore(format.dateTime(alert.escalatedAt))}{' '}
                {alert.round > 0 && more.escalatedRounds(alert.round)}
              </p>
            )}
            {alert.acknowledgedAt === null ? (
              <AlertActions alert={alert} {...(form ? { form } : {})} />
            ) : (
              <p>
                {words.takenOn(alert.acknowledgedBy ?? words.somebody, format.dateTime(alert.acknowledgedAt))}{' '}
                <bdi>{alert.note}</bdi>
              </p>
            )}
            <FalseAlarm alert={alert} />
            <Links alert={alert} />
            <AlertTold told={page.told} open />
          </article>
        </div>
        <Passage page={page} {...(reason ? { reason } : {})} />
      </div>
    </Layout>
  );
}

function Passage({ page, reason }: Pick<AlertPageProps, 'page' | 'reason'>) {
  const { t, format } = usePage();
  const words = t.alerts;
  const { alert, passage } = page;
  return (
    <Sheet id="passage" title={words.passage}>
      {passage.open ? (
        <>
          <Notice>{words.passageNote}</Notice>
          <ol class="passage">
            {passage.lines.map((line) => (
              <li key={line.id} class={line.id === alert.messageId ? 'raised' : undefined}>
                <span class="small quiet">
                  {words.says[line.from]}, {format.dateTime(line.at)}{' '}
                  {line.id === alert.messageId && <Tag tone="alarm">{words.thisOne}</Tag>}
                </span>
                <p class="as-written" dir="auto">
                  {line.content}
                </p>
              </li>
            ))}
          </ol>
        </>
      ) : passage.because === 'no message' ? (
        <Empty icon="info" title={words.passageNone} />
      ) : (
        <form method="post" action={`/alerts/${alert.id}/passage#passage`} class="stack">
          <p>{words.passageReason}</p>
          <TextField
            name="reason"
            label={words.passageReasonLabel}
            hint={t.staff.reasonHint}
            value={reason?.text}
            problem={reason?.problem}
            maxLength={LONGEST_PASSAGE_REASON}
          />
          <div class="row">
            <Button>{words.passageOpen}</Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}

/** One rehearsal, marked as one throughout. */
export function RehearsalPage({ page, form }: { page: RehearsalView; form?: { note: string; problem: string } }) {
  const { t } = usePage();
  const words = t.alerts;
  const { rehearsal, told, open, now } = page;
  return (
    <Layout title={words.rehearsalTitle} narrow islands={['src/web/islands/alerts.entry.ts']}>
      <div class="stack loose">
        <PageHead
          title={words.rehearsalTitle}
          back={{ href: '/alerts', text: words.back }}
          lead={words.rehearsalLead}
          tags={
            <Tag tone="info" icon="info">
              {words.rehearsal}
            </Tag>
          }
        />
        <div data-fresh="alerts">
          <article class="sheet stack" id={`rehearsal-${rehearsal.id}`} data-keep={open ? 'open' : 'done'}>
            <p>
              <Tag tone="due" icon="alarm">
                {t.staff.severity(rehearsal.severity)}
              </Tag>
            </p>
            <RehearsalState rehearsal={rehearsal} now={now} />
            {rehearsal.note !== null && (
              <p class="prose" dir="auto">
                {rehearsal.note}
              </p>
            )}
            {open && (
              <form method="post" action={`/alerts/rehearsals/${rehearsal.id}/acknowledge`} class="stack">
                <TextArea
                  name="note"
                  label={t.staff.noteLabel}
                  hint={t.staff.noteHint}
                  rows={2}
                  value={form?.note}
                  problem={form?.problem}
                />
                <div class="row">
                  <Button tone="go">{t.staff.acknowledge}</Button>
                </div>
              </form>
            )}
            <AlertTold told={told} open />
          </article>
        </div>
      </div>
    </Layout>
  );
}
