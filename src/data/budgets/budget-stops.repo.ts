import type { LimitKind } from '../../domain/budgets/budgets.ts';
import type { CivilDay } from '../../shared/calendar.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { insertMissing } from '../db/sql.ts';

/** Whom a limit may hold back, and on which day of the school. */
export interface Spender {
  schoolId: number;
  classId: number | null;
  studentId: number;
  day: CivilDay;
}

type Kind = LimitKind | 'warned';

/** Which limits have turned a call away, in which of their days and months. */
export class BudgetStopsRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Keeps that a limit held a call back; what is of earlier days of the same kind goes. */
  async add(kind: LimitKind, spender: Spender): Promise<void> {
    const row = rowOf(kind, spender);
    await this.#db.tx(async (db) => {
      await db
        .deleteFrom('budget_stops')
        .where('school_id', '=', spender.schoolId)
        .where('kind', '=', kind)
        .where('period', '<', row.period)
        .execute();
      await insertMissing(this.#db, 'budget_stops', ['school_id', 'kind', 'class_id', 'student_id', 'period'], [row]);
    });
  }

  /** The limit that has held this pupil's calls back today, or this month; null: none. */
  async of(spender: Spender): Promise<LimitKind | null> {
    const kinds = ['pupil', 'class', 'school'] as const;
    const rows = kinds.map((kind) => rowOf(kind, spender));
    const found = await this.#db.run((db) =>
      db
        .selectFrom('budget_stops')
        .select('kind')
        .where('school_id', '=', spender.schoolId)
        .where(({ or, and }) => or(rows.map((row) => and(row))))
        .execute(),
    );
    return kinds.find((kind) => found.some((one) => one.kind === kind)) ?? null;
  }

  /** How many limits of each kind have held calls back today, and this month. */
  async count(schoolId: number, day: CivilDay): Promise<Record<LimitKind, number>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('budget_stops')
        .select(['kind', ({ fn }) => fn.countAll<number>().as('n')])
        .where('school_id', '=', schoolId)
        .where('period', 'in', [day, day.slice(0, 7)])
        .groupBy('kind')
        .execute(),
    );
    const of = (kind: Kind) => Number(rows.find((row) => row.kind === kind)?.n ?? 0);
    return { school: of('school'), class: of('class'), pupil: of('pupil') };
  }

  /** Other limits: they have held nothing back yet. */
  async clear(schoolId: number): Promise<void> {
    await this.#db.run((db) =>
      db.deleteFrom('budget_stops').where('school_id', '=', schoolId).where('kind', '<>', 'warned').execute(),
    );
  }

  async wasWarned(schoolId: number, month: string): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('budget_stops')
        .select('kind')
        .where('school_id', '=', schoolId)
        .where('kind', '=', 'warned')
        .where('period', '=', month)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  async setWarned(schoolId: number, month: string): Promise<void> {
    const row = { school_id: schoolId, kind: 'warned' as const, class_id: 0, student_id: 0, period: month };
    await insertMissing(this.#db, 'budget_stops', ['school_id', 'kind', 'class_id', 'student_id', 'period'], [row]);
  }
}

function rowOf(kind: LimitKind, { schoolId, classId, studentId, day }: Spender) {
  const period = kind === 'school' ? day.slice(0, 7) : day;
  return {
    school_id: schoolId,
    kind,
    class_id: kind === 'class' ? (classId ?? 0) : 0,
    student_id: kind === 'pupil' ? studentId : 0,
    period,
  };
}
