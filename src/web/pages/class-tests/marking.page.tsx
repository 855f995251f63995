import type { MarkingQueue, QueuedAnswer } from '../../../services/tests/class-marking.service.ts';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { ReportLink } from '../../components/report/report-link.tsx';
import { Empty, Fold, Notice } from '../../components/surfaces.tsx';
import type { MarkForm } from '../../forms/mark.form.ts';
import { usePage } from '../../page-context.ts';
import { Asked } from '../tests/asked.tsx';
import { MarkFields } from './mark-fields.tsx';
import { AnswerAndKey } from './marked-answer.tsx';

export interface MarkingPageProps {
  queue: MarkingQueue;
  /** A mark that could not be taken. */
  form?: MarkForm;
  /** A mark was given; the answer to go on with, as `sitting-position`, has the focus. */
  next?: string;
}

/** The answers that wait for a class manager, each beside its key. */
export function MarkingPage({ queue, form, next }: MarkingPageProps) {
  const { classTests: words } = usePage().t;
  const { answers, waiting } = queue;
  return (
    <Layout title={words.markingTitle} narrow>
      <div class="stack loose">
        <PageHead
          title={words.markingTitle}
          back={{ href: '/class/tests', text: words.title }}
          lead={words.markingLead}
        />
        {next !== undefined && <Notice announce>{words.markGiven(waiting)}</Notice>}
        {answers.length === 0 ? (
          <Empty icon="check" title={words.markingNone}>
            <p>{words.markingNoneMore}</p>
          </Empty>
        ) : (
          <Fold summary={words.rubric}>
            <ul class="points">
              {words.rubricLines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Fold>
        )}
        {answers.map((one) => (
          <Queued
            key={`${one.sittingId}/${one.position}`}
            one={one}
            focused={next === markingKey(one)}
            {...(form?.sittingId === one.sittingId && form.position === one.position ? { form } : {})}
          />
        ))}
        {waiting > answers.length && <p class="quiet">{words.markingMore(waiting - answers.length)}</p>}
      </div>
    </Layout>
  );
}

/** How an answer of the queue is named in an address. */
export const markingKey = ({ sittingId, position }: Pick<QueuedAnswer, 'sittingId' | 'position'>): string =>
  `${sittingId}-${position}`;

function Queued({ one, focused, form }: { one: QueuedAnswer; focused: boolean; form?: MarkForm }) {
  const { sittingId, position } = one;
  return (
    <article class="sheet stack" id={`s${sittingId}-${position}`}>
      <header class="row">
        <h2 class="h3">
          <a href={`/class/tests/sittings/${sittingId}#a${position}`} dir="auto">
            {one.studentName}
          </a>
        </h2>
        <span class="quiet push" dir="auto">
          {one.testName} · {one.unitName}
        </span>
      </header>
      <Asked question={one.question} />
      <AnswerAndKey reviewed={one} />
      <ReportLink place={{ at: 'sitting', sittingId }} revisionId={one.question.revisionId} />
      <MarkFields
        sittingId={sittingId}
        position={position}
        changes={false}
        from="queue"
        focused={focused}
        {...(form ? { form } : {})}
      />
    </article>
  );
}
