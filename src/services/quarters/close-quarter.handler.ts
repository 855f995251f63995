import { setImmediate as othersTurn } from 'node:timers/promises';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { CLOSE_QUARTER } from '../../data/jobs/job-kinds.ts';
import { placeKey, type QuarterRepo } from '../../data/quarters/quarter.repo.ts';
import type { QuarterClosing, QuarterClosingRepo } from '../../data/quarters/quarter-closing.repo.ts';
import type { QuarterSourceRepo } from '../../data/quarters/quarter-source.repo.ts';
import { quarterNumbered } from '../../domain/evaluation/school-quarter.ts';
import type { Clock } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import { makeQuarter, saysElse, timeOf } from './quarter-maker.ts';

export interface CloseQuarterDeps {
  db: DatabaseManager;
  quarterRows: QuarterRepo;
  quarterSourceRows: QuarterSourceRepo;
  quarterClosingRows: QuarterClosingRepo;
  clock: Clock;
  timeZone: string;
}

/** So many pupils are done in one transaction. */
export const PUPILS_A_SLICE = 25;

/**
 * Closes a school's quarter, some pupils at a time, each time in a transaction that also says how far it is: it may break off anywhere
 * and goes on there, and each evaluation is made once. What says something else than before takes its place, and what stood there is
 * kept.
 */
export class CloseQuarterHandler implements JobHandler {
  readonly kind = CLOSE_QUARTER;
  readonly #deps: CloseQuarterDeps;

  constructor(deps: CloseQuarterDeps) {
    this.#deps = deps;
  }

  async run({ payload }: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { closingId } = payload as { closingId: number };
    try {
      while (!signal.aborted && (await this.#slice(closingId, lease))) await othersTurn();
    } catch (error) {
      if (lease.lastTry) await this.#deps.quarterClosingRows.end(closingId, 'failed', this.#deps.clock.now());
      throw error;
    }
  }

  /** False: there is nothing left to do here. */
  async #slice(closingId: number, lease: JobLease): Promise<boolean> {
    const { db, quarterSourceRows, quarterClosingRows: closings, clock, timeZone } = this.#deps;
    return db.tx(async () => {
      await closings.hold(closingId);
      const closing = await closings.find(closingId);
      if (closing?.state !== 'running') {
        await lease.finish();
        return false;
      }
      const { schoolId, afterStudent } = closing;
      const quarter = quarterNumbered(closing.schoolYear, closing.quarter);
      const pupils = await quarterSourceRows.pupilsAfter(
        schoolId,
        afterStudent,
        PUPILS_A_SLICE,
        timeOf(quarter, timeZone),
      );
      const last = pupils.at(-1);
      if (last === undefined) {
        if (await lease.finish()) await closings.end(closingId, 'done', clock.now());
        return false;
      }
      const counts = await this.#write(closing, pupils);
      if (await closings.advance(closing, { last, pupils: pupils.length, ...counts })) return true;
      throw new Error('Another worker closes this quarter.');
    });
  }

  async #write(closing: QuarterClosing, pupils: readonly number[]): Promise<{ made: number; changed: number }> {
    const { quarterRows, quarterSourceRows, clock, timeZone } = this.#deps;
    const now = clock.now();
    const quarter = quarterNumbered(closing.schoolYear, closing.quarter);
    const present = (await quarterRows.listOf(pupils, closing)).filter(({ source }) => source === 'evaluator');
    const there = new Map(present.map((one) => [placeKey(one), one]));
    const made = await makeQuarter(quarterSourceRows, pupils, quarter, timeZone);
    const fresh = made.filter((one) => !there.has(placeKey(one)));
    await quarterRows.add(fresh, now);
    let changed = 0;
    for (const one of made) {
      const before = there.get(placeKey(one));
      if (before === undefined || !saysElse(before, one)) continue;
      await quarterRows.replace(before, one, closing.id, now);
      changed += 1;
    }
    return { made: fresh.length, changed };
  }
}
