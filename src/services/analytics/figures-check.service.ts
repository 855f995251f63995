import { countAll } from '../../data/analytics/count-all.ts';
import type { Verified } from '../../data/analytics/verified.ts';
import { verifyErased } from '../../data/analytics/verify-erased.ts';
import { verifyFacts, verifyUsage } from '../../data/analytics/verify-facts.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';

export type { Verified };

/** Whether the rows that figures are added up from are what happened, for whoever runs the place. */
export class FiguresCheckService {
  readonly #deps: { db: DatabaseManager; timeZone: string };

  constructor(deps: { db: DatabaseManager; timeZone: string }) {
    this.#deps = deps;
  }

  /** Holds every row against a recount from raw rows, and what is left of those who were erased against itself. Changes nothing. */
  async verify(): Promise<Verified[]> {
    const { db, timeZone } = this.#deps;
    return [...(await verifyFacts(db)), await verifyUsage(db, timeZone), await verifyErased(db)];
  }

  /** Counts every row anew. Safe beside a running server, and may be broken off anywhere. */
  async rebuild(): Promise<void> {
    await countAll(this.#deps.db, this.#deps.timeZone);
  }
}
