import type { Instant } from '../../shared/instant.ts';
import type { AttemptRecord, PupilAct } from '../tutoring/dialogue.ts';

/** What happened in one session, counted before anybody judges it; the same for every provider. */
export interface SessionEvidence {
  /** In order. */
  attempts: readonly EvidenceAttempt[];
  /** The pupil's turns, in order. */
  turns: readonly EvidenceTurn[];
  units: readonly EvidenceUnit[];
  time: {
    /** See `activeMilliseconds`. */
    activeMs: number;
    /** Null where no time was agreed on. */
    plannedMs: number | null;
    /** The session came to its own end: the recap was asked for, or no question was left. */
    finished: boolean;
  };
}

export interface EvidenceAttempt
  extends Pick<AttemptRecord, 'unitName' | 'verdict' | 'hintsUsed' | 'revealed' | 'unaided' | 'counts'> {
  id: number;
  /** The message it was given in. */
  messageId: number | null;
}

export interface EvidenceTurn {
  messageId: number;
  act: PupilAct['type'];
  /** Which question was open: they are counted from 1 as the session poses them. Null when none was. */
  posing: number | null;
}

export interface EvidenceUnit {
  name: string;
  /** Probability of a right answer to an average question of the unit, 0 … 1, before and after the session. */
  before: number;
  after: number;
}

/** The longest stretch between two signs of life that is taken for thinking. Nobody is hurried. */
const LONGEST_THOUGHT = 10 * 60 * 1000;

/**
 * Time at work, in ms: what lies between start, messages and end, less the pauses, each stretch counted for at most ten
 * minutes. How fast or slowly somebody writes makes no difference. `moments` in any order; an open pause ends with null.
 */
export function activeMilliseconds(
  moments: readonly Instant[],
  pauses: readonly { start: Instant; end: Instant | null }[],
): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let active = 0;
  for (const [i, to] of sorted.entries()) {
    const from = sorted[i - 1] ?? to;
    const paused = pauses.reduce((sum, { start, end }) => {
      return sum + Math.max(0, Math.min(to, end ?? to) - Math.max(from, start));
    }, 0);
    active += Math.min(LONGEST_THOUGHT, Math.max(0, to - from - paused));
  }
  return active;
}
