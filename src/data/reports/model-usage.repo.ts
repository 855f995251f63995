import { sql } from 'kysely';
import type { CivilDay } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import { dayNumber } from '../analytics/model-usage.ts';
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

  /** What a school used from the first day to the last, both with them, as `model_usage` keeps it. One query. */
  async parts(schoolId: number, { from, to }: { from: CivilDay; to: CivilDay }): Promise<UsedPart[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('model_usage')
        .selectAll()
        .where('school_id', '=', schoolId)
        .where('day', '>=', dayNumber(from))
        .where('day', '<=', dayNumber(to))
        .execute(),
    );
    return rows.map((row) => ({
      day: String(row.day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
      classId: row.class_id,
      purpose: row.purpose,
      model: row.model,
      calls: row.calls,
      tokens: row.input_tokens + row.output_tokens,
      costMicros: row.cost_micros,
      callsWithoutCost: row.calls_without_cost,
    }));
  }
}

/** What was used on a day for a purpose of a model by pupils of a class; 0: of none. */
export interface UsedPart {
  day: CivilDay;
  classId: number;
  purpose: string;
  model: string;
  calls: number;
  tokens: number;
  costMicros: number;
  callsWithoutCost: number;
}
