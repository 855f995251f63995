import type { AnswerKey, Hint, Item } from '../../curriculum/curriculum.ts';
import { type Fraction, written } from './fraction.ts';

/** The problem as the ladder and the checker know questions. Its ids are below 0: it is in no bank. */
export interface Solved extends Pick<Item, 'hints' | 'explanation' | 'key' | 'question'> {
  /** The first that does not happen to hold the answer is the look-alike. */
  examples: readonly string[];
}

export const numberKey = (answer: Fraction): AnswerKey => ({
  kind: 'number',
  answer: written(answer),
  acceptedAnswers: [],
  choices: [],
});
export const hints = (...texts: string[]): Hint[] => texts.map((text) => ({ text }));
/** What a pupil wrote as a formula. */
export const maths = (text: string): string => `$${text.replace(/\*/g, ' \\cdot ')}$`;
