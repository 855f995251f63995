import type { HistoryPage as History, PastSession } from '../../services/history/history.service.ts';
import type { SchoolHoursView } from '../../services/school-hours/school-hours.service.ts';
import { LinkButton } from '../components/button.tsx';
import { Layout } from '../components/layout.tsx';
import { Pager } from '../components/pager.tsx';
import { QuartersPanel } from '../components/report/quarters-panel.tsx';
import { SchoolHoursPanel } from '../components/report/school-hours-panel.tsx';
import { Empty } from '../components/surfaces.tsx';
import { type Column, Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { type PageContext, usePage } from '../page-context.ts';

/** A pupil's sessions, the newest first, a page of them at a time. */
export function HistoryPage({
  history,
  atSchool,
  older,
}: {
  history: History;
  atSchool: SchoolHoursView;
  older: boolean;
}) {
  const page = usePage();
  const words = page.t.study;
  const { sessions, before } = history;
  return (
    <Layout title={words.historyTitle}>
      <div class="stack loose">
        <div class="row">
          <h1>{words.historyTitle}</h1>
          <a class="push" href="/reports">
            {page.t.reports.ownTitle}
          </a>
        </div>
        {sessions.length === 0 ? (
          <Empty icon="clock" title={words.historyEmpty}>
            <LinkButton tone="go" href="/study">
              {words.studyOn}
            </LinkButton>
          </Empty>
        ) : (
          <Table
            caption={words.historyTitle}
            captionHidden
            stacks
            columns={columns(page)}
            rows={sessions}
            rowKey={(row) => row.id}
          />
        )}
        <Pager
          label={words.historyTitle}
          newer={older ? { href: '/history', text: words.newest } : null}
          older={before === null ? null : { href: `/history?before=${before}`, text: words.older }}
        />
        <SchoolHoursPanel view={atSchool} base="/history" lessonBase="/study/school" />
        <QuartersPanel quarters={atSchool.quarters} />
      </div>
    </Layout>
  );
}

function columns({ t, format }: PageContext): Column<PastSession>[] {
  const words = t.study;
  return [
    {
      title: words.what,
      heads: true,
      cell: (row) => (
        <>
          <a href={`/study/home/${row.id}${row.status === 'completed' ? '/summary' : ''}`}>{row.units.join(', ')}</a>
          <br />
          <small class="quiet">{`${row.course.name}, ${t.chat.types[row.type]}`}</small>
        </>
      ),
    },
    { title: words.when, cell: (row) => (row.start === null ? words.statuses.pending : format.date(row.start)) },
    { title: words.time, numeric: true, cell: (row) => format.duration(row.activeMs) },
    { title: words.result, wide: true, cell: (row) => <Result session={row} /> },
  ];
}

/** Scores as tags; what has none says why. */
function Result({ session }: { session: PastSession }) {
  const words = usePage().t.study;
  const { evaluation, status } = session;
  if (status !== 'completed') return <Tag tone="due">{words.statuses[status]}</Tag>;
  if (!evaluation || evaluation.status === 'pending') return <span class="quiet">{words.pendingShort}</span>;
  return (
    <span class="row tight">
      {evaluation.evaluations.map(({ kind, source, score, reason }) => (
        <Tag key={`${kind} ${source}`}>
          {`${source === 'evaluator' ? words[kind] : words.byClassManager(words[kind])}: ${score === null ? (words.reasonsShort[reason ?? ''] ?? words.noScore) : words.score(score)}`}
        </Tag>
      ))}
    </span>
  );
}
