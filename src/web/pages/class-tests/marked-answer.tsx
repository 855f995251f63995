import type { SittingPage } from '../../../services/tests/class-tests.service.ts';
import type { ReviewedQuestion } from '../../../services/tests/reviewed-question.ts';
import { ReportLink } from '../../components/report/report-link.tsx';
import { RichLine, RichText } from '../../components/rich-text.tsx';
import { Fold } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import type { MarkForm } from '../../forms/mark.form.ts';
import { usePage } from '../../page-context.ts';
import { Asked } from '../tests/asked.tsx';
import { VERDICT_TONES } from '../tests/verdict-tones.ts';
import { MarkFields } from './mark-fields.tsx';

interface MarkedAnswerProps {
  reviewed: ReviewedQuestion;
  sittingId: number;
  marks: SittingPage['marks'];
  form?: MarkForm;
}

/** An answer beside its key, how it was marked, and the form to mark it or to change the mark. */
export function MarkedAnswerSheet({ reviewed, sittingId, marks, form }: MarkedAnswerProps) {
  const { t, format } = usePage();
  const words = t.classTests;
  const { position, question, verdict, share, points, markedBy, comment } = reviewed;
  const fields = (
    <MarkFields {...{ sittingId, position }} changes={verdict !== null} from="sitting" {...(form ? { form } : {})} />
  );
  return (
    <article class="sheet stack" id={`a${position}`}>
      <header class="row">
        <h3>{words.question(position)}</h3>
        {verdict === null ? (
          <Tag tone="due">{words.notMarked}</Tag>
        ) : (
          <Tag {...VERDICT_TONES[verdict]}>{words.verdicts[verdict]}</Tag>
        )}
        {markedBy !== null && <span class="quiet">{words.markedBy[markedBy]}</span>}
        <span class="quiet push">
          {share !== null && words.points(format.number(share * points), format.number(points))}
        </span>
      </header>
      <Asked question={question} />
      <AnswerAndKey reviewed={reviewed} />
      {comment !== null && (
        <p class="quiet" dir="auto">
          {words.comment}: {comment}
        </p>
      )}
      <ReportLink place={{ at: 'sitting', sittingId }} revisionId={question.revisionId} />
      {marks.length > 1 && <Earlier marks={marks.slice(0, -1)} />}
      {verdict === null ? (
        fields
      ) : (
        <Fold summary={words.correct} open={form !== undefined}>
          {fields}
        </Fold>
      )}
    </article>
  );
}

/** The answer beside what it is marked against. */
export function AnswerAndKey({
  reviewed,
}: {
  reviewed: Pick<ReviewedQuestion, 'answer' | 'right' | 'alsoRight' | 'explanation'> &
    Partial<Pick<ReviewedQuestion, 'removed'>>;
}) {
  const { t, format } = usePage();
  const words = t.classTests;
  const { answer, removed, right, alsoRight, explanation } = reviewed;
  return (
    <dl class="facts">
      <dt>{words.answer}</dt>
      <dd class="given">
        {answer === '' ? (
          <span class="quiet">{removed ? words.removed : words.nothing}</span>
        ) : (
          <RichLine text={answer} />
        )}
      </dd>
      <dt>{words.key}</dt>
      <dd>
        <RichLine text={right} />
        {alsoRight.length > 0 && <span class="quiet"> ({words.also(format.list(alsoRight))})</span>}
      </dd>
      {explanation !== '' && (
        <>
          <dt>{words.why}</dt>
          <dd>
            <RichText text={explanation} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Earlier({ marks }: { marks: SittingPage['marks'] }) {
  const { t, format } = usePage();
  const words = t.classTests;
  return (
    <Fold summary={words.history}>
      <ul class="points">
        {marks.map(({ at, verdict, by, reason }) => (
          <li key={at}>
            {words.historyLine(format.dateTime(at), words.verdicts[verdict], words.markedBy[by])}
            {reason !== null && <bdi>{words.because(reason)}</bdi>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
