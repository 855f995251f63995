import type { ScoreAgreementView } from '../../services/evaluations/score-agreement.service.ts';
import type { ScoreAgreementBody } from '../../shared/evaluations.ts';

/** How far the evaluator and people agree, for programs. */
export function toScoreAgreementBody({ days, rows, all, drift, periodDays }: ScoreAgreementView): ScoreAgreementBody {
  const { verdict, before, last } = drift;
  return {
    days,
    rows: rows.map(({ withModel, ...row }) => ({ ...row, source: withModel ? 'model' : 'rules' })),
    all,
    drift: {
      verdict,
      periodDays,
      before,
      last,
      change: verdict === 'too few' ? null : { points: drift.change, from: drift.from, to: drift.to },
    },
  };
}
