import { logit, sigmoid } from './logistic.ts';
import type { PopulationTerm } from './terms.ts';

/** Share of right answers that is assumed until enough answers are known. */
export const ASSUMED_BASE_RATE = 0.65;
/** From this many answers on the population is taken to be known. */
export const KNOWN_FROM = 200;
/** The assumed rate weighs as much as this many answers. */
const ASSUMED_ANSWERS = 500;

/**
 * The base rate b of the model, 0 < b < 1: .65 until 200 answers are known, then the share of right answers, drawn
 * towards .65 as if by 500 answers.
 */
export function baseRate(population: PopulationTerm): number {
  if (population.answers < KNOWN_FROM) return ASSUMED_BASE_RATE;
  return (population.correct + ASSUMED_ANSWERS * ASSUMED_BASE_RATE) / (population.answers + ASSUMED_ANSWERS);
}

/**
 * Corrects a predicted probability by what became of earlier predictions: sigmoid(intercept + slope · logit p). Answers of
 * one pupil hang together more than the model supposes, so its estimates are too sure of themselves, by how much depends
 * on the school. The identity until 200 answers are known; always increasing in p.
 */
export function calibrate(p: number, population: PopulationTerm): number {
  if (population.answers < KNOWN_FROM) return p;
  return sigmoid(population.intercept + population.slope * logit(p));
}

/** The population after one more answer whose probability, before `calibrate`, was p. */
export function learnPopulation(population: PopulationTerm, p: number, correct: 0 | 1): PopulationTerm {
  const z = logit(p);
  const { intercept, slope, interceptVariance: v0, slopeVariance: v1 } = population;
  const corrected = sigmoid(intercept + slope * z);
  const curvature = corrected * (1 - corrected);
  const spread = 1 + curvature * (v0 + v1 * z * z);
  const error = (correct - corrected) / spread;
  return {
    answers: population.answers + 1,
    correct: population.correct + correct,
    intercept: intercept + v0 * error,
    slope: Math.min(2, Math.max(0.2, slope + v1 * z * error)),
    interceptVariance: Math.max(v0 - (v0 * v0 * curvature) / spread, 1e-6),
    slopeVariance: Math.max(v1 - (v1 * v1 * z * z * curvature) / spread, 1e-6),
  };
}
