import { SECOND } from '../../shared/instant.ts';

/** How long somebody whose socket is gone still counts as there, in ms: pages are loaded anew, networks blink. */
const GRACE = 10 * SECOND;
/** How long what another process has said counts, in ms: it may have died. */
const HEARD_FOR = 30 * SECOND;
/** Comings and goings within this time are told together, in ms: a school comes in at eight. */
const TOLD_AFTER = 250;

interface Heard {
  ids: ReadonlySet<number>;
  forget: NodeJS.Timeout;
}

/** Who is there: pupils with a socket that listens to their place or their session, in this process or another. */
export class PresenceService {
  readonly #sockets = new Map<number, number>();
  readonly #leaving = new Map<number, NodeJS.Timeout>();
  /** By the name of the process. */
  readonly #elsewhere = new Map<string, Heard>();
  #listener: (() => void) | undefined;
  #telling: NodeJS.Timeout | undefined;

  /** One more topic of theirs is listened to. */
  enter(userId: number): void {
    const before = this.#isHere(userId);
    clearTimeout(this.#leaving.get(userId));
    this.#leaving.delete(userId);
    this.#sockets.set(userId, (this.#sockets.get(userId) ?? 0) + 1);
    if (!before) this.#changed();
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
    const gone = () => {
      this.#leaving.delete(userId);
      this.#changed();
    };
    this.#leaving.set(userId, setTimeout(gone, GRACE).unref());
  }

  /** Which of these people are there. */
  async presentAmong(ids: readonly number[]): Promise<Set<number>> {
    const elsewhere = [...this.#elsewhere.values()];
    return new Set(ids.filter((id) => this.#isHere(id) || elsewhere.some((heard) => heard.ids.has(id))));
  }

  /** All who are there in this process. */
  own(): number[] {
    return [...this.#sockets.keys(), ...this.#leaving.keys()];
  }

  /** Calls the one listener when somebody comes to this process or goes. */
  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  /** Another process says who is there. */
  hear(from: string, ids: readonly number[]): void {
    clearTimeout(this.#elsewhere.get(from)?.forget);
    const forget = setTimeout(() => this.#elsewhere.delete(from), HEARD_FOR).unref();
    this.#elsewhere.set(from, { ids: new Set(ids), forget });
  }

  /** Another process stops: who was there will be here in a moment, or is gone. */
  lose(from: string): void {
    const heard = this.#elsewhere.get(from);
    if (!heard) return;
    clearTimeout(heard.forget);
    heard.forget = setTimeout(() => this.#elsewhere.delete(from), GRACE).unref();
  }

  #isHere(userId: number): boolean {
    return this.#sockets.has(userId) || this.#leaving.has(userId);
  }

  #changed(): void {
    if (!this.#listener || this.#telling !== undefined) return;
    this.#telling = setTimeout(() => {
      this.#telling = undefined;
      this.#listener?.();
    }, TOLD_AFTER).unref();
  }
}
