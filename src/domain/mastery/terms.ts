/**
 * What the mastery model ("GElo+") remembers. Everything here is plain data, one record a row, so that a repository can
 * store each term where it belongs. Means and variances are on the logit scale.
 */
export interface GaussianTerm {
  mean: number;
  /** Always > 0. */
  variance: number;
}

/** How strong a pupil is in general. */
export interface StudentTerm extends GaussianTerm {
  /** Moving average of ±1 over the pupil's answers, rate .1, from 0; −1 … 1. */
  ewma: number;
}

/** How much stronger or weaker a pupil is in one unit than in general. */
export interface StudentUnitTerm extends GaussianTerm {
  /** Answers in this unit that moved the model. */
  successes: number;
  failures: number;
  /** Moving average of ±1 over the answers in this unit, rate .3, from 0; −1 … 1. */
  ewma: number;
  /** Judged answers without any help; three are needed before a unit can be mastered. */
  unaided: number;
  /** The last unaided answers, at most eight, newest last: "1" right, "0" wrong. For sentences, not for the model. */
  recent: string;
}

/** Difficulty of a unit; higher is harder. */
export type UnitTerm = GaussianTerm;

/** Difficulty of one question beyond its unit's; higher is harder. */
export type ItemTerm = GaussianTerm;

export type FiveNumbers = readonly [number, number, number, number, number];

/** Weights of the five features: ln(1 + successes), ln(1 + failures), ewma in the unit, ewma of the pupil, first answer. */
export interface WeightsTerm {
  means: FiveNumbers;
  variances: FiveNumbers;
}

/** What is known of all answers together: the base rate, and how far predictions have to be corrected. See population.ts. */
export interface PopulationTerm {
  answers: number;
  correct: number;
  intercept: number;
  slope: number;
  interceptVariance: number;
  slopeVariance: number;
}

/** All that one prediction needs. */
export interface GeloTerms {
  student: StudentTerm;
  studentUnit: StudentUnitTerm;
  unit: UnitTerm;
  item: ItemTerm;
  weights: WeightsTerm;
  population: PopulationTerm;
}

/** A term that has seen no answer yet. */
export const PRIORS: Readonly<GeloTerms> = {
  student: { mean: 0, variance: 0.8, ewma: 0 },
  studentUnit: { mean: 0, variance: 0.3, successes: 0, failures: 0, ewma: 0, unaided: 0, recent: '' },
  unit: { mean: 0, variance: 0.7 },
  item: { mean: 0, variance: 1 },
  weights: { means: [0.1, -0.05, 0.5, 0.4, -0.3], variances: [0.02, 0.02, 0.02, 0.02, 0.02] },
  population: { answers: 0, correct: 0, intercept: 0, slope: 1, interceptVariance: 0.01, slopeVariance: 0.01 },
};
