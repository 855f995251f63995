import { type FactSums, NOTHING } from '../../domain/analytics/metrics.ts';

interface Keyed {
  [key: `key_${number}`]: number | string | null;
}

/** Sums of sessions as a database answers with them. */
export interface SumRow extends Keyed {
  pupils: number;
  sessions: number;
  ms: number;
  expected: number;
  attended: number;
  attempts: number;
  correct: number;
  unaided: number;
  feelings: number;
  low: number;
  [score: `${string}_${'n' | 's' | 'q'}`]: number | null;
}

/** The same of tests. */
export interface TestRow extends Keyed {
  tests: number;
  sum: number;
  squares: number;
  passed: number;
  tested: number;
}

/** What tests came to, of all that is added up. */
export type TestSums = Pick<FactSums, 'grades' | 'passed' | 'tested'>;

export function sumsOf(row: SumRow): FactSums {
  const scores = (name: 'proficiency' | 'investment' | 'social') => ({
    count: Number(row[`${name}_n`]),
    sum: Number(row[`${name}_s`] ?? 0),
    squares: Number(row[`${name}_q`] ?? 0),
  });
  return {
    pupils: Number(row.pupils),
    sessions: Number(row.sessions),
    activeMs: Number(row.ms),
    expected: Number(row.expected),
    attended: Number(row.attended),
    attempts: Number(row.attempts),
    correct: Number(row.correct),
    unaided: Number(row.unaided),
    proficiency: scores('proficiency'),
    investment: scores('investment'),
    social: scores('social'),
    feelings: Number(row.feelings),
    lowFeelings: Number(row.low),
    grades: NOTHING.grades,
    passed: 0,
    tested: 0,
  };
}

export function testsOf(row: TestRow): TestSums {
  return {
    grades: { count: Number(row.tests), sum: Number(row.sum), squares: Number(row.squares) },
    passed: Number(row.passed),
    tested: Number(row.tested),
  };
}
