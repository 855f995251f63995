import type { AnswerKey } from '../../../src/domain/curriculum/curriculum.ts';

const CHOICES = ['the nucleus', 'the mitochondria', 'the cell membrane'].map((text, at) => ({
  id: 'abc'[at] ?? '',
  text,
}));

export interface Attacked {
  question: string;
  kind: AnswerKey['kind'];
  answer: string;
  choices: AnswerKey['choices'];
}

/** Questions of every kind for which ways to give them away are written. */
export const ATTACKED: readonly Attacked[] = [
  { kind: 'number', answer: '24', question: 'How many apples are there in 4 boxes of 6 apples?', choices: [] },
  {
    kind: 'number',
    answer: '137',
    question: 'A school has 60 girls and 77 boys. How many pupils has it?',
    choices: [],
  },
  { kind: 'number', answer: '8', question: 'What is $3 + 5$?', choices: [] },
  { kind: 'number', answer: '-7', question: 'What is $5 - 12$?', choices: [] },
  { kind: 'choice', answer: 'b', question: 'Which part of the cell makes most of its energy?', choices: CHOICES },
  { kind: 'text', answer: 'photosynthesis', question: 'How do plants make sugar from light?', choices: [] },
];
