import type { StepContent } from '../../shared/curriculum-content.ts';
import { type Edit, problem, question, revise } from './edit.ts';

/**
 * Questions about squares that were published with a wrong key: two forget the negative root, one squares the minus as well. Pupils
 * notice, and answers are judged again.
 */
export const ROOT_OF_49 = 'Which number gives $49$ when it is multiplied by itself?';
export const ROOT_OF_81 = 'Which number gives $81$ when it is multiplied by itself?';

export const MINUS_SQUARE = 'Work out $-3^2$.';

const HINTS = [
  'You look for a number that stands on both sides of the times sign.',
  'Numbers that are some number times itself are called square numbers: $1$, $4$, $9$, $16$ and so on.',
  'Try small numbers in turn and write down what each one gives times itself, until you meet the one in the question.',
].map((text) => ({ text, scaffold: null }));

const asked = (words: string, answer: string, more: Partial<StepContent>): StepContent =>
  question({
    kind: 'number',
    question: words,
    answer,
    hints: HINTS,
    workedExample:
      'Which number gives $36$ when it is multiplied by itself? Go up in turn: $4 \\cdot 4 = 16$ is too little, $5 \\cdot 5 = 25$ still is, and $6 \\cdot 6$ is $36$. So $6$ does it.',
    ...more,
  });

export const rootsOf = (unit: string) => [
  problem(
    unit,
    question({
      level: 2,
      kind: 'number',
      question: MINUS_SQUARE,
      answer: '9',
      hints: [
        'There are two things to do here: a square and a minus.',
        'An exponent belongs to what stands right before it.',
        'Work out the square first, then look at the sign.',
      ].map((text) => ({ text, scaffold: null })),
      explanation: 'The square of three, whatever its sign.',
      wrongAnswers: [{ answer: '-9', feedback: 'Minus times minus is plus.' }],
      aliases: ['minus before a square', 'square of a negative number'],
    }),
  ),
  problem(
    unit,
    asked(ROOT_OF_49, '7', {
      explanation: 'Seven times seven is forty-nine.',
      wrongAnswers: [{ answer: '-7', feedback: 'Look at the sign once more.' }],
      aliases: ['square root of a number', 'what times itself'],
    }),
  ),
  problem(
    unit,
    asked(ROOT_OF_81, '9', {
      use: 'for test',
      explanation: 'Nine times nine is eighty-one.',
      wrongAnswers: [{ answer: '-9', feedback: 'Look at the sign once more.' }],
    }),
  ),
];

const withNegative = (negative: string, explanation: string) => (step: StepContent) => ({
  acceptedAnswers: [negative],
  explanation,
  wrongAnswers: step.wrongAnswers.filter(({ answer }) => answer !== negative),
});

/** The correction. */
export const CORRECTED: readonly Edit[] = [
  revise(MINUS_SQUARE, ({ wrongAnswers }) => ({
    answer: '-9',
    explanation: 'The exponent touches only the three: three squared is nine, and the minus stands before it.',
    wrongAnswers: wrongAnswers.map((wrong) =>
      wrong.answer === '-9'
        ? { answer: '9', feedback: 'Without brackets the exponent does not touch the minus.' }
        : wrong,
    ),
  })),
  revise(
    ROOT_OF_49,
    withNegative('-7', 'Seven times seven is forty-nine, and so is minus seven times minus seven: both are right.'),
  ),
  revise(
    ROOT_OF_81,
    withNegative('-9', 'Nine times nine is eighty-one, and so is minus nine times minus nine: both are right.'),
  ),
];
