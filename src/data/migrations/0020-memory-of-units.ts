import { sql } from 'kysely';
import { addColumn } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/**
 * How long what a pupil knows of a unit lasts, and when it was practised last: what is planned counts on forgetting. What was
 * answered before is dated by its last attempt; how lasting it is, nobody counted, so it begins like new.
 */
export const up: MigrationBody = async (db, dialect) => {
  const table = 'mastery_student_units';
  await addColumn(db, dialect, table, { name: 'stability', type: '{real} not null default 12' });
  await addColumn(db, dialect, table, { name: 'practised_at', type: '{instant}' });
  await sql`update mastery_student_units set practised_at = (select max(attempts.created_at) from attempts
    where attempts.student_id = mastery_student_units.student_id and attempts.course_id = mastery_student_units.course_id
    and attempts.unit_name = mastery_student_units.unit_name)`.execute(db);
};
