import type { Instant } from '../../shared/instant.ts';
import type { Role } from '../access/permission-matrix.ts';
import { AppError } from '../errors/app-error.ts';
import type { QuarterKind } from './quarter-evaluation.ts';

/**
 * What people say of a quarter's score. Pupils and parents contest it; the class manager answers: it stands, or a proficiency score is
 * disputed. For investment and social the class manager may give another score instead, which answers too.
 */
export const QUARTER_ACTIONS = ['contested', 'stands', 'disputed'] as const;
export type QuarterAction = (typeof QUARTER_ACTIONS)[number];
export type QuarterAnswer = Exclude<QuarterAction, 'contested'>;

/** The answers that a class manager may give to a score of this kind in words alone. */
export const QUARTER_ANSWERS: Readonly<Record<QuarterKind, readonly QuarterAnswer[]>> = {
  proficiency: ['stands', 'disputed'],
  investment: ['stands'],
  social: ['stands'],
};

export interface QuarterReview {
  action: QuarterAction;
  words: string;
  by: { role: Role; name: string } | null;
  at: Instant;
}

/** How a quarter's score stands after all that was said of it. */
export interface QuarterSaid {
  /** Contested, and not answered yet. */
  contest: QuarterReview | null;
  /** The class manager holds it for wrong. */
  disputed: boolean;
  /** All that was said, the oldest first. */
  history: QuarterReview[];
}

/** `reviews` of one score in the order in which they were given; `scoredAt`: when the class manager gave an own score last. */
export function saidOf(reviews: readonly QuarterReview[], scoredAt: Instant | null): QuarterSaid {
  const answer = reviews.findLast(({ action }) => action !== 'contested');
  const answered = Math.max(answer?.at ?? Number.NEGATIVE_INFINITY, scoredAt ?? Number.NEGATIVE_INFINITY);
  const since = reviews.slice(answer === undefined ? 0 : reviews.indexOf(answer) + 1);
  return {
    contest: since.find(({ action, at }) => action === 'contested' && at > answered) ?? null,
    disputed: answer?.action === 'disputed',
    history: [...reviews],
  };
}

/** There is no score that could be contested or answered. */
export class NoQuarterScoreError extends AppError {
  constructor() {
    super('conflict', 'no-score', 'There is no score of this kind for this quarter.');
  }
}

/** "It stands" answers somebody, or takes a dispute back; else it says nothing. */
export class NobodyAsksError extends AppError {
  constructor() {
    super('conflict', 'nothing-to-answer', 'Nobody asks about this score.');
  }
}
