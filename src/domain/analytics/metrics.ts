import { METRICS, type Metric, type MetricUnit } from '../../shared/analytics.ts';

/** A sum that a mean is made of: how many, their sum, and the sum of their squares. */
export interface Scores {
  count: number;
  sum: number;
  squares: number;
}

/** What sessions that are over came to, added up: of one pupil, of a class, of a school. */
export interface FactSums {
  /** Pupils with a session that they attended. */
  pupils: number;
  /** Sessions attended, at home and at school. */
  sessions: number;
  activeMs: number;
  /** Places in lessons, and those of them that were taken. */
  expected: number;
  attended: number;
  /** First judged answers to questions, of which right, and right without help. */
  attempts: number;
  correct: number;
  unaided: number;
  proficiency: Scores;
  investment: Scores;
  social: Scores;
  /** Sessions before which a feeling was said, and those of them in which it was a bad or a very bad one. */
  feelings: number;
  lowFeelings: number;
  /** Sittings of tests whose grade was released: their grades, 0 … 100, those of them that are a pass, and the pupils who have one. */
  grades: Scores;
  passed: number;
  tested: number;
  /** Beyond a school: fewer than ten studied, and what they did is not told. */
  fewStudied?: true;
  /** The same of those who took a test, and of their grades. */
  fewTested?: true;
}

type ScoreName = 'proficiency' | 'investment' | 'social' | 'grades';

const NO_SCORES: Scores = { count: 0, sum: 0, squares: 0 };
export const NOTHING: FactSums = {
  pupils: 0,
  sessions: 0,
  activeMs: 0,
  expected: 0,
  attended: 0,
  attempts: 0,
  correct: 0,
  unaided: 0,
  proficiency: NO_SCORES,
  investment: NO_SCORES,
  social: NO_SCORES,
  feelings: 0,
  lowFeelings: 0,
  grades: NO_SCORES,
  passed: 0,
  tested: 0,
};

export function addUp(parts: readonly FactSums[]): FactSums {
  return parts.reduce((all, one) => {
    const scores = (name: ScoreName): Scores => ({
      count: all[name].count + one[name].count,
      sum: all[name].sum + one[name].sum,
      squares: all[name].squares + one[name].squares,
    });
    return {
      pupils: all.pupils + one.pupils,
      sessions: all.sessions + one.sessions,
      activeMs: all.activeMs + one.activeMs,
      expected: all.expected + one.expected,
      attended: all.attended + one.attended,
      attempts: all.attempts + one.attempts,
      correct: all.correct + one.correct,
      unaided: all.unaided + one.unaided,
      proficiency: scores('proficiency'),
      investment: scores('investment'),
      social: scores('social'),
      feelings: all.feelings + one.feelings,
      lowFeelings: all.lowFeelings + one.lowFeelings,
      grades: scores('grades'),
      passed: all.passed + one.passed,
      tested: all.tested + one.tested,
    };
  }, NOTHING);
}

/** The version of the definitions below; it changes whenever one of them does, and stands with what was made by them. */
export const METRICS_VERSION = 2;

export interface MetricValue {
  /** Null: there is nothing, or too little, to say it from. */
  value: number | null;
  /** What it rests on: so many pupils, sessions, answers, places, scores or tests. */
  of: number;
  /** The standard error of a share or a mean, in the unit of the value; null where nothing was sampled or there is too little. */
  error: number | null;
  /** Fewer than ten people are behind it, so that it is not told: there is no value, and nothing of what it rests on. */
  few?: true;
}

interface Definition {
  unit: MetricUnit;
  /** What `of` counts. */
  sample: 'pupils' | 'sessions' | 'answers' | 'places' | 'scores' | 'feelings' | 'tests';
  /** A value is said from so many on. */
  least: number;
  of(sums: FactSums): { count: number; value: number; error: number | null };
}

const counted = (sample: Definition['sample'], value: (sums: FactSums) => number): Definition => ({
  unit: 'count',
  sample,
  least: 0,
  of: (sums) => ({ count: value(sums), value: value(sums), error: null }),
});

/**
 * A share of n. Its standard error is that of two more on either side, √(p̃(1 − p̃)/(n + 4)): of three out of three one is not certain
 * (Agresti and Coull, 1998).
 */
const shareOf = (
  sample: Definition['sample'],
  least: number,
  part: (sums: FactSums) => number,
  whole: (sums: FactSums) => number,
): Definition => ({
  unit: 'share',
  sample,
  least,
  of: (sums) => {
    const count = whole(sums);
    const near = (part(sums) + 2) / (count + 4);
    return { count, value: part(sums) / count, error: Math.sqrt((near * (1 - near)) / (count + 4)) };
  },
});

/** A mean of n scores: its standard error is s/√n, with s² = Σ(x − mean)²/(n − 1). */
const meanOf = (name: ScoreName): Definition => ({
  unit: name === 'grades' ? 'grade' : 'score',
  sample: name === 'grades' ? 'tests' : 'scores',
  least: 1,
  of: ({ [name]: { count, sum, squares } }) => {
    const value = sum / count;
    const spread = count > 1 ? Math.max(0, (squares - count * value * value) / (count - 1)) : null;
    // A few scores that are all the same say nothing of how far others would lie.
    return { count, value, error: spread ? Math.sqrt(spread / count) : null };
  },
});

/** Each metric, once: its unit, what it is a sample of, from how many on it is said, and its formula. */
export const DEFINITIONS: Record<Metric, Definition> = {
  'active pupils': counted('pupils', ({ pupils }) => pupils),
  sessions: counted('sessions', ({ sessions }) => sessions),
  'study time': {
    unit: 'minutes',
    sample: 'sessions',
    least: 0,
    of: ({ sessions, activeMs }) => ({ count: sessions, value: activeMs / 60_000, error: null }),
  },
  answers: counted('answers', ({ attempts }) => attempts),
  'right answers': shareOf(
    'answers',
    10,
    ({ correct }) => correct,
    ({ attempts }) => attempts,
  ),
  'unaided answers': shareOf(
    'answers',
    10,
    ({ unaided }) => unaided,
    ({ attempts }) => attempts,
  ),
  attendance: shareOf(
    'places',
    1,
    ({ attended }) => attended,
    ({ expected }) => expected,
  ),
  proficiency: meanOf('proficiency'),
  investment: meanOf('investment'),
  social: meanOf('social'),
  'low feelings': shareOf(
    'feelings',
    5,
    ({ lowFeelings }) => lowFeelings,
    ({ feelings }) => feelings,
  ),
  tests: counted('tests', ({ grades }) => grades.count),
  grade: meanOf('grades'),
  'pass rate': shareOf(
    'tests',
    1,
    ({ passed }) => passed,
    ({ grades }) => grades.count,
  ),
};

const NOT_TOLD: MetricValue = { value: null, of: 0, error: null, few: true };

/** Every metric of these sums. A value that rests on too little is null; what it rests on is told, but for what few people did. */
export function metricsOf(sums: FactSums): Record<Metric, MetricValue> {
  const values = METRICS.map((metric): [Metric, MetricValue] => {
    const { least, of, sample } = DEFINITIONS[metric];
    if (sample === 'tests' ? sums.fewTested : sums.fewStudied) return [metric, NOT_TOLD];
    const { count, value, error } = of(sums);
    const isSaid = count >= least && Number.isFinite(value);
    return [metric, { value: isSaid ? value : null, of: count, error: isSaid ? error : null }];
  });
  return Object.fromEntries(values) as Record<Metric, MetricValue>;
}
