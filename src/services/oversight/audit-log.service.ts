import type { AuditLine, AuditLogRepo, AuditWishes } from '../../data/people/audit-log.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { READINGS } from '../../domain/oversight/readings.ts';
import { type CivilDay, shifted, startOfDay } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { idsOf, withNames } from './audit-details.ts';

export type { AuditLine };

export interface AuditLogDeps {
  auditLog: AuditLogRepo;
  users: UserRepo;
  access: AccessService;
  timeZone: string;
}

/** What is looked for in the log of a school; days are those of the school's calendar, the last one included. */
export interface AuditSearch {
  who?: string | undefined;
  about?: string | undefined;
  action?: string | undefined;
  from?: CivilDay | undefined;
  to?: CivilDay | undefined;
  after?: { at: Instant; id: number } | undefined;
}

export interface AuditPage {
  lines: AuditLine[];
  /** Where the next page begins; null: it is the last one. */
  next: { at: Instant; id: number } | null;
}

export interface LookedPage extends AuditPage {
  pupil: { id: number; firstName: string };
  /** It is the pupil's own page. */
  own: boolean;
}

const LINES_A_PAGE = 50;
const LINES_A_FILE = 10_000;
const PEOPLE_FOUND = 200;

/** Who did what at a school, for its manager; and who looked at a pupil's things, for the pupil and the parents. */
export class AuditLogService {
  readonly #deps: AuditLogDeps;

  constructor(deps: AuditLogDeps) {
    this.#deps = deps;
  }

  /** A page of the log of the actor's school, the newest first. */
  async ofSchool(actor: Actor, search: AuditSearch): Promise<AuditPage> {
    return this.#search(actor, search, LINES_A_PAGE);
  }

  /** The same as a file: as much of it as one may hold. */
  async fileOf(actor: Actor, search: AuditSearch): Promise<AuditLine[]> {
    return (await this.#search(actor, { ...search, after: undefined }, LINES_A_FILE)).lines;
  }

  /** Who looked at what of a pupil: for the pupil, and for verified parents. Throws `not-found` for everybody else's. */
  async lookedAt(actor: Actor, studentId: number, after?: { at: Instant; id: number }): Promise<LookedPage> {
    const { access, users, auditLog } = this.#deps;
    await access.requirePupil(actor, actor.role === 'student' ? 'view own progress' : 'read the audit log', studentId);
    const pupil = await users.findPupil(studentId);
    if (!pupil) throw notFound('pupil');
    const wishes = { actions: READINGS, after, limit: LINES_A_PAGE + 1 };
    const page = paged(await auditLog.ofPupil(studentId, wishes), LINES_A_PAGE);
    const { id, firstName } = pupil;
    return { ...page, pupil: { id, firstName }, own: actor.userId === studentId };
  }

  async #search(actor: Actor, search: AuditSearch, size: number): Promise<AuditPage> {
    const { access, auditLog, timeZone } = this.#deps;
    access.requireRole(actor, 'administer the school');
    if (actor.schoolId === null) throw notFound('school');
    const actorIds = await this.#people(actor.schoolId, search.who);
    const studentIds = await this.#people(actor.schoolId, search.about);
    if (actorIds?.length === 0 || studentIds?.length === 0) return { lines: [], next: null };
    const wishes: AuditWishes = {
      actorIds,
      studentIds,
      actions: search.action ? [search.action] : undefined,
      from: search.from === undefined ? undefined : startOfDay(search.from, timeZone),
      to: search.to === undefined ? undefined : startOfDay(shifted(search.to, 1), timeZone),
      after: search.after,
      limit: size + 1,
    };
    const { lines, next } = paged(await auditLog.ofSchool(actor.schoolId, wishes), size);
    return { lines: withNames(lines, await auditLog.namesOf(idsOf(lines))), next };
  }

  /** Undefined: nobody in particular is looked for. */
  async #people(schoolId: number, words: string | undefined): Promise<number[] | undefined> {
    const wanted = words?.trim() ?? '';
    return wanted === '' ? undefined : this.#deps.auditLog.findPeople(schoolId, wanted, PEOPLE_FOUND);
  }
}

function paged(lines: AuditLine[], size: number): AuditPage {
  const page = lines.slice(0, size);
  const last = page.at(-1);
  return { lines: page, next: lines.length > size && last ? { at: last.at, id: last.id } : null };
}
