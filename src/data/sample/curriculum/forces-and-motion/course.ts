import type { CourseDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { unit as acceleration } from './acceleration.ts';
import { unit as forcesAndNewtonsLaws } from './forces-and-newtons-laws.ts';
import { unit as measuringMotion } from './measuring-motion.ts';
import { unit as momentum } from './momentum.ts';
import { unit as pressure } from './pressure.ts';
import { unit as summary } from './summary-how-things-move.ts';
import { unit as weightAndFriction } from './weight-and-friction.ts';
import { unit as workAndEnergy } from './work-and-energy.ts';

export const course: CourseDraft = {
  name: 'Forces and motion',
  subject: 'science',
  gradeLevel: '9th',
  type: 'optional',
  level: 4,
  description:
    'From a bicycle ride to a roller coaster: how to describe motion, what causes it, and what never gets lost. You learn a few simple laws and use them on problems that you meet every day.',
  units: [
    measuringMotion,
    acceleration,
    forcesAndNewtonsLaws,
    weightAndFriction,
    workAndEnergy,
    momentum,
    pressure,
    summary,
  ],
  tests: [
    {
      name: 'Quiz: describing motion',
      type: 'quiz',
      durationMinutes: 20,
      units: { 'Measuring motion': 0.5, Acceleration: 0.5 },
    },
    {
      name: 'Mid term: motion and forces',
      type: 'mid term',
      durationMinutes: 45,
      questionCount: 10,
      units: {
        'Measuring motion': 0.15,
        Acceleration: 0.25,
        "Forces and Newton's laws": 0.35,
        'Weight and friction': 0.25,
      },
    },
    {
      name: 'Project: a week of my own motion',
      type: 'final project',
      durationMinutes: 60,
      questionCount: 4,
      link: 'https://projects.example.org/a-week-of-motion',
      units: { 'Measuring motion': 0.5, Acceleration: 0.5 },
    },
    {
      name: 'Final exam: forces and motion',
      type: 'final exam',
      durationMinutes: 90,
      questionCount: 19,
      units: {
        'Measuring motion': 0.05,
        Acceleration: 0.1,
        "Forces and Newton's laws": 0.15,
        'Weight and friction': 0.1,
        'Work and energy': 0.2,
        Momentum: 0.15,
        Pressure: 0.15,
        'Summary: how things move': 0.1,
      },
    },
  ],
};
