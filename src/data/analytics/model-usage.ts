import { sql } from 'kysely';
import { type CivilDay, civilDay, daysBetween, daysUpTo, shifted, startOfDay } from '../../shared/calendar.ts';
import type { RowOf } from '../db/columns.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';
import { addToRow, upsert } from '../db/sql.ts';
import type { ANALYTICS_TABLES } from '../db/tables/analytics.ts';
import { pauses } from '../in-slices.ts';

export type UsageRow = {
  [Name in keyof RowOf<(typeof ANALYTICS_TABLES)['model_usage']>]: Name extends 'purpose' | 'provider' | 'model'
    ? string
    : number;
};

/** A call as the ledger has it, in what is added up. */
export interface CountedCall {
  purpose: string;
  provider: string;
  model: string;
  inputTokens: number;
  outputTokens: number;
  costMicros: number | null;
  classId: number | null;
}

const KEYS = ['school_id', 'day', 'class_id', 'purpose', 'provider', 'model'] as const;

/** A day of the school's calendar as `model_usage` keeps it: 20261130. */
export const dayNumber = (day: CivilDay): number => Number(day.replaceAll('-', ''));

/** Adds a call to what its school used on that day, in the transaction that writes the call. */
export async function addToUsage(
  db: DatabaseManager,
  schoolId: number,
  day: CivilDay,
  call: CountedCall,
): Promise<void> {
  const { purpose, provider, model, classId, inputTokens, outputTokens, costMicros } = call;
  await addToRow(
    db,
    'model_usage',
    { school_id: schoolId, day: dayNumber(day), class_id: classId ?? 0, purpose, provider, model },
    {
      calls: 1,
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      cost_micros: costMicros ?? 0,
      calls_without_cost: costMicros === null ? 1 : 0,
    },
  );
}

/** What a day of a school comes to, added up from the calls themselves. */
export async function usageFromCalls(
  db: DatabaseManager,
  schoolId: number,
  day: CivilDay,
  timeZone: string,
): Promise<UsageRow[]> {
  const [from, to] = [startOfDay(day, timeZone), startOfDay(shifted(day, 1), timeZone)];
  const { rows } = await db.run((handle) =>
    sql<UsageRow>`select school_id, ${dayNumber(day)} as day, coalesce(class_id, 0) as class_id, purpose, provider, model,
        count(*) as calls, sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens,
        sum(coalesce(cost_micros, 0)) as cost_micros, sum(case when cost_micros is null then 1 else 0 end) as calls_without_cost
      from model_calls where school_id = ${schoolId} and at >= ${toStored(from)} and at < ${toStored(to)}
      group by school_id, coalesce(class_id, 0), purpose, provider, model`.execute(handle),
  );
  return rows.map((row) => {
    const words = { purpose: row.purpose, provider: row.provider, model: row.model };
    const numbers = Object.entries(row)
      .filter(([name]) => !(name in words))
      .map(([name, value]) => [name, Number(value)]);
    return { ...Object.fromEntries(numbers), ...words } as UsageRow;
  });
}

/** Every school with the days on which its first and its last model call lie. */
export async function daysWithCalls(
  db: DatabaseManager,
  timeZone: string,
): Promise<{ schoolId: number; days: CivilDay[] }[]> {
  const { rows } = await db.run((handle) =>
    sql<{
      id: number;
      first: StoredInstant;
      last: StoredInstant;
    }>`select school_id as id, min(at) as first, max(at) as last
      from model_calls where school_id is not null group by school_id`.execute(handle),
  );
  return rows.map(({ id, first, last }) => {
    const day = (at: StoredInstant): CivilDay => civilDay(fromStored(at), timeZone);
    return { schoolId: id, days: daysUpTo(day(last), daysBetween(day(first), day(last)) + 1) };
  });
}

/** Adds up what models were used for anew, a day of a school at a time: it may stop anywhere and begin again. */
export async function countUsage(db: DatabaseManager, timeZone: string, signal?: AbortSignal): Promise<void> {
  const pause = pauses();
  for (const { schoolId, days } of await daysWithCalls(db, timeZone)) {
    for (const day of days) {
      if (signal?.aborted) return;
      await db.tx(async (handle) => {
        await handle
          .deleteFrom('model_usage')
          .where('school_id', '=', schoolId)
          .where('day', '=', dayNumber(day))
          .execute();
        // Somebody may have written a call since the rows went: what is counted here has it.
        await upsert(db, 'model_usage', [...KEYS], await usageFromCalls(db, schoolId, day, timeZone));
      });
      await pause();
    }
  }
}
