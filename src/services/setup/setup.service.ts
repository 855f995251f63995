import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { OperatorRepo } from '../../data/people/operator.repo.ts';
import type { PersonRepo } from '../../data/people/person.repo.ts';
import { addAgents } from '../../data/sample/agents.ts';
import { addPlacesAndSubjects } from '../../data/sample/people/save-people.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { AccountFields } from '../../domain/people/account-fields.ts';
import { pseudonymFor } from '../../domain/people/pseudonym.ts';
import { proposeUsername, usernameBase } from '../../domain/people/username.ts';
import { civilDay } from '../../shared/calendar.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import { LINK_LIFETIME, type OneTimeLinksService } from '../accounts/one-time-links.service.ts';

export interface SetupDeps {
  db: DatabaseManager;
  operator: OperatorRepo;
  people: PersonRepo;
  oneTimeLinks: OneTimeLinksService;
  audit: AuditRepo;
  clock: Clock;
  timeZone: string;
}

/** An account that was made just now, with the only way into it. */
export interface MadeAccount {
  id: number;
  role: AccountFields['role'];
  name: string;
  username: string;
  /** Of the one-time link: shown once. */
  token: string;
  expiresAt: Instant;
}

export interface FirstSchool {
  school: string;
  region: string;
  manager: AccountFields;
  supervisor: AccountFields | null;
}

/** What the operator does from the command line: the first school, and accounts that no school manager can make. */
export class SetupService {
  readonly #deps: SetupDeps;

  constructor(deps: SetupDeps) {
    this.#deps = deps;
  }

  /**
   * Makes regions, subjects, their teacher agents, the first school, its manager and a supervisor, in an empty database. All or
   * nothing. Throws `database-not-empty` where there are people already.
   */
  async setUp({ school, region, manager, supervisor }: FirstSchool): Promise<MadeAccount[]> {
    const { db, operator, audit, clock } = this.#deps;
    return db.tx(async (handle) => {
      await addPlacesAndSubjects(handle).catch(asNotEmpty);
      // One at a time: who waited here sees the people of who was first.
      await operator.lockRegions();
      if (await operator.hasPeople()) throw notEmpty();
      const known = await operator.known();
      for (const name of new Set([region, ...(supervisor?.regions ?? [])])) {
        if (!known.regions.includes(name)) await operator.addRegion(name);
      }
      await addAgents(handle);
      const schoolId = await operator.addSchool(school, region);
      await audit.add({
        actorId: null,
        action: 'set up school',
        schoolId,
        details: { school, region },
        now: clock.now(),
      });
      const made = [await this.createAccount({ ...manager, school })];
      if (supervisor) made.push(await this.createAccount(supervisor));
      return made;
    });
  }

  /**
   * Makes one account in any role, without a password, and a one-time link for it. Throws `invalid-input` for a school, subject or
   * region that there is not, naming those that there are, and for a username or email that is taken.
   */
  async createAccount(account: AccountFields): Promise<MadeAccount> {
    const { db } = this.#deps;
    try {
      return await db.tx(() => this.#create(account));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new AppError(
        'conflict',
        'taken',
        'Somebody else took this username or email in the same moment. Try again.',
      );
    }
  }

  async #create(account: AccountFields): Promise<MadeAccount> {
    const { operator, people, oneTimeLinks, audit, clock, timeZone } = this.#deps;
    const schoolId = await this.#schoolOf(account);
    await this.#requireKnown(account);
    const username = account.username || (await this.#propose(account));
    const taken = await people.taken({ username, email: account.email }, null);
    if (taken.username || taken.email) throw takenError(taken.username ? username : (account.email ?? ''));
    const now = clock.now();
    const employmentYear = Number(civilDay(now, timeZone).slice(0, 4));
    const pseudonym = pseudonymFor(Math.floor(now / 1000), account.firstName);
    const id = await operator.addAccount({ ...account, username, pseudonym, schoolId, employmentYear, now });
    const details = { userId: id, role: account.role };
    await audit.add({ actorId: null, action: 'create person', schoolId, details, now });
    const issuing = { actorId: null, schoolId, lifetime: LINK_LIFETIME.handed, why: 'new account' };
    const [link] = await oneTimeLinks.issue([id], issuing);
    if (!link) throw new Error('No link was made.');
    const name = `${account.firstName} ${account.lastName}`;
    return { id, role: account.role, name, username, token: link.token, expiresAt: link.expiresAt };
  }

  async #propose({ firstName, lastName }: AccountFields): Promise<string> {
    const taken = await this.#deps.people.usernamesFrom(usernameBase(firstName, lastName));
    return proposeUsername(firstName, lastName, (username) => taken.has(username));
  }

  async #schoolOf({ role, school }: AccountFields): Promise<number | null> {
    if (role === 'regional supervisor') return null;
    const { operator } = this.#deps;
    const found = school === null ? undefined : await operator.findSchool(school);
    if (!found) throw unknown('school', school ?? '', (await operator.known()).schools);
    if (role === 'school manager' && found.managerId !== null) {
      throw new AppError('conflict', 'managed-already', `${school} has a school manager already.`);
    }
    return found.id;
  }

  async #requireKnown({ role, subjects, regions }: AccountFields): Promise<void> {
    if (role !== 'regional supervisor') return;
    const known = await this.#deps.operator.known();
    const subject = subjects.find((name) => !known.subjects.includes(name));
    if (subject !== undefined) throw unknown('subject', subject, known.subjects);
    const region = regions.find((name) => !known.regions.includes(name));
    if (region !== undefined) throw unknown('region', region, known.regions);
  }
}

/** Two at once on a database where transactions do not wait for each other: the second writes the same names. */
function asNotEmpty(error: unknown): never {
  throw isUniqueViolation(error) ? notEmpty() : error;
}

/** Why no first school is made. */
export function notEmpty(): AppError {
  const message = 'There are people in this database already; the first school is made in an empty one only.';
  return new AppError('conflict', 'database-not-empty', message);
}

function unknown(what: string, read: string, allowed: readonly string[]): AppError {
  const names =
    allowed.length === 0 ? 'there is none yet: run allamda setup first' : `allowed is one of ${allowed.join(', ')}`;
  return new AppError('invalid-input', 'invalid-input', `${what}: read ${JSON.stringify(read)}; ${names}.`);
}

function takenError(read: string): AppError {
  const message = `${JSON.stringify(read)} belongs to another account already.`;
  return new AppError('conflict', 'taken', message);
}
