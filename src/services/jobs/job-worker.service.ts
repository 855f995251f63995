import { randomUUID } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Job, JobRepo } from '../../data/jobs/job.repo.ts';
import { type Clock, MINUTE, SECOND } from '../../shared/instant.ts';

/** What a handler makes of a job. `finish` is called inside the handler's own transaction, together with the result. */
export interface JobHandler {
  kind: string;
  /** How often it is tried, where that is not six times, and the longest pause between two tries, in ms. */
  patience?: { tries: number; longestPause: number };
  run(job: Job, lease: JobLease, signal: AbortSignal): Promise<void>;
}

export interface JobLease {
  /** Ends the job; false when another worker has it by now, and then nothing may be written. */
  finish(): Promise<boolean>;
  /** True on the last try. */
  lastTry: boolean;
}

/** Thrown by a handler: try again later, after so many ms if the other side said so. */
export class RetryLater extends Error {
  readonly afterMs: number | null;

  constructor(message: string, afterMs: number | null = null) {
    super(message);
    this.afterMs = afterMs;
  }
}

export interface WorkerDeps {
  jobs: JobRepo;
  clock: Clock;
  handlers: readonly JobHandler[];
  log: (event: { what: string; kind: string; subject: string; error?: string }) => void;
}

/** How long a worker may be silent before its job counts as orphaned, and how often it shows that it lives. */
const LEASE = 30 * SECOND;
const RENEW_EVERY = 10 * SECOND;
const PATIENCE = { tries: 6, longestPause: 5 * MINUTE };
const POLL = SECOND;

/**
 * Does queued jobs one after the other: at once when told of new work, and looking by itself every second. Between two jobs everybody
 * else has a turn, because SQLite answers at once: nothing in a job waits. A job of many slices does the same between them.
 */
export class JobWorker {
  readonly #deps: WorkerDeps;
  readonly #owner = randomUUID();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), POLL);
    this.#timer.unref();
  }

  /** There may be work. */
  wake(): void {
    if (this.#working || this.#stop.signal.aborted) return;
    this.#working = this.#drain().finally(() => {
      this.#working = undefined;
    });
  }

  /** Does all work that is due now, and answers how many jobs that were. */
  async runDue(): Promise<number> {
    await this.#working;
    let done = 0;
    while (await this.#one()) {
      done += 1;
      await othersTurn();
    }
    return done;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#working;
  }

  async #drain(): Promise<void> {
    try {
      while (!this.#stop.signal.aborted && (await this.#one())) await othersTurn();
    } catch (error) {
      this.#deps.log({ what: 'worker failed', kind: '', subject: '', error: messageOf(error) });
    }
  }

  async #one(): Promise<boolean> {
    const { jobs, clock, handlers } = this.#deps;
    const kinds = handlers.map(({ kind }) => kind);
    const job = await jobs.lease(this.#owner, kinds, clock.now(), clock.now() + LEASE);
    if (!job) return false;
    const handler = handlers.find((one) => one.kind === job.kind);
    const patience = handler?.patience ?? PATIENCE;
    const renewing = setInterval(() => void this.#renew(job), RENEW_EVERY);
    renewing.unref();
    try {
      if (!handler) throw new Error(`Nobody handles jobs of the kind "${job.kind}".`);
      const lease = {
        finish: () => jobs.finish(job.id, this.#owner, clock.now()),
        lastTry: job.tries >= patience.tries,
      };
      await handler.run(job, lease, this.#stop.signal);
    } catch (error) {
      await this.#failed(job, error, patience);
    } finally {
      clearInterval(renewing);
    }
    return true;
  }

  /** A lease that cannot be renewed runs out: then `finish` says so, and nothing is written twice. */
  async #renew(job: Job): Promise<void> {
    const { jobs, clock, log } = this.#deps;
    try {
      await jobs.renew(job.id, this.#owner, clock.now() + LEASE);
    } catch (error) {
      log({ what: 'lease not renewed', kind: job.kind, subject: job.subjectKey, error: messageOf(error) });
    }
  }

  async #failed(job: Job, error: unknown, { tries, longestPause }: typeof PATIENCE): Promise<void> {
    const { jobs, clock, log } = this.#deps;
    log({ what: 'job failed', kind: job.kind, subject: job.subjectKey, error: messageOf(error) });
    if (job.tries >= tries) {
      await jobs.fail(job.id, this.#owner, clock.now(), messageOf(error));
      return;
    }
    const backoff = Math.min(longestPause, 2 ** job.tries * SECOND);
    const asked = error instanceof RetryLater ? (error.afterMs ?? 0) : 0;
    await jobs.postpone(job.id, this.#owner, clock.now() + Math.max(asked, backoff), messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
