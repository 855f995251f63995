import {
  confidenceOf,
  type Evaluation,
  type EvaluationFact,
  type EvidenceIds,
  onScale,
  RUBRIC_VERSION,
} from './evaluation.ts';
import {
  activeTime,
  type Component,
  noGaming,
  ownQuestions,
  substantiveTurns,
  triesBeforeHelp,
} from './investment-components.ts';
import type { EvidenceTurn, SessionEvidence } from './session-evidence.ts';

/** Turns of the pupil that a score needs at least; empty ones, going on and stopping are none. */
export const TURNS_NEEDED = 3;
/** Weight of the components that could be seen: with less than half, what is left would say too much. */
const WEIGHT_NEEDED = 0.5;

const COMPONENTS: readonly { weight: number; of: (evidence: SessionEvidence) => Component }[] = [
  { weight: 0.3, of: substantiveTurns },
  { weight: 0.25, of: triesBeforeHelp },
  { weight: 0.2, of: activeTime },
  { weight: 0.15, of: noGaming },
  { weight: 0.1, of: ownQuestions },
];

/** Turns that say nothing about investment; a reason is one because only some are asked for it. */
const NO_WORK = new Set<EvidenceTurn['act']>(['empty', 'go on', 'stop', 'reason']);

/**
 * How much the pupil put into the session, from the evidence alone: .30 turns with substance + .25 tries before help +
 * .20 active time + .15 no gaming + .10 own questions, brought to 1 … 10. What the session gave no occasion to see is left
 * out and the other weights grow; it is never filled with a middle value. Right and wrong play no part, nor do the length
 * of messages, their speed, or pauses. No score with fewer than three turns, or where less than half of the weight could be
 * seen.
 *
 * Confidence: the weight that could be seen · n/(n + 5) for n turns.
 */
export function investment(evidence: SessionEvidence): Evaluation {
  const seen = COMPONENTS.flatMap(({ weight, of }) => {
    const { share, ...rest } = of(evidence);
    return share === null ? [] : [{ weight, share, ...rest }];
  });
  const turns = evidence.turns.filter(({ act }) => !NO_WORK.has(act)).length;
  const messageIds = [...new Set(seen.flatMap((part) => part.messageIds))].sort((a, b) => a - b);
  const evidenceIds: EvidenceIds = { messageIds, attemptIds: [] };
  const common = { kind: 'investment', evidence: evidenceIds, rubricVersion: RUBRIC_VERSION } as const;
  const weight = seen.reduce((sum, part) => sum + part.weight, 0);
  if (turns < TURNS_NEEDED || weight < WEIGHT_NEEDED) {
    const params = { turns, needed: TURNS_NEEDED };
    const facts: EvaluationFact[] = [{ key: 'investment.too little', params }];
    return { ...common, score: null, exact: null, reason: 'too little evidence', facts, confidence: 0 };
  }
  const exact = onScale(seen.reduce((sum, part) => sum + part.weight * part.share, 0) / weight);
  return {
    ...common,
    score: Math.round(exact),
    exact,
    reason: null,
    facts: seen.flatMap(({ facts }) => facts),
    confidence: weight * confidenceOf(turns),
  };
}
