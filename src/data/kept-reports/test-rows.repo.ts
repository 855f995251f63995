import { type SqlBool, sql } from 'kysely';
import type { TestRow } from '../../domain/kept-reports/kept-report.ts';
import type { Period } from '../analytics/fact-sums.repo.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** Whose tests: these pupils', or those of a school, perhaps in one subject. */
export type TestTakers = { studentIds: readonly number[] } | { schoolId: number; subject?: string | undefined };

/** Tests that several took in some days, in numbers. */
export class TestRowsRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Tests whose day lies in the period, by course and name; grades only where they are released. One query. */
  async inPeriod(takers: TestTakers, { from, to }: Period): Promise<TestRow[]> {
    if ('studentIds' in takers && takers.studentIds.length === 0) return [];
    const who =
      'studentIds' in takers
        ? sql<SqlBool>`sitting.student_id in (${sql.join([...takers.studentIds])})`
        : sql<SqlBool>`student.school_id = ${takers.schoolId}`;
    const subject = 'subject' in takers && takers.subject !== undefined ? takers.subject : null;
    const what = subject === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`course.subject_name = ${subject}`;
    const graded = sql`sitting.phase = 'released' and sitting.final_grade is not null`;
    const { rows } = await this.#db.run((db) =>
      sql<{ name: string; course: string; sittings: number; graded: number; average: number | null; passed: number }>`
        select test.name as name, course.name as course, count(*) as sittings,
          sum(case when ${graded} then 1 else 0 end) as graded,
          avg(case when ${graded} then sitting.final_grade end) as average,
          sum(case when sitting.phase = 'released' and sitting.status = 'passed' then 1 else 0 end) as passed
        from tests_students sitting join tests test on test.id = sitting.test_id
          join courses course on course.id = test.course_id
          join students student on student.user_id = sitting.student_id
          join users account on account.id = sitting.student_id and account.disabled_at is null
        where ${who} and ${what} and sitting.date >= ${toStored(from)} and sitting.date < ${toStored(to)}
        group by test.id, test.name, course.name order by course.name, test.name, test.id`.execute(db),
    );
    return rows.map(({ name, course, sittings, graded: withGrade, average, passed }) => ({
      name,
      course,
      sittings: Number(sittings),
      graded: Number(withGrade),
      average: average === null ? null : Number(average),
      passed: Number(passed),
    }));
  }
}
