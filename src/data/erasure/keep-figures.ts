import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import type { Tables } from '../db/schema.ts';
import { inChunks } from '../db/sql.ts';
import { keepAnswers } from './keep-answers.ts';
import { keepSittings, keepStandings } from './keep-standings.ts';
import { dayStartOf, type Leaving } from './leaving.ts';

type Fact = Selectable<Tables['session_facts']>;
type Grade = Selectable<Tables['test_facts']>;

/**
 * Makes of a pupil's part in figures rows that belong to nobody. Of a pupil whose account was disabled nothing: they count in none. Call
 * it in the transaction that erases the pupil: figures of classes, schools and regions are the same before and after.
 */
export async function keepFigures(
  db: DatabaseManager,
  studentId: number,
  { timeZone, now, wasDisabled }: { timeZone: string; now: Instant; wasDisabled: boolean },
): Promise<void> {
  if (wasDisabled) return;
  const { school_id: schoolId } = await db.run((handle) =>
    handle.selectFrom('students').select('school_id').where('user_id', '=', studentId).executeTakeFirstOrThrow(),
  );
  const classes = await db.run((handle) =>
    handle.selectFrom('classes_students').select('class_id').where('student_id', '=', studentId).execute(),
  );
  const leaving = { studentId, schoolId, classIds: classes.map(({ class_id }) => class_id), timeZone, now };
  await keepDays(db, leaving);
  await keepAnswers(db, leaving);
  await keepStandings(db, leaving);
  await keepSittings(db, leaving);
}

/**
 * Sums of each day, kind and course under a key drawn by lot, with the school and the classes that they count for. No session, no moment
 * of the day, no feeling of a session by itself.
 */
async function keepDays(db: DatabaseManager, leaving: Leaving): Promise<void> {
  const { studentId, schoolId: school_id, classIds } = leaving;
  const facts = await db.run((handle) =>
    handle.selectFrom('session_facts').selectAll().where('student_id', '=', studentId).execute(),
  );
  const tests = await db.run((handle) =>
    handle.selectFrom('test_facts').selectAll().where('student_id', '=', studentId).execute(),
  );
  if (facts.length === 0 && tests.length === 0) return;
  const pupil_key = randomBytes(18).toString('base64url');
  const dayOf = (fact: Pick<Fact, 'started_at'>) => dayStartOf(fact.started_at, leaving);
  const groups = Map.groupBy(facts, (fact) => `${dayOf(fact)}/${fact.kind}/${fact.type}/${fact.course_id}`);
  const rows = [...groups.values()].flatMap(([first, ...more]) =>
    first ? [{ pupil_key, day_start: toStored(dayOf(first)), ...sumOf([first, ...more], first) }] : [],
  );
  const sittings = Map.groupBy(tests, (test) => `${dayOf(test)}/${test.course_id}`);
  for (const [first, ...more] of sittings.values()) {
    if (first) rows.push({ pupil_key, day_start: toStored(dayOf(first)), ...gradesOf([first, ...more], first) });
  }
  await db.run(async (handle) => {
    await handle.insertInto('erased_pupils').values({ pupil_key, school_id }).execute();
    const places = classIds.map((class_id) => ({ pupil_key, class_id }));
    if (places.length > 0) await handle.insertInto('erased_pupils_classes').values(places).execute();
    for (const some of inChunks(rows, 200)) await handle.insertInto('erased_facts').values(some).execute();
  });
}

interface Kind {
  kind: 'home' | 'school' | 'test';
  type: string;
  course_id: number | null;
}

function sumOf(facts: readonly Fact[], { kind, type, course_id }: Kind) {
  const sum = (of: (fact: Fact) => number) => facts.reduce((all, fact) => all + of(fact), 0);
  const scores = (name: 'proficiency' | 'investment' | 'social') => ({
    [`${name}_n`]: sum(({ [name]: score }) => (score === null ? 0 : 1)),
    [`${name}_s`]: sum(({ [name]: score }) => score ?? 0),
    [`${name}_q`]: sum(({ [name]: score }) => (score ?? 0) ** 2),
  });
  return {
    kind,
    type,
    course_id,
    sessions: sum(({ is_attendant }) => is_attendant),
    active_ms: sum(({ active_ms }) => active_ms),
    expected: kind === 'school' ? facts.length : 0,
    attended: kind === 'school' ? sum(({ is_attendant }) => is_attendant) : 0,
    attempts: sum(({ attempts }) => attempts),
    correct: sum(({ correct }) => correct),
    unaided: sum(({ unaided }) => unaided),
    hints: sum(({ hints }) => hints),
    given_up: sum(({ given_up }) => given_up),
    feelings: sum(({ feeling_before }) => (feeling_before === null ? 0 : 1)),
    low_feelings: sum(({ feeling_before }) => (feeling_before === 'negative' || feeling_before === 'extreme' ? 1 : 0)),
    ...(scores('proficiency') as Scores<'proficiency'>),
    ...(scores('investment') as Scores<'investment'>),
    ...(scores('social') as Scores<'social'>),
    ...NO_GRADES,
  };
}

const NO_GRADES = { grades_n: 0, grades_s: 0, grades_q: 0, passed: 0 };

function gradesOf(tests: readonly Grade[], { course_id }: Grade): ReturnType<typeof sumOf> {
  const sum = (of: (test: Grade) => number) => tests.reduce((all, test) => all + of(test), 0);
  return {
    ...sumOf([], { kind: 'test', type: 'test', course_id }),
    grades_n: tests.length,
    grades_s: sum(({ grade }) => grade),
    grades_q: sum(({ grade }) => grade * grade),
    passed: sum(({ is_passed }) => is_passed),
  };
}

type Scores<Name extends string> = Record<`${Name}_${'n' | 's' | 'q'}`, number>;
