import type { OneTimeLinkRepo } from '../../data/accounts/one-time-link.repo.ts';
import type { WebSessionRepo } from '../../data/accounts/web-session.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo } from '../../data/people/guardian.repo.ts';
import type { PersonRepo } from '../../data/people/person.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { type ManagedRole, type Person, type PersonProblems, readPerson } from '../../domain/people/person-fields.ts';
import { pseudonymFor } from '../../domain/people/pseudonym.ts';
import { proposeUsername, usernameBase } from '../../domain/people/username.ts';
import { civilDay } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import {
  blockElsewhere,
  type IssuedLink,
  LINK_LIFETIME,
  type OneTimeLinksService,
} from '../accounts/one-time-links.service.ts';
import type { PeopleAccess } from './people-access.service.ts';

export interface PersonEditingDeps {
  db: DatabaseManager;
  peopleAccess: PeopleAccess;
  people: PersonRepo;
  guardians: GuardianRepo;
  links: OneTimeLinkRepo;
  oneTimeLinks: OneTimeLinksService;
  webSessions: WebSessionRepo;
  audit: AuditRepo;
  clock: Clock;
  timeZone: string;
}

type Sent = Record<string, string | undefined>;
export type Saved = { ok: true; id: number } | { ok: false; problems: PersonProblems };

/** How often a proposed username is tried again when somebody else takes it in the same moment: each time somebody gets theirs. */
const TRIES = 50;

/** Making and changing accounts: by the manager of the school that keeps them. */
export class PersonEditingService {
  readonly #deps: PersonEditingDeps;

  constructor(deps: PersonEditingDeps) {
    this.#deps = deps;
  }

  /**
   * Makes an account without a password, from what a form holds; an empty username is proposed from the name. Everything that is
   * wrong comes back at once. A parent's account is kept by the actor's school, and linked to `childId`, a pupil of it.
   */
  async create(actor: Actor, role: ManagedRole, sent: Sent, childId?: number): Promise<Saved> {
    const schoolId = this.#deps.peopleAccess.requireSchool(actor);
    if (childId !== undefined) await this.#deps.peopleAccess.requirePupil(actor, childId);
    const read = readPerson(sent, { role, today: this.#today() });
    if (!read.ok) return this.#allWrong(read, null);
    for (let tries = 1; ; tries += 1) {
      try {
        const saved = await this.#add(actor, schoolId, { role, childId }, read.person);
        // Somebody took the proposed username between the proposal and the look whether it is free.
        const overtaken = !saved.ok && read.person.username === '' && saved.problems.username !== undefined;
        if (!overtaken || tries >= TRIES) return saved;
      } catch (error) {
        if (tries >= TRIES || !isUniqueViolation(error)) throw error;
      }
    }
  }

  async #add(
    actor: Actor,
    schoolId: number,
    { role, childId }: { role: ManagedRole; childId: number | undefined },
    given: Person,
  ): Promise<Saved> {
    const { db, people, guardians, audit, clock } = this.#deps;
    return db.tx(async (): Promise<Saved> => {
      const person = given.username === '' ? { ...given, username: await this.#propose(given) } : given;
      const problems = await this.#taken(person, null);
      if (problems) return { ok: false, problems };
      const now = clock.now();
      const pseudonym = pseudonymFor(Math.floor(now / 1000), person.firstName);
      const id = await people.add(role, schoolId, person, { pseudonym, now });
      await audit.add({ ...aboutPerson(actor, schoolId, role, id), action: 'create person', now });
      if (role === 'parent' && childId !== undefined) {
        await guardians.add(id, childId, { status: 'verified', note: null, now });
        const about = { actorId: actor.userId, studentId: childId, schoolId, details: { parentId: id } };
        await audit.add({ ...about, action: 'link guardian', now });
      }
      return { ok: true, id };
    });
  }

  /** A username for this name that nobody has. */
  async #propose({ firstName, lastName }: Person): Promise<string> {
    const taken = await this.#deps.people.usernamesFrom(usernameBase(firstName, lastName));
    return proposeUsername(firstName, lastName, (username) => taken.has(username));
  }

  /** Changes a person to what a form holds; an empty username keeps the one there is. */
  async edit(actor: Actor, userId: number, sent: Sent): Promise<Saved> {
    const { db, peopleAccess, people, audit, clock } = this.#deps;
    const { schoolId, role } = await peopleAccess.requireKept(actor, userId);
    const read = readPerson(sent, { role, today: this.#today() });
    if (!read.ok) return this.#allWrong(read, userId);
    try {
      return await db.tx(async (): Promise<Saved> => {
        const before = await people.find(userId);
        if (!before) throw notFound('person');
        const person = { ...read.person, username: read.person.username || before.username };
        const problems = await this.#taken(person, userId);
        if (problems) return { ok: false, problems };
        await people.update(userId, role, person);
        const details = { userId, changed: changedFields(before, person) };
        const about = aboutPerson(actor, schoolId, role, userId);
        await audit.add({ ...about, action: 'edit person', details, now: clock.now() });
        return { ok: true, id: userId };
      });
    } catch (error) {
      // Two who write the same name at once: the slower one is told like everybody who comes later.
      const problems = isUniqueViolation(error) ? await this.#taken(read.person, userId) : null;
      if (problems) return { ok: false, problems };
      throw error;
    }
  }

  /** What cannot be read, and what is good by itself but somebody else's. */
  async #allWrong({ person, problems }: { person: Person; problems: PersonProblems }, but: number | null) {
    return { ok: false as const, problems: { ...(await this.#taken(person, but)), ...problems } };
  }

  async #taken(person: Pick<Person, 'username' | 'email'>, but: number | null): Promise<PersonProblems | null> {
    const taken = await this.#deps.people.taken(person, but);
    if (!taken.username && !taken.email) return null;
    return {
      ...(taken.username ? { username: 'username taken' as const } : {}),
      ...(taken.email ? { email: 'email taken' as const } : {}),
    };
  }

  /**
   * Shuts an account at once: its logins end, its open link is worth nothing. A parent who has a child at another school too is
   * blocked from the pupils instead (`children-elsewhere`).
   */
  async disable(actor: Actor, userId: number): Promise<void> {
    const { db, peopleAccess, people, guardians, links, webSessions, audit, clock } = this.#deps;
    const { schoolId, role } = await peopleAccess.requireKept(actor, userId);
    const children = role === 'parent' ? await guardians.ofParents([userId]) : [];
    if (children.some((child) => child.schoolId !== schoolId && child.status === 'verified')) {
      throw new AppError(
        'conflict',
        'children-elsewhere',
        'This parent has a child at another school too, so the account stays. You can block the parent from your pupils instead.',
      );
    }
    await db.tx(async () => {
      if (!(await people.setDisabled(userId, clock.now()))) return;
      await webSessions.removeOf(userId);
      await links.removeOf(userId);
      await audit.add({ ...aboutPerson(actor, schoolId, role, userId), action: 'disable person', now: clock.now() });
    });
  }

  async enable(actor: Actor, userId: number): Promise<void> {
    const { db, peopleAccess, people, audit, clock } = this.#deps;
    const { schoolId, role } = await peopleAccess.requireKept(actor, userId);
    await db.tx(async () => {
      if (!(await people.setDisabled(userId, null))) return;
      await audit.add({ ...aboutPerson(actor, schoolId, role, userId), action: 'enable person', now: clock.now() });
    });
  }

  /**
   * A one-time link with which the person sets a new password. The school that keeps a parent's account cannot come near the children
   * of another school by it: there the parent is blocked until that school verifies them again.
   */
  async issueLink(actor: Actor, userId: number): Promise<IssuedLink> {
    const { db, peopleAccess, people, oneTimeLinks, clock } = this.#deps;
    const { schoolId, role } = await peopleAccess.requireKept(actor, userId);
    const person = await people.find(userId);
    if (!person || person.disabledAt !== null) {
      throw new AppError('conflict', 'disabled', 'This account is disabled. Enable it first, then make a link.');
    }
    return db.tx(async () => {
      const issuing = { actorId: actor.userId, schoolId, lifetime: LINK_LIFETIME.handed, why: 'reset password' };
      const [link] = await oneTimeLinks.issue([userId], issuing);
      if (!link) throw new Error('No link was made.');
      if (role === 'parent') {
        await blockElsewhere(this.#deps, { parentId: userId, schoolId, actorId: actor.userId, now: clock.now() });
      }
      return link;
    });
  }

  #today(): string {
    return civilDay(this.#deps.clock.now(), this.#deps.timeZone);
  }
}

function aboutPerson(actor: Actor, schoolId: number, role: ManagedRole, userId: number) {
  return {
    actorId: actor.userId,
    schoolId,
    ...(role === 'student' ? { studentId: userId } : {}),
    details: { userId, role },
  };
}

/** Names of what is different: the audit log says what was touched, not what it was. */
function changedFields(before: Person, after: Person): string[] {
  const names = Object.keys(after) as (keyof Person)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
