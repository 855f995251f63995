import { sql } from 'kysely';
import type { RowOf } from '../db/columns.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { inChunks } from '../db/sql.ts';
import type { ANALYTICS_TABLES } from '../db/tables/analytics.ts';
import { pauses } from '../in-slices.ts';
import { stayInSchool } from './stay-in-school.ts';

/**
 * Counts these sittings of tests anew: `test_facts` says of each whose grade was released when it began, which grade it has and
 * whether that is a pass, and of others nothing. Called by whoever changes a grade or releases it, in the same transaction.
 */
export async function countSittings(db: DatabaseManager, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db.tx(async (handle) => {
    for (const some of inChunks([...new Set(ids)])) {
      await stayInSchool(db, sql`select student_id from tests_students where id in (${sql.join(some)})`);
      await handle.deleteFrom('test_facts').where('sitting_id', 'in', some).execute();
      await sql`insert into test_facts (sitting_id, student_id, course_id, test_id, started_at, grade, is_passed, school_id)
        ${gradesOf(some)}`.execute(handle);
    }
  });
}

const gradesOf = (ids: readonly number[]) => sql<TestFact>`
  select s.id as sitting_id, s.student_id, test.course_id, s.test_id, coalesce(s.begun_at, s.date) as started_at, s.final_grade as grade,
    case when s.status = 'passed' then 1 else 0 end as is_passed, student.school_id
  from tests_students s join tests test on test.id = s.test_id join students student on student.user_id = s.student_id
  where s.id in (${sql.join([...ids])}) and s.phase = 'released' and s.final_grade is not null`;

export type TestFact = RowOf<(typeof ANALYTICS_TABLES)['test_facts']>;

/** What `test_facts` should hold of these sittings. Nothing is written. */
export async function sittingsFromRows(db: DatabaseManager, ids: readonly number[]): Promise<TestFact[]> {
  if (ids.length === 0) return [];
  return (await db.run((handle) => gradesOf(ids).execute(handle))).rows;
}

/** The next sittings after this one. */
export async function sittingsAfter(db: DatabaseManager, after: number): Promise<number[]> {
  const rows = await db.run((handle) =>
    handle.selectFrom('tests_students').select('id').where('id', '>', after).orderBy('id').limit(AT_ONCE).execute(),
  );
  return rows.map(({ id }) => id);
}

const AT_ONCE = 500;

/** Counts every sitting anew, some at a time: it may stop anywhere and begin again. */
export async function countAllSittings(db: DatabaseManager, signal?: AbortSignal): Promise<void> {
  const pause = pauses();
  let last: number | undefined = 0;
  while (last !== undefined && !signal?.aborted) {
    const ids: number[] = await sittingsAfter(db, last);
    await countSittings(db, ids);
    last = ids.at(-1);
    await pause();
  }
}
