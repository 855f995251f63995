import { sql } from 'kysely';
import type { TestType } from '../../domain/curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';

/** How sittings of tests stand: each pupil counts once a test, and a re-sit as one more. */
export interface TestStanding {
  tests: number;
  /** Not begun, and there is still time. */
  coming: number;
  /** Handed in, and somebody or something has to mark it. */
  toMark: number;
  /** Marked, and not shown to the pupil yet. */
  toRelease: number;
  /** Pupils with a grade that was released, and the mean of those grades, 0 … 100. */
  graded: number;
  average: number | null;
}

export interface ClassStanding extends TestStanding {
  classId: number;
}

/** Tests of a subject in a school: pupils for whom one is to come, and released grades: of so many pupils, so many, and their sum. */
export interface SchoolTests {
  subject: string;
  region: string;
  coming: number;
  graded: number;
  grades: number;
  sum: number;
}

/** A test that is to come, for so many pupils. */
export interface NextTest {
  testId: number;
  name: string;
  type: TestType;
  courseName: string;
  pupils: number;
  first: Instant;
}

const PHASE = sql.ref('tests_students.phase');
const PUPIL = sql.ref('tests_students.student_id');
const count = (phase: string) => sql<number>`sum(case when ${PHASE} = ${sql.lit(phase)} then 1 else 0 end)`;
const RELEASED = sql`${PHASE} = 'released' and ${sql.ref('tests_students.final_grade')} is not null`;
const isComing = (now: Instant) => sql`${PHASE} = 'not begun'
  and coalesce(${sql.ref('tests_students.deadline')}, ${sql.ref('tests_students.date')}) >= ${toStored(now)}`;

const DISABLED = sql`select id from users where disabled_at is not null`;

const standing = (now: Instant) =>
  [
    sql<number>`count(distinct ${sql.ref('tests_students.test_id')})`.as('tests'),
    sql<number>`sum(case when ${isComing(now)} then 1 else 0 end)`.as('coming'),
    count('submitted').as('toMark'),
    count('marked').as('toRelease'),
    sql<number>`count(distinct case when ${RELEASED} then ${PUPIL} end)`.as('graded'),
    sql<number | null>`avg(case when ${RELEASED} then ${sql.ref('tests_students.final_grade')} end)`.as('average'),
  ] as const;

/** Tests and grades of many pupils in numbers, without anybody's name. */
export class TestResultsRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** How the tests since `from` stand in each class of a school; classes without any are left out. One query. */
  async ofClasses(schoolId: number, from: Instant, now: Instant): Promise<Map<number, ClassStanding>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classes')
        .innerJoin('classes_students', 'classes_students.class_id', 'classes.id')
        .innerJoin('tests_students', 'tests_students.student_id', 'classes_students.student_id')
        .innerJoin('users', 'users.id', 'tests_students.student_id')
        .select(['classes.id as classId', ...standing(now)])
        .where('classes.school_id', '=', schoolId)
        .where('classes.archived_at', 'is', null)
        .where('users.disabled_at', 'is', null)
        .where('tests_students.date', '>=', toStored(from))
        .groupBy('classes.id')
        .execute(),
    );
    return new Map(rows.map((row) => [row.classId, { classId: row.classId, ...numbersOf(row) }]));
  }

  /** The next tests of a school, the nearest first. One query. */
  async nextOf(schoolId: number, now: Instant, limit: number): Promise<NextTest[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('tests_students')
        .innerJoin('students', 'students.user_id', 'tests_students.student_id')
        .innerJoin('users', 'users.id', 'students.user_id')
        .innerJoin('tests', 'tests.id', 'tests_students.test_id')
        .innerJoin('courses', 'courses.id', 'tests.course_id')
        .select(['tests.id as testId', 'tests.name', 'tests.type', 'courses.name as courseName'])
        .select(({ fn }) => [
          fn.count<number>('tests_students.student_id').distinct().as('pupils'),
          fn.min<StoredInstant>('tests_students.date').as('first'),
        ])
        .where('students.school_id', '=', schoolId)
        .where('users.disabled_at', 'is', null)
        .where('tests_students.phase', '=', 'not begun')
        .where('tests_students.date', '>=', toStored(now))
        .groupBy(['tests.id', 'tests.name', 'tests.type', 'courses.name'])
        .orderBy('first')
        .orderBy('tests.id')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ first, pupils, ...row }) => ({ ...row, pupils: Number(pupils), first: fromStored(first) }));
  }

  /** How many tests of these subjects somebody of these regions has had since `from` or is to have, under `subject/region`. One query. */
  async countTests(
    subjects: readonly string[],
    regions: readonly string[],
    from: Instant,
  ): Promise<Map<string, number>> {
    if (subjects.length === 0 || regions.length === 0) return new Map();
    const { rows } = await this.#db.run((db) =>
      sql<{ subject: string; region: string; tests: number }>`
        select course.subject_name as subject, region.name as region, count(*) as tests
        from courses course join tests test on test.course_id = course.id cross join regions region
        where course.subject_name in (${sql.join([...subjects])}) and region.name in (${sql.join([...regions])})
          and exists (select 1 from tests_students sitting join students pupil on pupil.user_id = sitting.student_id
            join schools school on school.id = pupil.school_id where sitting.test_id = test.id
            and sitting.date >= ${toStored(from)} and school.region = region.name and sitting.student_id not in (${DISABLED}))
        group by course.subject_name, region.name`.execute(db),
    );
    return new Map(rows.map(({ subject, region, tests }) => [`${subject}/${region}`, Number(tests)]));
  }

  /**
   * Tests since `from` of these subjects, by school of these regions. One query: of each test the sittings of these days, which an index
   * holds with all that is counted.
   */
  async bySchool(
    subjects: readonly string[],
    regions: readonly string[],
    from: Instant,
    now: Instant,
  ): Promise<SchoolTests[]> {
    if (subjects.length === 0 || regions.length === 0) return [];
    const join = this.#db.dialect === 'sqlite' ? sql`cross join` : sql`straight_join`;
    const { rows } = await this.#db.run((db) =>
      sql<SchoolTests>`select course.subject_name as subject, school.region, count(distinct case when ${isComing(now)} then ${PUPIL} end) as coming,
          count(distinct case when ${RELEASED} then ${PUPIL} end) as graded, sum(case when ${RELEASED} then 1 else 0 end) as grades,
          sum(case when ${RELEASED} then ${sql.ref('tests_students.final_grade')} else 0 end) as ${sql.ref('sum')}
        from courses course ${join} tests test on test.course_id = course.id ${join} tests_students on tests_students.test_id = test.id
        ${join} students pupil on pupil.user_id = ${PUPIL} ${join} schools school on school.id = pupil.school_id
        where course.subject_name in (${sql.join([...subjects])}) and school.region in (${sql.join([...regions])})
          and tests_students.date >= ${toStored(from)} and ${PUPIL} not in (${DISABLED})
        group by course.subject_name, school.region, school.id`.execute(db),
    );
    return rows.map(({ subject, region, ...row }) => ({
      subject,
      region,
      coming: Number(row.coming),
      graded: Number(row.graded),
      grades: Number(row.grades),
      sum: Number(row.sum),
    }));
  }
}

function numbersOf(row: Record<keyof TestStanding, number | string | null>): TestStanding {
  const { tests, coming, toMark, toRelease, graded, average } = row;
  return {
    tests: Number(tests),
    coming: Number(coming),
    toMark: Number(toMark),
    toRelease: Number(toRelease),
    graded: Number(graded),
    average: average === null ? null : Number(average),
  };
}
