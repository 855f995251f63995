import type { Readable, Writable } from 'node:stream';

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

interface Answer {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  sessionId?: string;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** Told of what happens in the browser by itself. */
type OnEvent = (method: string, params: Record<string, unknown>, sessionId: string | undefined) => void;

/** Longer than any page of ours as PDF in base64; what grows past it is no answer. */
const LONGEST_ANSWER = 200 * 1024 * 1024;

/** Chromium's DevTools protocol over a pair of pipes: JSON texts, each ended by a zero. Nobody else on the machine can speak on them. */
export class DevtoolsPipe {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEvent: OnEvent;
  #next = 1;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(out: Writable, into: Readable, onEvent: OnEvent) {
    this.#out = out;
    this.#onEvent = onEvent;
    into.on('data', (chunk: Buffer) => this.#take(chunk));
    for (const stream of [out, into]) stream.on('error', (error) => this.close(error));
    into.on('close', () => this.close(new Error('Chromium is gone.')));
  }

  /** Sends a command and waits for its answer. Throws what Chromium says is wrong with it, or that Chromium is gone. */
  async send(
    method: string,
    params: Record<string, unknown> = {},
    sessionId?: string,
  ): Promise<Record<string, unknown>> {
    const id = this.#next;
    this.#next += 1;
    const answered = new Promise<Record<string, unknown>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    return answered;
  }

  /** Whoever still waits for an answer is told that there will be none. */
  close(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #take(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      this.#parts.push(chunk.subarray(start, end));
      this.#hear(JSON.parse(Buffer.concat(this.#parts).toString()));
      this.#parts = [];
      this.#length = 0;
      start = end + 1;
    }
    if (start < chunk.length) this.#parts.push(chunk.subarray(start));
    this.#length += chunk.length - start;
    if (this.#length > LONGEST_ANSWER) this.close(new Error('Chromium said too much.'));
  }

  #hear({ id, method, params = {}, sessionId, result = {}, error }: Answer): void {
    if (id === undefined) {
      if (method !== undefined) this.#onEvent(method, params, sessionId);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
