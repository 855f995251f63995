import { sql } from 'kysely';
import { countAllSessions } from '../../src/data/analytics/session-facts.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { DAY } from '../../src/shared/instant.ts';
import { Factory, PASSWORD } from '../../test/support/factory.ts';

/** A region after a year and a half: forty schools of ten classes of twenty-five. */
export const SIZE = { schools: 40, classes: 10, pupils: 25, sessions: 100_000, answers: 5, messages: 10 };
const PUPILS = SIZE.schools * SIZE.classes * SIZE.pupils;
/** How long ago the first session was, in days. */
const DAYS = 540;
export const NOW = Date.UTC(2026, 10, 30, 9);

const series = (count: number) =>
  sql`with recursive series(n) as (select 1 union all select n + 1 from series where n < ${count})`;

/** Fills a SQLite database with rows as the program writes them, by statements over series of numbers; the same in every run. */
export async function fill(db: DatabaseManager): Promise<{ logins: Record<string, string>; countMs: number }> {
  const make = new Factory(db);
  const logins = await people(db, make);
  await history(db);
  const began = performance.now();
  await countAllSessions(db);
  return { logins, countMs: performance.now() - began };
}

async function people(db: DatabaseManager, make: Factory): Promise<Record<string, string>> {
  await make.region('north');
  await make.subject('math');
  await make.subject('science');
  for (const [name, subject] of [
    ['Algebra', 'math'],
    ['Cells', 'science'],
  ] as const) {
    await make.teacher(subject);
    await make.course({ name, subject });
  }
  const schoolManager = await make.schoolManager('school-manager');
  for (let n = 1; n <= SIZE.schools; n += 1) {
    await make.school(`School ${n}`, 'north', n === 1 ? { managerId: schoolManager } : {});
    for (let room = 1; room <= SIZE.classes; room += 1) await make.class(n, `${room}`);
  }
  await make.classManager('class-manager', 1, [1]);
  await make.supervisor('supervisor', 'math', 'north');
  const handle = db.handle();
  const first = 1 + Number((await sql<{ id: number }>`select max(id) as id from users`.execute(handle)).rows[0]?.id);
  await sql`insert into users (id, username, password_hash, role, first_name, last_name, locale, created_at)
    ${series(PUPILS)} select ${first} + n, 'pupil-' || n, 'x', 'student', 'Pupil', 'Number ' || n, 'en', ${toStored(NOW - DAYS * DAY)}
    from series`.execute(handle);
  await sql`insert into students (user_id, school_id, pseudonym)
    ${series(PUPILS)} select ${first} + n, 1 + (n - 1) % ${SIZE.schools}, 'Robin' from series`.execute(handle);
  await sql`insert into classes_students (class_id, student_id)
    ${series(PUPILS)} select 1 + (n - 1) % ${SIZE.schools} * ${SIZE.classes} + (n - 1) / ${SIZE.schools} % ${SIZE.classes}, ${first} + n
    from series`.execute(handle);
  return Object.fromEntries(['class-manager', 'school-manager', 'supervisor'].map((name) => [name, PASSWORD]));
}

/** Sessions of every pupil, evenly over the days, each with its answers, its words and its two scores. */
async function history(db: DatabaseManager): Promise<void> {
  const handle = db.handle();
  const at = (offset: string) =>
    sql`strftime('%Y-%m-%d %H:%M:%f', ${toStored(NOW)}, '-' || ((n * 7919) % ${DAYS * 1440} + 60) || ' minutes', ${offset})`;
  await sql`insert into home_hours_study_sessions
      (id, type, status, course_id, teacher_id, planned_minutes, created_at, start_time, end_time, last_activity_at)
    ${series(SIZE.sessions)} select n, 'homework', 'completed', 1 + n % 2, 1 + n % 2, 30, ${at('+0 minutes')}, ${at('+0 minutes')},
      ${at('+25 minutes')}, ${at('+25 minutes')} from series`.execute(handle);
  await sql`insert into home_sessions_students (home_session_id, student_id, emotional_state_before, is_attendant)
    ${series(SIZE.sessions)} select n, (select min(user_id) from students) + n % ${PUPILS},
      case n % 5 when 0 then 'negative' else 'positive' end, 1 from series`.execute(handle);
  await sql`insert into attempts (student_id, home_session_id, qa_id, revision_id, course_id, unit_name, answer, verdict, hints_used,
      revealed, unaided, counts, milliseconds, created_at)
    ${series(SIZE.answers)} select own.student_id, s.id, q.id, q.revision_id, s.course_id, q.unit_name, '1',
      case (s.id + n) % 4 when 0 then 'incorrect' else 'correct' end, (s.id + n) % 3, 0, (s.id + n) % 3 = 0, 1, 20000, s.start_time
    from home_hours_study_sessions s join home_sessions_students own on own.home_session_id = s.id, series
    join qas q on q.id = (s.course_id - 1) * 16 + n`.execute(handle);
  await sql`insert into messages (home_session_id, student_id, teacher_id, message_type, message_modality, content, timestamp, state)
    ${series(SIZE.messages)} select s.id, case n % 2 when 0 then own.student_id end, case n % 2 when 1 then s.teacher_id end,
      case n % 2 when 0 then 'prompt' else 'response' end, 'text only', 'Words of message ' || n, s.start_time, 'complete'
    from home_hours_study_sessions s join home_sessions_students own on own.home_session_id = s.id, series`.execute(
    handle,
  );
  for (const kind of ['proficiency', 'investment']) {
    await sql`insert into ${sql.table(`sessional_${kind}_evaluations`)} (student_id, home_session_id, score, description, evidence, source,
        rubric_version, confidence, flagged, provider, created_at)
      select own.student_id, s.id, 1 + s.id % 10, 'as it was', '{}', 'evaluator', '1', 0.8, 0, 'rules', s.end_time
      from home_hours_study_sessions s join home_sessions_students own on own.home_session_id = s.id`.execute(handle);
  }
}
