import type { WebSessionRepo } from '../../data/accounts/web-session.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { normalizeUsername } from '../../domain/people/username.ts';
import type { Clock } from '../../shared/instant.ts';
import { accountThrottle, addressThrottle, type LoginGuard } from './login-guard.ts';
import { type PasswordHasher, readablePassword } from './passwords.ts';

export interface AccountsDeps {
  users: UserRepo;
  guard: LoginGuard;
  audit: AuditRepo;
  passwords: PasswordHasher;
  webSessions: WebSessionRepo;
  clock: Clock;
}

/** Who logs in, and who a logged-in browser belongs to. */
export class AccountsService {
  readonly #deps: AccountsDeps;
  /** The last attempt at each account that is being made. */
  readonly #attempts = new Map<string, Promise<unknown>>();

  constructor(deps: AccountsDeps) {
    this.#deps = deps;
  }

  /**
   * The person behind these credentials. Throws `login-failed` for a wrong username and a wrong password alike (it takes as long
   * for both), and `too-many` while the account or the address is throttled. Attempts at one account are made one after the
   * other, so that a thousand guesses at once are counted like a thousand in a row.
   */
  async login(username: string, password: string, address: string): Promise<Actor> {
    const name = normalizeUsername(username);
    const before = this.#attempts.get(name) ?? Promise.resolve();
    const attempt = before.then(() => this.#attempt(name, password, address));
    const settled = attempt.catch(() => {});
    this.#attempts.set(name, settled);
    try {
      return await attempt;
    } finally {
      if (this.#attempts.get(name) === settled) this.#attempts.delete(name);
    }
  }

  async #attempt(name: string, password: string, address: string): Promise<Actor> {
    const { guard } = this.#deps;
    const [account, from] = [accountThrottle(name), addressThrottle(address)];
    await guard.refuseBlocked([account, from]);
    const credentials = await this.#deps.users.findCredentials(name);
    const right = await this.#deps.passwords.verify(credentials?.passwordHash ?? null, password);
    const actor = right && credentials && !credentials.disabled ? await this.findActor(credentials.id) : undefined;
    if (!actor) {
      await guard.noteFailure([account, from]);
      throw new AppError('invalid-input', 'login-failed', 'This username and password do not go together.');
    }
    await guard.forget(account);
    await this.#deps.audit.add({
      actorId: actor.userId,
      action: 'login',
      schoolId: actor.schoolId,
      now: this.#deps.clock.now(),
    });
    return actor;
  }

  /** Who this is now; undefined when the account is gone or disabled, with effect at once. */
  async findActor(userId: number): Promise<Actor | undefined> {
    return this.#deps.users.findActor(userId);
  }

  /** Gives a person a new password, logs them out everywhere, and answers with it. Throws `not-found` for an unknown username. */
  async resetPassword(username: string): Promise<string> {
    const credentials = await this.#deps.users.findCredentials(normalizeUsername(username));
    if (!credentials) throw notFound('person');
    const password = readablePassword();
    await this.#deps.users.savePasswordHash(credentials.id, await this.#deps.passwords.hash(password));
    await this.#deps.webSessions.removeOf(credentials.id);
    const now = this.#deps.clock.now();
    await this.#deps.audit.add({ actorId: null, action: 'reset password', details: { userId: credentials.id }, now });
    return password;
  }
}
