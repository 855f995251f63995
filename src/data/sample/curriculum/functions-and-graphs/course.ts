import type { CourseDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { unit as parabolas } from './parabolas.ts';
import { unit as rates } from './rates-of-change.ts';
import { unit as whatAFunctionIs } from './what-a-function-is.ts';

export const course: CourseDraft = {
  name: 'Functions and their graphs',
  subject: 'math',
  gradeLevel: '10th',
  type: 'mandatory',
  level: 5,
  description:
    'One number depends on another: the fare on the way, the height on the time. You learn to write such a rule down, to see it as a line or a curve, and to read from the picture what the formula hides.',
  units: [whatAFunctionIs, parabolas, rates],
  tests: [
    {
      name: 'Quiz: rules and graphs',
      type: 'quiz',
      durationMinutes: 20,
      questionCount: 2,
      units: { 'What a function is': 1 },
    },
    {
      name: 'Functions mid term',
      type: 'mid term',
      durationMinutes: 45,
      questionCount: 4,
      units: { 'What a function is': 0.4, Parabolas: 0.6 },
    },
    {
      name: 'Bagrut rehearsal: functions',
      type: 'bagrut',
      durationMinutes: 120,
      questionCount: 6,
      units: { 'What a function is': 0.3, Parabolas: 0.4, 'Rates of change': 0.3 },
    },
  ],
};
