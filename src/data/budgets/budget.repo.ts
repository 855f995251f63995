import { sql } from 'kysely';
import type { AiLimits, Spent } from '../../domain/budgets/budgets.ts';
import type { CivilDay } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import { dayNumber } from '../analytics/model-usage.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertMissing, locking, upsert } from '../db/sql.ts';

/** The limits of a school, and what its calls have used of them. */
export class BudgetRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async limits(schoolId: number): Promise<AiLimits> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('schools')
        .leftJoin('budgets', 'budgets.school_id', 'schools.id')
        .select(['monthly_micros', 'monthly_tokens', 'class_daily_tokens', 'daily_token_limit'])
        .where('schools.id', '=', schoolId)
        .executeTakeFirstOrThrow(),
    );
    return {
      monthlyMicros: row.monthly_micros,
      monthlyTokens: row.monthly_tokens,
      classDailyTokens: row.class_daily_tokens,
      pupilDailyTokens: row.daily_token_limit,
    };
  }

  /** Whoever wants to spend or to change the limits of a school waits until the transaction ends. */
  async lock(schoolId: number, now: Instant): Promise<void> {
    const query = () =>
      this.#db.run((db) =>
        locking(
          this.#db.dialect,
          db.selectFrom('budgets').select('school_id').where('school_id', '=', schoolId),
        ).executeTakeFirst(),
      );
    if (await query()) return;
    await insertMissing(this.#db, 'budgets', ['school_id'], [{ school_id: schoolId, changed_at: toStored(now) }]);
    await query();
  }

  async save(schoolId: number, limits: AiLimits, by: { userId: number; now: Instant }): Promise<void> {
    const row = {
      school_id: schoolId,
      monthly_micros: limits.monthlyMicros,
      monthly_tokens: limits.monthlyTokens,
      class_daily_tokens: limits.classDailyTokens,
      changed_at: toStored(by.now),
      changed_by: by.userId,
    };
    await upsert(this.#db, 'budgets', ['school_id'], [row]);
    const set = { daily_token_limit: limits.pupilDailyTokens };
    await this.#db.run((db) => db.updateTable('schools').set(set).where('id', '=', schoolId).execute());
  }

  /** What a school has used in the month of a day, as far as prices are known; `classId`: its pupils on that day alone. */
  async spent(schoolId: number, day: CivilDay, classId?: number): Promise<Spent> {
    const [from, to] =
      classId === undefined
        ? [dayNumber(`${day.slice(0, 8)}01`), dayNumber(`${day.slice(0, 8)}31`)]
        : [dayNumber(day), dayNumber(day)];
    const row = await this.#db.run((db) => {
      const query = db
        .selectFrom('model_usage')
        .select([
          sql<number | null>`sum(input_tokens + output_tokens)`.as('tokens'),
          sql<number | null>`sum(cost_micros)`.as('micros'),
        ])
        .where('school_id', '=', schoolId)
        .where('day', '>=', from)
        .where('day', '<=', to);
      return (classId === undefined ? query : query.where('class_id', '=', classId)).executeTakeFirstOrThrow();
    });
    return { tokens: Number(row.tokens ?? 0), micros: Number(row.micros ?? 0) };
  }

  /** The school manager; null: there is none. */
  async managerOf(schoolId: number): Promise<number | null> {
    const row = await this.#db.run((db) =>
      db.selectFrom('schools').select('school_manager_id').where('id', '=', schoolId).executeTakeFirst(),
    );
    return row?.school_manager_id ?? null;
  }
}
