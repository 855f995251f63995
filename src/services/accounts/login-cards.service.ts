import type { CardOwner, LoginCardRepo } from '../../data/accounts/login-card.repo.ts';
import type { WebSessionRepo } from '../../data/accounts/web-session.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { DirectoryEntry, DirectoryRepo } from '../../data/people/directory.repo.ts';
import type { GuardianRepo } from '../../data/people/guardian.repo.ts';
import type { PersonRepo } from '../../data/people/person.repo.ts';
import type { SchoolClassRepo } from '../../data/people/school-class.repo.ts';
import type { SchoolPolicyRepo } from '../../data/people/school-policy.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import { type PeopleWishes, wordsOf } from '../people/people.service.ts';
import type { PeopleAccess } from '../people/people-access.service.ts';
import { addressThrottle, type LoginGuard } from './login-guard.ts';
import { type Issuing, LINK_LIFETIME, type OneTimeLinksService } from './one-time-links.service.ts';
import { hashOf, newSecret } from './secret.ts';

export type { CardOwner };

export interface LoginCardsDeps {
  db: DatabaseManager;
  peopleAccess: PeopleAccess;
  people: PersonRepo;
  directory: DirectoryRepo;
  guardians: GuardianRepo;
  schoolClasses: SchoolClassRepo;
  cards: LoginCardRepo;
  policies: SchoolPolicyRepo;
  oneTimeLinks: OneTimeLinksService;
  webSessions: WebSessionRepo;
  audit: AuditRepo;
  guard: LoginGuard;
  clock: Clock;
}

/** `link`: to set a password with, once. `card`: logs the pupil in, as often as it is held up. */
export type CardKind = 'link' | 'card';

/** A card as it goes to the printer. The secret is nowhere else. */
export interface PrintedCard {
  userId: number;
  name: string;
  username: string;
  /** The class of a pupil or class manager, the children of a parent. */
  belongs: string;
  token: string;
}

export interface CardSheet {
  kind: CardKind;
  school: string;
  /** Null: until they are revoked. */
  expiresAt: Instant | null;
  cards: PrintedCard[];
}

/** As many fit on 25 pages: who wants more prints them class by class. */
export const MOST_CARDS = 200;

interface Made {
  userId: number;
  token: string;
  /** Null: until it is revoked. */
  expiresAt: Instant | null;
}

/** Cards that are printed for pupils: one-time links, and login cards where the school allows them. */
export class LoginCardsService {
  readonly #deps: LoginCardsDeps;

  constructor(deps: LoginCardsDeps) {
    this.#deps = deps;
  }

  /** Allows or forbids login cards at the actor's school; forbidden, none opens anything from this moment on. */
  async setPolicy(actor: Actor, allowed: boolean): Promise<void> {
    const { db, peopleAccess, policies, audit, clock } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    await db.tx(async () => {
      await policies.setCardLogin(schoolId, allowed);
      const action = allowed ? 'allow login cards' : 'forbid login cards';
      await audit.add({ actorId: actor.userId, action, schoolId, now: clock.now() });
    });
  }

  /**
   * New cards for pupils of one class, or for one pupil; older ones of theirs are worth nothing from now on. Pupils who are not in the
   * class, and disabled ones, get none. Throws `cards-forbidden` for login cards where the school does not allow them.
   */
  async print(actor: Actor, kind: CardKind, of: { classId: number; userIds: readonly number[] }): Promise<CardSheet> {
    const { peopleAccess, schoolClasses } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    const found = await schoolClasses.find(schoolId, of.classId);
    if (!found) throw notFound('class');
    const members = (await schoolClasses.members(of.classId)).filter(
      ({ userId, disabled }) => !disabled && of.userIds.includes(userId),
    );
    return this.#make(
      actor,
      schoolId,
      kind,
      members.map((one) => ({ ...one, belongs: found.name })),
    );
  }

  /**
   * Cards to set a password for people of the school who have none yet, by last name: at most `MOST_CARDS` of those whom the filter
   * finds. Parents whom another school keeps get none, and none who are verified at another school: a new link would block them there.
   */
  async printNew(actor: Actor, wishes: Pick<PeopleWishes, 'role' | 'search' | 'classId'>): Promise<CardSheet> {
    const { peopleAccess, directory } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    const page = { offset: 0, limit: MOST_CARDS };
    const { role, search, classId } = wishes;
    const filter = { schoolId, role, classId, words: wordsOf(search), state: 'no password' as const };
    const found = await directory.list(filter, page);
    return this.#make(actor, schoolId, 'link', await this.#withBelongs(schoolId, found));
  }

  async #withBelongs(schoolId: number, found: readonly DirectoryEntry[]): Promise<Omit<PrintedCard, 'token'>[]> {
    const { directory, guardians, schoolClasses } = this.#deps;
    const parents = found.filter(({ role }) => role === 'parent').map(({ id }) => id);
    const kept = await directory.keptParents(schoolId, parents);
    const links = Map.groupBy(await guardians.ofParents(parents), ({ parentId }) => parentId);
    const classes = Map.groupBy(await schoolClasses.ofPeople(found.map(({ id }) => id)), ({ userId }) => userId);
    return found.flatMap(({ id, role, firstName, lastName, username }) => {
      const children = links.get(id) ?? [];
      const elsewhere = children.some((one) => one.schoolId !== schoolId && one.status === 'verified');
      if (role === 'parent' && (elsewhere || !kept.has(id))) return [];
      const here = children.filter((one) => one.schoolId === schoolId).map(({ student }) => student);
      const names = role === 'parent' ? here : [classes.get(id)?.[0]?.name ?? ''];
      return [{ userId: id, name: `${firstName} ${lastName}`, username, belongs: names.join(', ') }];
    });
  }

  /** A login card for one pupil. */
  async printOne(actor: Actor, studentId: number): Promise<CardSheet> {
    const { peopleAccess, people, schoolClasses } = this.#deps;
    const schoolId = await peopleAccess.requirePupil(actor, studentId);
    const person = await people.find(studentId);
    if (!person || person.disabledAt !== null) {
      throw new AppError('conflict', 'disabled', 'This account is disabled. Enable it first, then make a card.');
    }
    const [newest] = await schoolClasses.ofPeople([studentId]);
    const { firstName, lastName, username } = person;
    const one = { userId: studentId, name: `${firstName} ${lastName}`, username, belongs: newest?.name ?? '' };
    return this.#make(actor, schoolId, 'card', [one]);
  }

  async #make(
    actor: Actor,
    schoolId: number,
    kind: CardKind,
    pupils: readonly Omit<PrintedCard, 'token'>[],
  ): Promise<CardSheet> {
    const { db, policies } = this.#deps;
    const school = await policies.nameOf(schoolId);
    const ids = pupils.map(({ userId }) => userId);
    const issuing = { actorId: actor.userId, schoolId, lifetime: LINK_LIFETIME.printed, why: 'printed card' };
    const made = await db.tx(
      (): Promise<Made[]> =>
        kind === 'link' ? this.#deps.oneTimeLinks.issue(ids, issuing) : this.#issueCards(ids, issuing),
    );
    const tokens = new Map(made.map(({ userId, token }) => [userId, token]));
    const cards = pupils.map(({ userId, name, username, belongs }) => ({
      userId,
      name,
      username,
      belongs,
      token: tokens.get(userId) ?? '',
    }));
    return { kind, school, expiresAt: made[0]?.expiresAt ?? null, cards };
  }

  async #issueCards(ids: readonly number[], { actorId, schoolId }: Issuing) {
    const { cards, policies, audit, clock } = this.#deps;
    if (schoolId === null || actorId === null || !(await policies.cardLogin(schoolId))) throw cardsForbidden();
    const now = clock.now();
    const made = ids.map((userId) => ({ userId, ...newSecret(), expiresAt: null }));
    await cards.save(
      made.map(({ userId, hash }) => ({ studentId: userId, tokenHash: hash })),
      actorId,
      now,
    );
    await audit.addMany(ids.map((studentId) => ({ actorId, action: 'issue login card', studentId, schoolId, now })));
    return made;
  }

  /** Makes a pupil's card worth nothing, for one that was lost; logins that it made are ended too. */
  async revoke(actor: Actor, studentId: number): Promise<void> {
    const { db, peopleAccess, cards, webSessions, audit, clock } = this.#deps;
    const schoolId = await peopleAccess.requirePupil(actor, studentId);
    await db.tx(async () => {
      if (!(await cards.remove([studentId]))) return;
      await webSessions.removeOf(studentId);
      const about = { actorId: actor.userId, studentId, schoolId };
      await audit.add({ ...about, action: 'revoke login card', now: clock.now() });
    });
  }

  /** Whose card this is. Throws `card-gone` for one that opens nothing; guesses are counted. */
  async open(token: string, address: string): Promise<CardOwner> {
    const { guard, cards } = this.#deps;
    const from = [addressThrottle(address)];
    await guard.refuseBlocked(from);
    const owner = await cards.findOwner(hashOf(token));
    if (owner) return owner;
    await guard.noteFailure(from);
    throw new AppError(
      'not-found',
      'card-gone',
      'This card does not open anything any more. Your teacher or your school can print you a new one.',
    );
  }

  /** Who is logged in by holding up this card. Throws as `open` does. */
  async login(token: string, address: string): Promise<CardOwner> {
    const { db, cards, audit, clock } = this.#deps;
    const owner = await this.open(token, address);
    await db.tx(async () => {
      await cards.noteUse(owner.userId, clock.now());
      const { userId, schoolId } = owner;
      await audit.add({ actorId: userId, action: 'login by card', studentId: userId, schoolId, now: clock.now() });
    });
    return owner;
  }
}

function cardsForbidden(): AppError {
  return new AppError(
    'conflict',
    'cards-forbidden',
    'Your school does not allow login cards. You can allow them on the page of people.',
  );
}
