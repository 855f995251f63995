import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import { LONGEST_WORDS } from '../../domain/evaluation/score-review.ts';
import { Button } from '../components/button.tsx';
import { TextArea } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { usePage } from '../page-context.ts';

export interface ContestScoreProps {
  kind: EvaluationKind;
  score: number;
  /** Where the form goes, and where the way back leads. */
  action: string;
  back: string;
  /** What was written, and why it could not be taken. */
  form: { words: string; problem?: string };
}

/** A pupil or a parent says that a score is not right. */
export function ContestScorePage({ kind, score, action, back, form }: ContestScoreProps) {
  const { t, actor } = usePage();
  const words = t.scores;
  const title = words.contestTitle(kind);
  return (
    <Layout title={title} narrow>
      <form class="stack loose" method="post" action={action}>
        <PageHead title={title} lead={actor?.role === 'parent' ? words.contestLeadParent : words.contestLead} />
        <p>{words.scoreWas(score)}</p>
        <TextArea
          name="words"
          label={words.why}
          hint={words.whyHint}
          value={form.words}
          problem={form.problem}
          maxLength={LONGEST_WORDS}
        />
        <div class="row">
          <Button tone="go">{words.send}</Button>
          <a href={back}>{words.back}</a>
        </div>
      </form>
    </Layout>
  );
}
