import type { LiveMessage, LiveRequest } from '../../src/shared/live.ts';

/** The browser's end of a socket whose other end is the test. */
export class FakeSocket {
  readyState = 0;
  readonly sent: LiveRequest[] = [];
  closed = false;
  readonly #listeners: { type: string; hear: (event: { data: unknown }) => void }[] = [];

  addEventListener(type: string, hear: (event: { data: unknown }) => void): void {
    this.#listeners.push({ type, hear });
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data) as LiveRequest);
  }

  close(): void {
    this.closed = true;
    this.readyState = 3;
  }

  /** The server says this. */
  say(message: LiveMessage): void {
    this.readyState = 1;
    this.#tell('message', JSON.stringify(message));
  }

  hello(): void {
    this.say({ type: 'hello', heartbeatMs: 25_000 });
  }

  /** The connection is lost. */
  lose(): void {
    this.readyState = 3;
    this.#tell('close');
  }

  #tell(about: string, data?: string): void {
    for (const { type, hear } of this.#listeners) if (type === about) hear({ data });
  }
}
