import type { CourseDraft } from '../../../../domain/curriculum/curriculum-draft.ts';
import { unit as angles } from './angles.ts';
import { unit as area } from './area.ts';
import { unit as circles } from './circles.ts';
import { unit as geometryReview } from './geometry-review.ts';
import { unit as pythagoras } from './pythagoras.ts';
import { unit as similarityAndScale } from './similarity-and-scale.ts';
import { unit as triangles } from './triangles.ts';
import { unit as volume } from './volume.ts';

export const course: CourseDraft = {
  name: 'Geometry and measurement',
  subject: 'math',
  gradeLevel: '9th',
  type: 'mandatory',
  level: 3,
  description:
    'How to measure what you cannot reach, and why it works: from angles and triangles to circles, maps and the room inside things. You learn to see simple figures in complicated ones and to give a reason for each step.',
  units: [angles, triangles, pythagoras, area, circles, similarityAndScale, volume, geometryReview],
  tests: [
    {
      name: 'Quiz: angles and triangles',
      type: 'quiz',
      durationMinutes: 20,
      units: { Angles: 0.5, Triangles: 0.5 },
    },
    {
      name: 'Geometry mid term',
      type: 'mid term',
      durationMinutes: 45,
      questionCount: 10,
      units: { Angles: 0.15, Triangles: 0.25, 'The theorem of Pythagoras': 0.35, Area: 0.25 },
    },
    {
      name: 'Geometry final exam',
      type: 'final exam',
      durationMinutes: 90,
      questionCount: 20,
      units: {
        Angles: 0.05,
        Triangles: 0.1,
        'The theorem of Pythagoras': 0.15,
        Area: 0.15,
        Circles: 0.15,
        'Similarity and scale': 0.15,
        Volume: 0.1,
        'Geometry review': 0.15,
      },
    },
  ],
};
