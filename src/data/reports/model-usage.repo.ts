import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** What a school's pupils have used of the configured models. */
export interface ModelUsage {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  /** Micro-dollars of the calls whose price is known. */
  costMicros: number;
  /** Calls whose price nobody entered. */
  callsWithoutCost: number;
}

/** Sums over the ledger of model calls. */
export class ModelUsageRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async ofSchool(schoolId: number, since: Instant): Promise<ModelUsage> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('model_calls')
        .select(({ fn }) => [
          fn.countAll<number>().as('calls'),
          fn.sum<number | null>('input_tokens').as('inputTokens'),
          fn.sum<number | null>('output_tokens').as('outputTokens'),
          fn.sum<number | null>('cost_micros').as('costMicros'),
          sql<number | null>`sum(case when cost_micros is null then 1 else 0 end)`.as('callsWithoutCost'),
        ])
        .where('school_id', '=', schoolId)
        .where('at', '>=', toStored(since))
        .executeTakeFirstOrThrow(),
    );
    return {
      calls: Number(row.calls),
      inputTokens: Number(row.inputTokens ?? 0),
      outputTokens: Number(row.outputTokens ?? 0),
      costMicros: Number(row.costMicros ?? 0),
      callsWithoutCost: Number(row.callsWithoutCost ?? 0),
    };
  }
}
