import { sql } from 'kysely';
import type { Handle } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { DAY } from '../../src/shared/instant.ts';
import { BEFORE_MANAGERS, BEFORE_PUPILS } from './people.ts';
import {
  ANSWERS,
  after,
  type History,
  MESSAGES,
  minutesAgo,
  NOW,
  PUPILS,
  REGION,
  SESSIONS_A_LESSON,
  series,
} from './size.ts';

const lit = sql.lit;
/** Pupil number n's course of a subject: 0 math, 1 science. */
const courseOf = (pupil: string, subject: string) => sql.raw(`1 + (${subject}) + 2 * ((${pupil} + 1) % 2)`);

/** What pupils did: sessions at home and at school with their answers, words and scores, and tests. The same in every run. */
export async function history(handle: Handle, of: History): Promise<void> {
  await atHome(handle, of);
  await atSchool(handle, of);
  for (const [kind, answers] of [
    ['home', ANSWERS.atHome],
    ['school', ANSWERS.atSchool],
  ] as const) {
    await words(handle, kind);
    await given(handle, kind, answers);
    for (const score of ['proficiency', 'investment']) await scores(handle, kind, score, 'evaluator');
  }
  await scores(handle, 'school', 'social', 'class manager');
  await tests(handle, of);
}

async function atHome(handle: Handle, { days, atHome }: History): Promise<void> {
  const begun = minutesAgo(`n * 7919 % ${days * 1440} + 60`);
  const pupil = `${BEFORE_PUPILS} + 1 + n % ${PUPILS}`;
  await sql`insert into home_hours_study_sessions
      (id, type, status, course_id, teacher_id, planned_minutes, created_at, start_time, end_time, last_activity_at)
    select n, 'homework', 'completed', course, course, 30, begun, begun, ${after('begun', '25')}, ${after('begun', '25')} from (
      ${series(atHome)} select n, ${courseOf(`(${pupil})`, `n / ${PUPILS} % 2`)} as course, ${begun} as begun from series)`.execute(
    handle,
  );
  await sql`insert into home_sessions_students (home_session_id, student_id, emotional_state_before, emotional_state_after, is_attendant)
    ${series(atHome)} select n, ${sql.raw(pupil)}, case n % 5 when 0 then 'negative' else 'positive' end, 'neutral', 1
    from series`.execute(handle);
  await sql`insert into learning_units_home_sessions (home_session_id, course_id, unit_name, position, mastery_before)
    select s.id, s.course_id, unit.name, 0, 0.4 from home_hours_study_sessions s
    join learning_units unit on unit.course_id = s.course_id and unit.position = s.id / 7 % ${lit(REGION.units)}`.execute(
    handle,
  );
}

/** Lessons of each class in turn, in groups of two and three. */
async function atSchool(handle: Handle, { days, lessons }: History): Promise<void> {
  const rooms = REGION.schools * REGION.classes;
  const every = Math.floor((days * rooms) / lessons);
  const begun = minutesAgo(`((n - 1) / ${rooms} * ${every} + n * 37 % ${every}) * 1440 + 1440`);
  await sql`insert into lessons (id, class_id, class_manager_id, created_at, type, state, course_id, planned_duration_minutes,
      planned_start, start_time, end_time, planned_end)
    select n, room, ${lit(BEFORE_MANAGERS)} + room, begun, 'group', 'completed', 1 + n / ${lit(rooms)} % 2, 45, begun, begun,
      ${after('begun', '45')}, ${after('begun', '45')} from (
      ${series(lessons)} select n, 1 + (n - 1) % ${lit(rooms)} as room, ${begun} as begun from series)`.execute(handle);
  await sql`insert into school_hours_study_sessions (id, type, status, lesson_id, class_manager_id, teacher_id,
      planned_duration_minutes, start_time, end_time, last_activity_at, course_id)
    ${series(SESSIONS_A_LESSON)} select (lesson.id - 1) * ${lit(SESSIONS_A_LESSON)} + n, 'group', 'completed', lesson.id, lesson.class_manager_id,
      lesson.course_id, 45, lesson.start_time, lesson.end_time, lesson.end_time, lesson.course_id
    from lessons lesson, series`.execute(handle);
  await sql`insert into school_sessions_students (school_session_id, student_id, emotional_state_before, is_attendant, attendance_reason, joined_at)
    select s.id, member.student_id, case s.id % 4 when 0 then 'neutral' else 'positive' end,
      (s.id + member.student_id) % 9 <> 0, case when (s.id + member.student_id) % 9 = 0 then 'unexcused' end, s.start_time
    from school_hours_study_sessions s join lessons lesson on lesson.id = s.lesson_id
    join classes_students member on member.class_id = lesson.class_id
      and (member.student_id - ${lit(BEFORE_PUPILS + 1)}) / ${lit(rooms)} % ${lit(SESSIONS_A_LESSON)} = (s.id - 1) % ${lit(SESSIONS_A_LESSON)}`.execute(
    handle,
  );
  await sql`insert into learning_units_school_sessions (school_session_id, course_id, unit_name, position)
    select s.id, s.course_id, unit.name, 0 from school_hours_study_sessions s
    join learning_units unit on unit.course_id = s.course_id and unit.position = s.lesson_id / 7 % ${lit(REGION.units)}`.execute(
    handle,
  );
}

const TABLES = {
  home: {
    session: sql.table('home_hours_study_sessions'),
    places: sql.table('home_sessions_students'),
    key: sql.ref('home_session_id'),
  },
  school: {
    session: sql.table('school_hours_study_sessions'),
    places: sql.table('school_sessions_students'),
    key: sql.ref('school_session_id'),
  },
};
type Kind = keyof typeof TABLES;

async function words(handle: Handle, kind: Kind): Promise<void> {
  const { session, places, key } = TABLES[kind];
  await sql`insert into messages (${key}, student_id, teacher_id, message_type, message_modality, content, timestamp, state)
    ${series(MESSAGES)} select s.id, case n % 2 when 0 then own.student_id end, case n % 2 when 1 then s.teacher_id end,
      case n % 2 when 0 then 'prompt' else 'response' end, 'text only', 'Words of message ' || n, ${after('s.start_time', 'n')}, 'complete'
    from ${session} s join (select ${key} as id, min(student_id) as student_id from ${places} group by ${key}) own on own.id = s.id,
      series`.execute(handle);
}

/** Some questions are harder than others, and each has three wrong answers that are given again and again. */
async function given(handle: Handle, kind: Kind, answers: number): Promise<void> {
  const { session, places, key } = TABLES[kind];
  const unit = kind === 'home' ? sql`s.id / 7` : sql`s.lesson_id / 7`;
  const question = sql`(s.course_id - 1) * ${lit(REGION.units * REGION.questions)} + ${unit} % ${lit(REGION.units)} * ${lit(REGION.questions)}
    + (s.id + n) % ${lit(REGION.questions)} + 1`;
  await sql`insert into attempts (student_id, ${key}, qa_id, revision_id, course_id, unit_name, answer, understood, verdict, hints_used,
      revealed, unaided, counts, milliseconds, p_before, mastery_after, created_at)
    select student, session, qa_id, revision_id, course_id, unit_name,
      case verdict when 'correct' then answer else wrong end, case verdict when 'correct' then answer else wrong end, verdict,
      hints, 0, hints = 0, 1, 20000, 0.6, 0.3 + 0.05 * ((student + session) % 13), at from (
      ${series(answers)} select own.student_id as student, s.id as session, q.id as qa_id, q.revision_id, q.course_id, q.unit_name, q.answer,
        '' || (cast(q.answer as integer) + 1 + (s.id + own.student_id) % 3) as wrong, (s.id + n) % 3 as hints,
        case when (s.id * 31 + own.student_id * 17 + n) % 20 = 0 then 'given up'
          when (s.id * 31 + own.student_id * 17 + n) % 10 < 1 + q.id % 6 then 'incorrect' else 'correct' end as verdict,
        ${after('s.start_time', '2 + n * 3')} as at
      from ${session} s join ${places} own on own.${key} = s.id and own.is_attendant = 1, series join qas q on q.id = ${question})`.execute(
    handle,
  );
}

async function scores(handle: Handle, kind: Kind, score: string, source: string): Promise<void> {
  const { session, places, key } = TABLES[kind];
  await sql`insert into ${sql.table(`sessional_${score}_evaluations`)} (student_id, ${key}, score, description, evidence, source,
      rubric_version, confidence, flagged, provider, created_at)
    select own.student_id, s.id, 1 + (s.id + own.student_id) % 10, 'as it was', '{}', ${source}, '1', 0.8, 0, 'rules', s.end_time
    from ${session} s join ${places} own on own.${key} = s.id and own.is_attendant = 1`.execute(handle);
}

/** A test of each course, sat again and again; and one that lies ahead. */
async function tests(handle: Handle, { days, sittings }: History): Promise<void> {
  await sql`insert into tests (course_id, name, type, duration_minutes) select id, 'What we know of ' || name, 'quiz', 30 from courses`.execute(
    handle,
  );
  await sql`insert into tests_learning_units (test_id, course_id, unit_name, weight)
    select test.id, unit.course_id, unit.name, 0.25 from tests test join learning_units unit on unit.course_id = test.course_id and unit.position < 4`.execute(
    handle,
  );
  const own = sql`courses_students own join tests test on test.course_id = own.course_id`;
  const every = Math.floor((days * 1440 * 2) / sittings);
  const date = minutesAgo(`(n - 1) * ${every} + own.student_id % 7 * 1440 + own.course_id * 1440 + 1440`);
  await sql`insert into tests_students (test_id, student_id, sitting, status, phase, date, begun_at, submitted_at, released_at, final_grade)
    select test, student, n, case when grade >= 55 then 'passed' else 'failed' end, 'released', at, at, ${after('at', '30')}, ${after('at', '1440')}, grade from (
      ${series(sittings / 2)} select test.id as test, own.student_id as student, n, 40 + (own.student_id * 7 + n * 11 + test.id) % 60 as grade, ${date} as at
      from ${own}, series)`.execute(handle);
  await sql`insert into tests_students (test_id, student_id, sitting, status, phase, date)
    select test.id, own.student_id, 100, 'scheduled', 'not begun', ${toStored(NOW + 5 * DAY)} from ${own} where test.id <= 2`.execute(
    handle,
  );
}
