import type { QaKind, QaUse, UnitType } from '../../../domain/curriculum/curriculum.ts';

/** What the parts of a curriculum, and the states of a question, are called. */
export const kinds: Record<QaKind, string> = {
  number: 'a number',
  expression: 'an expression',
  set: 'a set',
  interval: 'an interval',
  choice: 'one choice',
  'several choices': 'several choices',
  text: 'words',
};

export const uses: Record<QaUse, string> = { 'for study': 'for study', 'for test': 'for tests' };

export const unitTypes: Record<UnitType, string> = { intro: 'introduction', chapter: 'chapter', summary: 'summary' };

export const levels: Record<number, string> = { 1: '1 (easy)', 2: '2', 3: '3', 4: '4 (hard)' };

export const things: Record<string, string> = {
  course: 'Course',
  order: 'Order of the units',
  unit: 'Unit',
  sequence: 'Order of the questions',
  problem: 'Question',
  test: 'Test',
};

export const fields: Record<string, string> = {
  name: 'Name',
  subject: 'Subject',
  gradeLevel: 'Grade',
  type: 'Type',
  level: 'Level',
  description: 'Description',
  prerequisites: 'Builds on',
  archived: 'In the archive',
  order: 'Order',
  sequence: 'Order',
  weight: 'Weight',
  minutes: 'Minutes',
  questionCount: 'Number of questions',
  link: 'Link',
  units: 'Units',
  title: 'Title',
  stem: 'Shared text',
  figures: 'Picture',
  unit: 'Unit',
  source: 'Source',
  licence: 'Licence',
  use: 'Use',
  kind: 'The answer is',
  question: 'Question',
  choices: 'Choice',
  answer: 'Right answer',
  tolerance: 'Tolerance',
  answerUnit: 'Unit of measure',
  acceptedAnswers: 'Right as well',
  aliases: 'Other wordings',
  hints: 'Hint',
  workedExample: 'Worked example',
  explanation: 'Explanation',
  wrongAnswers: 'Wrong answer and what to say',
};

export const verdicts = { correct: 'right', incorrect: 'wrong', 'cannot judge': 'not judged' } as const;

export const reasons = {
  empty: 'Nothing was written.',
  unreadable: 'The checker cannot read this as an answer; the pupil is asked to write it differently.',
  incomplete: 'This is one part of the answer; the pupil is asked for the whole.',
  'free text': 'These are other words than the key’s; the pupil is shown the key and compares.',
  'too long': 'This is too long for an answer.',
  'ambiguous choice': 'This could mean more than one of the choices.',
} as const;
