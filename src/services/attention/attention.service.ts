import type {
  AttentionAlert,
  AttentionRate,
  AttentionRepo,
  AttentionScope,
} from '../../data/attention/attention.repo.ts';
import type { AttentionCheckRepo } from '../../data/attention/attention-check.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { WATCH_ATTENTION } from '../../data/jobs/job-kinds.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { ESCALATES_AFTER_DAYS, LONGEST_NOTE, SNOOZES } from '../../domain/attention/attention.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { type CivilDay, civilDay, utcOffset } from '../../shared/calendar.ts';
import { type Clock, DAY, HOUR, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';

export type { AttentionAlert, AttentionRate };

export interface AttentionDeps {
  db: DatabaseManager;
  access: AccessService;
  jobs: JobRepo;
  audit: AuditRepo;
  attentionRows: AttentionRepo;
  attentionCheckRows: AttentionCheckRepo;
  notifications: NotificationsService;
  clock: Clock;
  timeZone: string;
}

/** Pupils who need attention, as staff see them. */
export interface AttentionBoard {
  now: Instant;
  /** Nobody has taken them on, or they were put off until now; the most severe first. */
  waiting: AttentionAlert[];
  /** Taken on, or put off; the reason is there still. */
  taken: AttentionAlert[];
  /** The newest first. */
  closed: AttentionAlert[];
  /** Of the last half year, by kind. */
  rates: AttentionRate[];
}

/** From this hour on, where the school is, it is looked who needs attention. */
const LOOKS_AT_HOUR = 3;
const MOST_OPEN = 200;
const CLOSED_SHOWN = 25;
const RATES_DAYS = 182;

/** Who needs attention: looked at each night, shown to class managers, after a week to the school manager. Parents are never told by it. */
export class AttentionService {
  readonly #deps: AttentionDeps;

  constructor(deps: AttentionDeps) {
    this.#deps = deps;
  }

  /** Of a class manager's classes, or of a school what has waited too long. Three queries. Throws `forbidden` for everybody else. */
  async board(actor: Actor): Promise<AttentionBoard> {
    const { attentionRows: alerts, clock } = this.#deps;
    const scope = staffScope(actor);
    const now = clock.now();
    const open = await alerts.listOpen(scope, MOST_OPEN);
    return {
      now,
      waiting: open.filter((alert) => isWaiting(alert, now)),
      taken: open.filter((alert) => !isWaiting(alert, now)),
      closed: await alerts.listClosed(scope, CLOSED_SHOWN),
      rates: await alerts.rates(scope, now - RATES_DAYS * DAY),
    };
  }

  /** What waits for the actor, the most severe first. One query. */
  async waiting(actor: Actor): Promise<AttentionAlert[]> {
    const now = this.#deps.clock.now();
    const open = await this.#deps.attentionRows.listOpen(staffScope(actor), MOST_OPEN);
    return open.filter((alert) => isWaiting(alert, now));
  }

  /**
   * Staff take an alert on, with a note of what they do; `days`: it is put off for so long. It stays until its reason is gone. Throws
   * `not-found` for one out of reach, `invalid-input` for a note that is missing or too long, `conflict` where it is closed or somebody
   * else has taken it on: their note stands until what they put it off for is over.
   */
  async acknowledge(actor: Actor, id: number, { note, days }: { note: string; days: number }): Promise<void> {
    const { db, attentionRows: alerts, clock } = this.#deps;
    const alert = await this.#reachable(actor, id);
    const text = checkNote(note);
    if (!SNOOZES.some((one) => one === days))
      throw invalidInput('It cannot be put off for so long.', { days: SNOOZES.join(', ') });
    const now = clock.now();
    await db.tx(async () => {
      const until = days === 0 ? null : now + days * DAY;
      if (!(await alerts.acknowledge(alert.id, { by: actor.userId, note: text, until }, now))) {
        throw (await alerts.find(alert.id))?.closedAt !== null ? closedError() : takenError();
      }
      await this.#audit(actor, alert, 'take on an attention alert');
    });
  }

  /** Staff say that it was a false alarm, and why: it is closed, and not raised again for four weeks. Throws as `acknowledge` does. */
  async markFalse(actor: Actor, id: number, reason: string): Promise<void> {
    const { db, attentionRows: alerts, clock } = this.#deps;
    const alert = await this.#reachable(actor, id);
    const text = checkNote(reason);
    await db.tx(async () => {
      if (!(await alerts.markFalse(alert.id, actor.userId, text, clock.now()))) throw closedError();
      await this.#audit(actor, alert, 'mark an attention alert as false');
    });
  }

  /** Queues a look at every school that nobody has looked at this night; answers how many. Repeated work of the server. */
  async lookDue(): Promise<number> {
    const { attentionCheckRows: checks, clock, timeZone } = this.#deps;
    const now = clock.now();
    const hour = Math.floor((now + utcOffset(now, timeZone)) / HOUR) % 24;
    if (hour < LOOKS_AT_HOUR) return 0;
    const day = civilDay(now, timeZone);
    let queued = 0;
    for (const schoolId of await checks.missing(day)) if (await this.#queue(schoolId, day)) queued += 1;
    return queued;
  }

  /** Shows the school manager what nobody has taken on for a week, and says so once a day; answers how many. Repeated work of the server. */
  async escalateDue(): Promise<number> {
    const { db, attentionRows: alerts, attentionCheckRows: checks, notifications, clock, timeZone } = this.#deps;
    const now = clock.now();
    return db.tx(async () => {
      const found = await alerts.escalate(now - ESCALATES_AFTER_DAYS * DAY, now);
      for (const [schoolId, own] of Map.groupBy(found, (one) => one.schoolId)) {
        const managerId = await checks.managerOf(schoolId);
        const pupils = new Set(own.map(({ studentId }) => studentId)).size;
        const key = `attention-waits:${schoolId}:${civilDay(now, timeZone)}`;
        if (managerId !== null) await notifications.tell([managerId], 'attention waits', { pupils }, { key, schoolId });
      }
      return found.length;
    });
  }

  async #queue(schoolId: number, day: CivilDay): Promise<boolean> {
    const { db, jobs, attentionCheckRows: checks, clock } = this.#deps;
    const now = clock.now();
    try {
      await db.tx(async () => {
        await checks.begin(schoolId, day, now);
        const subjectKey = `school:${schoolId}:${day}`;
        await jobs.enqueue({ kind: WATCH_ATTENTION, subjectKey, payload: { schoolId, day }, runAt: now, now });
      });
      return true;
    } catch (error) {
      // Another process was there first.
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async #reachable(actor: Actor, id: number): Promise<AttentionAlert> {
    const { access, attentionRows: alerts } = this.#deps;
    access.requireRole(actor, 'view a pupil');
    const alert = await alerts.find(id);
    if (!alert || (actor.role === 'school manager' && alert.escalatedAt === null)) throw notFound('alert');
    await access.requirePupil(actor, 'view a pupil', alert.studentId, 'alert');
    return alert;
  }

  async #audit(actor: Actor, { studentId, schoolId, kind, id }: AttentionAlert, action: string): Promise<void> {
    const { audit, clock } = this.#deps;
    const details = { alertId: id, kind };
    await audit.add({ actorId: actor.userId, action, studentId, schoolId, details, now: clock.now() });
  }
}

/** Nobody has taken it on, or it was put off and its time has come. */
const isWaiting = ({ acknowledgedAt, snoozedUntil }: AttentionAlert, now: Instant): boolean =>
  acknowledgedAt === null || (snoozedUntil !== null && snoozedUntil <= now);

function checkNote(note: string): string {
  const text = note.trim();
  if (text !== '' && text.length <= LONGEST_NOTE) return text;
  throw invalidInput('Say in a few words what was done.', { note: `1 to ${LONGEST_NOTE} characters` });
}

const takenError = (): AppError =>
  new AppError('conflict', 'alert-taken', 'Somebody else has taken this alert on meanwhile. Your note was not saved.');
const closedError = (): AppError => new AppError('conflict', 'alert-closed', 'This alert is closed already.');

function staffScope(actor: Actor): AttentionScope {
  switch (scopeOf(actor.role, 'view a pupil')) {
    case 'own classes':
      return { classManagerId: actor.userId };
    case 'own school':
      if (actor.schoolId !== null) return { schoolId: actor.schoolId };
      break;
  }
  throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
}
