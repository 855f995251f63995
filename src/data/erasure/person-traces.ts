import { type RawBuilder, sql } from 'kysely';
import type { Forgotten } from '../../domain/erasure/forget.ts';
import type { DatabaseManager } from '../db/database-manager.ts';

/** Somebody, and everything that hangs on them alone: what the plan of erasure is carried out with. */
export interface PersonTraces {
  id: number;
  role: 'student' | 'parent' | 'class manager';
  /** Under which the account stands in throttles and requests. */
  usernames: readonly string[];
  schoolIds: readonly number[];
  homeSessions: readonly number[];
  /** At school, in which nobody else has a place. */
  ownSchoolSessions: readonly number[];
  /** At school, in which others have one too. */
  sharedSchoolSessions: readonly number[];
  sittings: readonly number[];
  attempts: readonly number[];
  /** What they wrote, what was written to them alone, and all of their own sessions. */
  messages: readonly number[];
  exports: readonly number[];
  forgotten: Forgotten;
}

/** Finds them. Undefined: nobody of these roles has this id. */
export async function findTraces(db: DatabaseManager, id: number): Promise<PersonTraces | undefined> {
  const user = await db.run((handle) => handle.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst());
  if (!user || user.role === 'school manager' || user.role === 'regional supervisor') return undefined;
  const list = idsIn(db);
  const shared = sql`exists (select 1 from school_sessions_students other
    where other.school_session_id = own.school_session_id and other.student_id <> ${id})`;
  const places = sql`school_sessions_students own where own.student_id = ${id}`;
  const homeSessions = await list(
    sql`select home_session_id as id from home_sessions_students where student_id = ${id}`,
  );
  const own = await list(sql`select own.school_session_id as id from ${places} and not ${shared}`);
  const others = await list(sql`select own.school_session_id as id from ${places} and ${shared}`);
  const messages = await list(sql`select id from messages where student_id = ${id} or only_for_student_id = ${id}
    union select m.id from messages m join home_sessions_students own on own.home_session_id = m.home_session_id
      where own.student_id = ${id}
    union select m.id from messages m join ${places} and own.school_session_id = m.school_session_id and not ${shared}`);
  return {
    id,
    role: user.role,
    usernames: [user.username, ...(user.email === null ? [] : [user.email])],
    schoolIds: await list(sql`select school_id as id from students where user_id = ${id}
      union select school_id from parents where user_id = ${id} and school_id is not null
      union select school_id from class_managers where user_id = ${id}
      union select from_school_id from pupil_transfers where student_id = ${id}
      union select student.school_id from students student
        join parents_students child on child.student_id = student.user_id where child.parent_id = ${id}`),
    homeSessions,
    ownSchoolSessions: own,
    sharedSchoolSessions: others,
    sittings: await list(sql`select id from tests_students where student_id = ${id}`),
    attempts: await list(sql`select id from attempts where student_id = ${id}`),
    messages,
    exports: await exportsOf(db, id),
    forgotten: {
      id,
      firstName: user.first_name,
      lastName: user.last_name,
      others: [user.username, ...(user.email === null ? [] : [user.email]), ...(await namesBesides(db, id))],
      words: await wordsIn(db, id, others),
    },
  };
}

/** Exports of theirs, and of those whose exports may name them: their family, and who shared a lesson with them. */
async function exportsOf(db: DatabaseManager, id: number): Promise<number[]> {
  return idsIn(db)(sql`select id from person_exports where person_id = ${id} or asked_by = ${id}
    or person_id in (select parent_id from parents_students where student_id = ${id})
    or person_id in (select student_id from parents_students where parent_id = ${id})
    or person_id in (select other.student_id from school_sessions_students own join school_sessions_students other
      on other.school_session_id = own.school_session_id where own.student_id = ${id})`);
}

function idsIn(db: DatabaseManager) {
  return async (query: RawBuilder<unknown>): Promise<number[]> => {
    const { rows } = await db.run((handle) => (query as RawBuilder<{ id: number }>).execute(handle));
    return rows.map(({ id }) => id);
  };
}

/** Numbers and addresses that are theirs. */
async function namesBesides(db: DatabaseManager, id: number): Promise<string[]> {
  const phones = await db.run((handle) =>
    handle.selectFrom('phones').select('number').where('user_id', '=', id).execute(),
  );
  const streets = await db.run((handle) =>
    handle.selectFrom('addresses').select('street').where('user_id', '=', id).execute(),
  );
  return [...phones.map(({ number }) => number), ...streets.map(({ street }) => street)].filter(
    (one) => one.length > 5,
  );
}

/** What they said in the sessions of others, which teachers and states of talks may quote. */
async function wordsIn(db: DatabaseManager, id: number, sessions: readonly number[]): Promise<string[]> {
  if (sessions.length === 0) return [];
  const said = await db.run((handle) =>
    handle
      .selectFrom('messages')
      .select('content')
      .where('student_id', '=', id)
      .where('school_session_id', 'is not', null)
      .execute(),
  );
  const answered = await db.run((handle) =>
    handle
      .selectFrom('attempts')
      .select('answer')
      .where('student_id', '=', id)
      .where('school_session_id', 'is not', null)
      .execute(),
  );
  return [...new Set([...said.map(({ content }) => content), ...answered.map(({ answer }) => answer)])];
}
