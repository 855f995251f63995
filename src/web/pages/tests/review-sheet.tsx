import type { ReviewedQuestion } from '../../../services/tests/reviewed-question.ts';
import { ReportLink } from '../../components/report/report-link.tsx';
import { RichLine, RichText } from '../../components/rich-text.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { Asked } from './asked.tsx';
import { VERDICT_TONES } from './verdict-tones.ts';

interface ReviewSheetProps {
  reviewed: ReviewedQuestion;
  of: number;
  sittingId: number;
}

/** A question of a released test: what was asked, what was answered, what is right and why. */
export function ReviewSheet({ reviewed, of, sittingId }: ReviewSheetProps) {
  const { t, format } = usePage();
  const words = t.tests;
  const { position, question, verdict, share, points } = reviewed;
  return (
    <article class="sheet stack" id={`q${position}`}>
      <header class="row">
        <h3>{words.question(position, of)}</h3>
        {verdict && <Tag {...VERDICT_TONES[verdict]}>{words.verdicts[verdict]}</Tag>}
        <span class="quiet push">{words.earned(format.number((share ?? 0) * points), format.number(points))}</span>
      </header>
      <Asked question={question} />
      <GivenAndRight reviewed={reviewed} />
      {reviewed.markedBy && <p class="quiet">{words.markedBy[reviewed.markedBy]}</p>}
      <ReportLink place={{ at: 'sitting', sittingId }} revisionId={question.revisionId} />
    </article>
  );
}

function GivenAndRight({ reviewed }: { reviewed: ReviewedQuestion }) {
  const { t, format } = usePage();
  const words = t.tests;
  const { answer, removed, right, alsoRight, understood, explanation, comment } = reviewed;
  return (
    <dl class="facts">
      <dt>{words.yourAnswer}</dt>
      <dd>
        {answer === '' ? (
          <span class="quiet">{removed ? words.removed : words.nothing}</span>
        ) : (
          <RichLine text={answer} />
        )}
        {understood !== null &&
          understood !== '' &&
          understood !== answer &&
          reviewed.question.choices.length === 0 && <span class="quiet"> ({words.readAs(understood)})</span>}
      </dd>
      <dt>{words.rightAnswer}</dt>
      <dd>
        <RichLine text={right} />
        {alsoRight.length > 0 && <span class="quiet"> ({words.alsoRight(format.list(alsoRight))})</span>}
      </dd>
      {comment !== null && (
        <>
          <dt>{words.comment}</dt>
          <dd dir="auto">{comment}</dd>
        </>
      )}
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
