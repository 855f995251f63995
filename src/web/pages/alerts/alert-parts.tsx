import type { StaffAlert } from '../../../services/safety/alerts.service.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { Fold } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** A note that could not be taken, to be shown again beside the reason. */
export interface AlertForm {
  alertId: number;
  note: string;
  tellParents: boolean;
  problem: string;
}

/** Who it is about, and how urgent. `level`: of the title, below whatever it stands in. */
export function AlertHead({ alert, level: Title }: { alert: StaffAlert; level: 'h2' | 'h3' }) {
  const { t } = usePage();
  const words = t.staff;
  return (
    <div class="row">
      <Title dir="auto">{alert.studentName}</Title>
      <Tag tone={alert.severity >= 2 && alert.acknowledgedAt === null ? 'alarm' : 'due'} icon="alarm">
        {`${words.severity(alert.severity)}: ${words.category(alert.category)}`}
      </Tag>
      {alert.escalatedAt !== null && <Tag tone="alarm">{words.escalated}</Tag>}
      {alert.falseAlarm && <Tag icon="check">{t.alerts.falseAlarm}</Tag>}
    </div>
  );
}

export function Links({ alert }: { alert: StaffAlert }) {
  const { t, actor } = usePage();
  const words = t.staff;
  const base = `/class/students/${alert.studentId}`;
  const session = alert.sessionId === null ? null : `${base}/sessions/${alert.sessionId}`;
  return (
    <p class="row">
      <a href={`/alerts/${alert.id}`}>{t.alerts.details}</a>
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

export function AlertActions({ alert, form }: { alert: StaffAlert; form?: AlertForm }) {
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

/** That somebody marked it as false, and why; or the form to do so. */
export function FalseAlarm({ alert }: { alert: StaffAlert }) {
  const { t, format } = usePage();
  const words = t.alerts;
  const { falseAlarm } = alert;
  if (falseAlarm) {
    return (
      <p class="small">
        {words.falseAlarmBy(falseAlarm.by ?? t.staff.somebody, format.dateTime(falseAlarm.at))}{' '}
        <bdi>{falseAlarm.reason}</bdi>
      </p>
    );
  }
  return (
    <Fold summary={words.markFalseTitle}>
      <form method="post" action={`/alerts/${alert.id}/false-alarm`} class="stack">
        <TextArea name={`reason-${alert.id}`} label={words.markFalseReason} hint={words.markFalseHint} rows={2} />
        <div class="row">
          <Button size="small">{words.markFalse}</Button>
        </div>
      </form>
    </Fold>
  );
}
