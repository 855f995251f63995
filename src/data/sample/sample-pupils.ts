import type { DatabaseManager } from '../db/database-manager.ts';

export interface SamplePupil {
  userId: number;
  firstName: string;
  schoolId: number;
  courseIds: number[];
}

/** The pupils of a database with their courses, in the order in which they were made. */
export async function listSamplePupils(db: DatabaseManager): Promise<SamplePupil[]> {
  const rows = await db.run((handle) =>
    handle
      .selectFrom('students')
      .innerJoin('users', 'users.id', 'students.user_id')
      .innerJoin('courses_students', 'courses_students.student_id', 'students.user_id')
      .select(['students.user_id', 'users.first_name', 'students.school_id', 'courses_students.course_id'])
      .orderBy('students.user_id')
      .orderBy('courses_students.course_id')
      .execute(),
  );
  const pupils = new Map<number, SamplePupil>();
  for (const row of rows) {
    const pupil = pupils.get(row.user_id) ?? {
      userId: row.user_id,
      firstName: row.first_name,
      schoolId: row.school_id,
      courseIds: [],
    };
    pupil.courseIds.push(row.course_id);
    pupils.set(row.user_id, pupil);
  }
  return [...pupils.values()];
}

/** Lets every school use as many tokens and remote models as it likes, and pupils write in this language and take no test. */
export async function prepareForLab(db: DatabaseManager, locales: ReadonlyMap<number, string>): Promise<void> {
  await db.tx(async () => {
    const handle = db.handle();
    await handle.updateTable('schools').set({ daily_token_limit: 2_000_000_000, unanswered_consent: 1 }).execute();
    await handle.deleteFrom('consents').execute();
    await handle
      .updateTable('tests_students')
      .set(({ ref }) => ({ ends_at: ref('begun_at') }))
      .where('phase', '=', 'begun')
      .execute();
    for (const [id, locale] of locales)
      await handle.updateTable('users').set({ locale }).where('id', '=', id).execute();
  });
}
