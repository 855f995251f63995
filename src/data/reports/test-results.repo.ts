import { type SqlBool, sql } from 'kysely';
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

export interface SubjectStanding extends Omit<TestStanding, 'graded' | 'average'> {
  subject: string;
  region: string;
  /** Pupils for whom a test is to come. */
  comingPupils: number;
}

/** Released grades of a subject in a school: of so many pupils, so many, and their sum. */
export interface SchoolGrades {
  subject: string;
  region: string;
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

  /** Grades in tests since `from` that were released, by subject and school of these regions. One query. */
  async gradesBySchool(
    subjects: readonly string[],
    regions: readonly string[],
    from: Instant,
  ): Promise<SchoolGrades[]> {
    if (subjects.length === 0 || regions.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('tests_students')
        .innerJoin('students', 'students.user_id', 'tests_students.student_id')
        .innerJoin('users', 'users.id', 'students.user_id')
        .innerJoin('schools', 'schools.id', 'students.school_id')
        .innerJoin('tests', 'tests.id', 'tests_students.test_id')
        .innerJoin('courses', 'courses.id', 'tests.course_id')
        .select(['courses.subject_name as subject', 'schools.region'])
        .select(({ fn }) => [
          fn.count<number>('tests_students.student_id').distinct().as('graded'),
          fn.countAll<number>().as('grades'),
          fn.sum<number>('tests_students.final_grade').as('sum'),
        ])
        .where('courses.subject_name', 'in', [...subjects])
        .where('schools.region', 'in', [...regions])
        .where('users.disabled_at', 'is', null)
        .where('tests_students.date', '>=', toStored(from))
        .where(sql<SqlBool>`${RELEASED}`)
        .groupBy(['courses.subject_name', 'schools.region', 'schools.id'])
        .execute(),
    );
    return rows.map(({ graded, grades, sum, ...of }) => {
      return { ...of, graded: Number(graded), grades: Number(grades), sum: Number(sum) };
    });
  }

  /** How the tests since `from` stand in these subjects and regions. One query, however many pupils. */
  async ofSubjects(
    subjects: readonly string[],
    regions: readonly string[],
    from: Instant,
    now: Instant,
  ): Promise<SubjectStanding[]> {
    if (subjects.length === 0 || regions.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('tests_students')
        .innerJoin('students', 'students.user_id', 'tests_students.student_id')
        .innerJoin('users', 'users.id', 'students.user_id')
        .innerJoin('schools', 'schools.id', 'students.school_id')
        .innerJoin('tests', 'tests.id', 'tests_students.test_id')
        .innerJoin('courses', 'courses.id', 'tests.course_id')
        .select(['courses.subject_name as subject', 'schools.region', ...standing(now)])
        .select(sql<number>`count(distinct case when ${isComing(now)} then ${PUPIL} end)`.as('comingPupils'))
        .where('courses.subject_name', 'in', [...subjects])
        .where('schools.region', 'in', [...regions])
        .where('users.disabled_at', 'is', null)
        .where('tests_students.date', '>=', toStored(from))
        .groupBy(['courses.subject_name', 'schools.region'])
        .execute(),
    );
    return rows.map((row) => ({
      subject: row.subject,
      region: row.region,
      comingPupils: Number(row.comingPupils),
      ...numbersOf(row),
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
