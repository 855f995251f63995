import { setImmediate as othersTurn } from 'node:timers/promises';
import type { AttentionRepo } from '../../data/attention/attention.repo.ts';
import { openKey } from '../../data/attention/attention.repo.ts';
import type { AttentionCheckRepo } from '../../data/attention/attention-check.repo.ts';
import type { AttentionCountsRepo } from '../../data/attention/attention-counts.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { WATCH_ATTENTION } from '../../data/jobs/job-kinds.ts';
import { type Attention, attentionOf, QUIET_DAYS } from '../../domain/attention/attention.ts';
import type { CivilDay } from '../../shared/calendar.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';

export interface WatchAttentionDeps {
  db: DatabaseManager;
  attentionRows: AttentionRepo;
  attentionCheckRows: AttentionCheckRepo;
  attentionCountRows: AttentionCountsRepo;
  notifications: NotificationsService;
  clock: Clock;
}

/** So many pupils are looked at in one transaction. */
const PUPILS_A_SLICE = 100;

/**
 * Looks which pupils of a school need attention, some at a time, each time in a transaction that also says how far it is: it may break
 * off anywhere and goes on there. A reason that is gone closes its alert; one that is there raises one, unless it is open or was a
 * false alarm lately. In the end each class manager is told once how many there are.
 */
export class WatchAttentionHandler implements JobHandler {
  readonly kind = WATCH_ATTENTION;
  readonly #deps: WatchAttentionDeps;

  constructor(deps: WatchAttentionDeps) {
    this.#deps = deps;
  }

  async run({ payload }: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { schoolId, day } = payload as { schoolId: number; day: CivilDay };
    while (!signal.aborted && (await this.#slice(schoolId, day, lease))) await othersTurn();
  }

  /** False: there is nothing left to do here. */
  async #slice(schoolId: number, day: CivilDay, lease: JobLease): Promise<boolean> {
    const { db, attentionCheckRows: checks, attentionCountRows: counts, clock } = this.#deps;
    const now = clock.now();
    return db.tx(async () => {
      const check = await checks.hold(schoolId, day);
      if (!check || check.finished) {
        await lease.finish();
        return false;
      }
      const pupils = await counts.pupilsAfter(schoolId, check.afterStudent, PUPILS_A_SLICE, now);
      const last = pupils.at(-1)?.studentId;
      if (last === undefined) {
        if (await lease.finish()) await this.#finish(schoolId, day);
        return false;
      }
      const school = await counts.school(schoolId, now);
      const found = pupils.flatMap((pupil) =>
        attentionOf(pupil, school).map((attention) => ({ ...attention, studentId: pupil.studentId })),
      );
      const ids = pupils.map(({ studentId }) => studentId);
      await checks.advance(schoolId, day, { last, pupils: ids.length, ...(await this.#write(schoolId, ids, found)) });
      return true;
    });
  }

  async #write(schoolId: number, ids: readonly number[], found: readonly (Attention & { studentId: number })[]) {
    const { attentionRows: alerts, clock } = this.#deps;
    const now = clock.now();
    const reasons = new Map(found.map((one) => [openKey(one.studentId, one.kind), one]));
    const open = await alerts.openOf(ids);
    const quiet = await alerts.falseSince(ids, now - QUIET_DAYS * DAY);
    const gone = open.filter((alert) => !reasons.has(openKey(alert.studentId, alert.kind)));
    await alerts.close(
      gone.map(({ id }) => id),
      now,
    );
    for (const alert of open) {
      const reason = reasons.get(openKey(alert.studentId, alert.kind));
      if (reason) await alerts.seeAgain(alert.id, reason, now);
    }
    const there = new Set(open.map((alert) => openKey(alert.studentId, alert.kind)));
    const fresh = [...reasons].flatMap(([key, one]) => (there.has(key) || quiet.has(key) ? [] : [one]));
    await alerts.raise(schoolId, fresh, now);
    return { raised: fresh.length, closed: gone.length };
  }

  /** Tells each class manager once a day how many new ones there are. Never a parent. */
  async #finish(schoolId: number, day: CivilDay): Promise<void> {
    const { attentionCheckRows: checks, notifications, clock } = this.#deps;
    for (const { managerId, pupils } of await checks.raisedByManager(schoolId, day)) {
      await notifications.tell([managerId], 'attention', { pupils }, { key: `attention:${schoolId}:${day}`, schoolId });
    }
    await checks.finish(schoolId, day, clock.now());
  }
}
