import type { AnswerKey } from '../../curriculum/curriculum.ts';

/** What one way of checking makes of an answer, before known wrong answers are looked up. */
export type Judgement =
  | { verdict: 'correct' | 'incorrect'; understood: string }
  | {
      verdict: 'cannot judge';
      reason: 'unreadable' | 'incomplete' | 'free text' | 'ambiguous choice';
      understood?: string;
    };

export function judged(right: boolean, understood: string): Judgement {
  return { verdict: right ? 'correct' : 'incorrect', understood };
}

export function unreadable(understood?: string): Judgement {
  return { verdict: 'cannot judge', reason: 'unreadable', ...(understood ? { understood } : {}) };
}

/** A part of the answer, and right as far as it goes. */
export function incomplete(understood: string): Judgement {
  return { verdict: 'cannot judge', reason: 'incomplete', understood };
}

/** All answers that count as right. */
export function rightAnswers(key: AnswerKey): string[] {
  return [key.answer, ...key.acceptedAnswers];
}
