import { sql } from 'kysely';
import { addColumn, createIndex, dropIndex } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/**
 * What is kept of sessions and tests says to which school its pupil belongs, and lies in the order of schools and days: what schools of a
 * region come to is read in the order in which it is added up, without a look at each pupil.
 */
export const up: MigrationBody = async (db, dialect) => {
  for (const table of ['session_facts', 'test_facts']) {
    await addColumn(db, dialect, table, { name: 'school_id', type: '{ref} not null default 0' });
    const school = sql`(select school_id from students where user_id = ${sql.ref(`${table}.student_id`)})`;
    await sql`update ${sql.table(table)} set school_id = ${school}`.execute(db);
  }
  const summed = 'kind, active_ms, attempts, correct, unaided, proficiency, investment, social, feeling_before';
  const sessions = `session_facts (school_id, started_at, course_id, student_id, is_attendant, ${summed})`;
  const tests = 'test_facts (school_id, started_at, course_id, student_id, grade, is_passed)';
  await createIndex(db, dialect, 'ix_session_facts_school', sessions);
  await createIndex(db, dialect, 'ix_test_facts_school', tests);
  await dropIndex(db, dialect, 'ix_session_facts_time', 'session_facts');
  await dropIndex(db, dialect, 'ix_test_facts_time', 'test_facts');
  // How tests stand in a region since some day, read from nothing else.
  const sittings = 'tests_students (test_id, date, phase, student_id, final_grade, deadline)';
  await createIndex(db, dialect, 'ix_tests_students_test_date', sittings);
  await dropIndex(db, dialect, 'ix_tests_students_test', 'tests_students');
  // Who is in no figure, which every query of figures asks. An index of all others as well would be taken for a way to find those in use.
  const disabled = 'users (disabled_at) where disabled_at is not null';
  if (dialect === 'sqlite') await createIndex(db, dialect, 'ix_users_disabled', disabled);
};
