import type { Certainty, MasteryFacts } from '../../domain/mastery/mastery.ts';
import { usePage } from '../page-context.ts';

export interface MasteryLineProps {
  mastery: MasteryFacts;
  certainty: Certainty;
  /** On how many answers that rests. */
  answers: number;
  /** Spoken to the pupil, or of the pupil. */
  to: 'pupil' | 'others';
}

/** How a pupil does in a unit, and how sure that is: the same sentences for pupils, parents and class managers. */
export function MasteryLine({ mastery, certainty, answers, to }: MasteryLineProps) {
  const { t } = usePage();
  const said = to === 'pupil' ? t.words.mastery(mastery) : t.report.mastery(mastery);
  return (
    <>
      {said} {t.words.certainty(certainty, answers)}
    </>
  );
}
