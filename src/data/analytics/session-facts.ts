import { type RawBuilder, sql } from 'kysely';
import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { RowOf } from '../db/columns.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import type { StoredInstant } from '../db/instants.ts';
import { inChunks, millisecondsBetween } from '../db/sql.ts';
import type { ANALYTICS_TABLES } from '../db/tables/analytics.ts';
import { pauses } from '../in-slices.ts';
import { stayInSchool } from './stay-in-school.ts';

/** The tables of sessions at home and at school, which are alike in what figures are made of. */
const TABLES = {
  home: {
    session: 'home_hours_study_sessions',
    places: 'home_sessions_students',
    pauses: 'home_hours_study_session_pauses',
    key: 'home_session_id',
    begun: sql`s.start_time`,
    joins: sql``,
    isOver: sql`s.status = 'completed' and s.start_time is not null`,
  },
  school: {
    session: 'school_hours_study_sessions',
    places: 'school_sessions_students',
    pauses: 'school_hours_study_session_pauses',
    key: 'school_session_id',
    begun: sql`coalesce(s.start_time, lesson.start_time)`,
    joins: sql`join lessons lesson on lesson.id = s.lesson_id`,
    // Of a lesson that was held also the sessions that nobody came to: their pupils were expected.
    isOver: sql`(s.status = 'completed' or (s.status = 'cancelled' and lesson.start_time is not null))`,
  },
} as const;

export type SessionFact = RowOf<(typeof ANALYTICS_TABLES)['session_facts']>;

const COLUMNS = sql.raw(`kind, session_id, student_id, course_id, type, started_at, active_ms, is_attendant,
  attempts, correct, unaided, hints, given_up, proficiency, investment, social, feeling_before, feeling_after, difficulty, understanding, school_id`);

/**
 * Counts these sessions anew: `session_facts` says of each pupil's part in a session that is over what it came to, and of other
 * sessions nothing. Called by whoever changes what it is made of, in the same transaction, so that figures never lag or drift:
 * - `active_ms`: end − start less pauses, of who attended; `is_attendant`: whether they did.
 * - `attempts`: first judged answers to questions (what counts for mastery); `correct`, and `unaided`: right without any help, of them.
 * - `hints`: rungs taken before them; `given_up`: questions that ended by giving up.
 * - `proficiency`: the evaluator's score; `investment`: the class manager's where there is one, else the evaluator's; `social`: the
 *   class manager's. 1 … 10, null where none was given.
 * - `school_id`: the school of the pupil now; whoever takes a pupil into another one moves it along.
 * Two statements for so many as five hundred sessions, on MySQL three.
 */
export async function countSessions(db: DatabaseManager, kind: SessionKind, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db.tx(async (handle) => {
    const { places, key } = TABLES[kind];
    for (const some of inChunks([...new Set(ids)])) {
      await stayInSchool(
        db,
        sql`select student_id from ${sql.table(places)} where ${sql.ref(key)} in (${sql.join(some)})`,
      );
      await handle.deleteFrom('session_facts').where('kind', '=', kind).where('session_id', 'in', some).execute();
      await sql`insert into session_facts (${COLUMNS}) ${partsOf(db, kind, sql.join(some))}`.execute(handle);
    }
  });
}

/** What `session_facts` should hold of these sessions. Nothing is written. */
export async function sessionsFromRows(
  db: DatabaseManager,
  kind: SessionKind,
  ids: readonly number[],
): Promise<SessionFact[]> {
  if (ids.length === 0) return [];
  const parts = partsOf(db, kind, sql.join([...ids]));
  const { rows } = await db.run((handle) =>
    sql<SessionFact>`with counted (${COLUMNS}) as (${parts}) select * from counted`.execute(handle),
  );
  return rows;
}

function partsOf(db: DatabaseManager, kind: SessionKind, ids: RawBuilder<unknown>): RawBuilder<unknown> {
  const { session, places, pauses, key, begun, joins, isOver } = TABLES[kind];
  const [table, own, pause, of] = [sql.table(session), sql.table(places), sql.table(pauses), sql.ref(key)];
  const between = (from: string, to: string) =>
    millisecondsBetween(db.dialect, sql.ref<StoredInstant>(from), sql.ref<StoredInstant>(to));
  return sql`select ${kind}, s.id, own.student_id, s.course_id, s.type, ${begun},
      case when own.is_attendant = 1 and s.end_time is not null then ${between('s.start_time', 's.end_time')}
        - coalesce((select sum(${between('pause.start_time', 'pause.end_time')}) from ${pause} pause where pause.${of} = s.id), 0)
        else 0 end,
      own.is_attendant, coalesce(a.attempts, 0), coalesce(a.correct, 0), coalesce(a.unaided, 0), coalesce(a.hints, 0),
      coalesce(a.given_up, 0), ${scoreOf('proficiency', of, 'evaluator')},
      coalesce(${scoreOf('investment', of, 'class manager')}, ${scoreOf('investment', of, 'evaluator')}),
      ${kind === 'home' ? sql`null` : scoreOf('social', of, 'class manager')},
      own.emotional_state_before, own.emotional_state_after, own.difficulty_feedback, own.understanding_feedback,
      student.school_id
    from ${table} s join ${own} own on own.${of} = s.id join students student on student.user_id = own.student_id ${joins}
    left join (select ${of} as session_id, student_id, sum(counts) as attempts,
        sum(case when counts = 1 and verdict = 'correct' then 1 else 0 end) as correct,
        sum(case when counts = 1 and verdict = 'correct' and unaided = 1 then 1 else 0 end) as unaided,
        sum(case when counts = 1 then hints_used else 0 end) as hints,
        sum(case when verdict = 'given up' then 1 else 0 end) as given_up
      from attempts where ${of} in (${ids}) group by ${of}, student_id) a on a.session_id = s.id and a.student_id = own.student_id
    where s.id in (${ids}) and ${isOver}`;
}

function scoreOf(kind: string, of: RawBuilder<unknown>, source: string): RawBuilder<number | null> {
  return sql`(select e.score from ${sql.table(`sessional_${kind}_evaluations`)} e
    where e.${of} = s.id and e.student_id = own.student_id and e.source = ${source})`;
}

/** How many sessions are counted in one transaction when all are: on SQLite so many hold the program's thread for 10 ms. */
const AT_ONCE = 200;

/** Counts every session anew, some at a time, each time in a transaction of its own: it may stop anywhere and begin again. */
export async function countAllSessions(db: DatabaseManager, signal?: AbortSignal): Promise<void> {
  const pause = pauses();
  for (const kind of ['home', 'school'] as const) {
    let last: number | undefined = 0;
    while (last !== undefined && !signal?.aborted) {
      const ids = await overAfter(db, kind, last);
      await countSessions(db, kind, ids);
      last = ids.at(-1);
      await pause();
    }
  }
}

/** The next sessions after this one that are over, or were called off. */
export async function overAfter(db: DatabaseManager, kind: SessionKind, after: number): Promise<number[]> {
  const rows = await db.run((handle) =>
    handle
      .selectFrom(TABLES[kind].session)
      .select('id')
      .where('id', '>', after)
      .where('status', 'in', ['completed', 'cancelled'])
      .orderBy('id')
      .limit(AT_ONCE)
      .execute(),
  );
  return rows.map(({ id }) => id);
}
