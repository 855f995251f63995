import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { Gate } from './gate.ts';
import type { LiveSignal } from './live-signals.service.ts';
import type { TopicReader } from './topic-reader.ts';
import { type TopicPlace, TopicState } from './topic-state.ts';

/** Somebody who is shown a topic. */
export interface Watcher {
  readonly actor: Actor;
  send(message: string): void;
  /** They may not see it any more. */
  refuse(error: AppError): void;
}

export interface ChannelDeps {
  place: TopicPlace;
  reader: TopicReader;
  /** Shared by all channels, so that a thousand who come back together do not ask the database all at once. */
  gate: Gate;
  log: (details: object, message: string) => void;
  /** Called when nobody has listened for a while. */
  forget: () => void;
}

/** Two readings of the same are at least so far apart, in ms. */
export const PACE = 150;
/** Waiting after a failure, in ms: doubled each time up to the longest. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
/** How long what was shown is kept when nobody listens, in ms: whoever comes back meanwhile is sent the changes alone. */
const KEPT_FOR = 60_000;

/** Why somebody may not see something; undefined where it could not be found out. */
export function refusalOf(error: unknown): AppError | undefined {
  const refused = error instanceof AppError && (error.kind === 'forbidden' || error.kind === 'not-found');
  return refused ? error : undefined;
}

/** One topic as one audience sees it: read anew when something changed, and delivered to each who has not seen it. */
export class LiveChannel {
  readonly #deps: ChannelDeps;
  readonly #state: TopicState;
  /** What each has seen; null for nothing yet. */
  readonly #watchers = new Map<Watcher, number | null>();
  #stale = true;
  #atWork = false;
  #failures = 0;
  #rest: NodeJS.Timeout | undefined;
  #clockwork: NodeJS.Timeout | undefined;
  #farewell: NodeJS.Timeout | undefined;

  constructor(deps: ChannelDeps) {
    this.#deps = deps;
    this.#state = new TopicState(deps.place);
  }

  /** Shows it to somebody from now on, from the event on that they name. */
  join(watcher: Watcher, last: string | undefined): void {
    clearTimeout(this.#farewell);
    if (this.#watchers.size === 0) {
      // Nobody has looked meanwhile.
      this.#stale = true;
      const { every } = this.#deps.reader;
      if (every !== undefined) this.#clockwork = setInterval(() => this.refresh(), every).unref();
    }
    this.#watchers.set(watcher, this.#state.positionOf(last));
    this.#goOn();
  }

  leave(watcher: Watcher): void {
    if (!this.#watchers.delete(watcher) || this.#watchers.size > 0) return;
    clearInterval(this.#clockwork);
    this.#farewell = setTimeout(this.#deps.forget, KEPT_FOR).unref();
  }

  hear(signal: LiveSignal): void {
    const [first] = this.#watchers.keys();
    if (!first) return;
    const shown = { actor: first.actor, part: (key: string) => this.#state.part(key) };
    if (this.#deps.reader.concerns(signal, this.#deps.place.id, shown)) this.refresh();
  }

  refresh(): void {
    this.#stale = true;
    this.#goOn();
  }

  close(): void {
    this.#watchers.clear();
    for (const timer of [this.#rest, this.#clockwork, this.#farewell]) clearTimeout(timer);
  }

  #goOn(): void {
    if (this.#atWork || this.#rest !== undefined || this.#watchers.size === 0) return;
    if (this.#stale || this.#behind().length > 0) void this.#work();
  }

  async #work(): Promise<void> {
    this.#atWork = true;
    this.#restFor(PACE);
    try {
      if (this.#stale) await this.#read();
      await this.#deliver();
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      this.#restFor(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#failures - 1)));
      const { topic, id } = this.#deps.place;
      this.#deps.log({ err: error, topic, id, failures: this.#failures }, 'a live topic could not be shown');
    }
    this.#atWork = false;
    this.#goOn();
  }

  #restFor(milliseconds: number): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.#goOn();
    }, milliseconds).unref();
  }

  async #read(): Promise<void> {
    const { reader, gate, place } = this.#deps;
    const [first] = this.#watchers.keys();
    if (!first) return;
    this.#stale = false;
    try {
      this.#state.take(await gate.run(() => reader.read(first.actor, place.id)));
    } catch (error) {
      this.#stale = true;
      await Promise.all([...this.#watchers.keys()].map((watcher) => this.#allows(watcher)));
      // Read for somebody who may not see it any more: the next one may.
      if (this.#watchers.has(first)) throw error;
    }
  }

  async #deliver(): Promise<void> {
    if (this.#stale && this.#state.count === 0) return;
    const messages = new Map<number | null, string>();
    const deliveries = this.#behind().map(async (watcher) => {
      if (!(await this.#allows(watcher))) return;
      const seen = this.#watchers.get(watcher) ?? null;
      const message = messages.get(seen) ?? this.#state.messageSince(seen);
      messages.set(seen, message);
      this.#watchers.set(watcher, this.#state.count);
      watcher.send(message);
    });
    const failed = (await Promise.allSettled(deliveries)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  /** Whether they are still there and may see it; whoever may not is sent away. */
  async #allows(watcher: Watcher): Promise<boolean> {
    const { reader, gate, place } = this.#deps;
    try {
      await gate.run(() => reader.allows(watcher.actor, place.id));
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      if (this.#watchers.has(watcher)) watcher.refuse(refusal);
      this.leave(watcher);
    }
    return this.#watchers.has(watcher);
  }

  #behind(): Watcher[] {
    const { count } = this.#state;
    return [...this.#watchers].filter(([, seen]) => seen !== count).map(([watcher]) => watcher);
  }
}
