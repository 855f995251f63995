import type { ClassCourse, ClassCourseRepo } from '../../data/curriculum/class-course.repo.ts';
import type { GradeEnrolmentRepo } from '../../data/curriculum/grade-enrolment.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { DirectoryRepo } from '../../data/people/directory.repo.ts';
import type { ClassPerson, SchoolClassRecord, SchoolClassRepo } from '../../data/people/school-class.repo.ts';
import type { SchoolPolicyRepo } from '../../data/people/school-policy.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { type ClassProblems, readClass } from '../../domain/people/class-fields.ts';
import { civilDay } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import { wordsOf } from './people.service.ts';
import type { PeopleAccess } from './people-access.service.ts';

export interface SchoolClassesDeps {
  db: DatabaseManager;
  peopleAccess: PeopleAccess;
  schoolClasses: SchoolClassRepo;
  directory: DirectoryRepo;
  gradeEnrolments: GradeEnrolmentRepo;
  classCourses: ClassCourseRepo;
  policies: SchoolPolicyRepo;
  audit: AuditRepo;
  clock: Clock;
  timeZone: string;
}

/** More of those without a class are found by their names. */
export const FREE_SHOWN = 60;

type Sent = Record<string, string | undefined>;
export type SavedClass = { ok: true; id: number } | { ok: false; problems: ClassProblems };

/** `full`: so many are more than the class was made for; asked again with `knowingly`, they go in. */
export type JoinResult = { ok: true; joined: number } | { ok: false; full: { capacity: number; would: number } };

export type SchoolClassLine = Awaited<ReturnType<SchoolClassRepo['list']>>[number] & { managers: ClassPerson[] };

export interface ClassesPage {
  classes: SchoolClassLine[];
  archived: SchoolClassLine[];
}

/** Pupils who are in no class of a year, by name. */
export interface FreePupils {
  /** What was looked for; empty: everybody. */
  search: string;
  /** The first of them. */
  pupils: { id: number; name: string }[];
  total: number;
}

export interface ClassPage {
  one: SchoolClassRecord;
  members: ClassPerson[];
  managers: ClassPerson[];
  /** Class managers of the school who can be put in charge. */
  staff: { id: number; name: string }[];
  free: FreePupils;
  /** Where pupils can be moved to. */
  others: SchoolClassRecord[];
  /** Every course that can be studied. */
  courses: ClassCourse[];
  cardLogin: boolean;
}

/** A school's classes: who is in them, who looks after them, and how enrolments follow. */
export class SchoolClassesService {
  readonly #deps: SchoolClassesDeps;

  constructor(deps: SchoolClassesDeps) {
    this.#deps = deps;
  }

  /** All classes, those of old years apart. Two queries. */
  async list(actor: Actor): Promise<ClassesPage> {
    const { peopleAccess, schoolClasses } = this.#deps;
    const all = await schoolClasses.list(peopleAccess.requireSchool(actor));
    const managers = Map.groupBy(await schoolClasses.managers(all.map(({ id }) => id)), ({ classId }) => classId);
    const lines = all.map((one) => ({ ...one, managers: managers.get(one.id) ?? [] }));
    return {
      classes: lines.filter(({ archivedAt }) => archivedAt === null),
      archived: lines.filter(({ archivedAt }) => archivedAt !== null),
    };
  }

  /**
   * One class with its people, and pupils without a class whom the search finds. As many queries, however many pupils there are.
   * Throws `not-found` for a class of another school.
   */
  async page(actor: Actor, classId: number, search = ''): Promise<ClassPage> {
    const { peopleAccess, schoolClasses, classCourses, policies } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    const one = await this.#require(schoolId, classId);
    return {
      one,
      members: await schoolClasses.members(classId),
      managers: await schoolClasses.managers([classId]),
      staff: await schoolClasses.staff(schoolId),
      free: await this.#free(schoolId, one.year, search),
      others: (await schoolClasses.list(schoolId)).filter(
        ({ id, archivedAt }) => id !== classId && archivedAt === null,
      ),
      courses: await classCourses.list(classId),
      cardLogin: await policies.cardLogin(schoolId),
    };
  }

  async #free(schoolId: number, year: number, search: string): Promise<FreePupils> {
    const { directory } = this.#deps;
    const filter = { schoolId, words: wordsOf(search), freeIn: year };
    const pupils = await directory.list(filter, { offset: 0, limit: FREE_SHOWN });
    return {
      search,
      pupils: pupils.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` })),
      total: await directory.count(filter),
    };
  }

  /** What a new class usually is: of this school year, with places for thirty. */
  usual(actor: Actor): Record<string, string> {
    this.#deps.peopleAccess.requireSchool(actor);
    return { year: String(this.#thisYear()), capacity: '30' };
  }

  #thisYear(): number {
    return Number(civilDay(this.#deps.clock.now(), this.#deps.timeZone).slice(0, 4));
  }

  async create(actor: Actor, sent: Sent): Promise<SavedClass> {
    const { schoolClasses } = this.#deps;
    return this.#save(actor, sent, { action: 'create class', but: null }, (schoolId, fields) =>
      schoolClasses.add(schoolId, fields),
    );
  }

  /** Changes a class. A new grade moves its pupils' mandatory courses along. */
  async edit(actor: Actor, classId: number, sent: Sent): Promise<SavedClass> {
    const { peopleAccess, schoolClasses, gradeEnrolments } = this.#deps;
    await this.#require(peopleAccess.requireSchool(actor), classId);
    return this.#save(actor, sent, { action: 'edit class', but: classId }, async (schoolId, fields) => {
      const before = await this.#require(schoolId, classId);
      await schoolClasses.update(classId, fields);
      if (before.archivedAt === null && before.gradeLevel !== fields.gradeLevel) {
        const ids = await this.#memberIds(classId);
        await gradeEnrolments.join(fields.gradeLevel, ids);
        await gradeEnrolments.leave(before.gradeLevel, ids);
      }
      return classId;
    });
  }

  async #save(
    actor: Actor,
    sent: Sent,
    { action, but }: { action: string; but: number | null },
    write: (schoolId: number, fields: Parameters<SchoolClassRepo['add']>[1]) => Promise<number>,
  ): Promise<SavedClass> {
    const { db, peopleAccess, schoolClasses, audit, clock } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    const read = readClass(sent, { thisYear: this.#thisYear() });
    try {
      return await db.tx(async (): Promise<SavedClass> => {
        const { identity } = read;
        if (identity && (await schoolClasses.isTaken(schoolId, identity, but))) return nameTaken(read);
        if (!read.ok) return read;
        const id = await write(schoolId, read.fields);
        const details = { classId: id, ...read.fields };
        await audit.add({ actorId: actor.userId, action, schoolId, details, now: clock.now() });
        return { ok: true, id };
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Two who write the same name at once: the slower one is told like everybody who comes later.
      return nameTaken(read);
    }
  }

  /**
   * Puts pupils of the school into a class and enrols them in the mandatory courses of its grade. Who is in it already stays. More
   * than it was made for go in only `knowingly`. Throws `not-found` where one of them is no pupil of the school.
   */
  async join(actor: Actor, classId: number, studentIds: readonly number[], knowingly = false): Promise<JoinResult> {
    const schoolId = this.#deps.peopleAccess.requireSchool(actor);
    return this.#deps.db.tx(() => this.#join(actor, schoolId, classId, studentIds, knowingly));
  }

  async #join(
    actor: Actor,
    schoolId: number,
    classId: number,
    studentIds: readonly number[],
    knowingly: boolean,
  ): Promise<JoinResult> {
    const { schoolClasses, gradeEnrolments } = this.#deps;
    const one = await this.#requireOpen(schoolId, classId);
    const pupils = await schoolClasses.pupilsOf(schoolId, studentIds);
    if (pupils.length !== new Set(studentIds).size) throw notFound('pupil');
    const members = await schoolClasses.members(classId);
    const there = new Set(members.map(({ userId }) => userId));
    const fresh = pupils.filter((id) => !there.has(id));
    const would = members.filter(({ disabled }) => !disabled).length + fresh.length;
    if (fresh.length > 0 && would > one.capacity && !knowingly) {
      return { ok: false, full: { capacity: one.capacity, would } };
    }
    await schoolClasses.addMembers(classId, fresh);
    await gradeEnrolments.join(one.gradeLevel, fresh);
    await this.#note(actor, schoolId, 'join class', fresh, { classId, ...(would > one.capacity ? { would } : {}) });
    return { ok: true, joined: fresh.length };
  }

  /** Takes pupils out of a class; mandatory courses of its grade that they never touched go with it. */
  async leave(actor: Actor, classId: number, studentIds: readonly number[]): Promise<void> {
    const schoolId = this.#deps.peopleAccess.requireSchool(actor);
    await this.#deps.db.tx(async () => {
      const one = await this.#require(schoolId, classId);
      await this.#leave(actor, schoolId, one, studentIds);
    });
  }

  async #leave(actor: Actor, schoolId: number, one: SchoolClassRecord, studentIds: readonly number[]): Promise<void> {
    const { schoolClasses, gradeEnrolments } = this.#deps;
    const members = (await schoolClasses.members(one.id)).map(({ userId }) => userId);
    const leaving = members.filter((id) => studentIds.includes(id));
    if (leaving.length !== new Set(studentIds).size) throw notFound('pupil');
    await schoolClasses.removeMembers(one.id, leaving);
    await gradeEnrolments.leave(one.gradeLevel, leaving);
    await this.#note(actor, schoolId, 'leave class', leaving, { classId: one.id });
  }

  /** Out of one class and into another, both or neither. */
  async move(
    actor: Actor,
    { from, to }: { from: number; to: number },
    studentIds: readonly number[],
    knowingly = false,
  ): Promise<JoinResult> {
    const schoolId = this.#deps.peopleAccess.requireSchool(actor);
    return this.#deps.db.tx(async () => {
      const before = await this.#require(schoolId, from);
      const joined = await this.#join(actor, schoolId, to, studentIds, knowingly);
      if (joined.ok && from !== to) await this.#leave(actor, schoolId, before, studentIds);
      return joined;
    });
  }

  /** Exactly these class managers look after the class from now on; who is left out loses sight of its pupils at once. */
  async setManagers(actor: Actor, classId: number, managerIds: readonly number[]): Promise<void> {
    const { db, peopleAccess, schoolClasses, audit, clock } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    await db.tx(async () => {
      await this.#requireOpen(schoolId, classId);
      const staff = new Set((await schoolClasses.staff(schoolId)).map(({ id }) => id));
      if (managerIds.some((id) => !staff.has(id))) throw notFound('class manager');
      await schoolClasses.setManagers(classId, managerIds);
      const details = { classId, managerIds };
      await audit.add({ actorId: actor.userId, action: 'set class managers', schoolId, details, now: clock.now() });
    });
  }

  /**
   * Puts an old class away: its class managers lose sight of its pupils, who stay on its list for the record. Courses of its grade that
   * they never touched go, what was studied stays. The audit log keeps who looked after it.
   */
  async archive(actor: Actor, classId: number): Promise<void> {
    const { db, peopleAccess, schoolClasses, gradeEnrolments, audit, clock } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    await db.tx(async () => {
      const { gradeLevel } = await this.#require(schoolId, classId);
      if (!(await schoolClasses.setArchived(classId, clock.now()))) return;
      await gradeEnrolments.leave(gradeLevel, await this.#memberIds(classId));
      const managerIds = (await schoolClasses.managers([classId])).map(({ userId }) => userId);
      await schoolClasses.setManagers(classId, []);
      const details = { classId, managerIds };
      await audit.add({ actorId: actor.userId, action: 'archive class', schoolId, details, now: clock.now() });
    });
  }

  /** Takes a class out of the archive again, without class managers. */
  async restore(actor: Actor, classId: number): Promise<void> {
    const { db, peopleAccess, schoolClasses, gradeEnrolments, audit, clock } = this.#deps;
    const schoolId = peopleAccess.requireSchool(actor);
    await db.tx(async () => {
      const { gradeLevel } = await this.#require(schoolId, classId);
      if (!(await schoolClasses.setArchived(classId, null))) return;
      await gradeEnrolments.join(gradeLevel, await this.#memberIds(classId));
      const details = { classId };
      await audit.add({ actorId: actor.userId, action: 'restore class', schoolId, details, now: clock.now() });
    });
  }

  async #memberIds(classId: number): Promise<number[]> {
    return (await this.#deps.schoolClasses.members(classId)).map(({ userId }) => userId);
  }

  async #require(schoolId: number, classId: number): Promise<SchoolClassRecord> {
    const found = await this.#deps.schoolClasses.find(schoolId, classId);
    if (!found) throw notFound('class');
    return found;
  }

  async #requireOpen(schoolId: number, classId: number): Promise<SchoolClassRecord> {
    const found = await this.#require(schoolId, classId);
    if (found.archivedAt === null) return found;
    throw new AppError('conflict', 'class-archived', 'This class was put away. Take it out of the archive first.');
  }

  async #note(actor: Actor, schoolId: number, action: string, studentIds: readonly number[], details: object) {
    const { audit, clock } = this.#deps;
    const now = clock.now();
    await audit.addMany(
      studentIds.map((studentId) => ({
        actorId: actor.userId,
        action,
        studentId,
        schoolId,
        details: { ...details },
        now,
      })),
    );
  }
}

/** That the name is taken, beside all else that is wrong. */
function nameTaken(read: ReturnType<typeof readClass>): SavedClass {
  return { ok: false, problems: { ...(read.ok ? {} : read.problems), name: 'name taken' } };
}
