import type { EvaluationKind } from '../../../domain/evaluation/evaluation.ts';
import {
  ANSWERS,
  LONGEST_WORDS,
  type ReviewAnswer,
  type ScoreReview,
  standingOf,
} from '../../../domain/evaluation/score-review.ts';
import { Button } from '../../components/button.tsx';
import { Choices } from '../../components/choices.tsx';
import { TextArea } from '../../components/field.tsx';
import { Fold } from '../../components/surfaces.tsx';
import type { ScoreAnswerForm } from '../../forms/score-answer.form.ts';
import { usePage } from '../../page-context.ts';

const SCALE = Array.from({ length: 10 }, (_, index) => String(index + 1));

export interface ScoreAnswerProps {
  evaluation: { kind: EvaluationKind; source: 'evaluator' | 'class manager'; score: number | null; flagged: boolean };
  /** What was said of the session's scores. */
  reviews: readonly ScoreReview[];
  /** The address of the session on the class manager's desk. */
  address: string;
  /** What could not be taken, of one of the scores. */
  form?: ScoreAnswerForm;
}

/** The class manager's answer to a score of the evaluator: open at once where somebody contests it, or the evaluator asks. */
export function ScoreAnswer({ evaluation, reviews, address, form: sent }: ScoreAnswerProps) {
  const words = usePage().t.scores;
  const { kind, source, score, flagged } = evaluation;
  const { contest, dispute } = standingOf(reviews, kind);
  const asked = contest !== null || flagged;
  const answers = ANSWERS[kind].filter((one) => one !== 'stands' || asked || dispute !== null);
  if (source !== 'evaluator' || (kind === 'proficiency' && score === null)) return null;
  const form = sent?.kind === kind ? sent : null;
  return (
    <Fold summary={words.answer(kind, asked)} open={asked || form !== null}>
      <form method="post" action={`${address}/scores/${kind}`} class="stack">
        <Decision kind={kind} answers={answers} form={form} />
        {answers.includes('scored') && (
          <Choices
            name={`${kind}-score`}
            label={words.ownScore}
            hint={words.ownScoreHint}
            layout="scale"
            chosen={[form?.score ?? '']}
            choices={SCALE.map((value) => ({ value, label: value }))}
            problem={form?.problems.score}
          />
        )}
        <TextArea
          name={`${kind}-words`}
          label={words.words}
          hint={words.wordsHint}
          rows={2}
          value={form?.words}
          problem={form?.problems.words}
          maxLength={LONGEST_WORDS}
        />
        <div class="row">
          <Button tone="go">{words.save}</Button>
        </div>
      </form>
    </Fold>
  );
}

/** Asked only where there is a choice. */
function Decision({
  kind,
  answers,
  form,
}: {
  kind: EvaluationKind;
  answers: readonly ReviewAnswer[];
  form: ScoreAnswerForm | null;
}) {
  const words = usePage().t.scores;
  const [only] = answers;
  if (answers.length === 1) return <input type="hidden" name={`${kind}-action`} value={only} />;
  return (
    <Choices
      name={`${kind}-action`}
      label={words.decision}
      layout="list"
      chosen={[form?.action ?? '']}
      choices={answers.map((value) => ({ value, ...words.decisions[value] }))}
      problem={form?.problems.action}
    />
  );
}
