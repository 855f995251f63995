import type { Instant } from '../../shared/instant.ts';
import { DAY, SECOND } from '../../shared/instant.ts';
import type { ModelError } from './language-model.ts';

export interface RetryPolicy {
  /** Tries in all, the first one included. */
  maxTries: number;
  /** Wait before the second try, in ms; doubles with each further one. */
  baseMs: number;
  /** Longest wait between two tries, in ms. A provider that asks for more is not tried again in this call. */
  maxWaitMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { maxTries: 3, baseMs: 0.5 * SECOND, maxWaitMs: 10 * SECOND };

/** Spread added to a wait that the provider asked for, so that a class does not come back in the same millisecond. */
const ASKED_SPREAD_MS = 250;

/**
 * How long to wait, in ms, before the next try, or null when there shall be none: the error is not one that passes, the tries
 * are used up, or the provider asked for a longer wait than the policy allows (to come back sooner would be rude, to sit it
 * out would keep a pupil waiting).
 * Without a wish of the provider: exponential backoff with "equal jitter", half fixed and half random
 * (M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog 2015).
 *
 * @param tried tries made so far, from 1
 * @param random 0 ≤ random < 1
 */
export function waitBeforeRetry(error: ModelError, tried: number, policy: RetryPolicy, random: number): number | null {
  if (!error.retryable || tried >= policy.maxTries) return null;
  if (error.retryAfterMs !== undefined) {
    return error.retryAfterMs > policy.maxWaitMs ? null : error.retryAfterMs + random * ASKED_SPREAD_MS;
  }
  const backoff = Math.min(policy.baseMs * 2 ** (tried - 1), policy.maxWaitMs);
  return backoff / 2 + (random * backoff) / 2;
}

/**
 * Reads `Retry-After` (seconds or an HTTP date, RFC 9110 §10.2.3) or OpenAI's `retry-after-ms`: ms to wait, 0 … one day;
 * undefined when there is neither or it cannot be read.
 */
export function readRetryAfter(headers: Headers | undefined, now: Instant): number | undefined {
  const milliseconds = headers?.get('retry-after-ms')?.trim();
  if (milliseconds && /^\d+(\.\d+)?$/.test(milliseconds)) return bounded(Number(milliseconds));
  const value = headers?.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return bounded(Number(value) * SECOND);
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : bounded(date - now);
}

function bounded(ms: number): number {
  return Math.min(Math.max(0, ms), DAY);
}
