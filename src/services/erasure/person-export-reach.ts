import type { ErasureRepo } from '../../data/erasure/erasure.repo.ts';
import type { Subject } from '../../data/erasure/person-record.repo.ts';
import type { PersonRepo } from '../../data/people/person.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { type Words, wordsFor } from '../../domain/erasure/export-words-policy.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { AccessService } from '../access/access.service.ts';
import type { PeopleAccess } from '../people/people-access.service.ts';

export interface ExportReachDeps {
  access: AccessService;
  peopleAccess: PeopleAccess;
  people: PersonRepo;
  users: UserRepo;
  erasures: ErasureRepo;
}

/** Somebody whose data may be taken out, and as far as which words. */
export interface Reached extends Subject {
  name: string;
  words: Words;
}

/**
 * Who may take out what is kept about whom: everybody what is theirs, parents what is their children's as far as the school lets them
 * read, the school what is of the people whose accounts it keeps.
 */
export class PersonExportReach {
  readonly #deps: ExportReachDeps;

  constructor(deps: ExportReachDeps) {
    this.#deps = deps;
  }

  /** Throws `not-found` for others' people and for one who is being erased, `kept-elsewhere` for parents whom another school keeps. */
  async require(actor: Actor, personId: number): Promise<Reached> {
    const { people, users, erasures } = this.#deps;
    const words = actor.userId === personId ? 'all' : await this.#wordsFor(actor, personId);
    const [person, subject] = [await people.find(personId), await users.findActor(personId)];
    if (!person || !subject || (await erasures.isUnderWay(personId))) throw notFound('person');
    return { id: personId, role: subject.role, name: `${person.firstName} ${person.lastName}`, words };
  }

  async #wordsFor(actor: Actor, personId: number): Promise<Words> {
    const { access, peopleAccess, users } = this.#deps;
    if (actor.role === 'school manager') {
      await peopleAccess.requireKept(actor, personId);
      return wordsFor(actor.role, undefined);
    }
    await access.requirePupil(actor, 'export a person', personId);
    const pupil = await users.findPupil(personId);
    const school = pupil && (await users.getSchool(pupil.schoolId));
    return wordsFor(actor.role, school?.transcriptPolicy);
  }
}
