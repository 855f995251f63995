import type { LiveMessage, LiveRequest } from '../../../shared/live.ts';

/** As much of a browser's WebSocket as is needed. */
export interface Socket {
  readonly readyState: number;
  send(data: string): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
}

export interface LineDeps {
  open: () => Socket;
  /** The line is up: the server knows nothing of what was said on an earlier one. */
  onUp: () => void;
  /** It is not, or a try has failed; the next one comes by itself. */
  onDown: () => void;
  onMessage: (message: LiveMessage) => void;
  random: () => number;
}

const OPEN = 1;
/** Waiting between two tries, in ms: at least the first, at most the second, and at random, so that a school does not come back at once. */
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 8000;
/** The most that is waited after the first failure, in ms; doubled with each other. */
const FIRST_WAIT = 2000;
/** How long the server may take to say hello, or to answer when it is asked whether it is there, in ms. */
const ANSWERS_WITHIN = 10_000;

/** The connection to the server: opened again and again, after pauses that grow, and given up where nothing is heard. */
export class LiveLine {
  readonly #deps: LineDeps;
  #socket: Socket | null = null;
  #up = false;
  #failures = 0;
  #heartbeat = ANSWERS_WITHIN;
  /** Until the next try, or until the silence has lasted too long. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: LineDeps) {
    this.#deps = deps;
  }

  /** How many tries in a row have led to nothing. */
  get failures(): number {
    return this.#failures;
  }

  /** Opens it, now, unless it is open. */
  open(): void {
    if (this.#socket) return;
    clearTimeout(this.#timer);
    try {
      this.#socket = this.#deps.open();
    } catch {
      this.#lost();
      return;
    }
    const socket = this.#socket;
    // One that was given up may still have something to say.
    const current = () => this.#socket === socket;
    socket.addEventListener('message', ({ data }) => current() && this.#hear(String(data)));
    socket.addEventListener('close', () => current() && this.#lost());
    this.#listen(ANSWERS_WITHIN, () => this.#lost());
  }

  /** Says it where the line is up. */
  say(request: LiveRequest): void {
    if (this.#up && this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(request));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#letGo();
  }

  #hear(text: string): void {
    const message = JSON.parse(text) as LiveMessage;
    if (message.type === 'hello') {
      this.#heartbeat = message.heartbeatMs;
      this.#failures = 0;
      this.#up = true;
      this.#deps.onUp();
    }
    this.#listen(this.#heartbeat, () => this.#ask());
    this.#deps.onMessage(message);
  }

  /** Nothing was heard for a while. */
  #ask(): void {
    this.say({ type: 'ping' });
    this.#listen(ANSWERS_WITHIN, () => this.#lost());
  }

  #listen(milliseconds: number, otherwise: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(otherwise, milliseconds);
  }

  #lost(): void {
    this.#letGo();
    const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures);
    this.#failures += 1;
    this.#listen(SHORTEST_WAIT + this.#deps.random() * (most - SHORTEST_WAIT), () => this.open());
    this.#deps.onDown();
  }

  #letGo(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#up = false;
    socket?.close();
  }
}
