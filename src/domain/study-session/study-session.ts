import type { Instant } from '../../shared/instant.ts';

export const SESSION_STATUSES = ['pending', 'active', 'paused', 'completed', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Home and school sessions have separate ids: nothing may look one up by the other's. */
export type SessionKind = 'home' | 'school';

/** One session, by its kind and its id among those of its kind. */
export interface SessionRef {
  kind: SessionKind;
  id: number;
}

export const HOME_SESSION_TYPES = ['test preparation', 'homework'] as const;
export type HomeSessionType = (typeof HOME_SESSION_TYPES)[number];

export const SCHOOL_SESSION_TYPES = ['individual', 'group', 'social'] as const;
export type SchoolSessionType = (typeof SCHOOL_SESSION_TYPES)[number];

export type SessionEvent = 'start' | 'pause' | 'resume' | 'end' | 'cancel';

/** state → event → next state. What is not here is refused. */
const TRANSITIONS: Record<SessionStatus, Partial<Record<SessionEvent, SessionStatus>>> = {
  pending: { start: 'active', cancel: 'cancelled' },
  active: { pause: 'paused', end: 'completed' },
  paused: { resume: 'active', end: 'completed' },
  completed: {},
  cancelled: {},
};

/** The state that each event leads to: repeating an event that has led there already changes nothing. */
const TARGET: Record<SessionEvent, SessionStatus> = {
  start: 'active',
  pause: 'paused',
  resume: 'active',
  end: 'completed',
  cancel: 'cancelled',
};

export type Transition =
  | { outcome: 'moved'; status: SessionStatus }
  | { outcome: 'unchanged'; status: SessionStatus }
  | { outcome: 'refused'; status: SessionStatus };

/** What an event does to a session: moves it, finds it there already, or is refused with the state it is in. */
export function transition(status: SessionStatus, event: SessionEvent): Transition {
  const next = TRANSITIONS[status][event];
  if (next) return { outcome: 'moved', status: next };
  return { outcome: TARGET[event] === status ? 'unchanged' : 'refused', status };
}

export function isLive(status: SessionStatus): boolean {
  return status === 'pending' || status === 'active' || status === 'paused';
}

export interface Pause {
  start: Instant;
  end: Instant | null;
}

/** Time studied in ms: end − start less pauses; a session that runs counts up to `now`, an open pause too. Never negative. */
export function timeStudied(
  session: { start: Instant | null; end: Instant | null; pauses: Pause[] },
  now: Instant,
): number {
  if (session.start === null) return 0;
  const end = session.end ?? now;
  const paused = session.pauses.reduce((sum, pause) => sum + Math.max(0, (pause.end ?? end) - pause.start), 0);
  return Math.max(0, end - session.start - paused);
}

/** When the server steps in by itself, in ms. */
export const EXPIRY = {
  /** A pending home session that nobody starts is cancelled. */
  pending: 5 * 60_000,
  /** An active session that nobody touches is paused. */
  idle: 30 * 60_000,
  /** A session is ended, with a note, this long after it began. */
  total: 12 * 3_600_000,
} as const;

/** What the server does with a live session at this moment, if anything. */
export function dueEvent(
  session: { status: SessionStatus; createdAt: Instant; start: Instant | null; lastActivityAt: Instant },
  now: Instant,
): SessionEvent | null {
  if (session.status === 'pending') return now - session.createdAt >= EXPIRY.pending ? 'cancel' : null;
  if (session.status !== 'active' && session.status !== 'paused') return null;
  if (session.start !== null && now - session.start >= EXPIRY.total) return 'end';
  return session.status === 'active' && now - session.lastActivityAt >= EXPIRY.idle ? 'pause' : null;
}
