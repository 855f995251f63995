import { HOUR, type Instant, MINUTE, SECOND } from '../../shared/instant.ts';

export interface Throttle {
  kind: 'account' | 'address';
  subject: string;
}

export interface ThrottleState {
  failures: number;
  lastFailureAt: Instant;
  blockedUntil: Instant | null;
}

/**
 * Failures that are free, and the longest wait after that. An address is treated far more kindly than an account: a whole class
 * sits behind one.
 */
const LIMITS = {
  account: { free: 5, longest: 15 * MINUTE },
  address: { free: 200, longest: MINUTE },
} as const;

/** Failures are forgotten after this long. */
const MEMORY = HOUR;

/** How long a login must still wait, in ms; 0 when it may be tried. */
export function blockedFor(state: ThrottleState, now: Instant): number {
  return state.blockedUntil === null ? 0 : Math.max(0, state.blockedUntil - now);
}

/** The state after one more failure: past the free ones each wait is twice the one before, from one second on. */
export function afterFailure(state: ThrottleState | null, kind: Throttle['kind'], now: Instant): ThrottleState {
  const remembered = state && now - state.lastFailureAt < MEMORY ? state.failures : 0;
  const failures = remembered + 1;
  const { free, longest } = LIMITS[kind];
  const over = failures - free;
  const wait = over < 0 ? 0 : Math.min(longest, SECOND * 2 ** Math.min(over, 20));
  return { failures, lastFailureAt: now, blockedUntil: wait > 0 ? now + wait : null };
}
