import type { TutorLanguage } from '../brief.ts';
import { OWN_WORDS_EN } from './own-words-en.ts';
import { OWN_WORDS_HE } from './own-words-he.ts';

/** What the solver says of a problem that it can solve. Formulas come with their dollars. */
export interface OwnWords {
  arithmetic: {
    question(problem: string): string;
    /** In which order the steps come. */
    order: string;
    first: Record<'percent' | 'brackets' | 'power' | 'product' | 'fractions' | 'parts', string>;
    oneStep: string;
    explanation(problem: string, value: string): string;
  };
  linear: {
    question(problem: string, letter: string): string;
    meaning(letter: string): string;
    balance: string;
    brackets: string;
    gather(letter: string): string;
    isolate(letter: string): string;
    divide(letter: string): string;
    explanation(together: string, gathered: string, result: string): string;
  };
  quadratic: {
    question(problem: string, letter: string): string;
    oneSide: string;
    factors: string;
    pair(letter: string): string;
    explanation(standard: string, results: readonly string[]): string;
  };
  inequality: {
    question(problem: string, letter: string): string;
    meaning(letter: string): string;
    balance: string;
    divide(letter: string): string;
    /** `turned`: the sign turned round, because both sides were divided by a negative number. */
    explanation(together: string, gathered: string, result: string, turned: boolean): string;
  };
  system: {
    question(equations: readonly string[], first: string, second: string): string;
    meaning(first: string, second: string): string;
    eliminate: string;
    one(first: string, second: string): string;
    back: string;
    explanation(first: string, second: string): string;
  };
  /** Solved neighbours, by kind; the first that does not happen to hold the answer is shown. */
  examples: Record<
    'order' | 'fractions' | 'percent' | 'one side' | 'both sides' | 'quadratic' | 'inequality' | 'system',
    readonly string[]
  >;
}

export const OWN_WORDS: Record<TutorLanguage, OwnWords> = { en: OWN_WORDS_EN, he: OWN_WORDS_HE };
