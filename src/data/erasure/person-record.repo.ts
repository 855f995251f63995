import { sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';

export type ExportedRow = Record<string, string | number | null>;

/** Parts of what is stored about somebody, in the order in which an export has them. */
export const RECORD_PARTS = [
  'account',
  'contacts',
  'classes',
  'family',
  'sessions',
  'messages',
  'answers',
  'scores',
  'tests',
  'progress',
] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

/** Whose words of a talk are told: all that the pupil could read, what parents may, or none. */
export type Words = 'all' | 'for parents' | 'none';

/**
 * What is stored about one person, part by part: only columns that are named here, so that nothing new gets out by itself. Nothing of
 * others: of a group their own words alone, and nothing of tests that were not given back.
 */
export class PersonRecordRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async read(id: number, part: RecordPart, words: Words): Promise<ExportedRow[]> {
    const { rows } = await this.#db.run((db) => QUERIES[part](id, words).execute(db));
    return rows;
  }
}

const feedback = (words: Words) => (words === 'all' ? sql`own.textual_feedback` : sql`null`);

const QUERIES: Record<RecordPart, (id: number, words: Words) => ReturnType<typeof sql<ExportedRow>>> = {
  account: (
    id,
  ) => sql`select u.username, u.email, u.first_name, u.last_name, u.date_of_birth, u.role, u.locale, u.created_at,
      school.name as school, s.learning_style, s.routine_style, s.collaboration_style
    from users u left join students s on s.user_id = u.id left join schools school on school.id = s.school_id
    where u.id = ${id}`,
  contacts: (id) => sql`select 'phone' as kind, number as value from phones where user_id = ${id}
    union all select 'address', street from addresses where user_id = ${id}
    union all select 'city', city from addresses where user_id = ${id}`,
  classes: (id) => sql`select c.name, c.year, c.grade_level from classes_students m join classes c on c.id = m.class_id
    where m.student_id = ${id} order by c.year`,
  family: (id) => sql`select u.first_name, u.last_name, l.status from parents_students l
    join users u on u.id = case when l.student_id = ${id} then l.parent_id else l.student_id end
    where l.student_id = ${id} or l.parent_id = ${id} order by u.id`,
  // What a pupil wrote at the end is for the school; a parent is told of it by whoever may.
  sessions: (
    id,
    words,
  ) => sql`select 'home' as place, s.id as session, s.type, s.status, c.name as course, s.start_time, s.end_time,
      own.emotional_state_before, own.emotional_state_after, own.difficulty_feedback, own.understanding_feedback, ${feedback(words)} as textual_feedback
    from home_sessions_students own join home_hours_study_sessions s on s.id = own.home_session_id
    join courses c on c.id = s.course_id where own.student_id = ${id}
    union all select 'school', s.id, s.type, s.status, c.name, s.start_time, s.end_time, own.emotional_state_before,
      own.emotional_state_after, own.difficulty_feedback, own.understanding_feedback, ${feedback(words)}
    from school_sessions_students own join school_hours_study_sessions s on s.id = own.school_session_id
    left join courses c on c.id = s.course_id where own.student_id = ${id} order by 6`,
  messages: (id, words) =>
    words === 'none'
      ? sql`select id from messages where 1 = 0`
      : sql`select case when m.home_session_id is null then 'school' else 'home' end as place,
          coalesce(m.home_session_id, m.school_session_id) as session, m.timestamp,
          case when m.student_id = ${id} then 'pupil' else 'teacher' end as said_by, m.content
        from messages m left join home_sessions_students home on home.home_session_id = m.home_session_id
        where (m.student_id = ${id} or (home.student_id = ${id} and m.class_manager_id is null)
          or (m.student_id is null and m.class_manager_id is null and m.school_session_id in (
            select own.school_session_id from school_sessions_students own where own.student_id = ${id} and not exists (
              select 1 from school_sessions_students other
              where other.school_session_id = own.school_session_id and other.student_id <> ${id}))))
          and (${words === 'all' ? 1 : 0} = 1 or m.hidden_from_parents = 0) order by m.timestamp, m.id`,
  answers: (
    id,
    words,
  ) => sql`select a.created_at, c.name as course, a.unit_name, r.question, ${words === 'none' ? sql`null` : sql`a.answer`} as answer, a.verdict, a.hints_used
    from attempts a join courses c on c.id = a.course_id join qa_revisions r on r.id = a.revision_id
    where a.student_id = ${id} order by a.created_at, a.id`,
  scores: (id) =>
    sql`${sql.join(
      ['proficiency', 'investment', 'social'].map(
        (
          kind,
        ) => sql`select ${sql.lit(kind)} as kind, home_session_id, school_session_id, score, description, source, created_at
          from ${sql.table(`sessional_${kind}_evaluations`)} where student_id = ${id}`,
      ),
      sql` union all `,
    )} order by 7`,
  tests: (id) => sql`select t.name, c.name as course, s.date, s.status, s.final_grade, s.released_at
    from tests_students s join tests t on t.id = s.test_id join courses c on c.id = t.course_id
    where s.student_id = ${id} and s.released_at is not null order by s.date`,
  progress: (id) => sql`select c.name as course, u.unit_name, u.state, u.progress from learning_units_students u
    join courses c on c.id = u.course_id where u.student_id = ${id} order by c.name, u.unit_name`,
};
