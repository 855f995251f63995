import type { Asked } from './search-index.ts';
import { termsOf } from './terms.ts';

/** One way in which an entry of the bank says what it is about: the question it asks, its answer, an alias. As stems. */
export type Head = ReadonlySet<string>;

export const headOf = (text: string): Head => new Set(termsOf(text));

/** What an exercise with values of its own is worth as an answer about its subject. */
const EXERCISE = 0.5;

const isValue = (stem: string): boolean => /\d/.test(stem) || stem.length === 1;

/**
 * How far an entry is about what was asked, 0 … 1: the best of its heads by the harmonic mean of two shares, how much of the
 * query the head covers and how much of the head the query covers. A head that also speaks of much else only mentions it, and an
 * exercise with numbers of its own is an example of its subject, not about it.
 */
export function aboutness(asked: readonly Asked[], heads: readonly Head[], weigh: (stem: string) => number): number {
  const total = asked.reduce((sum, word) => sum + word.weight, 0);
  if (total === 0) return 0;
  const meant = new Set(asked.flatMap((word) => word.stems));
  return heads.reduce((best, head) => Math.max(best, agreement(asked, total, head, meant, weigh)), 0);
}

function agreement(
  asked: readonly Asked[],
  total: number,
  head: Head,
  meant: ReadonlySet<string>,
  weigh: (stem: string) => number,
): number {
  const covered = asked.filter((word) => word.stems.some((stem) => head.has(stem)));
  const share = covered.reduce((sum, word) => sum + word.weight, 0) / total;
  let own = 0;
  let shared = 0;
  for (const stem of head) {
    if (isValue(stem) && !meant.has(stem)) continue;
    const weight = weigh(stem);
    own += weight;
    if (meant.has(stem)) shared += weight;
  }
  if (share === 0 || shared === 0) return 0;
  const isExercise = [...head].some((stem) => isValue(stem) && !meant.has(stem));
  const focus = (shared / own) * (isExercise ? EXERCISE : 1);
  return (2 * share * focus) / (share + focus);
}
