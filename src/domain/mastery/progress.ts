import type { StudyState } from '../curriculum/curriculum.ts';
import { cautiousEstimate, MASTERY_THRESHOLD, predictUnit, UNAIDED_NEEDED, type UnitTerms } from './mastery.ts';
import { PRIORS } from './terms.ts';

/** However easy a unit is, its way to mastery starts here at the latest. */
const HIGHEST_START = 0.7;

/**
 * Progress in a unit, 0 … 1: how far the cautious estimate has come from where a pupil starts that nobody knows yet to
 * the threshold of mastery, counted in full from the third unaided answer on (one third, two thirds before). 1 exactly
 * when mastered. Never lower than `previous`: what is forgotten shows as due for review, not as lost progress.
 */
export function unitProgress(terms: UnitTerms, previous = 0): number {
  const before = clamp(previous);
  const { studentUnit } = terms;
  if (studentUnit.successes + studentUnit.failures === 0) return before;
  const newcomer = { ...terms, student: PRIORS.student, studentUnit: PRIORS.studentUnit };
  const start = Math.min(HIGHEST_START, cautiousEstimate(predictUnit(newcomer)));
  const way = (cautiousEstimate(predictUnit(terms)) - start) / (MASTERY_THRESHOLD - start);
  const evidence = Math.min(1, studentUnit.unaided / UNAIDED_NEEDED);
  return Math.max(before, clamp(way) * evidence);
}

/** Progress in a course, 0 … 1: its units' by weight. Weights that are all 0 count alike; without units 0. */
export function courseProgress(units: readonly { progress: number; weight: number }[]): number {
  const total = units.reduce((sum, unit) => sum + Math.max(0, unit.weight), 0);
  if (units.length === 0) return 0;
  // Counted as what is missing, so that a course whose units are all done is at exactly 1.
  const missing = units.reduce((sum, unit) => {
    const share = total > 0 ? Math.max(0, unit.weight) / total : 1 / units.length;
    return sum + share * (1 - clamp(unit.progress));
  }, 0);
  return clamp(1 - missing);
}

/** The state that goes with a progress. Answers that brought no progress yet are a start all the same. */
export function studyState(progress: number, answers: number): StudyState {
  if (progress >= 1) return 'completed';
  return progress > 0 || answers > 0 ? 'in progress' : 'not started';
}

function clamp(x: number): number {
  return x >= 0 ? Math.min(1, x) : 0;
}
