import { countAll } from '../../data/analytics/count-all.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { COUNT_SESSIONS } from '../../data/jobs/job-kinds.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';

/** Counts all that figures are made of once, in a database in which they were not kept from its beginning on. */
export class CountSessionsHandler implements JobHandler {
  readonly kind = COUNT_SESSIONS;
  readonly #deps: { db: DatabaseManager; timeZone: string };

  constructor(deps: { db: DatabaseManager; timeZone: string }) {
    this.#deps = deps;
  }

  /** May be broken off anywhere: what was counted stays, and all is counted again. */
  async run(_: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    await countAll(this.#deps.db, this.#deps.timeZone, signal);
    if (!signal.aborted) await lease.finish();
  }
}
