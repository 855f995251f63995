import type { MarkingQueue, QueuedAnswer } from '../../../services/tests/class-marking.service.ts';
import { Layout } from '../../components/layout.tsx';
import { Empty, Fold } from '../../components/surfaces.tsx';
import type { MarkForm } from '../../forms/mark.form.ts';
import { usePage } from '../../page-context.ts';
import { Asked } from '../tests/asked.tsx';
import { MarkFields } from './mark-fields.tsx';
import { AnswerAndKey } from './marked-answer.tsx';

/** The answers that wait for a class manager, each beside its key. */
export function MarkingPage({ queue, form }: { queue: MarkingQueue; form?: MarkForm }) {
  const { classTests: words } = usePage().t;
  const { answers, waiting } = queue;
  return (
    <Layout title={words.markingTitle} narrow>
      <div class="stack loose">
        <header class="stack tight">
          <a href="/class/tests">{words.title}</a>
          <h1>{words.markingTitle}</h1>
          <p class="quiet">{words.markingLead}</p>
        </header>
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
            {...(form?.sittingId === one.sittingId && form.position === one.position ? { form } : {})}
          />
        ))}
        {waiting > answers.length && <p class="quiet">{words.markingMore(waiting - answers.length)}</p>}
      </div>
    </Layout>
  );
}

function Queued({ one, form }: { one: QueuedAnswer; form?: MarkForm }) {
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
      <MarkFields sittingId={sittingId} position={position} changes={false} from="queue" {...(form ? { form } : {})} />
    </article>
  );
}
