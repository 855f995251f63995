import type { LoginCardRepo } from '../../data/accounts/login-card.repo.ts';
import type { OneTimeLinkRepo } from '../../data/accounts/one-time-link.repo.ts';
import type { WebSessionRepo } from '../../data/accounts/web-session.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { ErasureRepo, ListedErasure } from '../../data/erasure/erasure.repo.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { ERASE_PERSON } from '../../data/jobs/job-kinds.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { PersonRecord, PersonRepo } from '../../data/people/person.repo.ts';
import type { StoredAboutRepo, StoredCounts } from '../../data/people/stored-about.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { ManagedRole } from '../../domain/people/person-fields.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { PeopleAccess } from '../people/people-access.service.ts';

export interface ErasureDeps {
  db: DatabaseManager;
  access: AccessService;
  peopleAccess: PeopleAccess;
  people: PersonRepo;
  erasures: ErasureRepo;
  storedAbout: StoredAboutRepo;
  webSessions: WebSessionRepo;
  links: OneTimeLinkRepo;
  cards: LoginCardRepo;
  jobs: JobRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** What will go, and what will stay. */
export interface ErasureView {
  person: Pick<PersonRecord, 'id' | 'username' | 'firstName' | 'lastName'> & { role: ManagedRole };
  /** Of a pupil; null for everybody else. */
  stored: StoredCounts | null;
  /** Parents who have nobody else here: they go too. */
  parents: { id: number; name: string }[];
}

export type { ListedErasure };

/** How many erasures a page lists. */
const LISTED = 100;

/** A school manager has somebody of the school erased. It cannot be undone. */
export class ErasureService {
  readonly #deps: ErasureDeps;

  constructor(deps: ErasureDeps) {
    this.#deps = deps;
  }

  /** Throws `not-found` for people of other schools and for one who is being erased, `kept-elsewhere` for parents whom another school keeps. */
  async look(actor: Actor, userId: number): Promise<ErasureView> {
    const { erasures, storedAbout } = this.#deps;
    const { person, schoolId, role } = await this.#require(actor, userId);
    const { id, username, firstName, lastName } = person;
    return {
      person: { id, username, firstName, lastName, role },
      stored: role === 'student' ? await storedAbout.ofPupil(userId) : null,
      parents: role === 'student' ? await erasures.parentsLeftAlone(userId, schoolId) : [],
    };
  }

  /**
   * Shuts the account at once and queues its erasure, with that of parents who have nobody else here. `typed` is the username, written
   * once more; false: it was another. Durable: what is asked for here is done, whatever happens to the process.
   */
  async erase(actor: Actor, userId: number, typed: string): Promise<boolean> {
    const { db, erasures, audit, clock } = this.#deps;
    const { person, schoolId, role } = await this.#require(actor, userId);
    if (typed.trim().toLowerCase() !== person.username.toLowerCase()) return false;
    await db.tx(async () => {
      await erasures.hold(userId);
      if (await erasures.isUnderWay(userId)) throw notFound('person');
      const parents = role === 'student' ? await erasures.parentsLeftAlone(userId, schoolId) : [];
      const about = { schoolId, actor };
      await this.#queue({ ...about, id: userId, role, disabled: person.disabledAt !== null });
      for (const { id, disabled } of parents) {
        await erasures.hold(id);
        if (!(await erasures.isUnderWay(id))) await this.#queue({ ...about, id, role: 'parent', disabled });
      }
      const details = { role, parents: parents.length };
      await audit.add({ actorId: actor.userId, action: 'erase a person', schoolId, details, now: clock.now() });
    });
    return true;
  }

  /** What was erased in the own school, and what is about to be: of nobody any more. */
  async list(actor: Actor): Promise<ListedErasure[]> {
    const { access, erasures } = this.#deps;
    access.requireRole(actor, 'erase a person');
    if (actor.schoolId === null) throw notFound('school');
    return erasures.list(actor.schoolId, LISTED);
  }

  async #queue({ id, role, schoolId, actor, disabled }: Queued): Promise<void> {
    const { people, erasures, webSessions, links, cards, jobs, clock } = this.#deps;
    const now = clock.now();
    await people.setDisabled(id, now);
    await webSessions.removeOf(id);
    await links.removeOf(id);
    if (role === 'student') await cards.remove([id]);
    const erasure = { schoolId, role, userId: id, requestedBy: actor.userId, wasDisabled: disabled, now };
    const erasureId = await erasures.add(erasure);
    const payload = { erasureId, locale: actor.locale };
    await jobs.enqueue({ kind: ERASE_PERSON, subjectKey: `erasure:${erasureId}`, payload, runAt: now, now });
  }

  async #require(actor: Actor, userId: number) {
    const { access, peopleAccess, people, erasures } = this.#deps;
    access.requireRole(actor, 'erase a person');
    const { schoolId, role } = await peopleAccess.requireKept(actor, userId);
    const person = await people.find(userId);
    if (!person || (await erasures.isUnderWay(userId))) throw notFound('person');
    if (role === 'parent' && (await this.#hasChildrenElsewhere(userId, schoolId))) {
      throw new AppError(
        'conflict',
        'children-elsewhere',
        'This parent has a child at another school too, so the account stays. You can block the parent from your pupils instead.',
      );
    }
    return { person, schoolId, role };
  }

  async #hasChildrenElsewhere(parentId: number, schoolId: number): Promise<boolean> {
    const schools = await this.#deps.erasures.schoolsOfChildren(parentId);
    return schools.some((one) => one !== schoolId);
  }
}

interface Queued {
  id: number;
  role: ManagedRole;
  schoolId: number;
  actor: Actor;
  disabled: boolean;
}
