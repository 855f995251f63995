import { MINUTE } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';
import { add, change, changeTest, type Edit, findCourse, problem, question, revise } from './edit.ts';

const SYMMETRY = 'Symmetry';

/** What a supervisor has begun to write and not published yet. */
export async function openDrafts(scene: Scene): Promise<void> {
  const { people, now, at, services } = scene;
  const yossi = people.supervisors[0]?.person;
  if (!yossi) return;
  const actor = await scene.actorOf(yossi);
  const courseId = await findCourse(scene, 'Geometry and measurement');
  await at(now - 25 * MINUTE, async () => {
    for (const edit of drafts()) await edit({ scene, actor, courseId });
  });
  await at(now - 8 * MINUTE, () =>
    services.curriculumEditor.createCourse(actor, {
      name: 'Weather and climate',
      subject: 'science',
      gradeLevel: '8th',
      type: 'optional',
      level: 2,
      description:
        'Why it rains on the Carmel and not in the Arava: air, water and sun, measured in your own schoolyard for a term.',
      prerequisites: [],
      archived: false,
    }),
  );
}

const drafts = (): Edit[] => [
  add({
    kind: 'unit',
    content: {
      name: SYMMETRY,
      type: 'chapter',
      weight: 0.5,
      minutes: 30,
      description: 'Folding, turning and shifting: what stays the same when a figure moves onto itself.',
      prerequisites: ['Angles'],
      archived: false,
    },
  }),
  add(
    problem(
      SYMMETRY,
      question({
        level: 1,
        kind: 'number',
        question: 'How many lines of symmetry does a square have?',
        answer: '4',
        hints: [
          'Cut a square out of paper and fold it so that both halves lie on each other.',
          'There are folds along the sides and folds along the diagonals.',
          'Count the folds through the middles of the sides first, then those through the corners.',
        ].map((text) => ({ text, scaffold: null })),
        explanation: 'Two go through the middles of opposite sides, two through opposite corners.',
        wrongAnswers: [{ answer: '2', feedback: 'You have found half of them. Try folding from corner to corner.' }],
      }),
    ),
  ),
  change('order', 'order', ({ units: [first, ...others] }) => ({
    units: [first, SYMMETRY, ...others.filter((name) => name !== SYMMETRY)].flatMap((name) => name ?? []),
  })),
  change('unit', 'Circles', (unit) => ({
    ...unit,
    description: `${unit.description} Bring a string and something round.`,
  })),
  change('sequence', 'Triangles', ({ problems: [first, second, ...others] }) => ({
    problems: [second, first, ...others].flatMap((id) => id ?? []),
  })),
  revise('What kind of angle is $135°$?', ({ aliases }) => ({ aliases: [...aliases, 'angle wider than a corner'] })),
  changeTest('Quiz: angles and triangles', (test) => ({ ...test, minutes: test.minutes + 5 })),
];
