import type { LiveMessage, Parts, Topic } from '../../../shared/live.ts';
import { LiveLine, type Socket } from './live-line.ts';

/** Whether what is shown is what the server has, within moments. */
export type LiveState = 'connected' | 'reconnecting';

/** What a page wishes to be shown. */
export interface Wish {
  topic: Topic;
  id?: number;
  /** All parts, each time that some of them have changed. They are not to be written to. */
  show: (parts: Parts) => void;
  /** It may not be seen, or not any more; nothing is shown from now on. */
  refused?: (error: { code: string; message: string }) => void;
  /** Where the same is asked for while no socket comes about, and how its answer is read. */
  instead?: { url: string; read: (answer: unknown) => Parts };
}

export interface LiveOptions {
  onState?: (state: LiveState) => void;
  open?: () => Socket;
  random?: () => number;
  /** Asks for JSON; the status of a refusal is thrown as a number. */
  ask?: (url: string) => Promise<unknown>;
}

interface Watched {
  wish: Wish;
  parts: Parts;
  /** The event that was seen last. */
  last: string | undefined;
}

/** Pages without a socket ask so often, in ms. */
const ASK_EVERY = 5000;
/** After so many tries without a socket the pages are asked instead. */
const TRIES = 2;
/** When what could not be opened just now is asked for again, in ms. */
const AGAIN_AFTER = 3000;

/**
 * What a page shows live. Watches topics over one socket, comes back by itself when that is lost, and goes on from the event that was seen
 * last; where sockets do not get through, it asks for the same every five seconds.
 */
export class LiveStore {
  readonly #options: LiveOptions;
  readonly #line: LiveLine;
  readonly #watched = new Map<string, Watched>();
  readonly #leave = new AbortController();
  #up = false;
  #state: LiveState | undefined;
  #asking: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions = {}) {
    this.#options = options;
    this.#line = new LiveLine({
      open: options.open ?? openSocket,
      random: options.random ?? Math.random,
      onMessage: (message) => this.#take(message),
      onUp: () => this.#begin(),
      onDown: () => this.#waitForLine(),
    });
    const hurry = () => this.#watched.size > 0 && this.#line.open();
    // A laptop that was opened again does not wait for the next try.
    globalThis.addEventListener?.('online', hurry, { signal: this.#leave.signal });
    globalThis.addEventListener?.('pageshow', hurry, { signal: this.#leave.signal });
  }

  /** Shows a topic from now on; answers with what ends that. */
  watch(wish: Wish): () => void {
    const key = keyOf(wish);
    const watched: Watched = { wish, parts: {}, last: undefined };
    this.#watched.set(key, watched);
    this.#line.open();
    this.#wishFor(watched);
    return () => {
      if (this.#watched.get(key) !== watched) return;
      this.#watched.delete(key);
      this.#line.say({ type: 'leave', ...nameOf(wish) });
    };
  }

  close(): void {
    this.#leave.abort();
    this.#watched.clear();
    clearTimeout(this.#asking);
    this.#line.close();
  }

  #wishFor({ wish, last }: Watched): void {
    this.#line.say({ type: 'watch', ...nameOf(wish), ...(last === undefined ? {} : { last }) });
  }

  #begin(): void {
    this.#up = true;
    clearTimeout(this.#asking);
    this.#asking = undefined;
    for (const watched of this.#watched.values()) this.#wishFor(watched);
    this.#tell('connected');
  }

  #waitForLine(): void {
    this.#up = false;
    // Pages that are asked for instead go on as they are.
    if (this.#asking !== undefined) return;
    this.#asking = setTimeout(() => void this.#askInstead(), ASK_EVERY);
    this.#tell('reconnecting');
  }

  #take(message: LiveMessage): void {
    if (message.type !== 'event' && message.type !== 'error') return;
    const { topic, id } = message;
    const watched = topic && this.#watched.get(keyOf({ topic, ...(id === undefined ? {} : { id }) }));
    if (!watched) return;
    if (message.type === 'error') this.#refuse(watched, message);
    else {
      watched.last = message.event;
      this.#show(watched, message.kind === 'snapshot' ? message.parts : changed(watched.parts, message));
    }
  }

  #refuse(watched: Watched, { code, message }: { code: string; message: string }): void {
    const key = keyOf(watched.wish);
    if (code === 'unavailable' || code === 'too-many') {
      setTimeout(() => this.#watched.get(key) === watched && this.#wishFor(watched), AGAIN_AFTER);
      return;
    }
    this.#watched.delete(key);
    watched.wish.refused?.({ code, message });
  }

  #show(watched: Watched, parts: Parts): void {
    watched.parts = parts;
    watched.wish.show(parts);
  }

  /** No socket: asks for what can be asked for, and goes on so until there is one. */
  async #askInstead(): Promise<void> {
    if (this.#line.failures >= TRIES) {
      const fresh = await Promise.all([...this.#watched.values()].map((watched) => this.#askFor(watched)));
      if (this.#up || this.#leave.signal.aborted) return;
      this.#tell(fresh.every(Boolean) ? 'connected' : 'reconnecting');
    }
    this.#asking = setTimeout(() => void this.#askInstead(), ASK_EVERY);
  }

  /** Whether it is shown as it is now. */
  async #askFor(watched: Watched): Promise<boolean> {
    const { instead } = watched.wish;
    if (!instead) return false;
    try {
      const parts = instead.read(await (this.#options.ask ?? askForJson)(instead.url));
      if (this.#up || this.#watched.get(keyOf(watched.wish)) !== watched) return false;
      watched.last = undefined;
      this.#show(watched, parts);
      return true;
    } catch (error) {
      if (error === 403 || error === 404) this.#refuse(watched, { code: 'not-found', message: '' });
      return false;
    }
  }

  #tell(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState?.(state);
  }
}

const keyOf = ({ topic, id = 0 }: { topic: Topic; id?: number }): string => `${topic} ${id}`;

function nameOf({ topic, id }: Wish): { topic: Topic; id?: number } {
  return id === undefined ? { topic } : { topic, id };
}

function changed(parts: Parts, { set, gone }: { set: Parts; gone: string[] }): Parts {
  const next = { ...parts, ...set };
  for (const key of gone) delete next[key];
  return next;
}

function openSocket(): Socket {
  return new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`);
}

async function askForJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw answer.status;
  return answer.json();
}
