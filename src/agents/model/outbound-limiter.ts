import type { Clock } from '../../shared/instant.ts';
import { MINUTE } from '../../shared/instant.ts';
import { ModelError } from './language-model.ts';
import { type Sleep, sleep } from './wait.ts';

/** A token bucket as data: `tokens` at the moment `at`; below 0 when places further on are already given away. */
export interface Bucket {
  tokens: number;
  at: number;
}

export interface BucketSettings {
  /** Most tokens that can lie in the bucket, ≥ 1. */
  capacity: number;
  /** Ms until one token has flowed in. */
  msPerToken: number;
}

/**
 * A bucket that never lets more than `perMinute` requests out in any sixty seconds: a tenth of them may go at once, the rest
 * flows in evenly (in less than a minute at most capacity + (perMinute − capacity + 1) − 1 requests can pass).
 *
 * @throws RangeError when `perMinute` is not a whole number ≥ 1
 */
export function bucketFor(perMinute: number): BucketSettings {
  if (!Number.isSafeInteger(perMinute) || perMinute < 1)
    throw new RangeError('perMinute must be a whole number from 1 on');
  const capacity = Math.max(1, Math.floor(perMinute / 10));
  return { capacity, msPerToken: MINUTE / (perMinute - capacity + 1) };
}

/** Takes the next place, if it comes within `maxWaitMs`: the wait for it in ms and the bucket afterwards, or null. */
export function take(
  bucket: Bucket,
  settings: BucketSettings,
  now: number,
  maxWaitMs: number,
): { waitMs: number; bucket: Bucket | null } {
  const flown = Math.max(0, now - bucket.at) / settings.msPerToken;
  const tokens = Math.min(settings.capacity, bucket.tokens + flown) - 1;
  const waitMs = tokens >= 0 ? 0 : Math.ceil(-tokens * settings.msPerToken);
  return { waitMs, bucket: waitMs > maxWaitMs ? null : { tokens, at: Math.max(now, bucket.at) } };
}

export interface OutboundLimiter {
  /**
   * Waits for the next free place, in the order of the calls, at most `maxWaitMs`. A wait that is aborted loses its place.
   * @throws ModelError 'rate limited' (with the wait it would have taken) at once when the wait would be longer
   */
  acquire(maxWaitMs: number, signal?: AbortSignal): Promise<void>;
}

/**
 * Keeps this process under a provider's limit of requests a minute (OPENAI_RPM). Several processes share the limit by each
 * being given its part.
 *
 * @param clock monotonic, such as `performance`: a change of the wall clock must not open or close the gate
 */
export function createOutboundLimiter(
  perMinute: number,
  clock: Clock = performance,
  wait: Sleep = sleep,
): OutboundLimiter {
  const settings = bucketFor(perMinute);
  let bucket: Bucket = { tokens: settings.capacity, at: clock.now() };
  return {
    async acquire(maxWaitMs, signal) {
      signal?.throwIfAborted();
      const taken = take(bucket, settings, clock.now(), maxWaitMs);
      if (taken.bucket === null) {
        throw new ModelError(
          'rate limited',
          `Our own limit of ${perMinute} requests a minute to the model is reached.`,
          {
            retryAfterMs: taken.waitMs,
          },
        );
      }
      bucket = taken.bucket;
      if (taken.waitMs > 0) await wait(taken.waitMs, signal);
    },
  };
}
