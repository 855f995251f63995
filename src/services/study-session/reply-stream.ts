/** What a reader of a reply gets: text as it comes, then the end. The saved message tells the rest. */
export type ReplyEvent = { type: 'text-delta'; text: string } | { type: 'end' };

/** One reply that is being written; any number of readers follow it, each from its beginning. */
export class ReplyStream {
  readonly messageId: number;
  readonly sessionId: number;
  readonly #controller = new AbortController();
  readonly #events: ReplyEvent[] = [];
  #wake: (() => void)[] = [];
  #ended = false;

  constructor(messageId: number, sessionId: number) {
    this.messageId = messageId;
    this.sessionId = sessionId;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  abort(): void {
    this.#controller.abort();
  }

  push(text: string): void {
    this.#events.push({ type: 'text-delta', text });
    this.#rouse();
  }

  end(): void {
    this.#ended = true;
    this.#events.push({ type: 'end' });
    this.#rouse();
  }

  #rouse(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }

  /** All events from the first on, until the end. A reader that leaves changes nothing for the writer. */
  async *follow(): AsyncGenerator<ReplyEvent> {
    for (let index = 0; ; ) {
      const event = this.#events[index];
      if (event) {
        index += 1;
        yield event;
        if (event.type === 'end') return;
      } else if (this.#ended) {
        return;
      } else {
        await new Promise<void>((resolve) => this.#wake.push(resolve));
      }
    }
  }
}
