import { LONGEST_WORDS } from '../../../domain/evaluation/score-review.ts';
import type { ContestableScore } from '../../../services/quarters/pupil-quarters.service.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { usePage } from '../../page-context.ts';

export interface ContestQuarterProps {
  contested: ContestableScore;
  /** Where the form goes, and where the way back leads. */
  action: string;
  back: string;
  form: { words: string; problem?: string };
}

/** A pupil or a parent says that a score of a quarter is not right. */
export function ContestQuarterPage({ contested: { place, score }, action, back, form }: ContestQuarterProps) {
  const { t, actor, format } = usePage();
  const words = t.quarters;
  const quarter = t.schoolHours.quarter(place.quarter, place.schoolYear);
  return (
    <Layout title={words.contestTitle} narrow>
      <form class="stack loose" method="post" action={action}>
        <PageHead
          title={words.contestTitle}
          lead={actor?.role === 'parent' ? words.contestLeadParent : words.contestLead}
        />
        <p>
          {words.contestOf(words.kinds[place.kind], t.words.subject(place.subject), quarter)}.{' '}
          {words.scoreIs(format.number(score))}
        </p>
        <TextArea name="words" label={words.why} value={form.words} problem={form.problem} maxLength={LONGEST_WORDS} />
        <div class="row">
          <Button tone="go">{words.send}</Button>
          <a href={back}>{words.cancel}</a>
        </div>
      </form>
    </Layout>
  );
}
