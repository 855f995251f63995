import { WebSocket } from 'ws';
import type { LiveMessage, Parts, Topic } from '../../src/shared/live.ts';
import { until } from './until.ts';

type Event = Extract<LiveMessage, { type: 'event' }>;
type LiveError = Extract<LiveMessage, { type: 'error' }>;

export interface TestSocketOptions {
  headers?: Record<string, string>;
  autoPong?: boolean;
  path?: string;
}

/** A socket on `/live` as a browser with this cookie opens it, and all that it was sent. */
export class TestSocket {
  readonly messages: LiveMessage[] = [];
  /** Why it was closed, once it is. */
  closed: { code: number; reason: string } | undefined;
  /** The status of the answer, where the upgrade was refused. */
  refused: number | undefined;
  readonly socket: WebSocket;

  constructor(address: string, cookie: string | null, options: TestSocketOptions = {}) {
    const { headers = {}, autoPong = true, path = '/live' } = options;
    const origin = address;
    const own = { origin, 'sec-fetch-site': 'same-origin', ...(cookie === null ? {} : { cookie }), ...headers };
    this.socket = new WebSocket(`${address.replace('http', 'ws')}${path}`, { headers: own, autoPong });
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data)) as LiveMessage));
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
    });
    this.socket.on('unexpected-response', (_request, response) => {
      this.refused = response.statusCode ?? 0;
      response.resume();
      this.socket.terminate();
    });
    this.socket.on('error', () => {});
  }

  /** Waits until it is open, or refused. */
  async settled(): Promise<this> {
    await until(() => this.messages.length > 0 || this.refused !== undefined || this.closed !== undefined);
    return this;
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  watch(topic: Topic, id?: number, last?: string): void {
    this.say({ type: 'watch', topic, ...(id === undefined ? {} : { id }), ...(last === undefined ? {} : { last }) });
  }

  events(): Event[] {
    return this.messages.filter((message) => message.type === 'event');
  }

  errors(): LiveError[] {
    return this.messages.filter((message) => message.type === 'error');
  }

  /** What a page that applies every event shows by now. */
  parts(): Parts {
    let shown: Parts = {};
    for (const event of this.events()) {
      shown = event.kind === 'snapshot' ? event.parts : { ...shown, ...event.set };
      if (event.kind === 'change') for (const key of event.gone) delete shown[key];
    }
    return shown;
  }
}
