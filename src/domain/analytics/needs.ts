import type { MetricValue } from './metrics.ts';

/** What is known of a pupil that may say that they need somebody. */
export interface Signals {
  openAlerts: number;
  /** Evaluations that a person has to look at. */
  toReview: number;
  /** Sessions in which the dialogue noticed something. */
  noticed: number;
  /** Right answers at the first try in these weeks and in as many before. */
  right: MetricValue;
  rightBefore: MetricValue;
  proficiency: MetricValue;
  proficiencyBefore: MetricValue;
  /** Places in lessons, and those of them that were not taken. */
  places: number;
  missed: number;
  /** Tests with a released grade, and those of them that are no pass. */
  tests: number;
  failed: number;
  /** Days since anything was studied; null: nothing ever was. */
  daysAway: number | null;
  /** Units of the tests of the next days, and those of them that are known already; null: no test is to come. */
  tested: { units: number; known: number; days: number } | null;
}

/** Why a pupil needs somebody, with the figures that say so. */
export type Need =
  | { why: 'alert'; count: number }
  | { why: 'test failed'; count: number; of: number }
  | { why: 'falling'; metric: 'right answers' | 'proficiency'; now: MetricValue; before: MetricValue }
  | { why: 'absent'; missed: number; places: number }
  | { why: 'away'; days: number | null }
  | { why: 'stuck'; sessions: number }
  | { why: 'behind'; known: number; units: number; days: number }
  | { why: 'to review'; count: number };

/** How much each weighs when pupils are put in order: what cannot wait, what has happened, what may come. */
const WEIGHTS: Record<Need['why'], number> = {
  alert: 100,
  'test failed': 8,
  falling: 7,
  absent: 6,
  away: 5,
  behind: 5,
  stuck: 4,
  'to review': 3,
};

export const DAYS_AWAY = 14;
const FEWEST_MISSED = 2;
const MISSED_SHARE = 0.25;
/** Fewer scores than these say nothing of a change. */
const FEWEST_SCORES = 3;
/** A change is told from chance nineteen times out of twenty. */
const SURE = 1.96;
const KNOWN_ENOUGH = 0.5;

/** Every reason why this pupil needs somebody, the weightiest first. */
export function needsOf(signals: Signals): Need[] {
  const { openAlerts, toReview, noticed, places, missed, tests, failed, daysAway, tested } = signals;
  const found: Need[] = [];
  if (openAlerts > 0) found.push({ why: 'alert', count: openAlerts });
  if (failed > 0) found.push({ why: 'test failed', count: failed, of: tests });
  const falling = fallingOf(signals);
  if (falling) found.push(falling);
  if (missed >= FEWEST_MISSED && missed >= places * MISSED_SHARE) found.push({ why: 'absent', missed, places });
  if (daysAway === null || daysAway >= DAYS_AWAY) found.push({ why: 'away', days: daysAway });
  if (tested && tested.units > 0 && tested.known < tested.units * KNOWN_ENOUGH)
    found.push({ why: 'behind', ...tested });
  if (noticed > 0) found.push({ why: 'stuck', sessions: noticed });
  if (toReview > 0) found.push({ why: 'to review', count: toReview });
  return found.toSorted((a, b) => WEIGHTS[b.why] - WEIGHTS[a.why]);
}

/** How much a pupil needs somebody, to put many in order: 0 where nothing says so. */
export function urgencyOf(needs: readonly Need[]): number {
  return needs.reduce(
    (sum, need) => sum + WEIGHTS[need.why] * ('count' in need && need.why === 'alert' ? need.count : 1),
    0,
  );
}

/** A fall that chance alone would hardly make, of right answers or else of proficiency. */
function fallingOf({ right, rightBefore, proficiency, proficiencyBefore }: Signals): Need | null {
  if (isBelow(right, rightBefore)) return { why: 'falling', metric: 'right answers', now: right, before: rightBefore };
  const isSaid = proficiency.of >= FEWEST_SCORES && proficiencyBefore.of >= FEWEST_SCORES;
  return isSaid && isBelow(proficiency, proficiencyBefore)
    ? { why: 'falling', metric: 'proficiency', now: proficiency, before: proficiencyBefore }
    : null;
}

/** Whether the first lies below the second by more than chance would make of it. */
export function isBelow(one: MetricValue, other: MetricValue): boolean {
  if (one.value === null || other.value === null || one.error === null || other.error === null) return false;
  return other.value - one.value > SURE * Math.hypot(one.error, other.error);
}

/** How a part lies beside all others: told from chance, or not. */
export type Standing = 'above' | 'below' | 'chance' | 'too little';

export function standingOf(one: MetricValue, others: MetricValue): Standing {
  if (one.error === null || others.error === null) return 'too little';
  if (isBelow(one, others)) return 'below';
  return isBelow(others, one) ? 'above' : 'chance';
}
