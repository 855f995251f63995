import type { AnswerKey, WrongAnswer } from '../curriculum/curriculum.ts';

/** Why nothing can be said; `incomplete`: one coordinate of a point, rightly named, and the others not. */
export type NotJudged = 'empty' | 'unreadable' | 'incomplete' | 'too long' | 'ambiguous choice';

/** What the checker makes of an answer. Right and wrong come from the key or a solver, never from a model (T9). */
export type Verdict =
  | { verdict: 'correct'; understood: string }
  | {
      verdict: 'incorrect';
      understood: string;
      /** Set when the answer is one of the wrong answers that the question's author foresaw. */
      known?: WrongAnswer;
    }
  | {
      verdict: 'cannot judge';
      reason: NotJudged | 'free text';
      /** How the answer was read as far as it went; shown to the pupil ("I read this as …"). */
      understood?: string;
    };

export interface CheckedAnswer {
  /** What the pupil wrote, at most 2,000 characters of it. */
  text: string;
  /** The choice that was clicked, when one was. */
  choiceId?: string;
  /** Stem and question, when the caller has them: an answer that only repeats a formula of the question is not judged right. */
  question?: string;
}

/** Judges an answer against a key. Pure, bounded in time and length, and never throws on anything a pupil can write. */
export interface AnswerChecker {
  check(key: AnswerKey, answer: CheckedAnswer, wrongAnswers?: readonly WrongAnswer[]): Verdict;
  /** Does this text state the withheld answer (as a number, words, an equivalent expression or a choice)? For the guard. */
  sameAnswer(key: AnswerKey, candidate: string): boolean;
}
