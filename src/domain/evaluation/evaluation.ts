/** Changes whenever the same evidence would get another score; stored with every score. */
export const RUBRIC_VERSION = '1';

export type EvaluationKind = 'proficiency' | 'investment';

/** What a score rests on, as links into the transcript. */
export interface EvidenceIds {
  messageIds: number[];
  attemptIds: number[];
}

/** What can be said in words, as keys and numbers (evaluation-words.ts has the English). Percentages are rounded. */
export type EvaluationFact =
  | { key: 'proficiency.unaided'; params: { right: number; of: number } }
  | { key: 'proficiency.with help' | 'proficiency.not solved'; params: { count: number } }
  | { key: 'proficiency.unit'; params: { unit: string; before: number; after: number } }
  | { key: 'proficiency.too little'; params: { judged: number; unaided: number; needed: number } }
  | { key: 'investment.on the subject' | 'investment.tried first'; params: { count: number; of: number } }
  | { key: 'investment.time'; params: { minutes: number; planned: number } }
  | { key: 'investment.finished'; params: { minutes: number } }
  | { key: 'investment.hints in a row' | 'investment.own questions'; params: { count: number } }
  | { key: 'investment.too little'; params: { turns: number; needed: number } };

interface EvaluationBase {
  kind: EvaluationKind;
  facts: EvaluationFact[];
  evidence: EvidenceIds;
  /** 0 … 1: how far the evidence carries. Never a reason to raise or lower the score. */
  confidence: number;
  rubricVersion: string;
}

/** A score, or none and why. There is no middle value for what is not known. */
export type Evaluation =
  | (EvaluationBase & {
      /** Whole, 1 … 10. */
      score: number;
      /** Before rounding, 1 … 10. */
      exact: number;
      reason: null;
    })
  | (EvaluationBase & { score: null; exact: null; reason: 'too little evidence' });

export type ScoredEvaluation = Extract<Evaluation, { score: number }>;

/** From a share of the possible, 0 … 1, to the scale of 1 … 10. */
export function onScale(share: number): number {
  return 1 + 9 * Math.min(1, Math.max(0, share));
}

/** n/(n + 5): five pieces of evidence are trusted half, twenty four fifths. */
export function confidenceOf(pieces: number): number {
  return pieces / (pieces + 5);
}
