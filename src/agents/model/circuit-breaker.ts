import { type Clock, MINUTE, SECOND } from '../../shared/instant.ts';

export interface CircuitSettings {
  /** Failures within the window that open the circuit. */
  failures: number;
  /** ms */
  windowMs: number;
  /**
   * Share of the calls in the window, 0 … 1, that must have failed besides: with a thousand pupils five lost calls in thirty
   * seconds are half a percent, and no reason to take the model from everybody.
   */
  share: number;
  /** Pause before the first trial, ms; doubles with each trial that fails. */
  pauseMs: number;
  maxPauseMs: number;
}

export const DEFAULT_CIRCUIT: CircuitSettings = {
  failures: 5,
  windowMs: 30 * SECOND,
  share: 0.1,
  pauseMs: 15 * SECOND,
  maxPauseMs: 120 * SECOND,
};

/** The circuit as data. `open` until a moment, then `half open`: one call at a time may try whether the provider is back. */
export type Circuit =
  | { state: 'closed'; calls: readonly { at: number; failed: boolean }[] }
  | { state: 'open'; until: number; pauseMs: number }
  | { state: 'half open'; until: number; pauseMs: number };

/** Longer than any call may take: a trial that has not ended by then never will. */
const TRIAL_MS = 10 * MINUTE;

export const CLOSED: Circuit = { state: 'closed', calls: [] };

/** May a call go out at this moment? While half open the call that is let through is the trial, and the next ones wait for it. */
export function admit(circuit: Circuit, now: number): { admitted: boolean; circuit: Circuit } {
  switch (circuit.state) {
    case 'closed':
      return { admitted: true, circuit };
    case 'open':
    // A trial whose end nobody ever reports must not lock the door for good: the next one may go after another pause.
    case 'half open':
      if (now < circuit.until) return { admitted: false, circuit };
      return { admitted: true, circuit: { state: 'half open', until: now + TRIAL_MS, pauseMs: circuit.pauseMs } };
  }
}

/** What a call that ended at this moment makes of the circuit it was let through. */
export function record(circuit: Circuit, failed: boolean, now: number, settings: CircuitSettings): Circuit {
  switch (circuit.state) {
    case 'open':
      return circuit;
    case 'half open': {
      if (!failed) return CLOSED;
      const pauseMs = Math.min(circuit.pauseMs * 2, settings.maxPauseMs);
      return { state: 'open', until: now + pauseMs, pauseMs };
    }
    case 'closed': {
      const calls = [...circuit.calls.filter(({ at }) => at > now - settings.windowMs), { at: now, failed }];
      const failures = calls.reduce((count, call) => count + (call.failed ? 1 : 0), 0);
      if (!failed || failures < settings.failures || failures < settings.share * calls.length)
        return { state: 'closed', calls };
      return { state: 'open', until: now + settings.pauseMs, pauseMs: settings.pauseMs };
    }
  }
}

/** A trial that ended without saying anything about the provider (the reader left) is tried again by the next call. */
function release(circuit: Circuit, now: number): Circuit {
  return circuit.state === 'half open' ? { state: 'open', until: now, pauseMs: circuit.pauseMs } : circuit;
}

/** The right to make one call; the first of the three that is said counts. */
export interface Permit {
  succeeded(): void;
  failed(): void;
  /** Ended without saying anything about the provider. */
  released(): void;
}

/** Keeps calls away from a provider that is down. One for each provider and process. */
export class CircuitBreaker {
  #circuit: Circuit = CLOSED;
  /** Counts the openings and closings: a call that was let through before the last one has nothing to say any more. */
  #era = 0;
  readonly #clock: Clock;
  readonly #settings: CircuitSettings;
  readonly #onChange: (from: Circuit['state'], to: Circuit['state']) => void;

  /** @param clock monotonic, such as `performance`: a change of the wall clock must not keep the circuit open for hours */
  constructor(
    clock: Clock = performance,
    settings: CircuitSettings = DEFAULT_CIRCUIT,
    onChange: (from: Circuit['state'], to: Circuit['state']) => void = () => {},
  ) {
    this.#clock = clock;
    this.#settings = settings;
    this.#onChange = onChange;
  }

  get state(): Circuit['state'] {
    return this.#circuit.state;
  }

  /** How long the circuit stays open for sure, in ms; 0 when it is not open. */
  get pauseLeftMs(): number {
    return this.#circuit.state === 'open' ? Math.max(0, this.#circuit.until - this.#clock.now()) : 0;
  }

  /** No call would be let through now. */
  get keepsOut(): boolean {
    return !admit(this.#circuit, this.#clock.now()).admitted;
  }

  /** Lets a call through, or answers undefined: then it must not be made. */
  enter(): Permit | undefined {
    const { admitted, circuit } = admit(this.#circuit, this.#clock.now());
    this.#become(circuit);
    if (!admitted) return undefined;
    const era = this.#era;
    let settled = false;
    const settle = (next: () => Circuit) => {
      if (settled) return;
      settled = true;
      if (era === this.#era) this.#become(next());
    };
    return {
      succeeded: () => settle(() => record(this.#circuit, false, this.#clock.now(), this.#settings)),
      failed: () => settle(() => record(this.#circuit, true, this.#clock.now(), this.#settings)),
      released: () => settle(() => release(this.#circuit, this.#clock.now())),
    };
  }

  #become(circuit: Circuit): void {
    const from = this.#circuit.state;
    this.#circuit = circuit;
    if (from === circuit.state) return;
    this.#era++;
    this.#onChange(from, circuit.state);
  }
}
