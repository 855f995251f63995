import type { Item } from '../curriculum/curriculum.ts';
import { type Slip, slipOf } from './slip.ts';
import { statesAnswer } from './states-answer.ts';
import type { AnswerChecker, Verdict } from './verdict.ts';

/** A wrong answer and what is known of it. */
export interface Miss {
  answer: string;
  /** The answer as the checker read it. */
  understood: string | null;
  /** What the author says about this wrong answer, unless that says the right one. */
  feedback: string | null;
  slip: Slip;
}

export function missOf(item: Item, answer: string, verdict: Verdict, checker: AnswerChecker): Miss {
  const known = verdict.verdict === 'incorrect' ? verdict.known : undefined;
  const feedback = known === undefined || statesAnswer(item, known.feedback, checker) ? null : known.feedback;
  const understood = verdict.understood ?? null;
  return { answer, understood, feedback, slip: slipOf(item, understood ?? answer, checker) };
}
