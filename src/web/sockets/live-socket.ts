import type { WebSocket } from '@fastify/websocket';
import type { Role } from '../../domain/access/permission-matrix.ts';
import type { LiveHub } from '../../services/live/live-hub.service.ts';
import { SECOND } from '../../shared/instant.ts';
import { type LiveMessage, type LiveRequest, liveRequest } from '../../shared/live.ts';
import { Allowance } from './allowance.ts';

/** Why the server ends a socket. A frame over 64 KiB ends it with 1009 before it gets here. */
export const CLOSE = {
  /** What was sent again and again is no message of ours. */
  unreadable: 1003,
  /** The login has ended, or more was asked for than anybody needs. */
  policy: 1008,
  /** The server stops; another one, or the same, will be there in a moment. */
  restart: 1012,
  /** It is not read as fast as things change: come back and go on. */
  slow: 1013,
} as const;

/** The server is heard of so often at least, in ms: by an answer to a ping where by nothing else. */
export const HEARTBEAT = 25 * SECOND;
/** How long a socket may be silent before it counts as dead, in ms. */
const DEAD_AFTER = 60 * SECOND;
/** How much may wait to be read by the other side, in bytes. */
const MOST_WAITING = 1024 * 1024;
/** How many messages that cannot be read, or are too many, are answered before the socket is closed. */
const FORGIVEN = 5;
/** How long the other side may take to close, in ms. */
const CLOSES_WITHIN = SECOND;

/** Whom a socket belongs to, by the session that its upgrade came with. */
export interface SocketOwner {
  userId: number;
  role: Role;
  webSessionId: string;
}

type Client = ReturnType<LiveHub['connect']>;

/** One browser on `/live`: reads what it asks for, and keeps it from asking too much. */
export class LiveSocket {
  readonly owner: SocketOwner;
  readonly #socket: WebSocket;
  readonly #client: Client;
  readonly #allowance = new Allowance();
  #silent = 0;
  #offences = 0;

  /** `connect` makes the listener behind the socket of what sends to it. */
  constructor(socket: WebSocket, owner: SocketOwner, connect: (send: (message: string) => void) => Client) {
    this.owner = owner;
    this.#socket = socket;
    this.#client = connect((message) => this.#send(message));
    socket.on('message', (data, binary) => this.#take(binary ? null : String(data)));
    socket.on('pong', () => this.#heard());
    socket.on('ping', () => socket.readyState === socket.OPEN && this.#spend());
    socket.on('close', () => this.#client.close());
    this.#say({ type: 'hello', heartbeatMs: HEARTBEAT });
  }

  /** So much time has passed: asks whether the other side is still there, or gives it up. */
  beat(milliseconds: number): void {
    const before = this.#silent;
    this.#silent += milliseconds;
    if (this.#silent >= DEAD_AFTER) this.#socket.terminate();
    else if (Math.floor(this.#silent / HEARTBEAT) > Math.floor(before / HEARTBEAT)) this.#socket.ping();
  }

  close(code: number, reason: string): void {
    this.#client.close();
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), CLOSES_WITHIN).unref();
  }

  #take(text: string | null): void {
    this.#heard();
    // What was on its way when it was closed.
    if (this.#socket.readyState !== this.#socket.OPEN || !this.#spend()) return;
    const request = text === null ? undefined : read(text);
    if (!request) {
      const message = 'That is no message that is understood here.';
      this.#offend({ type: 'error', code: 'bad-request', message }, CLOSE.unreadable);
    } else if (request.type === 'ping') this.#say({ type: 'pong' });
    else if (request.type === 'leave') this.#client.leave(request.topic, request.id);
    else void this.#watch(request);
  }

  async #watch({ topic, id, last }: Extract<LiveRequest, { type: 'watch' }>): Promise<void> {
    // What is wrong has been said already.
    if (!(await this.#client.watch(topic, id, last))) this.#offend(null, CLOSE.policy);
  }

  #heard(): void {
    this.#silent = 0;
  }

  #spend(): boolean {
    if (this.#allowance.take()) return true;
    const message = 'Too many messages. Please wait a moment.';
    this.#offend({ type: 'error', code: 'too-many', message }, CLOSE.policy);
    return false;
  }

  #offend(answer: LiveMessage | null, code: number): void {
    this.#offences += 1;
    if (answer) this.#say(answer);
    if (this.#offences > FORGIVEN) this.close(code, 'too many messages that were not taken');
  }

  #say(message: LiveMessage): void {
    this.#send(JSON.stringify(message));
  }

  #send(message: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MOST_WAITING) this.close(CLOSE.slow, 'read too slowly');
    else this.#socket.send(message);
  }
}

function read(text: string): LiveRequest | undefined {
  try {
    return liveRequest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
