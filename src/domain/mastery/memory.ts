import { DAY, type Instant } from '../../shared/instant.ts';

/** How long what a pupil has learnt in a unit lasts. */
export interface UnitMemory {
  /** Days after which 81 % of it is left; 0 < stability ≤ 365. */
  stability: number;
  /** When the unit was practised last; null when never. */
  practisedAt: Instant | null;
}

export const NEW_MEMORY: Readonly<UnitMemory> = { stability: 12, practisedAt: null };

const LONGEST_STABILITY = 365;
/** Every practice makes memory a little more lasting; one that comes when much is forgotten, much more (the spacing effect). */
const GROWTH = 0.06;
const SPACING = 0.55;
/** A wrong answer fixes less of it. */
const AFTER_WRONG = 0.4;

/**
 * The share of what was known at the last practice that is left after so many days: (1 + 19/81 · days/stability)⁻¹, 0 … 1. The
 * curve of FSRS, as teaching.md has it.
 */
export function retentionAfter(days: number, stability: number): number {
  return 1 / (1 + ((19 / 81) * Math.max(0, days)) / stability);
}

/** The share that is left at a moment; 1 for a unit that was never practised: there is nothing to forget. */
export function retention({ stability, practisedAt }: UnitMemory, at: Instant): number {
  return practisedAt === null ? 1 : retentionAfter((at - practisedAt) / DAY, stability);
}

/** How stability grows when something of which `kept` (0 … 1) was left is practised again. */
export function strengthened(stability: number, kept: number, weight = 1): number {
  return Math.min(LONGEST_STABILITY, stability * (1 + GROWTH + SPACING * (1 - kept) * weight));
}

/** The memory after an answer that counted. */
export function practised(memory: UnitMemory, answer: { correct: 0 | 1; at: Instant }): UnitMemory {
  const weight = answer.correct === 1 ? 1 : AFTER_WRONG;
  return {
    stability: strengthened(memory.stability, retention(memory, answer.at), weight),
    practisedAt: Math.max(answer.at, memory.practisedAt ?? answer.at),
  };
}
