import { type Clock, SECOND } from '../../shared/instant.ts';
import { ModelError } from './language-model.ts';

export interface ModelTimeouts {
  /** From sending a request to the headers of the answer, for each try, ms. Some servers hold them back until the first token. */
  connectMs: number;
  /** From the call to the first sign of a reply, over all tries and waits, ms: no pupil waits longer for the first word. */
  firstTokenMs: number;
  /** For the whole call, ms. */
  totalMs: number;
  /** Longest silence in the middle of a reply, ms; as long as `firstTokenMs` when left out. */
  idleMs?: number;
}

export const DEFAULT_TIMEOUTS: ModelTimeouts = {
  connectMs: 10 * SECOND,
  firstTokenMs: 30 * SECOND,
  totalMs: 120 * SECOND,
  idleMs: 15 * SECOND,
};

/** A reply that said why it stops is complete; the count of tokens that may follow is not worth a longer wait, ms. */
const CLOSING_MS = 2 * SECOND;

type Stage = 'connect' | 'first token' | 'reply' | 'closing';
type Expiry = 'connect' | 'first token' | 'idle' | 'total' | 'closing';

/**
 * Watches one call from its start to its end over all its tries: cuts the request that is under way when a deadline passes,
 * and says which one it was. One timer, moved only when it rings: a token costs one reading of the clock.
 */
export class Watchdog {
  readonly #timeouts: ModelTimeouts;
  /** Monotonic, so that a change of the wall clock ends nothing. */
  readonly #timer: Clock;
  readonly #startedAt: number;
  #stage: Stage = 'connect';
  #stageAt: number;
  #cut: () => void = () => {};
  #expired: Expiry | undefined;
  #handle: NodeJS.Timeout | undefined;

  constructor(timeouts: ModelTimeouts, timer: Clock) {
    this.#timeouts = timeouts;
    this.#timer = timer;
    this.#startedAt = timer.now();
    this.#stageAt = this.#startedAt;
  }

  /** A request goes out; `cut` is called when it takes too long. */
  connecting(cut: () => void): void {
    this.#cut = cut;
    this.#enter('connect');
  }

  /** The headers of the answer are there. */
  connected(): void {
    this.#enter('first token');
  }

  /** The model wrote something. */
  heard(): void {
    if (this.#stage === 'connect' || this.#stage === 'first token') this.#enter('reply');
    else this.#stageAt = this.#timer.now();
  }

  /** The reply said why it stops. */
  closing(): void {
    if (this.#stage !== 'closing') this.#enter('closing');
  }

  /** Ends the watch over a request; the call goes on. */
  rest(): void {
    clearTimeout(this.#handle);
    this.#handle = undefined;
    this.#cut = () => {};
  }

  /** Time left, in ms, until the first token is due. */
  leftMs(): number {
    const { firstTokenMs, totalMs } = this.#timeouts;
    return this.#startedAt + Math.min(firstTokenMs, totalMs) - this.#timer.now();
  }

  /** The deadline that passed, as an error; undefined when none did, or none that matters to the reply. */
  expiry(): ModelError | undefined {
    const { connectMs, firstTokenMs, totalMs } = this.#timeouts;
    switch (this.#expired) {
      case 'connect':
        return new ModelError('timeout', `The model did not answer within ${connectMs} ms.`);
      case 'first token':
        return new ModelError('timeout', `The model did not begin to reply within ${firstTokenMs} ms.`);
      case 'idle':
        return new ModelError('timeout', `The model fell silent for ${this.#idleMs} ms in the middle of a reply.`);
      case 'total':
        return new ModelError('timeout', `The model did not finish its reply within ${totalMs} ms.`);
      default:
        return undefined;
    }
  }

  get #idleMs(): number {
    return this.#timeouts.idleMs ?? this.#timeouts.firstTokenMs;
  }

  #enter(stage: Stage): void {
    this.#stage = stage;
    this.#stageAt = this.#timer.now();
    this.#expired = undefined;
    this.#set();
  }

  #set(): void {
    clearTimeout(this.#handle);
    const { at } = this.#deadline();
    this.#handle = setTimeout(() => this.#ring(), Math.max(1, at - this.#timer.now()));
  }

  #ring(): void {
    const { at, why } = this.#deadline();
    // A timer may ring early by a fraction, and what was heard in the meantime moved the deadline.
    if (this.#timer.now() < at) {
      this.#set();
      return;
    }
    this.#expired = why;
    this.#cut();
  }

  /** The nearest deadline in this stage. */
  #deadline(): { at: number; why: Expiry } {
    const { connectMs, firstTokenMs, totalMs } = this.#timeouts;
    const deadlines: { at: number; why: Expiry }[] = [{ at: this.#startedAt + totalMs, why: 'total' }];
    const begins = { at: this.#startedAt + firstTokenMs, why: 'first token' } as const;
    if (this.#stage === 'connect') deadlines.push(begins, { at: this.#stageAt + connectMs, why: 'connect' });
    if (this.#stage === 'first token') deadlines.push(begins);
    if (this.#stage === 'reply') deadlines.push({ at: this.#stageAt + this.#idleMs, why: 'idle' });
    if (this.#stage === 'closing') deadlines.push({ at: this.#stageAt + CLOSING_MS, why: 'closing' });
    return deadlines.reduce((nearest, deadline) => (deadline.at < nearest.at ? deadline : nearest));
  }
}
