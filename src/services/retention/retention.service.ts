import { setImmediate as othersTurn } from 'node:timers/promises';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job, JobRepo } from '../../data/jobs/job.repo.ts';
import { REMOVE_WORDS } from '../../data/jobs/job-kinds.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { SchoolPolicyRepo } from '../../data/people/school-policy.repo.ts';
import type { Kept, Removed, RetentionRepo } from '../../data/retention/retention.repo.ts';
import { type Clock, utcDay } from '../../shared/instant.ts';
import { monthsBefore } from '../../shared/months.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';

export interface RetentionDeps {
  db: DatabaseManager;
  jobs: JobRepo;
  policies: SchoolPolicyRepo;
  retention: RetentionRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** Sessions and sittings of tests of one transaction, and transactions of one job; the next job goes on, so that other work comes between. */
const SLICE = 50;
const SLICES = 10;

type Months = Readonly<Record<Kept, number | null>>;

/**
 * Removes what the policy of a school no longer keeps, a school at a time and a slice of it in each transaction. May break off
 * anywhere: what was removed stays so, and the rest is due still. What was removed is in the audit log, in numbers.
 */
export class RetentionService implements JobHandler {
  readonly kind = REMOVE_WORDS;
  readonly #deps: RetentionDeps;

  constructor(deps: RetentionDeps) {
    this.#deps = deps;
  }

  /** Queues the day's work of every school that has such a policy, once a day. */
  async queueDue(): Promise<void> {
    const { policies } = this.#deps;
    for (const { id } of await policies.listRetaining()) await this.#queue(id, 1);
  }

  /** What would be removed with these months now; nothing where they are null. */
  async preview(schoolId: number, months: Months): Promise<Record<Kept, Removed | null>> {
    const { retention, clock } = this.#deps;
    const count = async (kept: Kept) => {
      const since = months[kept];
      return since === null ? null : retention.countDue(schoolId, kept, monthsBefore(clock.now(), since));
    };
    return { words: await count('words'), records: await count('records') };
  }

  async run(job: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { schoolId, part } = job.payload as { schoolId: number; part: number };
    let more = true;
    for (let slice = 0; more && slice < SLICES && !signal.aborted; slice += 1) {
      more = await this.#slice(schoolId);
      await othersTurn();
    }
    if (signal.aborted) return;
    await this.#deps.db.tx(async () => {
      if ((await lease.finish()) && more) await this.#queue(schoolId, part + 1);
    });
  }

  /** Answers whether there may be more. The policy is read anew each time: what it says now counts. */
  async #slice(schoolId: number): Promise<boolean> {
    const { db, policies, retention, audit, clock } = this.#deps;
    return db.tx(async () => {
      const { messageMonths, recordMonths } = await policies.get(schoolId);
      const now = clock.now();
      let more = false;
      for (const [kept, months] of [
        ['words', messageMonths],
        ['records', recordMonths],
      ] as const) {
        if (months === null) continue;
        const removed = await retention.remove(schoolId, kept, { before: monthsBefore(now, months), now }, SLICE);
        const touched = removed.sessions + removed.tests;
        if (touched === SLICE) more = true;
        if (touched === 0) continue;
        const action = kept === 'words' ? 'remove old words' : 'remove old records';
        await audit.add({ actorId: null, action, schoolId, details: { months, ...removed }, now });
      }
      return more;
    });
  }

  async #queue(schoolId: number, part: number): Promise<void> {
    const { jobs, clock } = this.#deps;
    const now = clock.now();
    const subjectKey = `school:${schoolId}:${utcDay(now)}:${part}`;
    await jobs.enqueue({ kind: REMOVE_WORDS, subjectKey, payload: { schoolId, part }, runAt: now, now });
  }
}
