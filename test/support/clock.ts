import type { Clock, Instant } from '../../src/shared/instant.ts';

/** A clock that stands still until it is advanced. */
export class TestClock implements Clock {
  #now: Instant;

  constructor(now: Instant) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
