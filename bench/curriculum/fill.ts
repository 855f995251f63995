import { hash } from '@node-rs/argon2';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { inChunks, insertedId } from '../../src/data/db/sql.ts';

export const SIZE = { courses: 200, units: 25, questions: 20 };
export const LOGIN = { username: 'supervisor', password: 'of the benchmark' };

const THINGS =
  'energy slope triangle river fraction cell motion verse treaty angle force sound market number line'.split(' ');
const ASKED = ['How much is', 'Which is', 'Name', 'Work out', 'Explain', 'What becomes of'];

/** Words that differ from question to question, the same in every run. */
function question(index: number): string {
  const word = (salt: number) => THINGS[(index * 7 + salt * 13 + Math.floor(index / 97)) % THINGS.length] ?? '';
  return `${ASKED[index % ASKED.length]} the ${word(1)} of the ${word(2)} number ${index} when the ${word(3)} is $x^2 + ${index % 89}$?`;
}

/** 200 courses of 25 units of 20 questions, and a supervisor whose subject they are. In one transaction, in bulk. */
export async function fill(db: DatabaseManager, courses = SIZE.courses): Promise<void> {
  const at = toStored(Date.UTC(2026, 0, 5));
  const password_hash = await hash(LOGIN.password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await db.tx(async (handle) => {
    await handle.insertInto('regions').values({ name: 'north' }).execute();
    await handle.insertInto('subjects').values({ name: 'math' }).execute();
    const user = { username: LOGIN.username, password_hash, first_name: 'Su', last_name: 'Pervisor', created_at: at };
    const role = { role: 'regional supervisor', locale: 'en' } as const;
    const id = insertedId(
      await handle
        .insertInto('users')
        .values({ ...user, ...role })
        .executeTakeFirstOrThrow(),
    );
    await handle.insertInto('regional_supervisors').values({ user_id: id, employment_year: 2020 }).execute();
    await handle
      .insertInto('subjects_regional_supervisors')
      .values({ regional_supervisor_id: id, subject_name: 'math', region: 'north' })
      .execute();
    for (let course = 1; course <= courses; course += 1) await addCourse(db, course, at);
  });
}

type Stored = ReturnType<typeof toStored>;

async function addCourse(db: DatabaseManager, course: number, at: Stored): Promise<void> {
  const handle = db.handle();
  const facts = { grade_level: '9th', type: 'mandatory', level: 3, subject_name: 'math', description: '' } as const;
  await handle
    .insertInto('courses')
    .values({ id: course, name: `Course ${course}`, ...facts, source: 'bench', content_version: 1 })
    .execute();
  const names = Array.from({ length: SIZE.units }, (_, index) => `Unit ${index + 1}`);
  const unit = {
    course_id: course,
    type: 'chapter',
    weight: 0.5,
    estimated_duration_minutes: 30,
    description: '',
  } as const;
  await handle
    .insertInto('learning_units')
    .values(names.map((name, position) => ({ ...unit, name, position })))
    .execute();
  const edges = names.slice(1).map((name, index) => ({
    course_id: course,
    unit_name: name,
    prerequisite_name: names[index] ?? '',
  }));
  await handle.insertInto('learning_unit_prerequisites').values(edges).execute();
  await addQuestions(db, course, names, at);
}

async function addQuestions(db: DatabaseManager, course: number, units: readonly string[], at: Stored): Promise<void> {
  const handle = db.handle();
  const first = (course - 1) * SIZE.units * SIZE.questions;
  const rows = units.flatMap((unit_name, unit) =>
    Array.from({ length: SIZE.questions }, (_, position) => ({
      unit_name,
      position,
      id: first + unit * SIZE.questions + position + 1,
    })),
  );
  const shared = { level: 2, kind: 'number' as const };
  for (const chunk of inChunks(rows, 250)) {
    await handle
      .insertInto('problems')
      .values(chunk.map((row) => ({ ...row, course_id: course, title: '', source: 'bench', licence: 'Apache-2.0' })))
      .execute();
    const qas = chunk.map(({ id, unit_name }) => ({
      ...shared,
      id,
      problem_id: id,
      step_index: 0,
      course_id: course,
      unit_name,
      type: id % 5 === 0 ? ('for test' as const) : ('for study' as const),
      question: question(id),
      answer: String(id),
      aliases: '',
      revision_id: id,
    }));
    await handle.insertInto('qas').values(qas).execute();
    const none = { accepted_answers: '[]', choices: '[]', aliases: '[]', wrong_answers: '[]', worked_example: '' };
    const revisions = qas.map((qa) => ({
      ...shared,
      ...none,
      id: qa.id,
      qa_id: qa.id,
      number: 1,
      created_at: at,
      stem: '',
      question: qa.question,
      answer: qa.answer,
      hints: '[{"text":"Look again."}]',
      explanation: 'So it is.',
    }));
    await handle.insertInto('qa_revisions').values(revisions).execute();
  }
}
