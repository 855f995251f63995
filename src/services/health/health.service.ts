import type { DatabaseManager } from '../../data/db/database-manager.ts';

export interface Readiness {
  ready: boolean;
  /** What is missing, in words for whoever runs the place. */
  problems: string[];
}

/** Whether this process can serve. */
export class HealthService {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Ready means: the database answers, and its schema is the one that this program knows. */
  async readiness(): Promise<Readiness> {
    try {
      await this.#db.ping();
      const { pending } = await this.#db.migrationStatus();
      const problems = pending.length === 0 ? [] : [`migrations are pending: ${pending.join(', ')}`];
      return { ready: problems.length === 0, problems };
    } catch {
      return { ready: false, problems: ['the database does not answer'] };
    }
  }
}
