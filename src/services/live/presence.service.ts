import { SECOND } from '../../shared/instant.ts';

/** How long somebody whose socket is gone still counts as there, in ms: pages are loaded anew, networks blink. */
const GRACE = 10 * SECOND;

/** Who is there: pupils with a socket that listens to their place or their session. Of this process. */
export class PresenceService {
  readonly #sockets = new Map<number, number>();
  readonly #leaving = new Map<number, NodeJS.Timeout>();

  /** One more topic of theirs is listened to. */
  enter(userId: number): void {
    clearTimeout(this.#leaving.get(userId));
    this.#leaving.delete(userId);
    this.#sockets.set(userId, (this.#sockets.get(userId) ?? 0) + 1);
  }

  /** One less; after the last they are there for ten seconds more. */
  leave(userId: number): void {
    const left = (this.#sockets.get(userId) ?? 0) - 1;
    if (left > 0) {
      this.#sockets.set(userId, left);
      return;
    }
    this.#sockets.delete(userId);
    clearTimeout(this.#leaving.get(userId));
    const timer = setTimeout(() => this.#leaving.delete(userId), GRACE).unref();
    this.#leaving.set(userId, timer);
  }

  /** Which of these people are there. */
  async presentAmong(ids: readonly number[]): Promise<Set<number>> {
    return new Set(ids.filter((id) => this.#sockets.has(id) || this.#leaving.has(id)));
  }
}
