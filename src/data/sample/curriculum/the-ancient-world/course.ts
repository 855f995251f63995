import type { CourseDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { unit as egypt } from './egypt.ts';
import { unit as everydayLife } from './everyday-life.ts';
import { unit as greece } from './greece-and-the-city-states.ts';
import { unit as mesopotamia } from './mesopotamia.ts';
import { unit as readingThePast } from './reading-the-past.ts';
import { unit as rome } from './rome-republic-to-empire.ts';
import { unit as summary } from './summary.ts';
import { unit as tradeAndIdeas } from './trade-and-ideas.ts';

export const course: CourseDraft = {
  name: 'The ancient world',
  subject: 'history',
  gradeLevel: '9th',
  type: 'mandatory',
  level: 2,
  description:
    'From the first cities between two rivers to the empire of Rome: how people learned to live together in large numbers, to write, to trade and to govern themselves. You work like a historian throughout, weighing sources, counting years across BCE and CE and asking how we know.',
  units: [readingThePast, mesopotamia, egypt, greece, rome, tradeAndIdeas, everydayLife, summary],
  tests: [
    {
      name: 'Quiz: sources and first cities',
      type: 'quiz',
      durationMinutes: 20,
      units: { 'Reading the past': 0.5, Mesopotamia: 0.5 },
    },
    {
      name: 'Mid term: from the Nile to the Tiber',
      type: 'mid term',
      durationMinutes: 45,
      units: {
        'Reading the past': 0.15,
        Mesopotamia: 0.2,
        Egypt: 0.2,
        'Greece and the city-states': 0.25,
        'Rome: republic to empire': 0.2,
      },
    },
    {
      name: 'Final exam: the ancient world',
      type: 'final exam',
      durationMinutes: 90,
      questionCount: 19,
      units: {
        'Reading the past': 0.1,
        Mesopotamia: 0.1,
        Egypt: 0.1,
        'Greece and the city-states': 0.15,
        'Rome: republic to empire': 0.2,
        'Trade and ideas': 0.1,
        'Everyday life in the ancient world': 0.1,
        'Summary: the ancient world': 0.15,
      },
    },
  ],
};
