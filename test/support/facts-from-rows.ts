import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { fromStored, type StoredInstant } from '../../src/data/db/instants.ts';
import { civilDay, machineTimeZone } from '../../src/shared/calendar.ts';

export type Facts = Map<string, Record<string, unknown>>;

interface Place {
  student_id: number;
  is_attendant: number;
  emotional_state_before: string | null;
  emotional_state_after: string | null;
}

interface Session {
  kind: 'home' | 'school';
  id: number;
  courseId: number | null;
  /** Null: it does not count. */
  begun: StoredInstant | null;
  start: StoredInstant | null;
  end: StoredInstant | null;
}

/** What the facts of every session should be, counted by hand from the rows that they come from: slow, and written another way. */
export async function factsFromRows(db: DatabaseManager): Promise<Facts> {
  const facts: Facts = new Map();
  const schoolOf = await schoolsOfPupils(db);
  for (const session of [...(await homeSessions(db)), ...(await schoolSessions(db))]) {
    if (session.begun === null) continue;
    const paused = (await pausesOf(db, session)).reduce((sum, one) => sum + length(one.start_time, one.end_time), 0);
    for (const place of await placesOf(db, session)) {
      facts.set(`${session.kind} ${session.id} ${place.student_id}`, {
        course_id: session.courseId,
        school_id: schoolOf.get(place.student_id),
        started_at: session.begun,
        active_ms: place.is_attendant === 1 && session.end ? length(session.start, session.end) - paused : 0,
        is_attendant: place.is_attendant,
        feeling_before: place.emotional_state_before,
        feeling_after: place.emotional_state_after,
        ...(await workOf(db, session, place.student_id)),
      });
    }
  }
  return facts;
}

async function schoolsOfPupils(db: DatabaseManager): Promise<Map<number, number>> {
  const pupils = await db.handle().selectFrom('students').select(['user_id', 'school_id']).execute();
  return new Map(pupils.map(({ user_id, school_id }) => [user_id, school_id]));
}

/** What is kept of tests and of models, and what it should be, counted by hand. */
export async function otherFacts(db: DatabaseManager): Promise<{ kept: Facts; counted: Facts }> {
  const handle = db.handle();
  const [kept, counted]: [Facts, Facts] = [new Map(), new Map()];
  const tests = await handle.selectFrom('tests').selectAll().execute();
  const schoolOf = await schoolsOfPupils(db);
  for (const sitting of await handle.selectFrom('tests_students').selectAll().execute()) {
    if (sitting.phase !== 'released' || sitting.final_grade === null) continue;
    counted.set(`sitting ${sitting.id}`, {
      sitting_id: sitting.id,
      student_id: sitting.student_id,
      test_id: sitting.test_id,
      course_id: tests.find(({ id }) => id === sitting.test_id)?.course_id,
      started_at: sitting.begun_at ?? sitting.date,
      grade: sitting.final_grade,
      is_passed: sitting.status === 'passed' ? 1 : 0,
      school_id: schoolOf.get(sitting.student_id),
    });
  }
  for (const row of await handle.selectFrom('test_facts').selectAll().execute())
    kept.set(`sitting ${row.sitting_id}`, row);
  for (const call of await handle.selectFrom('model_calls').selectAll().execute()) {
    if (call.school_id === null) continue;
    const day = Number(civilDay(fromStored(call.at), machineTimeZone()).replaceAll('-', ''));
    const key = ['calls', call.school_id, day, call.class_id ?? 0, call.purpose, call.provider, call.model].join(' ');
    const sum = counted.get(key) ?? {};
    const { cost_micros: cost } = call;
    const more = {
      calls: 1,
      input: call.input_tokens,
      output: call.output_tokens,
      cost: cost ?? 0,
      free: cost === null ? 1 : 0,
    };
    counted.set(
      key,
      Object.fromEntries(Object.entries(more).map(([name, one]) => [name, one + Number(sum[name] ?? 0)])),
    );
  }
  for (const row of await handle.selectFrom('model_usage').selectAll().execute()) {
    const key = ['calls', row.school_id, row.day, row.class_id, row.purpose, row.provider, row.model].join(' ');
    kept.set(key, {
      calls: Number(row.calls),
      input: Number(row.input_tokens),
      output: Number(row.output_tokens),
      cost: Number(row.cost_micros),
      free: Number(row.calls_without_cost),
    });
  }
  return { kept, counted };
}

/** The facts as they are kept, in the same form. */
export async function keptFacts(db: DatabaseManager): Promise<Facts> {
  const rows = await db.handle().selectFrom('session_facts').selectAll().execute();
  const notCompared = ['kind', 'session_id', 'student_id', 'type', 'difficulty', 'understanding'];
  return new Map(
    rows.map((row) => [
      `${row.kind} ${row.session_id} ${row.student_id}`,
      Object.fromEntries(Object.entries(row).filter(([name]) => !notCompared.includes(name))),
    ]),
  );
}

async function homeSessions(db: DatabaseManager): Promise<Session[]> {
  const rows = await db.handle().selectFrom('home_hours_study_sessions').selectAll().execute();
  return rows.map(({ id, course_id: courseId, status, start_time: start, end_time: end }) => {
    return { kind: 'home', id, courseId, begun: status === 'completed' ? start : null, start, end };
  });
}

async function schoolSessions(db: DatabaseManager): Promise<Session[]> {
  const rows = await db.handle().selectFrom('school_hours_study_sessions').selectAll().execute();
  const lessons = await db.handle().selectFrom('lessons').selectAll().execute();
  return rows.map(({ id, course_id: courseId, lesson_id, status, start_time: start, end_time: end }) => {
    const held = lessons.find((lesson) => lesson.id === lesson_id)?.start_time ?? null;
    const begun = status === 'completed' ? (start ?? held) : status === 'cancelled' ? held : null;
    return { kind: 'school', id, courseId, begun, start, end };
  });
}

async function placesOf(db: DatabaseManager, { kind, id }: Session): Promise<Place[]> {
  return kind === 'home'
    ? db.handle().selectFrom('home_sessions_students').selectAll().where('home_session_id', '=', id).execute()
    : db.handle().selectFrom('school_sessions_students').selectAll().where('school_session_id', '=', id).execute();
}

async function pausesOf(db: DatabaseManager, { kind, id }: Session) {
  return kind === 'home'
    ? db.handle().selectFrom('home_hours_study_session_pauses').selectAll().where('home_session_id', '=', id).execute()
    : db
        .handle()
        .selectFrom('school_hours_study_session_pauses')
        .selectAll()
        .where('school_session_id', '=', id)
        .execute();
}

async function workOf(db: DatabaseManager, { kind, id }: Session, studentId: number) {
  const key = kind === 'home' ? 'home_session_id' : 'school_session_id';
  const handle = db.handle();
  const own = handle.selectFrom('attempts').selectAll().where(key, '=', id).where('student_id', '=', studentId);
  const attempts = await own.execute();
  const counting = attempts.filter(({ counts }) => counts === 1);
  const right = counting.filter(({ verdict }) => verdict === 'correct');
  const scoreOf = async (table: 'proficiency' | 'investment' | 'social', source: 'evaluator' | 'class manager') => {
    const given = handle.selectFrom(`sessional_${table}_evaluations`).selectAll().where('student_id', '=', studentId);
    return (await given.where(key, '=', id).where('source', '=', source).executeTakeFirst())?.score ?? null;
  };
  return {
    attempts: counting.length,
    correct: right.length,
    unaided: right.filter(({ unaided }) => unaided === 1).length,
    hints: counting.reduce((sum, { hints_used }) => sum + hints_used, 0),
    given_up: attempts.filter(({ verdict }) => verdict === 'given up').length,
    proficiency: await scoreOf('proficiency', 'evaluator'),
    investment: (await scoreOf('investment', 'class manager')) ?? (await scoreOf('investment', 'evaluator')),
    social: kind === 'home' ? null : await scoreOf('social', 'class manager'),
  };
}

function length(start: StoredInstant | null, end: StoredInstant | null): number {
  return start === null || end === null ? 0 : fromStored(end) - fromStored(start);
}
