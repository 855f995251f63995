import { SECOND } from '../../shared/instant.ts';
import { ModelError } from './language-model.ts';

/** An event longer than this is a stream gone wrong, characters. */
const EVENT_LIMIT = 1_000_000;
/** How long the end of an answer is awaited after its last event, so that its connection can carry the next call, ms. */
const DRAIN_MS = SECOND;

export interface StreamEvent {
  /** Name of the event; `message` where the server gave none. */
  name: string;
  data: string;
}

/**
 * Reads the server-sent events of an answer one by one (HTML Standard, "Interpreting an event stream"; lines end in LF or CRLF,
 * as every server at hand writes them). Several events of one packet cost one wait: a third of the CPU of a streamed token was
 * spent in the layers of the SDK's own reader.
 */
export class EventStream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  readonly #events: StreamEvent[] = [];
  #rest = '';
  #name = '';
  #data: string[] = [];
  #ended = false;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  /**
   * The next event, or undefined after the last one.
   * @throws ModelError 'malformed' for an event without end; whatever reading the connection throws, its abort too
   */
  async next(): Promise<StreamEvent | undefined> {
    while (this.#events.length === 0 && !this.#ended) {
      const { done, value } = await this.#reader.read();
      this.#ended = done;
      if (done) this.#take(`${this.#decoder.decode()}\n\n`);
      else this.#take(this.#decoder.decode(value, { stream: true }));
    }
    return this.#events.shift();
  }

  /** After the last event that matters: lets the answer end, so that its connection can be used again, or cuts it soon. */
  async drain(cut: () => void): Promise<void> {
    const timer = setTimeout(cut, DRAIN_MS);
    try {
      while (!this.#ended) this.#ended = (await this.#reader.read()).done;
    } catch {
      // It broke after everything was said: nothing is lost but the connection.
    } finally {
      clearTimeout(timer);
    }
  }

  #take(text: string): void {
    let from = 0;
    this.#rest += text;
    for (let at = this.#rest.indexOf('\n'); at >= 0; at = this.#rest.indexOf('\n', from)) {
      this.#line(this.#rest.slice(from, this.#rest[at - 1] === '\r' && at > from ? at - 1 : at));
      from = at + 1;
    }
    this.#rest = this.#rest.slice(from);
    if (this.#rest.length > EVENT_LIMIT)
      throw new ModelError('malformed', 'The model sent an event that does not end.');
  }

  #line(line: string): void {
    if (line === '') {
      if (this.#data.length > 0) this.#events.push({ name: this.#name || 'message', data: this.#data.join('\n') });
      this.#data = [];
      this.#name = '';
    } else if (line.startsWith('data:')) {
      this.#data.push(line.slice(line[5] === ' ' ? 6 : 5));
    } else if (line.startsWith('event:')) {
      this.#name = line.slice(6).trim();
    }
  }
}
