import { logit, sigmoid } from './logistic.ts';
import { baseRate, calibrate, learnPopulation } from './population.ts';
import type { FiveNumbers, GaussianTerm, GeloTerms, StudentTerm, StudentUnitTerm, WeightsTerm } from './terms.ts';

/**
 * The mastery model "GElo+": a Gaussian Elo rating of pupils, units and questions with five features of the pupil's
 * history. O(1) an answer, nothing to fit, every term explainable, from the first pupil on.
 *
 *   mu = b0 + th[student] + th[student, unit] − d[unit] − d[item] + w·x
 *   p  = sigmoid(mu / √(1 + π·V/8)),  V = sum of the variances (weights: x²·v)
 */
export interface Prediction {
  /** Log-odds of a right answer. */
  mu: number;
  /** Variance of mu, > 0. */
  variance: number;
  /** Probability of a right answer without help, 0 < p < 1. */
  p: number;
}

/** What is learned from. `correct` 1 only for a right answer without help: see observation.ts. */
export interface Observation {
  correct: 0 | 1;
  unaided: boolean;
}

/** What one answer teaches. Plain data, so that the terms that pupils share may be moved later, in the order of answers. */
export interface LearningStep extends Observation {
  /** (c − p)/D */
  error: number;
  /** h/D */
  curvature: number;
  features: FiveNumbers;
  /** The model's own probability, before calibration. */
  p: number;
}

const RECENT_KEPT = 8;
const LEAST_VARIANCE = 1e-3;
const LEAST_WEIGHT_VARIANCE = 1e-5;
/** Added to the pupil's variance in the unit after each answer: people change. */
const DRIFT = 0.01;

/** How likely a right answer is. Total: never throws, p always inside (0, 1). */
export function predict(terms: GeloTerms): Prediction {
  const { mu, variance } = logOdds(terms, featuresOf(terms));
  return { mu, variance, p: calibrate(moderated(mu, variance), terms.population) };
}

/** All terms after an answer; `learnOwn` and `learnShared` in one. */
export function learn(terms: GeloTerms, answer: Observation): GeloTerms {
  const step = stepOf(terms, answer);
  return { ...learnOwn(terms, step), ...learnShared(terms, step) };
}

/** What an answer teaches, from the terms as they were when it was given. */
export function stepOf(terms: GeloTerms, answer: Observation): LearningStep {
  const features = featuresOf(terms);
  const { mu, variance } = logOdds(terms, features);
  const p = moderated(mu, variance);
  const q = sigmoid(mu);
  const h = q * (1 - q);
  const spread = 1 + h * variance;
  return {
    correct: answer.correct,
    unaided: answer.unaided,
    error: (answer.correct - p) / spread,
    curvature: h / spread,
    features,
    p,
  };
}

/** The pupil's own terms after a step; they move with the answer itself. */
export function learnOwn(
  terms: Pick<GeloTerms, 'student' | 'studentUnit'>,
  step: LearningStep,
): { student: StudentTerm; studentUnit: StudentUnitTerm } {
  const { student, studentUnit } = terms;
  const sign = step.correct === 1 ? 1 : -1;
  const inUnit = moved(studentUnit, 1, step);
  return {
    student: { ...moved(student, 1, step), ewma: student.ewma + 0.1 * (sign - student.ewma) },
    studentUnit: {
      mean: inUnit.mean,
      variance: inUnit.variance + DRIFT,
      successes: studentUnit.successes + step.correct,
      failures: studentUnit.failures + 1 - step.correct,
      ewma: studentUnit.ewma + 0.3 * (sign - studentUnit.ewma),
      unaided: studentUnit.unaided + (step.unaided ? 1 : 0),
      recent: step.unaided ? `${studentUnit.recent}${step.correct}`.slice(-RECENT_KEPT) : studentUnit.recent,
    },
  };
}

/** The terms that all pupils share after a step; they may be moved in batches, in the order of answers. */
export function learnShared(
  terms: Pick<GeloTerms, 'unit' | 'item' | 'weights' | 'population'>,
  step: LearningStep,
): Pick<GeloTerms, 'unit' | 'item' | 'weights' | 'population'> {
  return {
    unit: moved(terms.unit, -1, step),
    item: moved(terms.item, -1, step),
    weights: movedWeights(terms.weights, step),
    population: learnPopulation(terms.population, step.p, step.correct),
  };
}

function featuresOf({ student, studentUnit }: GeloTerms): FiveNumbers {
  const { successes, failures } = studentUnit;
  return [
    Math.log1p(successes),
    Math.log1p(failures),
    studentUnit.ewma,
    student.ewma,
    successes + failures === 0 ? 1 : 0,
  ];
}

function logOdds(terms: GeloTerms, x: FiveNumbers): { mu: number; variance: number } {
  const { student, studentUnit, unit, item, weights } = terms;
  const b0 = logit(baseRate(terms.population));
  const { means: w, variances: v } = weights;
  const weighted = w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + w[3] * x[3] + w[4] * x[4];
  const uncertain = v[0] * x[0] ** 2 + v[1] * x[1] ** 2 + v[2] * x[2] ** 2 + v[3] * x[3] ** 2 + v[4] * x[4] ** 2;
  return {
    mu: b0 + student.mean + studentUnit.mean - unit.mean - item.mean + weighted,
    variance: student.variance + studentUnit.variance + unit.variance + item.variance + uncertain,
  };
}

/** The mean of sigmoid over the Gaussian, by MacKay's approximation. */
function moderated(mu: number, variance: number): number {
  return sigmoid(mu / Math.sqrt(1 + (Math.PI * variance) / 8));
}

/** m += s·v·z·e and v −= v²·z²·h/D, never below the least variance. `direction` is s·z. */
function moved(term: GaussianTerm, direction: number, step: LearningStep, least = LEAST_VARIANCE): GaussianTerm {
  const { mean, variance: v } = term;
  return {
    mean: mean + direction * v * step.error,
    variance: Math.max(v - v * v * direction * direction * step.curvature, least),
  };
}

function movedWeights({ means, variances }: WeightsTerm, step: LearningStep): WeightsTerm {
  const at = (j: 0 | 1 | 2 | 3 | 4) =>
    moved({ mean: means[j], variance: variances[j] }, step.features[j], step, LEAST_WEIGHT_VARIANCE);
  const [a, b, c, d, e] = [at(0), at(1), at(2), at(3), at(4)];
  return {
    means: [a.mean, b.mean, c.mean, d.mean, e.mean],
    variances: [a.variance, b.variance, c.variance, d.variance, e.variance],
  };
}
