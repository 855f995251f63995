import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import { civilDay, startOfDay } from '../../shared/calendar.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import type { Tables } from '../db/schema.ts';
import { inChunks } from '../db/sql.ts';

type Fact = Selectable<Tables['session_facts']>;
type Grade = Selectable<Tables['test_facts']>;

/**
 * Makes of a pupil's part in figures rows that belong to nobody: sums of each day, kind and course under a key drawn by lot, with the
 * school and the classes that they count for. No session, no moment of the day, no feeling of a session by itself. Call it in the
 * transaction that erases the pupil: figures of classes, schools and regions are the same before and after.
 */
export async function keepFigures(
  db: DatabaseManager,
  studentId: number,
  { timeZone, wasDisabled }: { timeZone: string; wasDisabled: boolean },
): Promise<void> {
  const facts = await db.run((handle) =>
    handle.selectFrom('session_facts').selectAll().where('student_id', '=', studentId).execute(),
  );
  const tests = await db.run((handle) =>
    handle.selectFrom('test_facts').selectAll().where('student_id', '=', studentId).execute(),
  );
  if (facts.length === 0 && tests.length === 0) return;
  const pupil_key = randomBytes(18).toString('base64url');
  const dayOf = (fact: Pick<Fact, 'started_at'>) =>
    startOfDay(civilDay(fromStored(fact.started_at), timeZone), timeZone);
  const groups = Map.groupBy(facts, (fact) => `${dayOf(fact)}/${fact.kind}/${fact.type}/${fact.course_id}`);
  const rows = [...groups.values()].flatMap(([first, ...more]) =>
    first ? [{ pupil_key, day_start: toStored(dayOf(first)), ...sumOf([first, ...more], first) }] : [],
  );
  const sittings = Map.groupBy(tests, (test) => `${dayOf(test)}/${test.course_id}`);
  for (const [first, ...more] of sittings.values()) {
    if (first) rows.push({ pupil_key, day_start: toStored(dayOf(first)), ...gradesOf([first, ...more], first) });
  }
  await db.run(async (handle) => {
    const { school_id } = await handle
      .selectFrom('students')
      .select('school_id')
      .where('user_id', '=', studentId)
      .executeTakeFirstOrThrow();
    await handle
      .insertInto('erased_pupils')
      .values({ pupil_key, school_id, is_disabled: wasDisabled ? 1 : 0 })
      .execute();
    const classes = await handle
      .selectFrom('classes_students')
      .select('class_id')
      .where('student_id', '=', studentId)
      .execute();
    const places = classes.map(({ class_id }) => ({ pupil_key, class_id }));
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
