/** Something that is shown live has changed: whoever shows it reads it anew. It says where, never what. */
export interface LiveSignal {
  /** Of a lesson. */
  lessonId?: number;
  /** When the lesson itself begins, ends or is planned anew. */
  classId?: number;
  /** The sessions that changed; absent: the lesson as a whole. */
  sessionIds?: readonly number[];
  /** Pupils whose own pages are concerned. */
  studentIds?: readonly number[];
  /** People who are told something. */
  userIds?: readonly number[];
  /** The school whose alerts changed. */
  alertsOf?: number;
}

type Listener = (signal: LiveSignal) => void;

/** Where services say that something changed, and those who show it listen. Of this process; a relay carries it to others. */
export class LiveSignals {
  readonly #listeners = new Set<Listener>();
  #relay: Listener | undefined;

  /** Something changed here. Call it after the commit. */
  publish(signal: LiveSignal): void {
    this.deliver(signal);
    this.#relay?.(signal);
  }

  /** Something changed, here or in another process. */
  deliver(signal: LiveSignal): void {
    for (const listener of this.#listeners) listener(signal);
  }

  /** Answers with what ends the listening. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hands on what changes here, to other processes. */
  relayTo(relay: Listener): void {
    this.#relay = relay;
  }
}
