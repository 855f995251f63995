import { type RawBuilder, type SqlBool, sql } from 'kysely';
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
    return this.#sum({ by: sql.ref('fact.student_id'), of: amongPupils(studentIds) }, [period]);
  }

  /** Of all of these pupils, by the place of each period: periods follow one another, and each begins where the one before it ends. */
  async byPeriod(studentIds: readonly number[], periods: readonly Period[]): Promise<Map<number, FactSums>> {
    if (studentIds.length === 0) return new Map();
    return this.#sum({ by: spanIn(periods), of: amongPupils(studentIds) }, periods);
  }

  /** By class of a school; a pupil of two classes counts in both, whose account is disabled in none. */
  async byClass(schoolId: number, period: Period): Promise<Map<number, FactSums>> {
    const joins = sql`join classes_students member on member.student_id = fact.student_id
      join classes class on class.id = member.class_id and class.school_id = ${schoolId}`;
    return this.#sum({ by: sql.ref('member.class_id'), joins, of: ofSchool(schoolId) }, [period]);
  }

  /** Of a school's pupils, each once, by the place of each period, as in `byPeriod`. */
  async ofSchool(schoolId: number, periods: readonly Period[]): Promise<Map<number, FactSums>> {
    return this.#sum({ by: spanIn(periods), of: ofSchool(schoolId) }, periods);
  }

  async #sum({ by, joins = sql``, of: which }: Gathering, periods: readonly Period[]): Promise<Map<number, FactSums>> {
    const [from, to] = [periods[0]?.from ?? 0, periods.at(-1)?.to ?? 0];
    const { rows } = await this.#db.run((db) =>
      sql<SumRow>`select ${by} as gathered, ${SUMS} from session_facts fact ${joins}
        where ${which} and fact.started_at >= ${toStored(from)} and fact.started_at < ${toStored(to)}
        group by ${by}`.execute(db),
    );
    return new Map(rows.map((row) => [Number(row.gathered), sumsOf(row)]));
  }
}

interface Gathering {
  by: RawBuilder<unknown>;
  joins?: RawBuilder<unknown>;
  of: RawBuilder<SqlBool>;
}

const amongPupils = (ids: readonly number[]) => sql<SqlBool>`fact.student_id in (${sql.join([...ids])})`;
const ofSchool = (id: number) => sql<SqlBool>`fact.student_id in (select student.user_id from students student
  join users account on account.id = student.user_id where student.school_id = ${id} and account.disabled_at is null)`;

function spanIn(periods: readonly Period[]): RawBuilder<unknown> {
  const cases = periods.map(({ to }, place) => sql`when fact.started_at < ${toStored(to)} then ${sql.lit(place)}`);
  return sql`case ${sql.join(cases, sql` `)} end`;
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
