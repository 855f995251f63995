import type { ComponentChildren } from 'preact';
import type { Difference } from '../../../domain/curriculum/editing/compare-content.ts';
import type {
  Publication,
  PublicationChange,
} from '../../../services/curriculum-editor/curriculum-publishing.service.ts';
import { Button } from '../../components/button.tsx';
import { Differences } from '../../components/curriculum/differences.tsx';
import { ThingName } from '../../components/curriculum/thing-name.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { courseHref, problemHref, publicationHref } from './addresses.ts';

type Compared = PublicationChange & { differences: Difference[] };

/** The publications of a course, newest first. */
export function HistoryPage(props: {
  courseId: number;
  courseName: string;
  publications: readonly Publication[];
  older: string | null;
}) {
  const { t } = usePage();
  const words = t.curriculum;
  return (
    <Frame title={words.historyTitle} back={{ href: courseHref(props.courseId), text: props.courseName }}>
      {props.publications.length === 0 ? (
        <Empty icon="clock" title={words.historyNone} />
      ) : (
        <ul class="lines sheet">
          {props.publications.map((one) => (
            <li key={one.id}>
              <span class="main">
                <a href={publicationHref(one.id)}>{words.publication(one.number)}</a>
                <span class="quiet">{words.summary(one.summary)}</span>
                <span dir="auto">{one.origin === 'import' ? words.importNote(one.note) : one.note}</span>
              </span>
              <Who publication={one} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        label={t.common.pages}
        newer={null}
        older={props.older ? { href: props.older, text: t.common.older } : null}
      />
    </Frame>
  );
}

/** One publication: each thing as it was before and after. */
export function PublicationPage({
  publication,
  courseName,
  changes,
  more,
}: {
  publication: Publication;
  courseName: string;
  changes: readonly Compared[];
  /** Things beyond those that are shown. */
  more: number;
}) {
  const { curriculum: words } = usePage().t;
  const back = { href: `${courseHref(publication.courseId)}/history`, text: courseName };
  return (
    <Frame
      title={words.publication(publication.number)}
      back={back}
      about={
        <>
          <Who publication={publication} />
          {publication.note && (
            <p class="prose" dir="auto">
              {publication.origin === 'import' ? words.importNote(publication.note) : publication.note}
            </p>
          )}
        </>
      }
    >
      {changes.length === 0 && <p class="quiet">{words.noDetails}</p>}
      {changes.map((change) => (
        <Sheet
          key={change.id}
          id={`change-${change.id}`}
          title={
            <>
              {words.things[change.kind]}: <ThingName kind={change.kind} name={change.name} />
            </>
          }
          action={
            change.kind === 'problem' && <a href={`${problemHref(change.key)}/history`}>{words.problemHistory}</a>
          }
        >
          <Differences differences={change.differences} before={words.before} after={words.after} />
        </Sheet>
      ))}
      {more > 0 && <p class="quiet">{words.moreChanges(more)}</p>}
    </Frame>
  );
}

/** What became of one problem: every state beside the one before, and the way back to it. */
export function ProblemHistoryPage({
  problemId,
  entries,
}: {
  problemId: number;
  entries: readonly { publication: Publication; change: Compared }[];
}) {
  const { curriculum: words } = usePage().t;
  return (
    <Frame title={words.problemHistory} back={{ href: problemHref(problemId), text: words.editProblem }}>
      {entries.length === 0 && <Empty icon="clock" title={words.problemHistoryNone} />}
      {entries.map(({ publication, change }, index) => (
        <Sheet
          key={change.id}
          id={`change-${change.id}`}
          title={words.publication(publication.number)}
          action={<a href={publicationHref(publication.id)}>{words.wholePublication}</a>}
        >
          <div class="stack tight">
            <Who publication={publication} />
            <span dir="auto">{publication.note}</span>
          </div>
          <Differences differences={change.differences} before={words.before} after={words.after} />
          <div class="row">
            {index > 0 && <Restore problemId={problemId} change={change.id} side="after" text={words.restoreAfter} />}
            {change.before && (
              <Restore problemId={problemId} change={change.id} side="before" text={words.restoreBefore} />
            )}
          </div>
        </Sheet>
      ))}
    </Frame>
  );
}

function Restore(props: { problemId: number; change: number; side: 'before' | 'after'; text: string }) {
  return (
    <form method="post" action={`${problemHref(props.problemId)}/restore`}>
      <input type="hidden" name="change" value={props.change} />
      <input type="hidden" name="side" value={props.side} />
      <Button size="small">{props.text}</Button>
    </form>
  );
}

function Who({ publication }: { publication: Publication }) {
  const { t, format } = usePage();
  const words = t.curriculum;
  const who = publication.by ?? (publication.origin === 'import' ? words.program : words.somebody);
  return <span class="quiet">{words.publishedBy(who, format.dateTime(publication.at))}</span>;
}

interface FrameProps {
  title: string;
  back: { href: string; text: string };
  about?: ComponentChildren;
  children: ComponentChildren;
}

function Frame({ title, back, about, children }: FrameProps) {
  return (
    <Layout title={title}>
      <div class="stack loose">
        <PageHead title={title} back={back}>
          {about}
        </PageHead>
        {children}
      </div>
    </Layout>
  );
}
