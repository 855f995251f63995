import type { LinkOwner, OneTimeLinkRepo } from '../../data/accounts/one-time-link.repo.ts';
import type { WebSessionRepo } from '../../data/accounts/web-session.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo } from '../../data/people/guardian.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import { type PasswordProblem, passwordProblem } from '../../domain/access/password-policy.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import { addressThrottle, type LoginGuard } from './login-guard.ts';
import type { PasswordHasher } from './passwords.ts';
import { blockElsewhere } from './renewed-elsewhere.ts';
import { hashOf, newSecret } from './secret.ts';

export type { LinkOwner };
export { blockElsewhere };

export interface OneTimeLinksDeps {
  db: DatabaseManager;
  links: OneTimeLinkRepo;
  users: UserRepo;
  guardians: GuardianRepo;
  webSessions: WebSessionRepo;
  audit: AuditRepo;
  passwords: PasswordHasher;
  guard: LoginGuard;
  clock: Clock;
}

/** How long a link can be used: one that is handed over at once, and one that is printed and given out in class. */
export const LINK_LIFETIME = { handed: 7 * DAY, printed: 30 * DAY } as const;

export interface IssuedLink {
  userId: number;
  /** Shown once: the database keeps only its hash. */
  token: string;
  expiresAt: Instant;
}

export interface Issuing {
  /** Null: the command line, or a start without anybody. */
  actorId: number | null;
  schoolId: number | null;
  lifetime: number;
  /** What it is about, in the audit log. */
  why: string;
}

export type SetPasswordResult =
  | { ok: true; userId: number }
  | { ok: false; owner: LinkOwner; problem: PasswordProblem };

/** One-time links: how people get a password that nobody else ever knew. */
export class OneTimeLinksService {
  readonly #deps: OneTimeLinksDeps;

  constructor(deps: OneTimeLinksDeps) {
    this.#deps = deps;
  }

  /**
   * Makes a link for each of these people; their older links are worth nothing from now on, their passwords stay as they are. Who may
   * ask for it, the caller has to know. Joins a transaction under way; one entry in the audit log for each person.
   */
  async issue(userIds: readonly number[], { actorId, schoolId, lifetime, why }: Issuing): Promise<IssuedLink[]> {
    const { db, links, audit, clock } = this.#deps;
    const now = clock.now();
    const expiresAt = now + lifetime;
    const made = userIds.map((userId) => ({ userId, ...newSecret() }));
    await db.tx(async () => {
      await links.save(
        made.map(({ userId, hash }) => ({ userId, tokenHash: hash, createdBy: actorId, now, expiresAt })),
      );
      await audit.addMany(
        made.map(({ userId }) => ({ actorId, action: 'issue one-time link', schoolId, details: { userId, why }, now })),
      );
    });
    return made.map(({ userId, token }) => ({ userId, token, expiresAt }));
  }

  /** Whose link this is. Throws `link-gone` for one that was used, replaced, made up, or has run out; guesses are counted. */
  async open(token: string, address: string): Promise<LinkOwner> {
    const { guard, links, clock } = this.#deps;
    const from = [addressThrottle(address)];
    await guard.refuseBlocked(from);
    const owner = await links.findOwner(hashOf(token), clock.now());
    if (owner) return owner;
    await guard.noteFailure(from);
    throw linkGone();
  }

  /**
   * Sets the password of whoever holds the link, uses it up, and ends all their logins. A password that cannot be taken leaves the
   * link as it is. Throws `link-gone`, also for the slower one of two who use it at once. A parent is blocked from the pupils of schools
   * other than the one that made the link: it may be that school who uses it.
   */
  async setPassword(token: string, password: string, address: string): Promise<SetPasswordResult> {
    const owner = await this.open(token, address);
    const problem = passwordProblem(password, owner);
    if (problem) return { ok: false, owner, problem };
    const { db, links, users, webSessions, audit, passwords, clock } = this.#deps;
    const hash = await passwords.hash(password);
    await db.tx(async () => {
      const now = clock.now();
      if (!(await links.use(hashOf(token)))) throw linkGone();
      await users.savePasswordHash(owner.userId, hash);
      await webSessions.removeOf(owner.userId);
      await audit.add({
        actorId: owner.userId,
        action: 'set password by one-time link',
        schoolId: owner.schoolId,
        now,
      });
      const { userId, role, madeBySchool } = owner;
      if (role === 'parent' && madeBySchool !== null) {
        await blockElsewhere(this.#deps, { parentId: userId, schoolId: madeBySchool, actorId: userId, now });
      }
    });
    return { ok: true, userId: owner.userId };
  }
}

function linkGone(): AppError {
  return new AppError(
    'not-found',
    'link-gone',
    'This link does not work: it was used already, has run out, or a newer one took its place. Your school can make you another one.',
  );
}
