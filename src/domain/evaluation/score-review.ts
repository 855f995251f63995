import type { Instant } from '../../shared/instant.ts';
import type { Role } from '../access/permission-matrix.ts';
import { AppError, invalidInput } from '../errors/app-error.ts';
import type { EvaluationKind } from './evaluation.ts';

/**
 * What people say of an evaluator's score. Pupils and parents contest it; the class manager answers: it stands, it is disputed
 * (proficiency), or the class manager's own score stands beside it (investment). Nothing is taken back or written over: what
 * counts is what was said last.
 */
export const REVIEW_ACTIONS = ['contested', 'stands', 'disputed', 'scored'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];
/** What a class manager may say. */
export type ReviewAnswer = Exclude<ReviewAction, 'contested'>;

/** Letters of the words that go with it. */
export const LONGEST_WORDS = 500;

export interface ScoreReview {
  id: number;
  kind: EvaluationKind;
  action: ReviewAction;
  /** Whole, 1 … 10: the class manager's own, with `scored`; else null. */
  score: number | null;
  words: string;
  by: { id: number | null; role: Role; name: string };
  at: Instant;
}

/** What a class manager said. */
export type AnsweringReview = ScoreReview & { action: ReviewAnswer };

/** How a score stands after all that was said of it. */
export interface ScoreStanding {
  /** Contested, and not answered yet. */
  contest: ScoreReview | null;
  /** The class manager holds it for wrong. */
  dispute: AnsweringReview | null;
  /** The last answer, whatever it was. */
  answer: AnsweringReview | null;
  /** All that was said of it, the oldest first. */
  history: ScoreReview[];
}

/** Of one kind of score of one session; `reviews` in the order in which they were given. */
export function standingOf(reviews: readonly ScoreReview[], kind: EvaluationKind): ScoreStanding {
  const history = reviews.filter((review) => review.kind === kind);
  const answer = history.findLast(isAnswer) ?? null;
  const since = answer === null ? history : history.slice(history.indexOf(answer) + 1);
  return {
    contest: since[0] ?? null,
    dispute: answer?.action === 'disputed' ? answer : null,
    answer,
    history,
  };
}

function isAnswer(review: ScoreReview): review is AnsweringReview {
  return review.action !== 'contested';
}

/** The answers that a class manager may give to a score of this kind. */
export const ANSWERS: Record<EvaluationKind, readonly ReviewAnswer[]> = {
  proficiency: ['stands', 'disputed'],
  investment: ['stands', 'scored'],
};

/** Throws `invalid-input` for an answer that this kind does not know, a score that is none, and words that are missing or too long. */
export function checkAnswer(
  kind: EvaluationKind,
  answer: { action: ReviewAnswer; score: number | null; words: string },
) {
  if (!ANSWERS[kind].includes(answer.action)) {
    throw invalidInput(`A score of ${kind} is not answered like that.`, {
      action: `one of ${ANSWERS[kind].join(', ')}`,
    });
  }
  const { score } = answer;
  const scored = answer.action === 'scored';
  if (scored !== (score !== null) || (score !== null && !isScore(score))) {
    throw invalidInput('That is no score.', { score: scored ? 'a whole number from 1 to 10' : 'none' });
  }
  checkWords(answer.words);
}

/** Throws `invalid-input` where nothing, or too much, is said. */
export function checkWords(words: string): void {
  const { length } = words.trim();
  if (length === 0 || length > LONGEST_WORDS) {
    throw invalidInput('Say why in a few words.', { words: `1 to ${LONGEST_WORDS} characters` });
  }
}

/** Whole, 1 … 10. */
export function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= 1 && score <= 10;
}

/** There is nothing that could be contested or answered. */
export class NoScoreError extends AppError {
  constructor() {
    super('conflict', 'no-score', 'The evaluator gave no score of this kind in this session.');
  }
}

/** "It stands" answers somebody, or the evaluator that asks for a person, or takes a dispute back; else it says nothing. */
export class NothingToAnswerError extends AppError {
  constructor() {
    super('conflict', 'nothing-to-answer', 'Nobody asks about this score.');
  }
}
