import { type Instant, MINUTE } from '../../shared/instant.ts';
import type { NeedReason } from '../../shared/lesson-wall.ts';
import type { SessionStatus } from '../study-session/study-session.ts';
import type { EmotionalState } from '../tutoring/brief.ts';

/** Nothing was said for so long: worth a look, in ms. */
export const IDLE_AFTER = 4 * MINUTE;
/** Who has not joined so long after the beginning is late, in ms. */
export const LATE_AFTER = 3 * MINUTE;
/** So many wrong answers to the open question are too many to be alone with it. */
export const STUCK_MISSES = 3;
/** So many hints to it, where the ladder has no end that is known. */
export const STUCK_HINTS = 4;
/** What was said at joining is a reason for so long, in ms: after that the lesson itself tells more. */
export const FEELING_LASTS = 15 * MINUTE;

/**
 * How much a reason weighs. A safety alert outweighs all others together, a raised hand all that only was noticed.
 */
export const WEIGHTS: Record<NeedReason['kind'], number> = {
  alert: 10_000,
  hand: 1000,
  'extreme feeling': 400,
  unkind: 300,
  stuck: 250,
  'wrong streak': 150,
  'negative feeling': 120,
  'effortless help': 100,
  idle: 60,
  late: 40,
};

/** What is known of a pupil in a lesson that runs. */
export interface KnownOfPupil {
  status: SessionStatus;
  joinedAt: Instant | null;
  /** When the lesson began. */
  lessonStart: Instant | null;
  feeling: EmotionalState | null;
  hints: number;
  misses: number;
  /** What the dialogue has raised for the class manager. */
  flags: readonly ('effortless help' | 'wrong streak' | 'unreadable answers')[];
  /** The last hint before the answer was given. */
  hintsUsedUp: boolean;
  /** When they wrote words that can hurt somebody of their group, with what they said last. */
  unkindAt: Instant | null;
  /** Since when they say that they are stuck, with what they said last. */
  saidStuck: Instant | null;
  lastActivity: Instant | null;
  handRaisedAt: Instant | null;
  alertSince: Instant | null;
}

/** Why a pupil needs a person just now, the weightiest first; none where all is well or all is over. */
export function needOf(known: KnownOfPupil, now: Instant): NeedReason[] {
  const reasons: NeedReason[] = [];
  const add: Add = (kind, since = null, because = null) => reasons.push({ kind, since, because });
  // Words of need stay a reason when the lesson is over.
  if (known.alertSince !== null) add('alert', known.alertSince);
  const isOver = known.status === 'completed' || known.status === 'cancelled';
  if (!isOver && known.joinedAt === null) {
    if (known.lessonStart !== null && now - known.lessonStart >= LATE_AFTER) add('late', known.lessonStart);
  } else if (!isOver && known.joinedAt !== null) {
    if (known.handRaisedAt !== null) add('hand', known.handRaisedAt);
    if (known.unkindAt !== null) add('unkind', known.unkindAt);
    addFeeling(known, now, add);
    if (known.status === 'active') addWork(known, now, add);
  }
  return reasons.sort((a, b) => WEIGHTS[b.kind] - WEIGHTS[a.kind]);
}

/** How it shows that somebody is stuck: by their own words, by wrong answers, by the end of the hints, by answers that nobody can read. */
function whyStuck({ saidStuck, misses, hints, hintsUsedUp, flags }: KnownOfPupil): NeedReason['because'] {
  if (saidStuck !== null) return 'said so';
  if (misses >= STUCK_MISSES) return 'misses';
  if (hintsUsedUp || hints >= STUCK_HINTS) return 'hints used up';
  return flags.includes('unreadable answers') ? 'unreadable answers' : null;
}

/** How much a person is needed: what the reasons weigh together. */
export function scoreOf(reasons: readonly NeedReason[]): number {
  return reasons.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
}

type Add = (kind: NeedReason['kind'], since?: Instant | null, because?: NeedReason['because']) => void;

function addFeeling({ feeling, joinedAt }: KnownOfPupil, now: Instant, add: Add): void {
  if (joinedAt === null || now - joinedAt > FEELING_LASTS) return;
  if (feeling === 'extreme') add('extreme feeling', joinedAt);
  else if (feeling === 'negative') add('negative feeling', joinedAt);
}

function addWork(known: KnownOfPupil, now: Instant, add: Add): void {
  const { flags, lastActivity } = known;
  const stuck = whyStuck(known);
  if (stuck !== null) add('stuck', known.saidStuck, stuck);
  if (flags.includes('wrong streak')) add('wrong streak');
  if (flags.includes('effortless help')) add('effortless help');
  if (lastActivity !== null && now - lastActivity >= IDLE_AFTER) add('idle', lastActivity);
}
