import type { LoginCardRepo } from '../../data/accounts/login-card.repo.ts';
import type { OneTimeLinkRepo } from '../../data/accounts/one-time-link.repo.ts';
import type { DirectoryEntry, DirectoryRepo } from '../../data/people/directory.repo.ts';
import type { GuardianRepo, Guardianship } from '../../data/people/guardian.repo.ts';
import type {
  GuardianRequest,
  GuardianRequestRepo,
  RequestElsewhere,
} from '../../data/people/guardian-request.repo.ts';
import type { PersonRecord, PersonRepo } from '../../data/people/person.repo.ts';
import type { ClassOfPerson, SchoolClassRecord, SchoolClassRepo } from '../../data/people/school-class.repo.ts';
import type { SchoolPolicyRepo } from '../../data/people/school-policy.repo.ts';
import type { Transfer, TransferRepo } from '../../data/people/transfer.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { DirectoryState } from '../../domain/people/directory-state.ts';
import type { ManagedRole } from '../../domain/people/person-fields.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { PeopleAccess } from './people-access.service.ts';

export interface PeopleDeps {
  peopleAccess: PeopleAccess;
  directory: DirectoryRepo;
  people: PersonRepo;
  guardians: GuardianRepo;
  guardianRequests: GuardianRequestRepo;
  schoolClasses: SchoolClassRepo;
  links: OneTimeLinkRepo;
  cards: LoginCardRepo;
  policies: SchoolPolicyRepo;
  transfers: TransferRepo;
  clock: Clock;
}

export interface PeopleWishes {
  role?: ManagedRole | undefined;
  search: string;
  classId?: number | undefined;
  state?: DirectoryState | undefined;
  /** From 1 on. */
  page: number;
}

export interface PersonLine extends DirectoryEntry {
  /** Of pupils and class managers. */
  classes: ClassOfPerson[];
  /** Of parents: their children at this school. */
  children: Guardianship[];
}

export interface PeoplePage {
  wishes: PeopleWishes;
  people: PersonLine[];
  total: number;
  pages: number;
  /** To filter by: those that are not put away. */
  classes: SchoolClassRecord[];
  arrivals: Transfer[];
  cardLogin: boolean;
}

export interface PersonPage {
  person: PersonRecord & { role: ManagedRole };
  /** False: another school keeps this parent's account. */
  kept: boolean;
  classes: ClassOfPerson[];
  /** Of a pupil. */
  guardians: Guardianship[];
  /** Of a parent: at this school. */
  children: Guardianship[];
  /** Of a pupil: parents who were asked and have not accepted. */
  requests: GuardianRequest[];
  /** Of a parent whose account the school keeps: what other schools asked of them. */
  requestsElsewhere: RequestElsewhere[];
  /** Of a parent: how many children go to other schools. */
  elsewhere: number;
  linkUntil: Instant | null;
  card: { createdAt: Instant; lastUsedAt: Instant | null } | null;
  cardLogin: boolean;
  /** Of a pupil who was released and not taken in yet. */
  transfer: Transfer | null;
  /** Where a pupil can be put. */
  openClasses: SchoolClassRecord[];
  otherSchools: { id: number; name: string }[];
}

export type { GuardianRequest, Guardianship, PersonRecord };

const PEOPLE_A_PAGE = 50;
const MOST_WORDS = 6;

/** The words of a search. */
export function wordsOf(search: string): string[] {
  return search.normalize('NFC').trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

/** What a school is not told of a parent whom another school keeps. */
const NOT_OURS = { email: null, birthDate: null, phones: [], addresses: [] };

/** The people of a school, for the one who manages them. */
export class PeopleService {
  readonly #deps: PeopleDeps;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  /** People by last name. Eight queries, however many there are. */
  async list(actor: Actor, wishes: PeopleWishes): Promise<PeoplePage> {
    const { peopleAccess, directory, guardians, schoolClasses, policies, transfers } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    const words = wordsOf(wishes.search);
    const filter = { schoolId, role: wishes.role, words, classId: wishes.classId, state: wishes.state };
    const total = await directory.count(filter);
    const pages = Math.max(1, Math.ceil(total / PEOPLE_A_PAGE));
    const page = Math.min(wishes.page, pages);
    const people = await directory.list(filter, { offset: (page - 1) * PEOPLE_A_PAGE, limit: PEOPLE_A_PAGE });
    const classes = Map.groupBy(await schoolClasses.ofPeople(people.map(({ id }) => id)), ({ userId }) => userId);
    const parents = people.filter(({ role }) => role === 'parent').map(({ id }) => id);
    const own = (await guardians.ofParents(parents)).filter((one) => one.schoolId === schoolId);
    const children = Map.groupBy(own, ({ parentId }) => parentId);
    const kept = await directory.keptParents(schoolId, parents);
    return {
      wishes: { ...wishes, page },
      people: people.map((one) => ({
        ...one,
        email: one.role === 'parent' && !kept.has(one.id) ? NOT_OURS.email : one.email,
        classes: classes.get(one.id) ?? [],
        children: children.get(one.id) ?? [],
      })),
      total,
      pages,
      classes: (await schoolClasses.list(schoolId)).filter(({ archivedAt }) => archivedAt === null),
      arrivals: await transfers.to(schoolId),
      cardLogin: await policies.cardLogin(schoolId),
    };
  }

  /**
   * Everything that the school knows of one of its people. Of a parent whom another school keeps that is the name and the links to its
   * own pupils: who guesses a username does not learn where somebody lives. Throws `not-found` for people of other schools.
   */
  async person(actor: Actor, userId: number): Promise<PersonPage> {
    const {
      peopleAccess,
      people,
      guardians,
      guardianRequests,
      schoolClasses,
      links,
      cards,
      policies,
      transfers,
      clock,
    } = this.#deps;
    const { schoolId, role } = await peopleAccess.requirePerson(actor, userId);
    const person = await people.find(userId);
    if (!person) throw notFound('person');
    const children = role === 'parent' ? await guardians.ofParents([userId]) : [];
    const pupil = role === 'student';
    const kept = await peopleAccess.keeps({ schoolId, role }, userId);
    const now = clock.now();
    return {
      person: { ...person, role, ...(kept ? {} : NOT_OURS) },
      kept,
      classes: await schoolClasses.ofPeople([userId]),
      guardians: pupil ? await guardians.ofStudents([userId]) : [],
      requests: pupil ? await guardianRequests.ofStudent(userId, schoolId, now) : [],
      requestsElsewhere: role === 'parent' && kept ? await guardianRequests.elsewhere(userId, schoolId, now) : [],
      children: children.filter((one) => one.schoolId === schoolId),
      elsewhere: children.filter((one) => one.schoolId !== schoolId).length,
      linkUntil: (await links.openUntil([userId], now)).get(userId) ?? null,
      card: pupil ? ((await cards.find(userId)) ?? null) : null,
      cardLogin: await policies.cardLogin(schoolId),
      transfer: pupil ? ((await transfers.find(userId)) ?? null) : null,
      openClasses: pupil ? (await schoolClasses.list(schoolId)).filter(({ archivedAt }) => archivedAt === null) : [],
      otherSchools: pupil ? await policies.otherSchools(schoolId) : [],
    };
  }
}
