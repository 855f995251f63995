import { hash, randomUUID } from 'node:crypto';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { MAKE_REPORT } from '../../data/jobs/job-kinds.ts';
import type { KeptReportRepo, ReportScope } from '../../data/kept-reports/kept-report.repo.ts';
import type { ReportNamesRepo } from '../../data/kept-reports/report-names.repo.ts';
import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { ReportKind } from '../../domain/kept-reports/kept-report.ts';
import { periodsOffered, type ReportPeriod, reportPeriod } from '../../domain/kept-reports/report-period.ts';
import { civilDay } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { PeriodFiguresService } from '../analytics/period-figures.service.ts';
import type { ReportReach } from './report-reach.ts';

export interface KeptReportsDeps {
  db: DatabaseManager;
  jobs: JobRepo;
  keptReports: KeptReportRepo;
  reportNames: ReportNamesRepo;
  classes: ClassRepo;
  users: UserRepo;
  reach: ReportReach;
  periodFigures: PeriodFiguresService;
  clock: Clock;
  timeZone: string;
  /** Tells the worker that there is work. */
  wake: () => void;
}

/** What is asked for. */
export interface ReportWish {
  kind: ReportKind;
  /** Of `pupils`: none is every class of the school. */
  classId?: number | undefined;
  studentId?: number | undefined;
  subject?: string | undefined;
  region?: string | undefined;
  /** `2026-q1`, `year-2026`, or `days` with the first and the last. */
  period: string;
  from?: string | undefined;
  to?: string | undefined;
  locale: string;
  /** Of the form that was filled in: sent twice, it is one request. */
  key?: string | undefined;
}

/** What a report can be asked of. */
export interface ReportChoices {
  periods: string[];
  classes: { id: number; name: string }[];
  pupils: { id: number; name: string; classId: number }[];
  subjects: string[];
  parts: { subject: string; region: string }[];
}

/** More than this at once would keep everybody else's work waiting. */
export const MOST_PUPILS = 200;
export const MOST_CLASSES = 100;
const LONGEST_KEY = 80;

/** Asking for reports. What comes of it is made in the background, by `ReportWork`. */
export class KeptReportsService {
  readonly #deps: KeptReportsDeps;

  constructor(deps: KeptReportsDeps) {
    this.#deps = deps;
  }

  /** What the actor can ask for. */
  async choices(actor: Actor): Promise<ReportChoices> {
    const { classes, users } = this.#deps;
    const none: ReportChoices = { periods: this.#periods(), classes: [], pupils: [], subjects: [], parts: [] };
    switch (actor.role) {
      case 'class manager': {
        const own = await classes.listOfManager(actor.userId);
        const members = await classes.listMembers(own.map(({ id }) => id));
        const pupils = members.map(({ studentId: id, classId, firstName, lastName }) => {
          return { id, classId, name: `${firstName} ${lastName}` };
        });
        return { ...none, classes: own, pupils };
      }
      case 'school manager':
        if (actor.schoolId === null) throw notFound('school');
        return {
          ...none,
          classes: await users.listClasses(actor.schoolId),
          subjects: await this.#deps.reportNames.subjectsOf(actor.schoolId),
        };
      case 'regional supervisor':
        return { ...none, parts: await users.listSupervision(actor.userId) };
      default:
        return none;
    }
  }

  /**
   * Asks for a report; the answer is its id, of all classes one a class. The same request twice is one report. Throws `not-found` for what
   * is not the actor's, and `invalid-input` for days of which no report can be made and for more than can be made at once.
   */
  async ask(actor: Actor, wish: ReportWish): Promise<number[]> {
    const period = reportPeriod(wish, this.#today());
    const isOfRegion = wish.kind === 'region' || wish.kind === 'region subject';
    this.#deps.periodFigures.check({ from: period.from, to: period.to }, isOfRegion ? 'ofRegion' : 'ofSchool');
    const scopes = await this.#scopes(actor, wish);
    for (const scope of scopes) await this.#deps.reach.require(actor, scope);
    await this.#checkSize(scopes);
    const key = (wish.key ?? '').length > 0 ? (wish.key ?? '').slice(0, LONGEST_KEY) : randomUUID();
    const ids: number[] = [];
    for (const scope of scopes) {
      ids.push(await this.#keep(actor, scope, period, { locale: wish.locale, key: `${key}/${scope.classId ?? ''}` }));
    }
    this.#deps.wake();
    return ids;
  }

  async #keep(
    actor: Actor,
    scope: ReportScope,
    period: ReportPeriod,
    { locale, key }: { locale: string; key: string },
  ): Promise<number> {
    const { db, keptReports, jobs, clock } = this.#deps;
    const now = clock.now();
    return db.tx(async () => {
      const { id, isNew } = await keptReports.add({
        ...scope,
        period: period.name,
        firstDay: period.from,
        lastDay: period.to,
        locale,
        madeBy: actor.userId,
        requestKey: hash('sha256', `${actor.userId}/${key}`, 'base64url'),
        askedAt: now,
      });
      if (isNew) {
        await jobs.enqueue({ kind: MAKE_REPORT, subjectKey: `report:${id}`, payload: { id }, runAt: now, now });
      }
      return id;
    });
  }

  /** What the wish is about, as it is kept. */
  async #scopes(actor: Actor, { kind, classId, studentId, subject, region }: ReportWish): Promise<ReportScope[]> {
    const none = { kind, schoolId: null, classId: null, studentId: null, subject: null, region: null };
    switch (kind) {
      case 'pupil': {
        const pupil = await this.#deps.users.findPupil(studentId ?? 0);
        if (!pupil) throw notFound('report');
        // Of staff it stands in the list of the class; of families in that of the pupil alone.
        const isOfClass = actor.role === 'class manager';
        const room = isOfClass ? await this.#classOf(actor, pupil.id) : null;
        return [{ ...none, schoolId: pupil.schoolId, studentId: pupil.id, classId: room }];
      }
      case 'pupils':
        if (classId === undefined && actor.role === 'school manager' && actor.schoolId !== null) {
          const { schoolId } = actor;
          const rooms = (await this.#deps.users.listClasses(schoolId)).filter(({ pupils }) => Number(pupils) > 0);
          return rooms.map(({ id }) => ({ ...none, schoolId, classId: id }));
        }
        return [{ ...none, schoolId: actor.schoolId, classId: classId ?? null }];
      case 'class':
        return [{ ...none, schoolId: actor.schoolId, classId: classId ?? null }];
      case 'school':
        return [{ ...none, schoolId: actor.schoolId }];
      case 'subject': {
        const taught = actor.schoolId === null ? [] : await this.#deps.reportNames.subjectsOf(actor.schoolId);
        if (subject === undefined || !taught.includes(subject)) throw notFound('subject');
        return [{ ...none, schoolId: actor.schoolId, subject }];
      }
      case 'region subject':
        return [{ ...none, subject: subject ?? null, region: region ?? null }];
      case 'region':
        return [{ ...none, region: region ?? null }];
    }
  }

  async #classOf(actor: Actor, studentId: number): Promise<number | null> {
    const { classes } = this.#deps;
    const own = (await classes.listOfManager(actor.userId)).map(({ id }) => id);
    return (await classes.listMembers(own)).find((one) => one.studentId === studentId)?.classId ?? null;
  }

  async #checkSize(scopes: readonly ReportScope[]): Promise<void> {
    const rooms = scopes.flatMap(({ kind, classId }) => (kind === 'pupils' && classId !== null ? [classId] : []));
    if (scopes.length > MOST_CLASSES) throw tooLarge(`These are ${scopes.length} classes.`);
    if (scopes.length > 0 && rooms.length === 0) return;
    const byClass = Map.groupBy(await this.#deps.classes.listMembers(rooms), ({ classId }) => classId);
    if (byClass.size === 0) throw new AppError('invalid-input', 'no-pupils', 'There are no pupils to report on.');
    const largest = Math.max(...[...byClass.values()].map(({ length }) => length));
    if (largest > MOST_PUPILS) throw tooLarge(`A class has ${largest} pupils.`);
  }

  #today(): string {
    return civilDay(this.#deps.clock.now(), this.#deps.timeZone);
  }

  #periods(): string[] {
    return periodsOffered(this.#today());
  }
}

function tooLarge(message: string): AppError {
  const details = { fields: { class: `at most ${MOST_PUPILS} pupils a class, and ${MOST_CLASSES} classes` } };
  return new AppError('invalid-input', 'report-too-large', message, { details });
}
