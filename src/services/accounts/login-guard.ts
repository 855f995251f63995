import type { LoginThrottleRepo } from '../../data/accounts/login-throttle.repo.ts';
import { afterFailure, blockedFor, type Throttle } from '../../domain/access/login-throttle.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';

/** `login_throttles.subject` takes 191 characters. */
const LONGEST_SUBJECT = 190;

export const accountThrottle = (username: string): Throttle => ({
  kind: 'account',
  subject: `account:${username}`.slice(0, LONGEST_SUBJECT),
});

export const addressThrottle = (address: string): Throttle => ({
  kind: 'address',
  subject: `address:${address}`.slice(0, LONGEST_SUBJECT),
});

/** Counts failed attempts to get in, and makes whoever fails too often wait. */
export class LoginGuard {
  readonly #throttles: LoginThrottleRepo;
  readonly #clock: Clock;

  constructor(throttles: LoginThrottleRepo, clock: Clock) {
    this.#throttles = throttles;
    this.#clock = clock;
  }

  /** Throws `too-many`, with the seconds that are left, while one of them has to wait. */
  async refuseBlocked(throttles: Throttle[]): Promise<void> {
    const now = this.#clock.now();
    for (const throttle of throttles) {
      const record = await this.#throttles.find(throttle.subject);
      const wait = record ? blockedFor(record, now) : 0;
      if (wait > 0) {
        const seconds = Math.ceil(wait / 1000);
        throw new AppError(
          'too-many',
          'login-throttled',
          `Too many attempts. Please wait ${seconds} seconds and try again.`,
          { details: { retryAfterSeconds: seconds } },
        );
      }
    }
  }

  async noteFailure(throttles: Throttle[]): Promise<void> {
    const now = this.#clock.now();
    for (const throttle of throttles) {
      const record = await this.#throttles.find(throttle.subject);
      await this.#throttles.save(throttle.subject, afterFailure(record ?? null, throttle.kind, now));
    }
  }

  async forget(throttle: Throttle): Promise<void> {
    await this.#throttles.clear(throttle.subject);
  }
}
