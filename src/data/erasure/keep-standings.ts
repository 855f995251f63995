import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { addToRow } from '../db/sql.ts';
import { dayStartOf, type Leaving } from './leaving.ts';

/** Adds a pupil to how many of their classes were in a course, and how far in its units: counts without anything between them. */
export async function keepStandings(db: DatabaseManager, { studentId, classIds }: Leaving): Promise<void> {
  const courses = await db.run((handle) =>
    handle.selectFrom('courses_students').select('course_id').where('student_id', '=', studentId).execute(),
  );
  const units = await db.run((handle) =>
    handle
      .selectFrom('learning_units_students')
      .select(['course_id', 'unit_name', 'state'])
      .where('student_id', '=', studentId)
      .where('state', 'in', ['in progress', 'completed'])
      .execute(),
  );
  const own = new Set(courses.map(({ course_id }) => course_id));
  for (const class_id of classIds) {
    for (const { course_id } of courses)
      await addToRow(db, 'erased_enrolments', { class_id, course_id }, { pupils: 1 });
    for (const { course_id, unit_name, state } of units) {
      if (!own.has(course_id)) continue;
      const known = state === 'completed' ? 1 : 0;
      await addToRow(db, 'erased_standings', { class_id, course_id, unit_name }, { begun: 1, known });
    }
  }
}

/** Adds the pupil's sittings of tests, but for those to come, to those of the school and of their classes. */
export async function keepSittings(db: DatabaseManager, leaving: Leaving): Promise<void> {
  const { studentId, schoolId: school_id, classIds, now } = leaving;
  const sittings = await db.run((handle) =>
    handle
      .selectFrom('tests_students')
      .select(['test_id', 'date', 'phase', 'status', 'final_grade'])
      .where('student_id', '=', studentId)
      .where('date', '<', toStored(now))
      .execute(),
  );
  for (const { test_id, date, phase, status, final_grade: grade } of sittings) {
    const isReleased = phase === 'released';
    const counts = {
      sittings: 1,
      graded: isReleased && grade !== null ? 1 : 0,
      grades: isReleased ? (grade ?? 0) : 0,
      passed: isReleased && status === 'passed' ? 1 : 0,
    };
    const day_start = toStored(dayStartOf(date, leaving));
    for (const class_id of [WHOLE_SCHOOL, ...classIds]) {
      await addToRow(db, 'erased_sittings', { school_id, class_id, test_id, day_start }, counts);
    }
  }
}

/** Stands in `erased_sittings` for all classes together: a pupil may be in several. */
export const WHOLE_SCHOOL = 0;
