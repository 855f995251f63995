/** Messages that may come at once: a page that comes back asks for all of its topics. */
const AT_ONCE = 40;
/** Messages a second that may go on coming: twenty in ten seconds. */
const A_SECOND = 2;

/** How many messages a socket may still send: what is spent comes back with time. */
export class Allowance {
  #left = AT_ONCE;
  #since = performance.now();

  /** Spends one; false when there is none. */
  take(): boolean {
    const now = performance.now();
    this.#left = Math.min(AT_ONCE, this.#left + ((now - this.#since) / 1000) * A_SECOND);
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
