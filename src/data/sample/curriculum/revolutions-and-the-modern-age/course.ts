import type { CourseDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { unit as americanRevolution } from './american-revolution.ts';
import { unit as empires } from './empires-and-independence.ts';
import { unit as enlightenment } from './enlightenment.ts';
import { unit as frenchRevolution } from './french-revolution.ts';
import { unit as industrialRevolution } from './industrial-revolution.ts';
import { unit as nationalism } from './nationalism.ts';
import { unit as rights } from './rights-and-citizenship.ts';
import { unit as summary } from './summary.ts';

export const course: CourseDraft = {
  name: 'Revolutions and the modern age',
  subject: 'history',
  gradeLevel: '9th',
  type: 'optional',
  level: 3,
  description:
    'Within a few lifetimes ideas about reason and rights toppled kings, machines changed work, nations were invented and empires rose and broke apart. You follow the threads from the Enlightenment to human rights and test big claims against tables, laws and voices of the time.',
  prerequisites: ['The ancient world'],
  units: [
    enlightenment,
    americanRevolution,
    frenchRevolution,
    industrialRevolution,
    nationalism,
    empires,
    rights,
    summary,
  ],
  tests: [
    {
      name: 'Quiz: ideas on the move',
      type: 'quiz',
      durationMinutes: 20,
      units: { 'The Enlightenment': 0.5, 'The American Revolution': 0.5 },
    },
    {
      name: 'Mid term: three revolutions',
      type: 'mid term',
      durationMinutes: 45,
      units: {
        'The Enlightenment': 0.2,
        'The American Revolution': 0.25,
        'The French Revolution': 0.3,
        'The Industrial Revolution': 0.25,
      },
    },
    {
      name: 'Final exam: revolutions and the modern age',
      type: 'final exam',
      durationMinutes: 90,
      questionCount: 20,
      units: {
        'The Enlightenment': 0.1,
        'The American Revolution': 0.1,
        'The French Revolution': 0.15,
        'The Industrial Revolution': 0.15,
        Nationalism: 0.1,
        'Empires and independence': 0.15,
        'Rights and citizenship': 0.1,
        'Summary: the age of revolutions': 0.15,
      },
    },
  ],
};
