import { type RawBuilder, sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';
import { MOST_NAMED, type Verified } from './verified.ts';

/** What can never be of rows that stand for those who were erased: `row.key` says which one it is. */
const RULES: readonly { says: string; rows: RawBuilder<{ key: string | number }> }[] = [
  {
    says: 'sums of a day say more of a part than of the whole',
    rows: sql`select id as ${sql.ref('key')} from erased_facts where correct > attempts or unaided > correct or attended > expected
      or low_feelings > feelings or passed > grades_n or active_ms < 0`,
  },
  {
    says: 'answers say more of a part than of the whole',
    rows: sql`select id as ${sql.ref('key')} from erased_answers where correct > answers or unaided > correct or wrong > judged
      or (understood is not null and wrong = 0)`,
  },
  {
    says: 'a class answered more than its school',
    rows: sql`select own.qa_id as ${sql.ref('key')} from erased_class_answers own join classes class on class.id = own.class_id
      left join (select school_id, qa_id, day_start, sum(answers) as answers, sum(correct) as correct from erased_answers
        group by school_id, qa_id, day_start) whole
      on whole.school_id = class.school_id and whole.qa_id = own.qa_id and whole.day_start = own.day_start
      where own.correct > own.answers or own.answers > coalesce(whole.answers, 0) or own.correct > coalesce(whole.correct, 0)`,
  },
  {
    says: 'more pupils began a unit than were in its course',
    rows: sql`select own.class_id as ${sql.ref('key')} from erased_standings own left join erased_enrolments whole
      on whole.class_id = own.class_id and whole.course_id = own.course_id
      where own.known > own.begun or own.begun > coalesce(whole.pupils, 0)`,
  },
  {
    says: 'a class sat a test more often than its school',
    rows: sql`select own.test_id as ${sql.ref('key')} from erased_sittings own left join erased_sittings whole
      on whole.school_id = own.school_id and whole.class_id = 0 and whole.test_id = own.test_id and whole.day_start = own.day_start
      where own.graded > own.sittings or own.passed > own.sittings or own.sittings > coalesce(whole.sittings, 0)
        or own.graded > coalesce(whole.graded, 0) or own.passed > coalesce(whole.passed, 0)`,
  },
];
const TABLES = [
  'erased_facts',
  'erased_answers',
  'erased_class_answers',
  'erased_standings',
  'erased_sittings',
] as const;

/** So many are named of each. */
const MOST_OF_EACH = MOST_NAMED / RULES.length;

/** Holds what is kept of those who were erased against itself: the rows that it was counted from are gone. */
export async function verifyErased(db: DatabaseManager): Promise<Verified> {
  const wrong: string[] = [];
  for (const { says, rows } of RULES) {
    const found = await db.run((handle) =>
      sql<{ key: string | number }>`${rows} limit ${sql.lit(MOST_OF_EACH)}`.execute(handle),
    );
    wrong.push(...found.rows.map(({ key }) => `${key}: ${says}`));
  }
  let kept = 0;
  for (const table of TABLES) {
    const { rows } = await db.run((handle) =>
      sql<{ rows: number }>`select count(*) as ${sql.ref('rows')} from ${sql.table(table)}`.execute(handle),
    );
    kept += Number(rows[0]?.rows ?? 0);
  }
  return { what: 'erased pupils', rows: kept, wrong };
}
