import type { CourseDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { unit as loops } from './loops.ts';
import { unit as stepByStep } from './step-by-step.ts';

export const course: CourseDraft = {
  name: 'First programs',
  subject: 'computer science',
  gradeLevel: '10th',
  type: 'optional',
  level: 1,
  description:
    'What does the machine do when it reads a line? You follow small programs with pencil and paper, find out what they print, and mend those that do something else than was meant.',
  units: [stepByStep, loops],
  tests: [
    {
      name: 'Quiz: reading programs',
      type: 'quiz',
      durationMinutes: 15,
      questionCount: 2,
      units: { 'Step by step': 0.5, Loops: 0.5 },
    },
  ],
};
