import type { ConsentEntry, ConsentRepo, NewConsent, PupilConsent } from '../../data/consent/consent.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import { holdPupils } from '../../data/people/hold-pupil.ts';
import type { PupilRecord, UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { type ConsentStanding, consentStanding } from '../../domain/consent/consent.ts';
import { currentVersion, PURPOSES, type Purpose } from '../../domain/consent/purposes.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface ConsentDeps {
  db: DatabaseManager;
  consents: ConsentRepo;
  users: UserRepo;
  audit: AuditRepo;
  access: AccessService;
  clock: Clock;
  /** A remote model is connected at all. */
  hasModel: boolean;
}

/** How one purpose stands for one pupil. */
export interface ConsentState {
  purpose: Purpose;
  /** What is asked now. */
  version: number;
  standing: ConsentStanding;
  /** The newest answer, whatever version it is of. */
  given: PupilConsent['given'];
}

export interface ChildConsents {
  child: { id: number; firstName: string };
  states: ConsentState[];
  history: ConsentEntry[];
  hasModel: boolean;
}

export interface SchoolConsents {
  classes: { id: number; name: string; year: number }[];
  classId: number | null;
  pupils: { id: number; name: string; states: ConsentState[] }[];
  /** Of the whole school, by purpose. */
  counts: { purpose: Purpose; yes: number; no: number; open: number }[];
  unanswered: boolean;
  hasModel: boolean;
}

export interface ConsentAnswer {
  purpose: Purpose;
  /** What was read when it was answered. */
  version: number;
  answer: 'yes' | 'no';
}

export const LONGEST_NOTE = 300;
const HISTORY_SHOWN = 50;

/** Consent: asked of the parents, or recorded by the school for them; every answer stays on record. */
export class ConsentService {
  readonly #deps: ConsentDeps;

  constructor(deps: ConsentDeps) {
    this.#deps = deps;
  }

  /** What a parent is asked for a child, and all that was ever answered. Throws `not-found` for somebody else's child. */
  async ofChild(actor: Actor, studentId: number): Promise<ChildConsents> {
    const { access, users, consents, hasModel } = this.#deps;
    await access.requirePupil(actor, 'consent', studentId);
    const pupil = await users.findPupil(studentId);
    if (!pupil) throw notFound('pupil');
    const states = (await this.#states([studentId])).get(studentId) ?? [];
    const history = await consents.historyOf(studentId, HISTORY_SHOWN);
    return { child: { id: studentId, firstName: pupil.firstName }, states, history, hasModel };
  }

  /** The actor's children for whom something is asked that nobody has answered. */
  async openFor(actor: Actor): Promise<{ id: number; firstName: string }[]> {
    this.#deps.access.requireRole(actor, 'view child progress');
    const children = await this.#deps.users.listChildren(actor.userId);
    const states = await this.#states(children.map(({ id }) => id));
    return children
      .filter(({ id }) => states.get(id)?.some(({ standing }) => standing.open))
      .map(({ id, firstName }) => ({ id, firstName }));
  }

  /**
   * A parent's answer; it counts from the next call to a model on. Throws `not-found` for somebody else's child, and `consent-changed`
   * where another version is asked by now than was read.
   */
  async answer(actor: Actor, studentId: number, given: ConsentAnswer): Promise<void> {
    await this.#deps.access.requirePupil(actor, 'consent', studentId);
    const pupil = await this.#deps.users.findPupil(studentId);
    if (!pupil || actor.role !== 'parent') throw notFound('pupil');
    await this.#save(actor, [pupil], given, { source: 'parent', note: null });
  }

  /** How the pupils of one class stand, the first class unless another is named, and the school in numbers. */
  async ofSchool(actor: Actor, classId?: number): Promise<SchoolConsents> {
    const { users, hasModel } = this.#deps;
    const schoolId = this.#school(actor);
    const all = await users.listPupilsOfSchool(schoolId);
    const classes = (await users.listClasses(schoolId)).map(({ id, name, year }) => ({ id, name, year }));
    const chosen = classes.find(({ id }) => id === classId) ?? classes[0] ?? null;
    const states = await this.#states(all.map(({ id }) => id));
    const members = await users.membersOf(chosen?.id ?? 0);
    const shown = chosen === null ? all : all.filter(({ id }) => members.has(id));
    const every = [...states.values()].flat();
    const { unansweredConsent } = await users.getSchool(schoolId);
    return {
      classes,
      classId: chosen?.id ?? null,
      pupils: shown
        .map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}`, states: states.get(id) ?? [] }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      counts: PURPOSES.map((purpose) => {
        const of = every.filter((state) => state.purpose === purpose);
        const settled = (answer: 'yes' | 'no') =>
          of.filter(({ given, standing }) => !standing.open && given?.answer === answer).length;
        return { purpose, yes: settled('yes'), no: settled('no'), open: of.filter((one) => one.standing.open).length };
      }),
      unanswered: unansweredConsent === 1,
      hasModel,
    };
  }

  /**
   * Records what parents have signed, for several pupils at once, with a note that says where the paper is. A parent's own no stays:
   * those pupils are answered as `kept`. Throws `not-found` for pupils of another school, `invalid-input` without a note.
   */
  async record(
    actor: Actor,
    studentIds: readonly number[],
    { purpose, answer, note }: { purpose: Purpose; answer: 'yes' | 'no'; note: string },
  ): Promise<{ recorded: number; kept: number }> {
    const schoolId = this.#school(actor);
    const words = note.trim();
    if (words === '' || words.length > LONGEST_NOTE) {
      throw invalidInput('Say where the paper is.', { note: `1 to ${LONGEST_NOTE} characters` });
    }
    const pupils = (await this.#deps.users.listPupilsOfSchool(schoolId)).filter(({ id }) => studentIds.includes(id));
    if (pupils.length === 0 || pupils.length < new Set(studentIds).size) throw notFound('pupil');
    const { db, consents } = this.#deps;
    return db.tx(async () => {
      // Held before the answers are read: a no that a parent gives meanwhile comes before or after, and stands either way.
      await holdPupils(db, studentIds);
      const standing = await consents.newest(purpose, studentIds);
      const refused = new Set(
        standing
          .filter((one) => one.given?.source === 'parent' && one.given.answer === 'no' && answer === 'yes')
          .map(({ studentId }) => studentId),
      );
      const free = pupils.filter(({ id }) => !refused.has(id));
      const given = { purpose, version: currentVersion(purpose), answer };
      await this.#save(actor, free, given, { source: 'school', note: words });
      return { recorded: free.length, kept: refused.size };
    });
  }

  async #save(
    actor: Actor,
    pupils: readonly PupilRecord[],
    { purpose, version, answer }: ConsentAnswer,
    { source, note }: Pick<NewConsent, 'source' | 'note'>,
  ): Promise<void> {
    const { db, consents, audit, clock } = this.#deps;
    if (version !== currentVersion(purpose)) {
      throw new AppError('conflict', 'consent-changed', 'What is asked has changed. Please read it again.');
    }
    const [now, byId] = [clock.now(), actor.userId];
    const action = source === 'parent' ? 'answer consent' : 'record consent';
    const details = { purpose, version, answer, ...(note === null ? {} : { note }) };
    await db.tx(async () => {
      await holdPupils(
        db,
        pupils.map(({ id }) => id),
      );
      await consents.add(
        pupils.map(({ id }) => ({ studentId: id, purpose, version, answer, source, byId, note, now })),
      );
      await audit.addMany(
        pupils.map(({ id, schoolId }) => ({ actorId: byId, action, studentId: id, schoolId, details, now })),
      );
    });
  }

  /** Of each of these pupils, every purpose. Two queries a purpose, however many pupils. */
  async #states(studentIds: readonly number[]): Promise<Map<number, ConsentState[]>> {
    const { consents, clock } = this.#deps;
    const now = clock.now();
    const states = new Map<number, ConsentState[]>();
    for (const purpose of PURPOSES) {
      const version = currentVersion(purpose);
      const since = await consents.since(purpose, version);
      for (const { studentId, given, ...policy } of await consents.newest(purpose, studentIds)) {
        const state = { purpose, version, given, standing: consentStanding(given, { version, since }, policy, now) };
        states.set(studentId, [...(states.get(studentId) ?? []), state]);
      }
    }
    return states;
  }

  #school(actor: Actor): number {
    this.#deps.access.requireRole(actor, 'administer the school');
    if (actor.schoolId === null) throw notFound('school');
    return actor.schoolId;
  }
}
