import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { TestRow } from '../../domain/kept-reports/kept-report.ts';
import type { Period } from '../analytics/fact-sums.repo.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { WHOLE_SCHOOL } from '../erasure/keep-standings.ts';

/** Whose tests: those of a class with these pupils, or of a school, perhaps in one subject. */
export type TestTakers =
  | { classId: number; studentIds: readonly number[] }
  | { schoolId: number; subject?: string | undefined };

/** Tests that several took in some days, in numbers. */
export class TestRowsRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Tests whose day lies in the period, by course and name, with those who were erased; grades only where they are released. One query. */
  async inPeriod(takers: TestTakers, { from, to }: Period): Promise<TestRow[]> {
    const subject = 'subject' in takers && takers.subject !== undefined ? takers.subject : null;
    const what = subject === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`course.subject_name = ${subject}`;
    const { there, erased } = whose(takers);
    const [first, end] = [toStored(from), toStored(to)];
    const graded = sql`sitting.phase = 'released' and sitting.final_grade is not null`;
    const { rows } = await this.#db.run((db) =>
      sql<{ name: string; course: string; sittings: number; graded: number; grades: number; passed: number }>`
        select test.name as name, course.name as course, sum(taken.sittings) as sittings, sum(taken.graded) as graded,
          sum(taken.grades) as grades, sum(taken.passed) as passed
        from (
          select sitting.test_id, count(*) as sittings, sum(case when ${graded} then 1 else 0 end) as graded,
            sum(case when ${graded} then sitting.final_grade else 0 end) as grades,
            sum(case when sitting.phase = 'released' and sitting.status = 'passed' then 1 else 0 end) as passed
          from tests_students sitting join students student on student.user_id = sitting.student_id
            join users account on account.id = sitting.student_id and account.disabled_at is null
          where ${there} and sitting.date >= ${first} and sitting.date < ${end} group by sitting.test_id
          union all
          select sitting.test_id, sitting.sittings, sitting.graded, sitting.grades, sitting.passed from erased_sittings sitting
          where ${erased} and sitting.day_start >= ${first} and sitting.day_start < ${end}
        ) taken join tests test on test.id = taken.test_id join courses course on course.id = test.course_id
        where ${what} group by test.id, test.name, course.name order by course.name, test.name, test.id`.execute(db),
    );
    return rows.map(({ name, course, ...row }) => {
      const graded = Number(row.graded);
      const average = graded === 0 ? null : Number(row.grades) / graded;
      return { name, course, sittings: Number(row.sittings), graded, average, passed: Number(row.passed) };
    });
  }
}

function whose(takers: TestTakers): Record<'there' | 'erased', RawBuilder<SqlBool>> {
  if ('schoolId' in takers) {
    return {
      there: sql`student.school_id = ${takers.schoolId}`,
      erased: sql`sitting.school_id = ${takers.schoolId} and sitting.class_id = ${WHOLE_SCHOOL}`,
    };
  }
  const { classId, studentIds } = takers;
  return {
    there: studentIds.length === 0 ? sql`1 = 0` : sql`sitting.student_id in (${sql.join([...studentIds])})`,
    erased: sql`sitting.class_id = ${classId}`,
  };
}
