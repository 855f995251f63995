import { createIndex, dropIndex } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/**
 * Answers of some days are asked for by unit, of one or of each of a subject: an index that begins with the unit finds them in the order
 * in which they are added up. It takes the place of two.
 */
export const up: MigrationBody = async (db, dialect) => {
  const counted = 'student_id, counts, verdict, unaided, hints_used, qa_id, revision_id';
  await createIndex(db, dialect, 'ix_attempts_unit_time', `attempts (course_id, unit_name, created_at, ${counted})`);
  await dropIndex(db, dialect, 'ix_attempts_time', 'attempts');
  await dropIndex(db, dialect, 'ix_attempts_unit', 'attempts');
};
