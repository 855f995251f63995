import type { FiguredSession, PupilFigures } from '../../../services/analytics/pupil-analytics.service.ts';
import { Sheet } from '../../components/surfaces.tsx';
import { type Column, Table } from '../../components/table.tsx';
import { type PageContext, usePage } from '../../page-context.ts';
import { typeWords } from '../../presenters/progress.presenter.ts';
import type { Whose } from './progress.page.tsx';

/** As many as one looks through; the file has all. */
const SHOWN = 10;

/** The sessions behind the figures, the newest first, each with its scores and the way to it. */
export function Sessions({ whose, figures }: { whose: Whose; figures: PupilFigures }) {
  const page = usePage();
  const words = page.t.progress;
  const { sessions, days } = figures;
  return (
    <Sheet id="sessions" title={words.sessions}>
      {sessions.length === 0 ? (
        <p class="quiet">{words.sessionsNone}</p>
      ) : (
        <>
          <Table
            caption={words.sessions}
            captionHidden
            stacks
            rows={sessions.slice(0, SHOWN)}
            rowKey={({ kind, id }) => `${kind}/${id}`}
            columns={columnsOf(whose, page)}
          />
          {sessions.length > SHOWN && <p class="quiet">{words.sessionsMore(SHOWN, sessions.length)}</p>}
          <p>
            <a href={`${whose.base}/sessions.csv?from=${days.from}&to=${days.to}`}>{words.file}</a>
          </p>
        </>
      )}
    </Sheet>
  );
}

function SessionWords({ session: { course, type } }: { session: FiguredSession }) {
  const kind = typeWords(type, usePage().t);
  if (course === null) return <>{kind}</>;
  return (
    <>
      <bdi>{course}</bdi>, {kind}
    </>
  );
}

function columnsOf(whose: Whose, { t, format }: PageContext): Column<FiguredSession>[] {
  const words = t.progress;
  const score = (kind: 'proficiency' | 'investment' | 'social'): Column<FiguredSession> => ({
    title: t.analytics.metrics[kind],
    numeric: true,
    cell: ({ [kind]: one }) => (one === null ? <span class="quiet">{words.noScore}</span> : format.number(one)),
  });
  return [
    {
      title: words.when,
      heads: true,
      cell: (session) => <a href={whose.sessionAt(session)}>{format.dateTime(session.startedAt)}</a>,
    },
    { title: words.what, wide: true, cell: (session) => <SessionWords session={session} /> },
    { title: words.time, numeric: true, cell: ({ activeMs }) => format.duration(activeMs) },
    { title: words.answers, numeric: true, cell: ({ attempts }) => format.number(attempts) },
    { title: words.rightAnswers, numeric: true, cell: ({ correct }) => format.number(correct) },
    score('proficiency'),
    score('investment'),
    score('social'),
  ];
}
