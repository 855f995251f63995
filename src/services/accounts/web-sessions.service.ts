import { hash, randomBytes } from 'node:crypto';
import type { Visitor, WebSessionRepo } from '../../data/accounts/web-session.repo.ts';
import type { Role } from '../../domain/access/permission-matrix.ts';
import { type Clock, HOUR } from '../../shared/instant.ts';

export type { Visitor };

/** How long a browser stays logged in, in ms. */
export const WEB_SESSION_LIFETIME = 12 * HOUR;

const ID_BYTES = 32;

/** Hashes that are remembered: a browser sends the same id with every request. */
const REMEMBERED = 1000;

/** Logged-in browsers, kept on the server; the cookie holds an id that the database knows only as a hash. */
export class WebSessionsService {
  readonly #sessions: WebSessionRepo;
  readonly #clock: Clock;
  readonly #hashes = new Map<string, string>();

  constructor(sessions: WebSessionRepo, clock: Clock) {
    this.#sessions = sessions;
    this.#clock = clock;
  }

  /** Begins a session of somebody who has proved who they are; answers its id, 256 random bits as base64url. */
  async begin(userId: number): Promise<string> {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const now = this.#clock.now();
    await this.#sessions.add({ id: hashed(id), userId, now, expiresAt: now + WEB_SESSION_LIFETIME });
    return id;
  }

  /** Who is logged in with this session, as they are now; undefined when it has ended or the account is gone or disabled. */
  async findActor(id: string): Promise<Visitor | undefined> {
    let hashOfId = this.#hashes.get(id);
    if (hashOfId === undefined) {
      hashOfId = hashed(id);
      if (this.#hashes.size >= REMEMBERED) this.#hashes.clear();
      this.#hashes.set(id, hashOfId);
    }
    return this.#sessions.findActor(hashOfId, this.#clock.now());
  }

  /** Of these sessions those that have not ended, with the role that whoever is logged in has now; one query, however many. */
  async rolesOf(ids: Iterable<string>): Promise<Map<string, Role>> {
    const asked = new Map([...ids].map((id) => [hashed(id), id]));
    const lasting = await this.#sessions.listLasting([...asked.keys()], this.#clock.now());
    return new Map(lasting.map(({ id, role }) => [asked.get(id) ?? '', role]));
  }

  async remove(id: string): Promise<void> {
    await this.#sessions.remove(hashed(id));
  }

  async removeExpired(): Promise<void> {
    await this.#sessions.removeExpired(this.#clock.now());
  }
}

function hashed(id: string): string {
  return hash('sha256', id, 'base64url');
}
