import { createHash } from 'node:crypto';
import type { WebSessionRepo } from '../../data/accounts/web-session.repo.ts';
import { type Clock, HOUR } from '../../shared/instant.ts';

/** How long a browser stays logged in, in ms. */
export const WEB_SESSION_LIFETIME = 12 * HOUR;

/** Logged-in browsers, kept on the server; the cookie holds an id that the database knows only as a hash. */
export class WebSessionsService {
  readonly #sessions: WebSessionRepo;
  readonly #clock: Clock;

  constructor(sessions: WebSessionRepo, clock: Clock) {
    this.#sessions = sessions;
    this.#clock = clock;
  }

  /** The data of a session that has not expired, as JSON text. */
  async find(id: string): Promise<string | undefined> {
    return this.#sessions.find(hashed(id), this.#clock.now());
  }

  async save(id: string, userId: number | null, data: string): Promise<void> {
    const now = this.#clock.now();
    await this.#sessions.save({ id: hashed(id), userId, data, now, expiresAt: now + WEB_SESSION_LIFETIME });
  }

  async remove(id: string): Promise<void> {
    await this.#sessions.remove(hashed(id));
  }

  async removeExpired(): Promise<void> {
    await this.#sessions.removeExpired(this.#clock.now());
  }
}

function hashed(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
