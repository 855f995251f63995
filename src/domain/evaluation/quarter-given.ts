import type { Instant } from '../../shared/instant.ts';
import { isScore, LONGEST_WORDS } from './score-review.ts';

/** Why a class manager gives no score for a quarter. */
export const NO_SCORE_REASONS = ['too little seen', 'was away', 'came late'] as const;
export type NoScoreReason = (typeof NO_SCORE_REASONS)[number];

/** What a class manager gives for a quarter: a score, or none and why; both null take back what was given. */
export interface QuarterWish {
  /** Whole, 1 … 10. */
  score: number | null;
  reason: NoScoreReason | null;
  words: string;
  /** The last change that whoever asks has seen, null for none; left out: they did not look. */
  seen?: number | null | undefined;
}

/** What stands there. */
export interface QuarterOwn {
  score: number | null;
  reason: NoScoreReason | null;
  words: string;
  /** The id of the last line that was written about it; null: none. */
  lastChange: number | null;
  at: Instant | null;
}

export const NOTHING_OWN: QuarterOwn = { score: null, reason: null, words: '', lastChange: null, at: null };

/** Why it cannot be given. `no score`: neither a score nor a reason, or words without either. */
export type QuarterRefusal = 'not found' | 'no score' | 'too long' | 'changed';

/** What becomes of a wish. To give again what stands there changes nothing. */
export function decideQuarter(now: QuarterOwn, wish: QuarterWish): 'change' | 'same' | QuarterRefusal {
  const { score, reason, seen } = wish;
  const words = wish.words.trim();
  if (score !== null && (reason !== null || !isScore(score))) return 'no score';
  if (reason !== null && !NO_SCORE_REASONS.includes(reason)) return 'no score';
  if (score === null && reason === null && words !== '') return 'no score';
  if (words.length > LONGEST_WORDS) return 'too long';
  if (score === now.score && reason === now.reason && words === now.words) return 'same';
  return seen !== undefined && seen !== now.lastChange ? 'changed' : 'change';
}
