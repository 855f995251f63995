import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../domain/access/permission-matrix.ts';
import type { Words } from '../../domain/erasure/export-words-policy.ts';
import type { RecordPart } from '../../domain/erasure/record-parts.ts';
import { READINGS } from '../../domain/oversight/readings.ts';

type Query = RawBuilder<unknown>;

interface Whose {
  /** Of people of these roles alone; of everybody where it is not said. */
  of?: readonly Role[];
  /** Only where words go this far. */
  words?: readonly Words[];
}

/**
 * One query of a part, and how it is read in pieces: few rows all at once; by an id that rises, where the query ends in a condition and
 * selects `row_key`; or with the rows of some sessions at a time.
 */
export type RecordSource = Whose &
  (
    | { by: 'all at once'; query: (id: number, words: Words) => Query }
    | { by: 'id'; key: string; query: (id: number, words: Words) => Query }
    | { by: 'session'; sessions: (id: number) => Query; query: (id: number, words: Words, some: Query) => Query }
  );

const STAFF: readonly Role[] = ['class manager', 'school manager', 'regional supervisor'];
const PUPIL: readonly Role[] = ['student'];
const MAY_READ: readonly Words[] = ['all', 'for parents'];
/** For themselves and the school: not for parents. */
const OWN: Whose = { words: ['all'] };

const few = (query: (id: number, words: Words) => Query, whose: Whose = {}): RecordSource => ({
  by: 'all at once',
  query,
  ...whose,
});
const byId = (key: string, query: (id: number, words: Words) => Query, whose: Whose = {}): RecordSource => ({
  by: 'id',
  key,
  query: (id, words) => sql`select ${sql.ref(key)} as row_key, ${query(id, words)}`,
  ...whose,
});

const atHome = (id: number) =>
  sql`select home_session_id as id from home_sessions_students where student_id = ${id} order by 1`;
const atSchool = (id: number) =>
  sql`select school_session_id as id from school_sessions_students where student_id = ${id} order by 1`;

/** Of the talk of a group their own words alone: what the teacher said there was said to others too. */
const messages = (place: 'home' | 'school'): RecordSource => ({
  by: 'session',
  of: PUPIL,
  words: MAY_READ,
  sessions: place === 'home' ? atHome : atSchool,
  query: (id, words, some) => {
    const session = sql.ref(`m.${place}_session_id`);
    const alone = sql`not exists (select 1 from school_sessions_students other
      where other.school_session_id = m.school_session_id and other.student_id <> ${id})`;
    const theirs =
      place === 'home'
        ? sql`(m.student_id = ${id} or m.class_manager_id is null)`
        : sql`(m.student_id = ${id} or (m.student_id is null and m.class_manager_id is null and ${alone}))`;
    return sql`select ${sql.lit(place)} as place, ${session} as session, m.timestamp,
      case when m.student_id = ${id} then 'pupil' else 'teacher' end as said_by, m.content from messages m
      where ${session} in (${some}) and ${theirs} and (${words === 'all' ? 1 : 0} = 1 or m.hidden_from_parents = 0)
      order by ${session}, m.id`;
  },
});

const answers = (place: 'home' | 'school'): RecordSource => ({
  by: 'session',
  of: PUPIL,
  sessions: place === 'home' ? atHome : atSchool,
  query: (id, words, some) => {
    const session = sql.ref(`a.${place}_session_id`);
    return sql`select a.created_at, c.name as course, a.unit_name, r.question,
      ${words === 'none' ? sql`null` : sql`a.answer`} as answer, a.verdict, a.hints_used
      from attempts a join courses c on c.id = a.course_id join qa_revisions r on r.id = a.revision_id
      where ${session} in (${some}) and a.student_id = ${id} order by ${session}, a.id`;
  },
});

// What a pupil wrote at the end is for the school; a parent is told of it by whoever may.
const feelings = (words: Words) => sql`own.emotional_state_before, own.emotional_state_after, own.difficulty_feedback,
  own.understanding_feedback, ${words === 'all' ? sql`own.textual_feedback` : sql`null`} as textual_feedback`;

const KINDS = ['proficiency', 'investment', 'social'] as const;
const scores: RecordSource[] = KINDS.map((kind) =>
  byId(
    'e.id',
    (
      id,
    ) => sql`${sql.lit(kind)} as kind, e.home_session_id, e.school_session_id, e.score, e.description, e.source, e.created_at
      from ${sql.table(`sessional_${kind}_evaluations`)} e where e.student_id = ${id}`,
    { of: PUPIL },
  ),
);
const quarters: RecordSource[] = KINDS.map((kind) =>
  byId(
    'e.id',
    (
      id,
    ) => sql`${sql.lit(kind)} as kind, e.subject_name as subject, e.school_year, e.quarter, e.score, e.description, e.source,
      e.created_at from ${sql.table(`quarter_${kind}_evaluations`)} e
      join quarter_releases shown on shown.student_id = e.student_id and shown.school_year = e.school_year
        and shown.quarter = e.quarter
      where e.student_id = ${id}`,
    { of: PUPIL },
  ),
);
const readings = sql.join(READINGS.map((action) => sql.lit(action)));

/** What each part is made of. */
export const SOURCES: Record<RecordPart, readonly RecordSource[]> = {
  account: [
    few(
      (
        id,
      ) => sql`select u.username, u.email, u.first_name, u.last_name, u.date_of_birth, u.role, u.locale, u.created_at,
        school.name as school, s.learning_style, s.routine_style, s.collaboration_style
        from users u left join students s on s.user_id = u.id left join parents p on p.user_id = u.id
        left join class_managers m on m.user_id = u.id
        left join schools school on school.id = coalesce(s.school_id, p.school_id, m.school_id) or school.school_manager_id = u.id
        where u.id = ${id}`,
    ),
  ],
  contacts: [
    few((id) => sql`select 'phone' as kind, number as value, null as city from phones where user_id = ${id}`),
    few((id) => sql`select 'address' as kind, street as value, city from addresses where user_id = ${id}`),
  ],
  classes: [
    few(
      (id) => sql`select c.name, c.year, c.grade_level from classes_students m join classes c on c.id = m.class_id
        where m.student_id = ${id} order by c.year`,
      { of: PUPIL },
    ),
    few(
      (
        id,
      ) => sql`select c.name, c.year, c.grade_level from classess_class_managers m join classes c on c.id = m.class_id
        where m.class_manager_id = ${id} order by c.year`,
      { of: STAFF },
    ),
  ],
  family: [
    few(
      (id) => sql`select u.first_name, u.last_name, l.status from parents_students l
      join users u on u.id = case when l.student_id = ${id} then l.parent_id else l.student_id end
      where l.student_id = ${id} or l.parent_id = ${id} order by u.id`,
    ),
  ],
  consents: [
    byId(
      'c.id',
      (id) => sql`c.at, c.purpose, c.version, c.answer, c.source from consents c where c.student_id = ${id}`,
      {
        of: PUPIL,
      },
    ),
    byId('c.id', (id) => sql`c.at, c.purpose, c.version, c.answer, c.source from consents c where c.by_id = ${id}`, {
      of: ['parent'],
    }),
  ],
  sessions: [
    byId(
      's.id',
      (id, words) => sql`'home' as place, s.id as session, s.type, s.status, c.name as course, s.start_time, s.end_time,
        ${feelings(words)} from home_sessions_students own join home_hours_study_sessions s on s.id = own.home_session_id
        join courses c on c.id = s.course_id where own.student_id = ${id}`,
    ),
    byId(
      's.id',
      (
        id,
        words,
      ) => sql`'school' as place, s.id as session, s.type, s.status, c.name as course, s.start_time, s.end_time,
        ${feelings(words)} from school_sessions_students own
        join school_hours_study_sessions s on s.id = own.school_session_id
        left join courses c on c.id = s.course_id where own.student_id = ${id}`,
    ),
  ],
  messages: [messages('home'), messages('school')],
  answers: [answers('home'), answers('school')],
  scores,
  quarters,
  contests: [
    byId(
      'r.id',
      (id) => sql`r.at, r.kind, null as quarter, r.action, r.words from score_reviews r where r.by_id = ${id}`,
      OWN,
    ),
    byId(
      'r.id',
      (id) => sql`r.at, r.kind, r.quarter, r.action, r.words from quarter_reviews r where r.by_id = ${id}`,
      OWN,
    ),
  ],
  tests: [
    byId(
      's.id',
      (id) => sql`t.name, c.name as course, s.date, s.status, s.final_grade, s.released_at from tests_students s
        join tests t on t.id = s.test_id join courses c on c.id = t.course_id
        where s.student_id = ${id} and s.released_at is not null`,
    ),
  ],
  'test-answers': [
    {
      by: 'session',
      sessions: (id) =>
        sql`select id from tests_students where student_id = ${id} and released_at is not null order by id`,
      query: (_, words, some) => sql`select t.name as test, a.position, r.question,
        ${words === 'none' ? sql`null` : sql`a.answer`} as answer, a.verdict, a.share, a.comment
        from test_answers a join tests_students s on s.id = a.sitting_id join tests t on t.id = s.test_id
        join qa_revisions r on r.id = a.revision_id where a.sitting_id in (${some}) order by a.sitting_id, a.position`,
    },
  ],
  progress: [
    few(
      (id) => sql`select c.name as course, u.unit_name, u.state, u.progress from learning_units_students u
      join courses c on c.id = u.course_id where u.student_id = ${id} order by c.name, u.unit_name`,
    ),
  ],
  reports: [
    byId(
      'r.id',
      (id) => sql`r.created_at, q.question, r.reason, r.comment, r.state, r.answer from question_reports r
        join qa_revisions q on q.id = r.revision_id where r.reporter_id = ${id}`,
      OWN,
    ),
  ],
  tablets: [
    byId(
      'l.id',
      (id) => sql`t.model, t.serial_number, l.start_time, l.end_time from tablets_students l
        join tablets t on t.id = l.tablet_id where l.student_id = ${id}`,
    ),
  ],
  lessons: [
    byId(
      'l.id',
      (id) => sql`k.name as class, l.type, l.state, c.name as course, l.planned_start, l.start_time, l.end_time
        from lessons l join classes k on k.id = l.class_id left join courses c on c.id = l.course_id
        where l.class_manager_id = ${id}`,
    ),
  ],
  notices: [byId('n.id', (id) => sql`n.at, n.kind, n.read_at from notifications n where n.user_id = ${id}`, OWN)],
  letters: [
    byId('m.id', (id) => sql`m.created_at as at, m.subject, m.body from mails m where m.user_id = ${id}`),
    byId(
      'l.id',
      (id) => sql`l.at, l.last_day as subject, l.text as body from weekly_letters l where l.parent_id = ${id}`,
      {
        of: ['parent'],
      },
    ),
  ],
  looked: [
    byId(
      'a.id',
      (id) => sql`a.at, a.action, u.role as by_whom from audit_log a left join users u on u.id = a.actor_id
        where a.student_id = ${id} and a.action in (${readings}) and (a.actor_id is null or a.actor_id <> ${id})`,
    ),
  ],
  deeds: [byId('a.id', (id) => sql`a.at, a.action from audit_log a where a.actor_id = ${id}`, OWN)],
};
