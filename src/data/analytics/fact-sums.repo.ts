import { type RawBuilder, sql } from 'kysely';
import type { FactSums } from '../../domain/analytics/metrics.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** Sessions that began from the first moment up to, not with, the second. */
export interface Period {
  from: Instant;
  to: Instant;
}

interface SumRow {
  gathered: number | string | null;
  pupils: number;
  sessions: number;
  ms: number;
  expected: number;
  attended: number;
  attempts: number;
  correct: number;
  unaided: number;
  feelings: number;
  low: number;
  [score: `${string}_${'n' | 's' | 'q'}`]: number | null;
}

const THERE = sql`fact.is_attendant = 1`;
const of = (name: string) => sql.ref(`fact.${name}`);
const sumOf = (value: RawBuilder<unknown>) => sql<number>`sum(${value})`;
const when = (condition: RawBuilder<unknown>) => sumOf(sql`case when ${condition} then 1 else 0 end`);

const SUMS = sql.join([
  sql`count(distinct case when ${THERE} then fact.student_id end) as pupils`,
  sql`${when(THERE)} as sessions`,
  sql`${sumOf(of('active_ms'))} as ms`,
  sql`${when(sql`fact.kind = 'school'`)} as expected`,
  sql`${when(sql`fact.kind = 'school' and ${THERE}`)} as attended`,
  ...['attempts', 'correct', 'unaided'].map((name) => sql`${sumOf(of(name))} as ${sql.ref(name)}`),
  sql`count(fact.feeling_before) as feelings`,
  sql`${when(sql`fact.feeling_before in ('negative', 'extreme')`)} as low`,
  ...['proficiency', 'investment', 'social'].flatMap((name) => [
    sql`count(${of(name)}) as ${sql.ref(`${name}_n`)}`,
    sql`${sumOf(of(name))} as ${sql.ref(`${name}_s`)}`,
    sql`${sumOf(sql`${of(name)} * ${of(name)}`)} as ${sql.ref(`${name}_q`)}`,
  ]),
]);

/** Adds up what is kept of sessions. One query each, over the sessions of the period alone. */
export class FactSumsRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** By pupil; who had no session in the period is left out. */
  async byStudent(studentIds: readonly number[], period: Period): Promise<Map<number, FactSums>> {
    if (studentIds.length === 0) return new Map();
    const rows = await this.#sum(sql.ref('fact.student_id'), studentIds, [period]);
    return new Map(rows.map((row) => [Number(row.gathered), sumsOf(row)]));
  }

  /** Of all of these pupils, by period: periods follow one another, and each begins where the one before it ends. */
  async byPeriod(studentIds: readonly number[], periods: readonly Period[]): Promise<Map<number, FactSums>> {
    if (studentIds.length === 0 || periods.length === 0) return new Map();
    const cases = periods.map(({ to }, place) => sql`when fact.started_at < ${toStored(to)} then ${sql.lit(place)}`);
    const rows = await this.#sum(sql`case ${sql.join(cases, sql` `)} end`, studentIds, periods);
    return new Map(rows.map((row) => [Number(row.gathered), sumsOf(row)]));
  }

  async #sum(by: RawBuilder<unknown>, studentIds: readonly number[], periods: readonly Period[]): Promise<SumRow[]> {
    const [from, to] = [periods[0]?.from ?? 0, periods.at(-1)?.to ?? 0];
    const { rows } = await this.#db.run((db) =>
      sql<SumRow>`select ${by} as gathered, ${SUMS} from session_facts fact
        where fact.student_id in (${sql.join([...studentIds])})
          and fact.started_at >= ${toStored(from)} and fact.started_at < ${toStored(to)}
        group by ${by}`.execute(db),
    );
    return rows;
  }
}

function sumsOf(row: SumRow): FactSums {
  const scores = (name: 'proficiency' | 'investment' | 'social') => ({
    count: Number(row[`${name}_n`]),
    sum: Number(row[`${name}_s`] ?? 0),
    squares: Number(row[`${name}_q`] ?? 0),
  });
  return {
    pupils: Number(row.pupils),
    sessions: Number(row.sessions),
    activeMs: Number(row.ms),
    expected: Number(row.expected),
    attended: Number(row.attended),
    attempts: Number(row.attempts),
    correct: Number(row.correct),
    unaided: Number(row.unaided),
    proficiency: scores('proficiency'),
    investment: scores('investment'),
    social: scores('social'),
    feelings: Number(row.feelings),
    lowFeelings: Number(row.low),
  };
}
