import type { ComponentChildren } from 'preact';
import { countingOf } from '../../../domain/evaluation/quarter-evaluation.ts';
import type { PastSession } from '../../../services/history/history.service.ts';
import { usePage } from '../../page-context.ts';
import { Pager } from '../pager.tsx';
import { Sheet } from '../surfaces.tsx';
import { Table } from '../table.tsx';

export interface SessionsPanelProps<Session extends PastSession> {
  sessions: readonly Session[];
  /** The page that this list stands on. */
  base: string;
  /** The id to ask with for older ones; null when there are none. */
  before: number | null;
  /** Older sessions than the newest are shown. */
  paged: boolean;
  /** What else there is to say of a session. */
  note?: (session: Session) => ComponentChildren;
}

/** Study sessions, the newest first, with their scores or why there is none. */
export function SessionsPanel<Session extends PastSession>(props: SessionsPanelProps<Session>) {
  const { sessions, base, before, paged, note } = props;
  const { t, format } = usePage();
  const words = t.report;
  return (
    <Sheet id="sessions" title={words.sessions}>
      {sessions.length === 0 ? (
        <p class="quiet">{words.sessionsNone}</p>
      ) : (
        <Table
          stacks
          caption={words.sessionsCaption}
          captionHidden
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            {
              title: words.when,
              cell: (session) => <a href={`${base}/sessions/${session.id}`}>{format.dateTime(session.start ?? 0)}</a>,
              heads: true,
            },
            { title: words.what, wide: true, cell: (session) => <What session={session}>{note?.(session)}</What> },
            { title: words.time, cell: (session) => format.duration(session.activeMs), numeric: true },
            {
              title: words.proficiency,
              cell: (session) => <Score session={session} kind="proficiency" />,
              numeric: true,
            },
            {
              title: words.investment,
              cell: (session) => <Score session={session} kind="investment" />,
              numeric: true,
            },
          ]}
        />
      )}
      <Pager
        label={words.pages}
        newer={paged ? { href: `${base}#sessions`, text: words.newest } : null}
        older={before === null ? null : { href: `${base}?before=${before}#sessions`, text: words.older }}
      />
    </Sheet>
  );
}

function What({ session, children }: { session: PastSession; children: ComponentChildren }) {
  const { t, format } = usePage();
  return (
    <>
      <strong dir="auto">{session.course.name}</strong>, {t.words.sessionTypes[session.type].label.toLowerCase()}
      <br />
      <span class="quiet" dir="auto">
        {format.list(session.units)}
      </span>
      {children}
    </>
  );
}

/** The score that counts: the class manager's where there is one, else the evaluator's. */
function Score({ session, kind }: { session: PastSession; kind: 'proficiency' | 'investment' }) {
  const { t, format } = usePage();
  const words = t.report;
  if (session.status === 'active') return <span class="quiet">{words.underWay}</span>;
  if (session.status === 'paused') return <span class="quiet">{words.pausedNow}</span>;
  const given = session.evaluation?.evaluations.filter((one) => one.kind === kind) ?? [];
  const found = countingOf(given);
  if (!found) return <span class="quiet">{words.pending}</span>;
  if (found.score === null) return <span class="quiet">{words.tooLittle}</span>;
  return <>{words.score(format.number(found.score))}</>;
}
