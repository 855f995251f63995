/** How often the evaluator's score and a person's own score of the same session came together. */
export interface RatedTogether {
  evaluator: number;
  person: number;
  times: number;
}

/** Fewer scores beside each other say nothing of agreement beyond chance. */
export const ENOUGH_FOR_AGREEMENT = 20;
/** As many are needed in both periods before a change between them means anything. */
export const ENOUGH_FOR_CHANGE = 10;

export interface Agreement {
  /** How many scores have a person's own beside them. */
  scores: number;
  /** Points that people give more than the evaluator, on average; null without scores. */
  meanDifference: number | null;
  /** The share that is at most one point apart, 0 … 1; null without scores. */
  withinOne: number | null;
  /** Quadratically weighted kappa, 1 at most, 0 by chance; null below `ENOUGH_FOR_AGREEMENT`, and where all scores are the same. */
  kappa: number | null;
}

/** How far the evaluator and people agree. */
export function agreementOf(rated: readonly RatedTogether[]): Agreement {
  const scores = rated.reduce((sum, { times }) => sum + times, 0);
  if (scores === 0) return { scores, meanDifference: null, withinOne: null, kappa: null };
  return {
    scores,
    meanDifference: mean(rated, difference),
    withinOne: mean(rated, (pair) => (Math.abs(difference(pair)) <= 1 ? 1 : 0)),
    kappa: scores < ENOUGH_FOR_AGREEMENT ? null : quadraticKappa(rated),
  };
}

/**
 * 1 − (squared distance that is there) / (squared distance of scores that are dealt out at random): the second is what the two
 * spreads and the distance of the two means come to.
 */
function quadraticKappa(rated: readonly RatedTogether[]): number | null {
  const spread = (of: (pair: RatedTogether) => number) => mean(rated, (pair) => (of(pair) - mean(rated, of)) ** 2);
  const byChance = spread(({ evaluator }) => evaluator) + spread(({ person }) => person) + mean(rated, difference) ** 2;
  return byChance === 0 ? null : 1 - mean(rated, (pair) => difference(pair) ** 2) / byChance;
}

/** Whether the distance between people and the evaluator has moved from one period to the next. */
export type Drift = { before: Agreement; last: Agreement } & (
  | { verdict: 'too few' }
  /** `change`: of the mean difference, and between which bounds it lies with 95 % certainty. */
  | { verdict: 'steady' | 'moved'; change: number; from: number; to: number }
);

/** Welch's comparison of the two mean differences: `moved` where no change at all lies outside of the 95 % bounds. */
export function driftOf(before: readonly RatedTogether[], last: readonly RatedTogether[]): Drift {
  const both = { before: agreementOf(before), last: agreementOf(last) };
  if (Math.min(both.before.scores, both.last.scores) < ENOUGH_FOR_CHANGE) return { ...both, verdict: 'too few' };
  const [one, other] = [errorOfMean(before), errorOfMean(last)];
  const squared = one.squared + other.squared;
  const change = mean(last, difference) - mean(before, difference);
  const freedom = squared ** 2 / (one.squared ** 2 / one.freedom + other.squared ** 2 / other.freedom);
  const reach = squared === 0 ? 0 : studentQuantile(freedom) * Math.sqrt(squared);
  const [from, to] = [change - reach, change + reach];
  return { ...both, verdict: from > 0 || to < 0 ? 'moved' : 'steady', change, from, to };
}

function errorOfMean(rated: readonly RatedTogether[]): { squared: number; freedom: number } {
  const { scores } = agreementOf(rated);
  const centre = mean(rated, difference);
  const variance = (mean(rated, (pair) => (difference(pair) - centre) ** 2) * scores) / (scores - 1);
  return { squared: variance / scores, freedom: scores - 1 };
}

/** Student's t below which 97.5 % lie, from the normal quantile (Cornish-Fisher): to a hundredth from nine degrees of freedom on. */
function studentQuantile(freedom: number): number {
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}

function difference({ evaluator, person }: RatedTogether): number {
  return person - evaluator;
}

function mean(rated: readonly RatedTogether[], of: (pair: RatedTogether) => number): number {
  const [sum, times] = rated.reduce(([total, all], pair) => [total + of(pair) * pair.times, all + pair.times], [0, 0]);
  return sum / times;
}
