import type { WebSocket } from '@fastify/websocket';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { Services } from '../services.ts';
import { CLOSE, LiveSocket } from './live-socket.ts';

/** How many sockets one person may have open: a page is one. */
const MOST_OF_ONE = 10;

/** How long sockets may take to close when the server stops, in ms. */
const STOPS_WITHIN = 1000;

/** The open sockets of this process. */
export class LiveSockets {
  readonly #services: Pick<Services, 'live' | 'webSessions'>;
  readonly #open = new Set<LiveSocket>();
  readonly #ofPerson = new Map<number, number>();
  #stopping = false;
  #empty: (() => void) | undefined;

  constructor(services: Pick<Services, 'live' | 'webSessions'>) {
    this.#services = services;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Whether this person has as many as one may have. */
  isFullFor(userId: number): boolean {
    return (this.#ofPerson.get(userId) ?? 0) >= MOST_OF_ONE;
  }

  add(socket: WebSocket, actor: Actor, webSessionId: string): void {
    const { userId, role } = actor;
    const owner = { userId, role, webSessionId };
    const open = new LiveSocket(socket, owner, (send) => this.#services.live.connect(actor, send));
    this.#open.add(open);
    this.#ofPerson.set(userId, (this.#ofPerson.get(userId) ?? 0) + 1);
    socket.on('close', () => this.#remove(open));
    if (this.#stopping) open.close(CLOSE.restart, 'the server stops');
  }

  /** So much time has passed since the last time, in ms. */
  beat(milliseconds: number): void {
    for (const socket of this.#open) socket.beat(milliseconds);
  }

  /** Closes the sockets of those who are not logged in any more, or are somebody else by now; one query, however many there are. */
  async sweep(): Promise<void> {
    if (this.#open.size === 0) return;
    const asked = [...this.#open];
    const roles = await this.#services.webSessions.rolesOf(new Set(asked.map(({ owner }) => owner.webSessionId)));
    for (const socket of asked) {
      if (roles.get(socket.owner.webSessionId) !== socket.owner.role) socket.close(CLOSE.policy, 'the login has ended');
    }
  }

  /** Asks all to come back to whoever serves then; ready when they are gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#open.size === 0) return;
    const gone = new Promise<void>((resolve) => {
      this.#empty = resolve;
    });
    for (const socket of this.#open) socket.close(CLOSE.restart, 'the server stops');
    const late = setTimeout(() => this.#empty?.(), STOPS_WITHIN + 500);
    await gone;
    clearTimeout(late);
  }

  #remove(socket: LiveSocket): void {
    this.#open.delete(socket);
    const { userId } = socket.owner;
    const left = (this.#ofPerson.get(userId) ?? 0) - 1;
    if (left > 0) this.#ofPerson.set(userId, left);
    else this.#ofPerson.delete(userId);
    if (this.#open.size === 0) this.#empty?.();
  }
}
