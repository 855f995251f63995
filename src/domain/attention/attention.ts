/** Why a pupil may need attention. Rules over counts of their sessions: nothing is inferred of what they feel or who they are. */
export const ATTENTION_KINDS = ['absence', 'decline', 'inactivity', 'no homework', 'low feelings'] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** What a look at a pupil counts, from `session_facts` alone. Days are those before the look. */
export interface PupilCounts {
  /** Lessons at school in the last 28 days: places, and those that were not taken. */
  lessons: number;
  missed: number;
  /** First answers to questions, and the right ones of them: in the last 14 days, and in the 42 before those. */
  recent: { answers: number; right: number };
  before: { answers: number; right: number };
  /** Whole days since the last session that they attended, at home or at school; null: none in the last 56 days. */
  daysAway: number | null;
  /** Whole days since they could have begun: since the account was made, 56 at most. */
  daysKnown: number;
  /** Sessions at home in the last 28 days. */
  atHome: number;
  /** Sessions of the last 21 days before which a feeling was said, and those of them with a bad or a very bad one. */
  feelings: number;
  lowFeelings: number;
}

/** How the others of the school did meanwhile: a holiday is nobody's absence. */
export interface SchoolCounts {
  /** Share of the school's pupils who studied in the last 14 days, 0 … 1. */
  studying: number;
  /** Share of them who studied at home in the last 28 days, 0 … 1. */
  studyingAtHome: number;
}

/** A reason for attention: how urgent, 1 … 3, and the numbers that it rests on. */
export interface Attention {
  kind: AttentionKind;
  severity: 1 | 2 | 3;
  facts: Record<string, number>;
}

/**
 * The thresholds, and why they lie there.
 * - `absence`: three missed lessons of the last 28 days, when they are a third of all. Two may be one cold; a third is well above the
 *   tenth at which schools speak of chronic absence, because a month holds few lessons here. Half is severe.
 *   Counted from missed lessons alone, so that coming to a lesson never raises it.
 * - `decline`: right first answers of the last 14 days against the 42 before: at least 10 and 20 answers, 15 points lower, and further
 *   than chance moves it nineteen times out of twenty (two shares, one-sided, z > 1.64). Questions get harder as a pupil gets on, so
 *   that less than 15 points say little.
 * - `inactivity`: nothing for 14 days, while at least a quarter of the school studied: then it is no holiday. Four weeks are severe.
 *   A new account has 14 days before it counts.
 * - `no homework`: nothing at home for 28 days by somebody who came to at least three lessons, while half of the school studies at home.
 * - `low feelings`: at least four bad feelings, said before sessions of the last 21 days, and six of ten of all that were said. What
 *   pupils say themselves, never what is read from their words.
 */
export const THRESHOLDS = {
  absence: { missed: 3, share: 1 / 3, severe: 1 / 2, severeMissed: 4 },
  decline: { recent: 10, before: 20, points: 0.15, z: 1.645, severe: 0.3 },
  inactivity: { days: 14, severe: 28, studying: 0.25 },
  noHomework: { days: 28, attended: 3, studyingAtHome: 0.5 },
  lowFeelings: { low: 4, share: 0.6, severeLow: 7 },
} as const;

/** Every reason for attention that these counts give; at most one of each kind. */
export function attentionOf(pupil: PupilCounts, school: SchoolCounts): Attention[] {
  return [
    absence(pupil),
    decline(pupil),
    inactivity(pupil, school),
    noHomework(pupil, school),
    lowFeelings(pupil),
  ].flatMap((one) => one ?? []);
}

function absence({ lessons, missed }: PupilCounts): Attention | null {
  const { absence: least } = THRESHOLDS;
  if (missed < least.missed || missed / lessons < least.share) return null;
  const severe = missed >= least.severeMissed && missed / lessons >= least.severe;
  return { kind: 'absence', severity: severe ? 2 : 1, facts: { missed, lessons } };
}

function decline({ recent, before }: PupilCounts): Attention | null {
  const { decline: least } = THRESHOLDS;
  if (recent.answers < least.recent || before.answers < least.before) return null;
  const [now, then] = [recent.right / recent.answers, before.right / before.answers];
  const pooled = (recent.right + before.right) / (recent.answers + before.answers);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / recent.answers + 1 / before.answers));
  if (then - now < least.points || then - now <= least.z * error) return null;
  const facts = {
    right: recent.right,
    answers: recent.answers,
    rightBefore: before.right,
    answersBefore: before.answers,
  };
  return { kind: 'decline', severity: then - now >= least.severe ? 2 : 1, facts };
}

function inactivity({ daysAway, daysKnown }: PupilCounts, { studying }: SchoolCounts): Attention | null {
  const { inactivity: least } = THRESHOLDS;
  const days = Math.min(daysAway ?? daysKnown, daysKnown);
  if (days < least.days || studying < least.studying) return null;
  return {
    kind: 'inactivity',
    severity: days >= least.severe ? 2 : 1,
    facts: daysAway === null ? { atLeast: days } : { days },
  };
}

function noHomework({ atHome, lessons, missed, daysKnown }: PupilCounts, school: SchoolCounts): Attention | null {
  const { noHomework: least } = THRESHOLDS;
  const attended = lessons - missed;
  if (atHome > 0 || daysKnown < least.days || attended < least.attended) return null;
  if (school.studyingAtHome < least.studyingAtHome) return null;
  return { kind: 'no homework', severity: 1, facts: { attended } };
}

function lowFeelings({ feelings, lowFeelings: low }: PupilCounts): Attention | null {
  const { lowFeelings: least } = THRESHOLDS;
  if (low < least.low || low / feelings < least.share) return null;
  return { kind: 'low feelings', severity: low >= least.severeLow ? 3 : 2, facts: { low, feelings } };
}

/** An alert that was a false alarm is not raised again for so many days. */
export const QUIET_DAYS = 28;
/** What nobody has taken on for so many days is the school manager's too. */
export const ESCALATES_AFTER_DAYS = 7;
/** For so many days an alert can be put off; 0: it is taken on. */
export const SNOOZES = [0, 7, 14, 28] as const;
export const LONGEST_NOTE = 2000;
