import { createIndex, dropIndex } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** How far a pupil is stands in the indexes by pupil: a page reads dozens of rows, and looked each of them up in its table. */
export const up: MigrationBody = async (db, dialect) => {
  const units = 'learning_units_students (student_id, course_id, unit_name, progress)';
  await createIndex(db, dialect, 'ix_units_students_progress', units);
  await createIndex(
    db,
    dialect,
    'ix_courses_students_progress',
    'courses_students (student_id, course_id, state, progress)',
  );
  await dropIndex(db, dialect, 'ix_units_students_student', 'learning_units_students');
  await dropIndex(db, dialect, 'ix_courses_students_student', 'courses_students');
};
