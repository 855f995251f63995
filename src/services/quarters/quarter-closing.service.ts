import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { CLOSE_QUARTER } from '../../data/jobs/job-kinds.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import { placeKey, type QuarterRepo } from '../../data/quarters/quarter.repo.ts';
import type { QuarterClosing, QuarterClosingRepo } from '../../data/quarters/quarter-closing.repo.ts';
import type { QuarterSourceRepo } from '../../data/quarters/quarter-source.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import {
  CLOSES_AFTER_DAYS,
  ClosingUnderWayError,
  NothingToCloseError,
  QuarterClosedError,
  QuarterNotOverError,
  RELEASED_AFTER_DAYS,
} from '../../domain/evaluation/quarter-closing.ts';
import { lastOver, nameOfQuarter, type SchoolQuarter } from '../../domain/evaluation/school-quarter.ts';
import { civilDay } from '../../shared/calendar.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { PUPILS_A_SLICE } from './close-quarter.handler.ts';
import { makeQuarter, saysElse, timeOf } from './quarter-maker.ts';

export interface QuarterClosingDeps {
  db: DatabaseManager;
  access: AccessService;
  jobs: JobRepo;
  audit: AuditRepo;
  quarterRows: QuarterRepo;
  quarterSourceRows: QuarterSourceRepo;
  quarterClosingRows: QuarterClosingRepo;
  clock: Clock;
  timeZone: string;
}

export type { QuarterClosing };

/** What closing a quarter would write. */
export interface ClosingPreview {
  pupils: number;
  /** New evaluations, those of them with a score, and those that would say something else than now. */
  made: number;
  scored: number;
  changed: number;
}

/** Closes quarters of schools: on request, and by itself some days after their end. */
export class QuarterClosingService {
  readonly #deps: QuarterClosingDeps;

  constructor(deps: QuarterClosingDeps) {
    this.#deps = deps;
  }

  /** The quarter that ended last. */
  lastQuarter(): SchoolQuarter {
    const { clock, timeZone } = this.#deps;
    return lastOver(civilDay(clock.now(), timeZone));
  }

  /**
   * A school manager closes a quarter of their school, or with `again` has it made anew. Throws `forbidden` without the right, and as
   * `close` does.
   */
  async request(actor: Actor, quarter: SchoolQuarter, again: boolean): Promise<QuarterClosing> {
    this.#deps.access.requireRole(actor, 'administer the school');
    if (actor.schoolId === null) throw notFound('school');
    return this.close(actor.schoolId, quarter, { again, by: actor });
  }

  /**
   * Queues the closing of a school's quarter: the work is a job. Throws `quarter-not-over` before its end, `nothing-to-close` where
   * nobody studied, `quarter-closed` where it is closed and nobody says `again`, and `closing-under-way`.
   */
  async close(
    schoolId: number,
    quarter: SchoolQuarter,
    { again = false, by = null }: { again?: boolean; by?: Actor | null } = {},
  ): Promise<QuarterClosing> {
    const { quarterClosingRows: closings, timeZone } = this.#deps;
    this.requireOver(quarter);
    const school = (await closings.schools(timeOf(quarter, timeZone))).find(({ id }) => id === schoolId);
    if (!school) throw notFound('school');
    if (!school.studied) throw new NothingToCloseError(quarter);
    const [last] = await closings.list(schoolId, quarter, 1);
    if (last?.state === 'running') throw new ClosingUnderWayError(quarter);
    if (last?.state === 'done' && !again) throw new QuarterClosedError(quarter);
    const closing = await this.#queue(schoolId, quarter, (last?.run ?? 0) + 1, by, last?.releaseAt ?? null);
    if (!closing) throw new ClosingUnderWayError(quarter);
    return closing;
  }

  /** Throws `quarter-not-over` for one whose last day is not over. */
  requireOver(quarter: SchoolQuarter): void {
    const { clock, timeZone } = this.#deps;
    if (clock.now() < timeOf(quarter, timeZone).to) throw new QuarterNotOverError(quarter);
  }

  /** Every school, with whether anybody of it studied in a quarter and how its closing stands. */
  async schools(quarter: SchoolQuarter) {
    const { quarterClosingRows: closings, timeZone } = this.#deps;
    const schools = await closings.schools(timeOf(quarter, timeZone));
    const last = new Map<number, QuarterClosing>();
    for (const one of (await closings.list(null, quarter, 10_000)).toReversed()) last.set(one.schoolId, one);
    return schools.map((school) => ({ ...school, closing: last.get(school.id) ?? null }));
  }

  /** A closing as it stands; undefined where there is none. */
  async find(id: number): Promise<QuarterClosing | undefined> {
    return this.#deps.quarterClosingRows.find(id);
  }

  /** What closing a school's quarter would write. Reads some pupils at a time; nothing is written. */
  async preview(schoolId: number, quarter: SchoolQuarter): Promise<ClosingPreview> {
    const { quarterRows, quarterSourceRows, timeZone } = this.#deps;
    const found: ClosingPreview = { pupils: 0, made: 0, scored: 0, changed: 0 };
    for (let after = 0; ; ) {
      const pupils = await quarterSourceRows.pupilsAfter(schoolId, after, PUPILS_A_SLICE, timeOf(quarter, timeZone));
      const last = pupils.at(-1);
      if (last === undefined) return found;
      const present = (await quarterRows.listOf(pupils, quarter)).filter(({ source }) => source === 'evaluator');
      const there = new Map(present.map((one) => [placeKey(one), one]));
      for (const one of await makeQuarter(quarterSourceRows, pupils, quarter, timeZone)) {
        const before = there.get(placeKey(one));
        if (before === undefined) found.made += 1;
        else if (saysElse(before, one)) found.changed += 1;
        if (one.evaluation.score !== null) found.scored += 1;
      }
      found.pupils += pupils.length;
      after = last;
    }
  }

  /**
   * Closes the quarter that ended last for every school in which it is time and nobody has; answers how many. Repeated work of the
   * server. A quarter that ended while no server ran for a whole quarter is closed on request only.
   */
  async closeDue(): Promise<number> {
    const { clock, timeZone } = this.#deps;
    const quarter = this.lastQuarter();
    if (clock.now() < timeOf(quarter, timeZone).to + CLOSES_AFTER_DAYS * DAY) return 0;
    let begun = 0;
    for (const { id, studied, closing } of await this.schools(quarter)) {
      if (closing || !studied) continue;
      if (await this.#queue(id, quarter, 1, null, null)) begun += 1;
    }
    return begun;
  }

  /** Shows closed quarters to everybody whose time has come; answers how many. Repeated work of the server. */
  async releaseDue(): Promise<number> {
    const { db, quarterClosingRows: closings, clock } = this.#deps;
    const due = await closings.dueForRelease(clock.now());
    for (const one of due) await db.tx(() => closings.releaseAll(one, clock.now()));
    return due.length;
  }

  /** Writes it down together with its job. Null: somebody else has asked a moment ago. */
  async #queue(schoolId: number, quarter: SchoolQuarter, run: number, by: Actor | null, releaseAt: number | null) {
    const { db, jobs, audit, quarterSourceRows, quarterClosingRows: closings, clock, timeZone } = this.#deps;
    const now = clock.now();
    const { schoolYear, quarter: number } = quarter;
    try {
      return await db.tx(async () => {
        const pupilsAll = await quarterSourceRows.countPupils(schoolId, timeOf(quarter, timeZone));
        const asked = { schoolId, schoolYear, quarter: number, run, byId: by?.userId ?? null, pupilsAll, now };
        const id = await closings.add({ ...asked, releaseAt: releaseAt ?? now + RELEASED_AFTER_DAYS * DAY });
        const payload = { closingId: id };
        await jobs.enqueue({ kind: CLOSE_QUARTER, subjectKey: `closing:${id}`, payload, runAt: now, now });
        if (by) {
          const details = { quarter: nameOfQuarter(quarter), run };
          await audit.add({ actorId: by.userId, action: 'close a quarter', schoolId, details, now });
        }
        return await closings.find(id);
      });
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }
}
