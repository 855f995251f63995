import { LONGEST_NOTE, SNOOZES } from '../../../domain/attention/attention.ts';
import type { AttentionAlert, AttentionBoard, AttentionRate } from '../../../services/attention/attention.service.ts';
import { AttentionTag } from '../../components/attention/attention-notice.tsx';
import { Button } from '../../components/button.tsx';
import { SelectField, TextArea } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Done, Empty, Section, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** What was written and could not be taken, to be shown again beside the reason. */
export interface AttentionForm {
  alertId: number;
  note: string;
  problem: string;
}

export interface AttentionProps {
  board: AttentionBoard;
  form?: AttentionForm;
  done?: boolean;
}

/** Who needs attention and why: what waits, what is taken on, what is over, and how often it was right. */
export function AttentionPage({ board, form, done = false }: AttentionProps) {
  const { t, actor } = usePage();
  const words = t.attention;
  const ofSchool = actor?.role === 'school manager';
  const { waiting, taken, closed } = board;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead
          title={words.title}
          back={ofSchool ? { href: '/school', text: words.backSchool } : { href: '/class', text: words.back }}
          lead={ofSchool ? words.leadSchool : words.lead}
        />
        <Done text={done ? words.done : null} />
        <Section id="waiting" title={words.waiting}>
          {waiting.length === 0 && (
            <Empty icon="check" title={words.waitingNone}>
              <p>{words.waitingNoneMore}</p>
            </Empty>
          )}
          {waiting.map((alert) => (
            <Alert key={alert.id} alert={alert} {...(form?.alertId === alert.id ? { form } : {})} />
          ))}
        </Section>
        <Section id="taken" title={words.taken}>
          {taken.length === 0 && <p class="quiet">{words.takenNone}</p>}
          {taken.map((alert) => (
            <Alert key={alert.id} alert={alert} {...(form?.alertId === alert.id ? { form } : {})} />
          ))}
        </Section>
        <Rates rates={board.rates} />
        <Section id="closed" title={words.closed}>
          {closed.length === 0 && <p class="quiet">{words.closedNone}</p>}
          {closed.map((alert) => (
            <Closed key={alert.id} alert={alert} />
          ))}
        </Section>
      </div>
    </Layout>
  );
}

function Head({ alert }: { alert: AttentionAlert }) {
  const { t } = usePage();
  const words = t.attention;
  return (
    <>
      <div class="row">
        <h3 dir="auto">{alert.studentName}</h3>
        <AttentionTag alert={alert} />
        {alert.escalatedAt !== null && alert.acknowledgedAt === null && alert.closedAt === null && (
          <Tag tone="alarm">{words.escalated}</Tag>
        )}
      </div>
      <p>{words.reasons[alert.kind](alert.facts)}</p>
    </>
  );
}

function Alert({ alert, form }: { alert: AttentionAlert; form?: AttentionForm }) {
  const { t, format } = usePage();
  const words = t.attention;
  return (
    <article class="sheet stack" id={`attention-${alert.id}`}>
      <Head alert={alert} />
      <p class="small quiet">
        {words.since(format.day(alert.raisedAt))} <Note alert={alert} />
      </p>
      <a href={`/class/students/${alert.studentId}`} dir="auto">
        {words.toPupil(alert.studentName)}
      </a>
      <form method="post" action={`/class/attention/${alert.id}`} class="stack">
        <TextArea
          name={`note-${alert.id}`}
          label={words.noteLabel}
          rows={2}
          maxLength={LONGEST_NOTE}
          value={form?.note}
          problem={form?.problem}
        />
        <SelectField
          name={`days-${alert.id}`}
          label={words.putOff}
          options={SNOOZES.map((days) => ({ value: String(days), label: words.days(days) }))}
        />
        <div class="row">
          <Button tone="go" name="answer" value="taken">
            {words.takeOn}
          </Button>
          <Button name="answer" value="false">
            {words.isFalse}
          </Button>
        </div>
      </form>
    </article>
  );
}

/** Who has taken it on, and what they wrote. */
function Note({ alert: { acknowledgedAt, acknowledgedBy, snoozedUntil, note } }: { alert: AttentionAlert }) {
  const { t, format } = usePage();
  const words = t.attention;
  if (acknowledgedAt === null) return null;
  return (
    <>
      <bdi>{words.takenBy(acknowledgedBy ?? words.somebody, format.day(acknowledgedAt))}</bdi>{' '}
      {snoozedUntil !== null && words.until(format.day(snoozedUntil))} <bdi>{note}</bdi>
    </>
  );
}

function Closed({ alert }: { alert: AttentionAlert }) {
  const { t, format } = usePage();
  const words = t.attention;
  const { closedAt, closedBecause, falseReason, raisedAt } = alert;
  const day = format.day(closedAt ?? raisedAt);
  return (
    <article class="sheet stack tight" id={`attention-${alert.id}`}>
      <Head alert={alert} />
      <p class="small">
        {words.since(format.day(raisedAt))} {closedBecause === 'false alarm' ? words.falseOn(day) : words.gone(day)}{' '}
        {falseReason !== null && <bdi>{falseReason}</bdi>} <Note alert={alert} />
      </p>
    </article>
  );
}

/** A share is said from so many alerts on. */
const SHARE_FROM = 5;

function Rates({ rates }: { rates: readonly AttentionRate[] }) {
  const { t, format } = usePage();
  const words = t.attention;
  return (
    <Sheet id="rates" title={words.rates}>
      {rates.length === 0 ? (
        <p class="quiet">{words.ratesNone}</p>
      ) : (
        <>
          <Table
            stacks
            captionHidden
            caption={words.rates}
            rows={rates}
            rowKey={({ kind }) => kind}
            columns={[
              { title: words.kind, heads: true, cell: ({ kind }) => words.kinds[kind] },
              { title: words.raised, numeric: true, cell: ({ raised }) => format.number(raised) },
              { title: words.falseAlarms, numeric: true, cell: ({ falseAlarms }) => format.number(falseAlarms) },
              {
                title: words.share,
                numeric: true,
                cell: ({ raised, falseAlarms }) =>
                  raised < SHARE_FROM ? (
                    <span class="quiet">{words.shareNone}</span>
                  ) : (
                    format.percent(falseAlarms / raised)
                  ),
              },
            ]}
          />
          <p class="quiet prose">{words.ratesNote}</p>
        </>
      )}
    </Sheet>
  );
}
