import type { GradeLevel } from '../curriculum.ts';

/** What a source's name of a course tells us: where it belongs in a school, and what its chapters are called. */
export interface Book {
  subject: string;
  gradeLevel: GradeLevel;
  /** 1 … 5. */
  level: number;
  /** Books that come before, by our name of the course. */
  after?: readonly string[];
  /** Titles of the chapters by number, where the source names only their sections. */
  chapters?: readonly string[];
}

/**
 * The courses that OATutor's content names. Grades are those in which the matter is usually taught: elementary algebra is the
 * first algebra course (9th), intermediate algebra the second (10th), college algebra repeats and widens it (11th), precalculus,
 * calculus and statistics are for the last year; college physics needs algebra (11th), university physics calculus (12th).
 */
const BOOKS: Readonly<Record<string, Book>> = {
  'Elementary Algebra': {
    subject: 'math',
    gradeLevel: '9th',
    level: 3,
    chapters: [
      'Foundations',
      'Solving Linear Equations and Inequalities',
      'Math Models',
      'Graphs',
      'Systems of Linear Equations',
      'Polynomials',
      'Factoring',
      'Rational Expressions and Equations',
      'Roots and Radicals',
      'Quadratic Equations',
    ],
  },
  'Intermediate Algebra': {
    subject: 'math',
    gradeLevel: '10th',
    level: 3,
    after: ['Elementary Algebra'],
    chapters: [
      'Foundations',
      'Solving Linear Equations',
      'Graphs and Functions',
      'Systems of Linear Equations',
      'Polynomials and Polynomial Functions',
      'Factoring',
      'Rational Expressions and Functions',
      'Roots and Radicals',
      'Quadratic Equations and Functions',
      'Exponential and Logarithmic Functions',
      'Conics',
      'Sequences, Series and Binomial Theorem',
    ],
  },
  'College Algebra': {
    subject: 'math',
    gradeLevel: '11th',
    level: 4,
    after: ['Intermediate Algebra'],
    chapters: [
      'Prerequisites',
      'Equations and Inequalities',
      'Functions',
      'Linear Functions',
      'Polynomial and Rational Functions',
      'Exponential and Logarithmic Functions',
      'Systems of Equations and Inequalities',
      'Analytic Geometry',
      'Sequences, Probability, and Counting Theory',
    ],
  },
  'Pre-Calculus': {
    subject: 'math',
    gradeLevel: '12th',
    level: 5,
    after: ['Intermediate Algebra'],
    chapters: [
      'Functions',
      'Linear Functions',
      'Polynomial and Rational Functions',
      'Exponential and Logarithmic Functions',
      'Trigonometric Functions',
      'Periodic Functions',
      'Trigonometric Identities and Equations',
      'Further Applications of Trigonometry',
      'Systems of Equations and Inequalities',
      'Analytic Geometry',
      'Sequences, Probability and Counting Theory',
      'Introduction to Calculus',
    ],
  },
  'Introductory Stats': {
    subject: 'math',
    gradeLevel: '12th',
    level: 4,
    after: ['Elementary Algebra'],
    chapters: [
      'Sampling and Data',
      'Descriptive Statistics',
      'Probability Topics',
      'Discrete Random Variables',
      'Continuous Random Variables',
      'The Normal Distribution',
      'The Central Limit Theorem',
      'Confidence Intervals',
      'Hypothesis Testing with One Sample',
      'Hypothesis Testing with Two Samples',
      'The Chi-Square Distribution',
      'Linear Regression and Correlation',
      'F Distribution and One-Way ANOVA',
    ],
  },
  'Calculus Volume 1': {
    subject: 'math',
    gradeLevel: '12th',
    level: 5,
    after: ['Pre-Calculus'],
    chapters: [
      'Functions and Graphs',
      'Limits',
      'Derivatives',
      'Applications of Derivatives',
      'Integration',
      'Applications of Integration',
    ],
  },
  'College Physics': { subject: 'science', gradeLevel: '11th', level: 4 },
  'University Physics': { subject: 'science', gradeLevel: '12th', level: 5 },
};

/** Other names under which the source has these books. */
const ALSO: Readonly<Record<string, string>> = {
  precalculus: 'Pre-Calculus',
  'precalculus 2e': 'Pre-Calculus',
  'introductory statistics': 'Introductory Stats',
  'calculus 1': 'Calculus Volume 1',
};

/** Our name of a source's course: without the publisher. */
export function courseNameOf(sourceCourse: string): string {
  const bare = sourceCourse.replace(/^\s*OpenStax\s*:\s*/i, '').trim();
  return known(bare) ?? bare;
}

/** What is known of a course by its source's name; undefined when its subject and grade must be said. */
export function bookOf(sourceCourse: string): Book | undefined {
  return BOOKS[courseNameOf(sourceCourse)];
}

function known(bare: string): string | undefined {
  const plain = bare.toLowerCase().replace(/ 2e$/, '');
  return Object.keys(BOOKS).find((name) => name.toLowerCase() === plain) ?? ALSO[plain];
}
