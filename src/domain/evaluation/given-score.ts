import { isScore, LONGEST_WORDS } from './score-review.ts';

/** Of what class managers give scores after a lesson. */
export const GIVEN_KINDS = ['investment', 'social'] as const;
export type GivenKind = (typeof GIVEN_KINDS)[number];

/** A pupil's part in a session of a lesson. */
export interface ScoredPlace {
  /** The session is over. */
  over: boolean;
  attended: boolean;
}

/** What stands there. */
export interface GivenScore {
  /** Null: none. */
  score: number | null;
  words: string;
  /** The id of the last line that was written about it; null: none. */
  lastChange: number | null;
}

export interface ScoreWish {
  /** Whole, 1 … 10; null takes back what was given. */
  score: number | null;
  /** Left out: what is there stays. */
  words?: string | undefined;
  /** The last change that whoever asks has seen, null for none; left out: they did not look. */
  seen?: number | null | undefined;
}

/**
 * Why a score cannot be given. `no score`: not whole, 1 … 10, or words for which there is no score; `absent`: who was not there has
 * none; `changed`: another one was given since whoever asks looked at it.
 */
export type ScoreRefusal = 'not found' | 'no score' | 'too long' | 'not over' | 'absent' | 'changed';

/** What becomes of a wish to give a score. To give again what stands there changes nothing. */
export function decideScore(
  place: ScoredPlace | undefined,
  now: GivenScore,
  { score, words, seen }: ScoreWish,
): 'change' | 'same' | ScoreRefusal {
  if (place === undefined) return 'not found';
  if (score === null ? (words ?? '').trim() !== '' : !isScore(score)) return 'no score';
  if ((words ?? '').length > LONGEST_WORDS) return 'too long';
  if (!place.over) return 'not over';
  if (!place.attended && score !== null) return 'absent';
  if (score === now.score && (score === null || wordsOf({ words }, now) === now.words)) return 'same';
  return seen !== undefined && seen !== now.lastChange ? 'changed' : 'change';
}

/** The words that stand there after it. */
export function wordsOf({ words }: Pick<ScoreWish, 'words'>, now: Pick<GivenScore, 'words'>): string {
  return words === undefined ? now.words : words.trim();
}
