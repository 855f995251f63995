import type { StepContent } from '../../shared/curriculum-content.ts';
import { DAY, HOUR } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';
import { drawing } from './drawing.ts';
import {
  add,
  change,
  changeProblem,
  changeTest,
  choices,
  type Desk,
  type Edit,
  findCourse,
  problem,
  publish,
  question,
  revise,
} from './edit.ts';
import { rootsOf } from './roots.ts';

const NUMBERS = 'Numbers and expressions';
const WARM_UP = 'Mental arithmetic';
const SIGNS = 'Quiz: signs';

/** In the days before school begins the supervisors go through their courses once more: five publications to look back on. */
export async function writeCurriculum(scene: Scene): Promise<void> {
  const { people, since, at } = scene;
  const [yossi, historian] = people.supervisors.map(({ person }) => person);
  if (!yossi || !historian) return;
  const desk = async (person: { id: number }, course: string): Promise<Desk> => {
    return { scene, actor: await scene.actorOf(person), courseId: await findCourse(scene, course) };
  };
  const before = (days: number, hour: number) => since - days * DAY + hour * HOUR;
  await at(before(5, 9), async () => {
    await publish(await desk(yossi, 'Algebra foundations'), SMALLER, smallerQuestions());
  });
  await at(before(5, 12), async () => {
    await publish(await desk(yossi, 'Algebra foundations'), ADDED, additions());
  });
  await at(before(4, 10), async () => {
    const geometry = await desk(yossi, 'Geometry and measurement');
    await publish(geometry, DRAWN, await figures(geometry));
  });
  await at(before(3, 8), async () => {
    const ancient = await desk(historian, 'The ancient world');
    await publish(ancient, 'What the year is about, in words that parents understand as well.', [
      change('course', 'course', (course) => ({
        ...course,
        description: `${course.description} No dates are learned by heart for their own sake: each one belongs to a story.`,
      })),
    ]);
  });
  await at(before(2, 9), async () => {
    await publish(await desk(yossi, 'Algebra foundations'), PUT_AWAY, putAway());
  });
}

const SMALLER = 'Smaller questions in the hints of the first units, for those who do not know how to begin.';

/** A hint gets a question of its own with its answer. */
const ask = (index: number, smaller: Pick<StepContent, 'kind' | 'question' | 'answer'> & Partial<StepContent>) => {
  const scaffold = { choices: [], ...smaller };
  return ({ hints }: StepContent) => ({
    hints: hints.map((hint, at) => (at === index ? { ...hint, scaffold } : hint)),
  });
};

const smallerQuestions = (): Edit[] => [
  revise(
    'Work out $20 - 3 \\cdot 4$.',
    ask(1, {
      kind: 'choice',
      question: 'Which of the two comes first?',
      answer: 'b',
      choices: choices('The minus', 'The times'),
    }),
  ),
  revise(
    'Simplify $5a + 3b + 2a$.',
    ask(1, { kind: 'number', question: 'How many letters $b$ are there in all?', answer: '3' }),
  ),
  revise(
    'What is the value of $3x^2$ when $x = -2$?',
    ask(1, { kind: 'number', question: 'What is $(-2) \\cdot (-2)$?', answer: '4' }),
  ),
  revise(
    'Solve $6x = 54$.',
    ask(1, {
      kind: 'choice',
      question: 'What takes “times six” back?',
      answer: 'a',
      choices: choices('Dividing by six', 'Subtracting six', 'Multiplying by six'),
    }),
  ),
  revise('Solve $x + 9 = 23$.', ({ aliases }) => ({ aliases: [...aliases, 'what plus nine is twenty-three'] })),
  change('unit', NUMBERS, (unit) => ({
    ...unit,
    description: `${unit.description} Whoever gets stuck finds smaller questions in the hints.`,
  })),
];

const ADDED = 'Square numbers for the first unit, and a warm-up before it.';

const additions = (): Edit[] => [
  ...rootsOf(NUMBERS).map(add),
  add({
    kind: 'unit',
    content: {
      name: WARM_UP,
      type: 'intro',
      weight: 0.1,
      minutes: 15,
      description: 'Quick sums in the head, to get going.',
      prerequisites: [],
      archived: false,
    },
  }),
  add(
    problem(
      WARM_UP,
      question({
        level: 1,
        kind: 'number',
        question: 'Work out $12 - 2 \\cdot 5$ in your head.',
        answer: '2',
        hints: [
          'There are two signs in this line.',
          'Times comes before minus.',
          'Work out $2 \\cdot 5$, then take it away.',
        ].map((text) => ({ text, scaffold: null })),
        explanation: 'Two times five is ten, and twelve less ten is two.',
      }),
    ),
  ),
  add({
    kind: 'test',
    content: {
      name: SIGNS,
      type: 'quiz',
      minutes: 10,
      questionCount: 2,
      link: null,
      units: [{ unit: NUMBERS, weight: 1 }],
      archived: false,
    },
  }),
  change('order', 'order', ({ units }) => ({ units: [WARM_UP, ...units.filter((name) => name !== WARM_UP)] })),
];

const PUT_AWAY =
  'The warm-up had one question only, and the quiz about signs asked what the next one asks again: both put away. Square numbers come earlier, and easier problems first in one-step equations.';

const putAway = (): Edit[] => [
  changeProblem('Work out $12 - 2 \\cdot 5$ in your head.', (warmUp) => ({ ...warmUp, archived: true })),
  change('unit', WARM_UP, (unit) => ({ ...unit, archived: true })),
  changeTest(SIGNS, (test) => ({ ...test, archived: true })),
  change('sequence', 'One-step equations', ({ problems: [first, second, ...others] }) => ({
    problems: [second, first, ...others].flatMap((id) => id ?? []),
  })),
  change('sequence', NUMBERS, ({ problems }) => ({
    problems: [...problems.slice(0, 2), ...problems.slice(-3), ...problems.slice(2, -3)],
  })),
  changeTest('Algebra final exam', (test) => ({ ...test, questionCount: 16 })),
];

const DRAWN = 'Drawings for two questions about right triangles.';

const TRIANGLE = [
  [
    [24, 20],
    [24, 176],
  ],
  [
    [24, 176],
    [232, 176],
  ],
  [
    [232, 176],
    [24, 20],
  ],
  [
    [24, 160],
    [40, 160],
  ],
  [
    [40, 160],
    [40, 176],
  ],
] as const;

async function figures({ scene, actor }: Desk): Promise<Edit[]> {
  const draw = async (labels: readonly (readonly [string, readonly [number, number]])[], alt: string) => {
    const picture = drawing([256, 208], { lines: TRIANGLE, labels });
    const taken = await scene.services.figureUploads.take(actor, picture);
    if (taken.outcome !== 'taken') throw new Error(taken.problem);
    return [{ hash: taken.hash, alt }];
  };
  const legs = await draw(
    [
      ['6', [6, 90]],
      ['8', [120, 186]],
      ['?', [134, 76]],
    ],
    'A right triangle. Its legs are marked 6 and 8, its longest side with a question mark.',
  );
  const names = await draw(
    [
      ['x', [134, 76]],
      ['3', [6, 90]],
      ['4', [120, 186]],
    ],
    'A right triangle with the sides 3, 4 and x. The side x lies opposite the right angle.',
  );
  return [
    changeProblem('The legs of a right triangle are $6$ cm and $8$ cm. How long is the hypotenuse?', (one) => ({
      ...one,
      figures: legs,
    })),
    changeProblem('What is the longest side of a right triangle called, the one opposite the right angle?', (one) => ({
      ...one,
      figures: names,
    })),
  ];
}
