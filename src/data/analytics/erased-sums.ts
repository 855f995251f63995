import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { addUp, type FactSums, NOTHING } from '../../domain/analytics/metrics.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import type { Period } from './fact-sums.repo.ts';
import { type SumRow, sumsOf, type TestRow, type TestSums, testsOf } from './sum-row.ts';

const sumOf = (column: string, name = column) => sql`sum(${sql.ref(`fact.${column}`)}) as ${sql.ref(name)}`;
const SUMS = sql.join([
  sql`count(distinct case when fact.sessions > 0 then fact.pupil_key end) as pupils`,
  sql`count(distinct case when fact.grades_n > 0 then fact.pupil_key end) as tested`,
  ...['sessions', 'expected', 'attended', 'attempts', 'correct', 'unaided', 'feelings', 'passed'].map((name) =>
    sumOf(name),
  ),
  sumOf('active_ms', 'ms'),
  sumOf('low_feelings', 'low'),
  sumOf('grades_n', 'tests'),
  sumOf('grades_s', 'sum'),
  sumOf('grades_q', 'squares'),
  ...['proficiency', 'investment', 'social'].flatMap((name) => ['n', 's', 'q'].map((part) => sumOf(`${name}_${part}`))),
]);

const PUPILS = sql`join erased_pupils pupil on pupil.pupil_key = fact.pupil_key`;
const COURSES = sql`join courses course on course.id = fact.course_id`;
const SUBJECT = sql.ref('course.subject_name');
const NO_JOINS = sql``;
const CLASS = sql.ref('member.class_id');
const membersOf = (schoolId: number) => sql`join erased_pupils_classes member on member.pupil_key = fact.pupil_key
  join classes class on class.id = member.class_id and class.school_id = ${schoolId}`;

/** Adds up what figures keep of those who were erased, a row for each of their days: the same sums as of those who are there. One query each. */
export class ErasedSums {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** By the place of each period. */
  async ofClass(classId: number, periods: readonly Period[]): Promise<Map<number, FactSums>> {
    return byNumber(await this.#keyed([spanIn(periods)], NO_JOINS, inClass(classId), periods));
  }

  async subjectsOfClass(classId: number, period: Period): Promise<Map<string, FactSums>> {
    return this.#keyed([SUBJECT], COURSES, inClass(classId), [period]);
  }

  /** By course; under 0 what was about none. */
  async coursesOfClass(classId: number, period: Period): Promise<Map<number, FactSums>> {
    return byNumber(await this.#keyed([sql.ref('fact.course_id')], NO_JOINS, inClass(classId), [period]));
  }

  async byClass(schoolId: number, period: Period): Promise<Map<number, FactSums>> {
    const joins = sql`${PUPILS} ${membersOf(schoolId)}`;
    return byNumber(await this.#keyed([CLASS], joins, inSchool(schoolId), [period]));
  }

  async classesInSubject(schoolId: number, subject: string, period: Period): Promise<Map<number, FactSums>> {
    const joins = sql`${PUPILS} ${COURSES} ${membersOf(schoolId)}`;
    return byNumber(await this.#keyed([CLASS], joins, inSchools([schoolId], [subject]), [period]));
  }

  async inSubject(schoolId: number, subject: string, periods: readonly Period[]): Promise<Map<number, FactSums>> {
    const joins = sql`${PUPILS} ${COURSES}`;
    return byNumber(await this.#keyed([spanIn(periods)], joins, inSchools([schoolId], [subject]), periods));
  }

  async ofSchool(schoolId: number, periods: readonly Period[]): Promise<Map<number, FactSums>> {
    return byNumber(await this.#keyed([spanIn(periods)], PUPILS, inSchool(schoolId), periods));
  }

  async subjectsOfSchool(schoolId: number, period: Period): Promise<Map<string, FactSums>> {
    return this.#keyed([SUBJECT], sql`${PUPILS} ${COURSES}`, inSchool(schoolId), [period]);
  }

  /** Under `schoolId/place of the period`. */
  async bySchool(schoolIds: readonly number[], subject: string, periods: readonly Period[]) {
    const by = [sql.ref('pupil.school_id'), spanIn(periods)];
    return this.#keyed(by, sql`${PUPILS} ${COURSES}`, inSchools(schoolIds, [subject]), periods);
  }

  /** By grade of the classes in which they were last. */
  async byGrade(schoolId: number, subject: string, period: Period): Promise<Map<string, FactSums>> {
    const grades = sql`join (select distinct member.pupil_key, class.grade_level from erased_pupils_classes member
      join classes class on class.id = member.class_id where class.school_id = ${schoolId} and class.archived_at is null) grade
      on grade.pupil_key = fact.pupil_key`;
    const joins = sql`${PUPILS} ${COURSES} ${grades}`;
    return this.#keyed([sql.ref('grade.grade_level')], joins, inSchools([schoolId], [subject]), [period]);
  }

  async testsBySchool(schoolIds: readonly number[], subject: string, period: Period): Promise<Map<number, TestSums>> {
    const by = [sql.ref('pupil.school_id')];
    const sums = await this.#keyed(by, sql`${PUPILS} ${COURSES}`, inSchools(schoolIds, [subject]), [period]);
    const tested = [...sums].filter(([, one]) => one.tested > 0);
    return new Map(tested.map(([key, { grades, passed, tested }]) => [Number(key), { grades, passed, tested }]));
  }

  /** Under `schoolId/subject`; of the sums pupils and answers, no others. */
  async answersBySchool(schoolIds: readonly number[], subjects: readonly string[], period: Period) {
    const by = [sql.ref('pupil.school_id'), SUBJECT];
    const sums = await this.#keyed(by, sql`${PUPILS} ${COURSES}`, studiedIn(schoolIds, subjects), [period]);
    const answers = ({ pupils, attempts, correct }: FactSums) => ({ ...NOTHING, pupils, attempts, correct });
    return new Map([...sums].map(([key, one]) => [key, answers(one)]));
  }

  async #keyed(
    by: readonly RawBuilder<unknown>[],
    joins: RawBuilder<unknown>,
    which: RawBuilder<SqlBool>,
    periods: readonly Period[],
  ): Promise<Map<string, FactSums>> {
    const keys = by.map((one, place) => sql`${one} as ${sql.ref(`key_${place}`)}`);
    const { rows } = await this.#db.run((db) =>
      sql<SumRow & TestRow>`select ${sql.join(keys)}, ${SUMS} from erased_facts fact ${joins}
        where ${which} and fact.day_start >= ${toStored(periods[0]?.from ?? 0)}
        and fact.day_start < ${toStored(periods.at(-1)?.to ?? 0)} group by ${sql.join(by)}`.execute(db),
    );
    const keyOf = (row: SumRow) => by.map((_, place) => row[`key_${place}`]).join('/');
    return new Map(rows.map((row) => [keyOf(row), { ...sumsOf(row), ...testsOf(row) }]));
  }
}

/** Sums of those who are there and of those who were erased: they are others, so that pupils add up too. */
export function together<Key>(
  there: ReadonlyMap<Key, Partial<FactSums>>,
  erased: ReadonlyMap<Key, Partial<FactSums>>,
): Map<Key, FactSums> {
  const both = new Map([...there].map(([key, sums]): [Key, FactSums] => [key, { ...NOTHING, ...sums }]));
  for (const [key, sums] of erased) both.set(key, addUp([both.get(key) ?? NOTHING, { ...NOTHING, ...sums }]));
  return both;
}

const inClass = (id: number) =>
  sql<SqlBool>`fact.pupil_key in (select pupil_key from erased_pupils_classes where class_id = ${id})`;
const inSchool = (id: number) => sql<SqlBool>`pupil.school_id = ${id}`;
const inSchools = (ids: readonly number[], subjects: readonly string[]) =>
  sql<SqlBool>`pupil.school_id in (${sql.join([...ids])}) and course.subject_name in (${sql.join([...subjects])})`;
const studiedIn = (ids: readonly number[], subjects: readonly string[]) =>
  sql<SqlBool>`${inSchools(ids, subjects)} and fact.kind <> 'test'`;

const byNumber = (sums: ReadonlyMap<string, FactSums>): Map<number, FactSums> =>
  new Map([...sums].map(([key, one]) => [Number(key), one]));

function spanIn(periods: readonly Period[]): RawBuilder<unknown> {
  const cases = periods.map(({ to }, place) => sql`when fact.day_start < ${toStored(to)} then ${sql.lit(place)}`);
  return sql`case ${sql.join(cases, sql` `)} end`;
}
