import { DAY, type Instant } from '../../shared/instant.ts';

/** What was answered last for a pupil and a purpose, by a parent or by the school for them. */
export interface GivenConsent {
  answer: 'yes' | 'no';
  version: number;
}

/** What is asked now. */
export interface AskedConsent {
  version: number;
  /** Since when this version is in force here; null: it is not known here yet, so that whatever was answered holds. */
  since: Instant | null;
}

export interface ConsentPolicy {
  /** Whether it is allowed while nobody has answered. */
  unanswered: boolean;
  /** How long an answer to an earlier version holds. */
  graceDays: number;
}

export interface ConsentStanding {
  allowed: boolean;
  because: 'answered' | 'earlier version' | 'earlier version ran out' | 'nobody answered';
  /** The parents are asked: nobody has answered what is asked now. */
  open: boolean;
  /** How long an answer to an earlier version still holds. */
  holdsUntil: Instant | null;
}

/**
 * Whether a purpose is allowed for a pupil. The newest answer counts, whoever gave it. A no holds until somebody says otherwise; a yes
 * to an earlier version for as long as the school's policy says, and then it is as if nobody had answered.
 */
export function consentStanding(
  given: GivenConsent | null,
  asked: AskedConsent,
  { unanswered, graceDays }: ConsentPolicy,
  now: Instant,
): ConsentStanding {
  if (given === null) return { allowed: unanswered, because: 'nobody answered', open: true, holdsUntil: null };
  const yes = given.answer === 'yes';
  if (given.version >= asked.version) return { allowed: yes, because: 'answered', open: false, holdsUntil: null };
  if (!yes) return { allowed: false, because: 'earlier version', open: true, holdsUntil: null };
  const holdsUntil = asked.since === null ? null : asked.since + graceDays * DAY;
  if (holdsUntil === null || now < holdsUntil) {
    return { allowed: true, because: 'earlier version', open: true, holdsUntil };
  }
  return { allowed: unanswered, because: 'earlier version ran out', open: true, holdsUntil };
}
