import type { CourseDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { unit as algebraReview } from './algebra-review.ts';
import { unit as bracketsAndBothSides } from './brackets-and-both-sides.ts';
import { unit as inequalities } from './inequalities.ts';
import { unit as numbersAndExpressions } from './numbers-and-expressions.ts';
import { unit as oneStepEquations } from './one-step-equations.ts';
import { unit as slopeAndLines } from './slope-and-lines.ts';
import { unit as systemsOfEquations } from './systems-of-equations.ts';
import { unit as twoStepEquations } from './two-step-equations.ts';

export const course: CourseDraft = {
  name: 'Algebra foundations',
  subject: 'math',
  gradeLevel: '9th',
  type: 'mandatory',
  level: 3,
  description:
    'Letters for numbers, equations as balances, and lines as pictures of change: the tools that all later mathematics is built with. You learn to solve with understanding, to check your own answers, and to turn everyday stories into equations.',
  units: [
    numbersAndExpressions,
    oneStepEquations,
    twoStepEquations,
    bracketsAndBothSides,
    slopeAndLines,
    systemsOfEquations,
    inequalities,
    algebraReview,
  ],
  tests: [
    {
      name: 'Quiz: first equations',
      type: 'quiz',
      durationMinutes: 20,
      units: { 'Numbers and expressions': 0.3, 'One-step equations': 0.3, 'Two-step equations': 0.4 },
    },
    {
      name: 'Algebra mid term',
      type: 'mid term',
      durationMinutes: 45,
      units: {
        'Numbers and expressions': 0.15,
        'One-step equations': 0.1,
        'Two-step equations': 0.2,
        'Brackets and both sides': 0.3,
        'Slope and lines': 0.25,
      },
    },
    {
      name: 'Algebra final exam',
      type: 'final exam',
      durationMinutes: 90,
      questionCount: 19,
      units: {
        'Numbers and expressions': 0.05,
        'One-step equations': 0.05,
        'Two-step equations': 0.1,
        'Brackets and both sides': 0.15,
        'Slope and lines': 0.15,
        'Systems of equations': 0.2,
        Inequalities: 0.15,
        'Algebra review': 0.15,
      },
    },
  ],
};
