import type { SittingStatus } from './sitting.ts';

/** The least grade with which a test is passed, as in the country's matriculation. */
export const PASS_MARK = 55;

/** An answer with its mark: what it is worth, and which share of that it earned. */
export interface GradedAnswer {
  /** ≥ 0; those of a sitting add up to 100. */
  points: number;
  /** 0 … 1 */
  share: number;
}

/** The grade, a whole number 0 … 100. Null where there is nothing to grade. */
export function gradeOf(answers: readonly GradedAnswer[]): number | null {
  const most = answers.reduce((sum, { points }) => sum + points, 0);
  if (most <= 0) return null;
  const earned = answers.reduce((sum, { points, share }) => sum + points * share, 0);
  return Math.min(100, Math.max(0, Math.round((100 * earned) / most)));
}

/** What came of a sitting. */
export function resultOf(grade: number): Extract<SittingStatus, 'passed' | 'failed'> {
  return grade >= PASS_MARK ? 'passed' : 'failed';
}
