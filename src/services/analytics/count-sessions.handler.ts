import { countAllSessions } from '../../data/analytics/session-facts.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { COUNT_SESSIONS } from '../../data/jobs/job-kinds.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';

/** Counts all sessions once, of a database whose figures were not kept from its beginning on. */
export class CountSessionsHandler implements JobHandler {
  readonly kind = COUNT_SESSIONS;
  readonly #db: DatabaseManager;

  constructor({ db }: { db: DatabaseManager }) {
    this.#db = db;
  }

  /** May be broken off anywhere: what was counted stays, and all is counted again. */
  async run(_: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    await countAllSessions(this.#db, signal);
    if (!signal.aborted) await lease.finish();
  }
}
