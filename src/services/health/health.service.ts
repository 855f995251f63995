import type { AgentRepo } from '../../data/agents/agent.repo.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import type { MailRepo } from '../../data/mail/mail.repo.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import { examineInstallation, type InstallationDeps } from './installation-checks.ts';

export interface Readiness {
  ready: boolean;
  /** What is missing, in words for whoever runs the place. */
  problems: string[];
}

/** One thing that was looked at, and how it is. */
export interface Finding {
  what: string;
  ok: boolean;
  found: string;
}

export interface HealthDeps extends InstallationDeps {
  jobs: JobRepo;
  agents: AgentRepo;
  /** The configured provider; null: the embedded tutor teaches alone. */
  remote: { provider: string; model: string; baseUrl: string | null } | null;
  mails: MailRepo;
  clock: Clock;
  /** The host of the mail server; null: nothing is sent by e-mail. */
  mailServer: string | null;
  /** Asks the mail server whether it is there, and throws where it is not. */
  smtp: (() => Promise<void>) | null;
  /** Asks Redis whether it is there, and throws where it is not; null: none is configured. */
  redis: (() => Promise<void>) | null;
}

/** Whether this process can serve, and what is wrong where it cannot. */
export class HealthService {
  readonly #deps: HealthDeps;

  constructor(deps: HealthDeps) {
    this.#deps = deps;
  }

  /**
   * Ready means: the database answers, and its schema is the one that this program knows. Without its Redis a process serves on by itself, so
   * that is named and takes nobody out of service.
   */
  async readiness(): Promise<Readiness> {
    try {
      await this.#deps.db.ping();
      const { pending } = await this.#deps.db.migrationStatus();
      const problems = pending.length === 0 ? [] : [`migrations are pending: ${pending.join(', ')}`];
      const redis = await this.#redis();
      const shownAlone =
        redis === null || redis.ok ? [] : ['Redis does not answer: what is live is shown by each process alone'];
      return { ready: problems.length === 0, problems: [...problems, ...shownAlone] };
    } catch {
      return { ready: false, problems: ['the database does not answer'] };
    }
  }

  /** Everything that `doctor` looks at. Reads only. */
  async examine(): Promise<Finding[]> {
    const { db } = this.#deps;
    const problems = await this.#databaseProblems();
    const ok = problems.length === 0;
    const database = { what: 'database', ok, found: ok ? `${db.dialect}, up to date` : problems.join('; ') };
    const redis = await this.#redis();
    const others = redis === null ? [this.#model()] : [redis, this.#model()];
    if (!ok) return [database, ...others];
    const installation = await examineInstallation(this.#deps);
    return [database, await this.#queue(), await this.#teachers(), await this.#mail(), ...installation, ...others];
  }

  /** What the database itself says, for whoever runs the place; `readiness` tells the world no more than that. */
  async #databaseProblems(): Promise<string[]> {
    const { db } = this.#deps;
    try {
      await db.ping();
      if (await db.isRestoreUnfinished()) return ['a restore broke off: please run `allamda restore` again'];
      const { ready, problems } = await this.readiness();
      return ready ? await db.listFaults() : problems;
    } catch (error) {
      return [`the database does not answer: ${error instanceof Error ? error.message : String(error)}`];
    }
  }

  async #queue(): Promise<Finding> {
    const { failed = 0, queued = 0 } = await this.#deps.jobs.count();
    return { what: 'queue', ok: failed === 0, found: `${queued} waiting, ${failed} failed` };
  }

  async #teachers(): Promise<Finding> {
    const lacking = await this.#deps.agents.listSubjectsWithoutTeacher();
    return {
      what: 'teachers',
      ok: lacking.length === 0,
      found: lacking.length === 0 ? 'every subject with courses has one' : `none for ${lacking.join(', ')}`,
    };
  }

  async #mail(): Promise<Finding> {
    const { mails, mailServer, clock } = this.#deps;
    if (mailServer === null) return { what: 'mail', ok: true, found: 'none configured: nothing is sent by e-mail' };
    const { waiting, waitingSince, sent, failed, held } = await mails.count(clock.now() - 7 * DAY);
    const since = waitingSince === null ? '' : ` since ${new Date(waitingSince).toISOString()}`;
    const givenUp = failed - held;
    const restored = held === 0 ? '' : `, ${held} held back by a restore`;
    const found = `${mailServer}: ${waiting} waiting${since}; in seven days ${sent} sent, ${givenUp} given up${restored}`;
    const fault = await this.#mailFault();
    return { what: 'mail', ok: givenUp === 0 && fault === null, found: fault === null ? found : `${found}; ${fault}` };
  }

  async #mailFault(): Promise<string | null> {
    try {
      await this.#deps.smtp?.();
      return null;
    } catch (error) {
      return `it does not answer: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** Null: none is configured. */
  async #redis(): Promise<Finding | null> {
    const { redis } = this.#deps;
    if (redis === null) return null;
    try {
      await redis();
      return { what: 'redis', ok: true, found: 'it answers: processes show each other what is live' };
    } catch (error) {
      const found = `it does not answer: ${error instanceof Error ? error.message : String(error)}`;
      return { what: 'redis', ok: false, found };
    }
  }

  #model(): Finding {
    const { remote } = this.#deps;
    const found = remote
      ? `${remote.model} at ${remote.baseUrl ?? 'OpenAI'}, with the embedded tutor behind it`
      : 'none configured: the embedded tutor teaches';
    return { what: 'model', ok: true, found };
  }
}
