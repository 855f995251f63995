import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { insertMissing, isUniqueViolation } from '../db/sql.ts';

export interface Job {
  id: number;
  kind: string;
  subjectKey: string;
  payload: unknown;
  /** How often it was begun, this time included. */
  tries: number;
  createdAt: Instant;
}

export interface NewJob {
  kind: string;
  subjectKey: string;
  payload: unknown;
  runAt: Instant;
  now: Instant;
}

/** Durable work: written in the transaction that causes it, leased by one worker at a time. */
export class JobRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Queues work; the same kind and subject twice is one job. */
  async enqueue(job: NewJob): Promise<void> {
    const there = await this.#db.run((db) =>
      db
        .selectFrom('jobs')
        .select('id')
        .where('kind', '=', job.kind)
        .where('subject_key', '=', job.subjectKey)
        .executeTakeFirst(),
    );
    if (there) return;
    try {
      await this.#db.run((db) => db.insertInto('jobs').values(queued(job)).execute());
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Queues work that was never queued before, all of it by one statement. Throws the database's unique violation otherwise. */
  async enqueueAll(jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.#db.run((db) => db.insertInto('jobs').values(jobs.map(queued)).execute());
  }

  /** Queues work by one statement; what was queued before under the same kind and subject stays as it is. */
  async enqueueMissing(jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await insertMissing(this.#db, 'jobs', ['kind', 'subject_key'], jobs.map(queued));
  }

  /**
   * Leases the next job of these kinds that is due, or whose worker is gone; undefined when there is none. Work that nobody here
   * can do waits for somebody who can.
   */
  async lease(owner: string, kinds: readonly string[], now: Instant, leaseUntil: Instant): Promise<Job | undefined> {
    if (kinds.length === 0) return undefined;
    for (;;) {
      const row = await this.#db.run((db) =>
        db
          .selectFrom('jobs')
          .selectAll()
          .where('kind', 'in', [...kinds])
          .where((eb) =>
            eb.or([
              eb('state', '=', 'queued').and('run_at', '<=', toStored(now)),
              eb('state', '=', 'running').and('lease_until', '<=', toStored(now)),
            ]),
          )
          .orderBy('run_at')
          .limit(1)
          .executeTakeFirst(),
      );
      if (!row) return undefined;
      const { numUpdatedRows } = await this.#db.run((db) =>
        db
          .updateTable('jobs')
          .set({ state: 'running', lease_owner: owner, lease_until: toStored(leaseUntil), tries: row.tries + 1 })
          .where('id', '=', row.id)
          .where('state', '=', row.state)
          .where('tries', '=', row.tries)
          .executeTakeFirst(),
      );
      if (numUpdatedRows !== 1n) continue;
      return {
        id: row.id,
        kind: row.kind,
        subjectKey: row.subject_key,
        payload: JSON.parse(row.payload),
        tries: row.tries + 1,
        createdAt: fromStored(row.created_at),
      };
    }
  }

  /** Holds a job for longer. False: another worker has it by now. */
  async renew(id: number, owner: string, leaseUntil: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('jobs')
        .set({ lease_until: toStored(leaseUntil) })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Ends a job; call it in the transaction that writes its result. False: the lease was lost to another worker. */
  async finish(id: number, owner: string, now: Instant): Promise<boolean> {
    return this.#leave(id, owner, { state: 'done', finished_at: toStored(now), last_error: null });
  }

  /** Puts a job back for later. */
  async postpone(id: number, owner: string, runAt: Instant, error: string): Promise<boolean> {
    return this.#leave(id, owner, { state: 'queued', run_at: toStored(runAt), last_error: error.slice(0, 1000) });
  }

  /** Gives a job up. */
  async fail(id: number, owner: string, now: Instant, error: string): Promise<boolean> {
    return this.#leave(id, owner, { state: 'failed', finished_at: toStored(now), last_error: error.slice(0, 1000) });
  }

  async #leave(
    id: number,
    owner: string,
    set: {
      state: 'done' | 'queued' | 'failed';
      finished_at?: ReturnType<typeof toStored>;
      run_at?: ReturnType<typeof toStored>;
      last_error: string | null;
    },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('jobs')
        .set({ ...set, lease_until: null, lease_owner: null })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  async findState(kind: string, subjectKey: string): Promise<'queued' | 'running' | 'done' | 'failed' | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('jobs')
        .select('state')
        .where('kind', '=', kind)
        .where('subject_key', '=', subjectKey)
        .executeTakeFirst(),
    );
    return row?.state;
  }

  /** Jobs by state, for `doctor` and metrics. */
  async count(): Promise<Record<string, number>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('jobs')
        .select(({ fn }) => ['state', fn.countAll<number>().as('jobs')])
        .groupBy('state')
        .execute(),
    );
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.jobs)]));
  }
}

function queued(job: NewJob) {
  return {
    kind: job.kind,
    subject_key: job.subjectKey,
    payload: JSON.stringify(job.payload),
    state: 'queued' as const,
    run_at: toStored(job.runAt),
    created_at: toStored(job.now),
    tries: 0,
  };
}
