import type { ReviewedQuestion } from '../../../services/tests/reviewed-question.ts';
import type { TagProps } from '../../components/tag.tsx';

/** The colour in which a verdict is shown, beside its word. */
export const VERDICT_TONES = {
  correct: { tone: 'good' },
  partly: { tone: 'due' },
  incorrect: { tone: 'alarm' },
  unanswered: {},
} as const satisfies Record<NonNullable<ReviewedQuestion['verdict']>, Pick<TagProps, 'tone'>>;
