import { DatabaseManager, type Handle } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import { DAY } from '../../src/shared/instant.ts';

/** The pupil whose pages are measured. */
export const PUPIL = { username: 'noa', password: 'noa-studies-2026' } as const;

/** Fills a new SQLite file with the sample region, and puts its pupil into so many courses, half of them with a test ahead. */
export async function makeDesk(file: string, courses: number): Promise<void> {
  const db = new DatabaseManager({ kind: 'sqlite', file });
  try {
    await db.createTables();
    await db.populateSampleData({ students: 20, days: 60 });
    await db.tx((handle) => enrolInMore(handle, courses));
  } finally {
    await db.close();
  }
}

/** Copies of the courses that the pupil has, units, prerequisites, progress and tests included. */
async function enrolInMore(db: Handle, courses: number): Promise<void> {
  const pupil = await db
    .selectFrom('users')
    .select('id')
    .where('username', '=', PUPIL.username)
    .executeTakeFirstOrThrow();
  const own = await db.selectFrom('courses_students').selectAll().where('student_id', '=', pupil.id).execute();
  for (let made = own.length; made < courses; made += 1) {
    const pattern = own[made % own.length];
    if (!pattern) throw new Error('The sample pupil is in no course.');
    const courseId = await copyCourse(db, pattern.course_id, made);
    await db
      .insertInto('courses_students')
      .values({ ...pattern, course_id: courseId })
      .execute();
    await copyProgress(db, pupil.id, pattern.course_id, courseId);
    if (made % 2 === 0) await addTest(db, pupil.id, courseId, made);
  }
}

async function copyCourse(db: Handle, from: number, number: number): Promise<number> {
  const { id: _id, ...course } = await db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', from)
    .executeTakeFirstOrThrow();
  const copy = { ...course, name: `${course.name} ${number}` };
  const courseId = insertedId(await db.insertInto('courses').values(copy).executeTakeFirstOrThrow());
  const units = await db.selectFrom('learning_units').selectAll().where('course_id', '=', from).execute();
  await db
    .insertInto('learning_units')
    .values(units.map((unit) => ({ ...unit, course_id: courseId })))
    .execute();
  const edges = await db.selectFrom('learning_unit_prerequisites').selectAll().where('course_id', '=', from).execute();
  for (const edge of edges) {
    await db
      .insertInto('learning_unit_prerequisites')
      .values({ ...edge, course_id: courseId })
      .execute();
  }
  return courseId;
}

async function copyProgress(db: Handle, pupilId: number, from: number, to: number): Promise<void> {
  const rows = await db
    .selectFrom('learning_units_students')
    .selectAll()
    .where('student_id', '=', pupilId)
    .where('course_id', '=', from)
    .execute();
  for (const row of rows) {
    await db
      .insertInto('learning_units_students')
      .values({ ...row, course_id: to })
      .execute();
  }
}

async function addTest(db: Handle, pupilId: number, courseId: number, number: number): Promise<void> {
  const test = { course_id: courseId, name: `Quiz ${number}`, type: 'quiz' as const, duration_minutes: 20 };
  const testId = insertedId(await db.insertInto('tests').values(test).executeTakeFirstOrThrow());
  const date = toStored(Date.now() + (3 + number) * DAY);
  const sitting = { student_id: pupilId, sitting: 1, status: 'scheduled' as const, phase: 'not begun' as const };
  await db
    .insertInto('tests_students')
    .values({ ...sitting, test_id: testId, date })
    .execute();
}
