import type { CourseDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { unit as cellDivision } from './cell-division.ts';
import { unit as cellularRespiration } from './cellular-respiration.ts';
import { unit as enzymes } from './enzymes.ts';
import { unit as genesAndProteins } from './genes-and-proteins.ts';
import { unit as membranesAndTransport } from './membranes-and-transport.ts';
import { unit as photosynthesis } from './photosynthesis.ts';
import { unit as summary } from './summary-the-living-cell.ts';
import { unit as theCell } from './the-cell.ts';

export const course: CourseDraft = {
  name: 'Cells and energy',
  subject: 'science',
  gradeLevel: '9th',
  type: 'mandatory',
  level: 3,
  description:
    'How a cell is built, how it gets its energy, and how it passes its instructions on. You work with real measurements, from potato strips to bacteria in a bowl of soup, and learn to explain what you see.',
  units: [
    theCell,
    membranesAndTransport,
    enzymes,
    photosynthesis,
    cellularRespiration,
    cellDivision,
    genesAndProteins,
    summary,
  ],
  tests: [
    {
      name: 'Quiz: cells and membranes',
      type: 'quiz',
      durationMinutes: 20,
      units: { 'The cell': 0.5, 'Membranes and transport': 0.5 },
    },
    {
      name: 'Mid term: how cells get their energy',
      type: 'mid term',
      durationMinutes: 45,
      questionCount: 10,
      units: {
        'Membranes and transport': 0.2,
        Enzymes: 0.2,
        Photosynthesis: 0.3,
        'Cellular respiration': 0.3,
      },
    },
    {
      name: 'Meitzav rehearsal: life under the microscope',
      type: 'meitzav',
      durationMinutes: 60,
      questionCount: 8,
      units: { 'The cell': 0.4, 'Membranes and transport': 0.3, Enzymes: 0.3 },
    },
    {
      name: 'Final exam: cells and energy',
      type: 'final exam',
      durationMinutes: 90,
      questionCount: 19,
      units: {
        'The cell': 0.05,
        'Membranes and transport': 0.1,
        Enzymes: 0.1,
        Photosynthesis: 0.15,
        'Cellular respiration': 0.15,
        'Cell division': 0.15,
        'Genes and proteins': 0.2,
        'Summary: the living cell': 0.1,
      },
    },
  ],
};
