import { sql } from 'kysely';
import { addColumn } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const REASONS = "attendance_reason in ('sick', 'excused', 'unexcused')";

/** Who came to a session at home, as at school: a pupil attends what they start. Why they did not may be said. */
export const up: MigrationBody = async (db, dialect) => {
  const table = 'home_sessions_students';
  await addColumn(db, dialect, table, { name: 'is_attendant', type: '{flag} not null default 0' });
  await addColumn(db, dialect, table, { name: 'attendance_reason', type: `{key} check (${REASONS})` });
  await sql`update home_sessions_students set is_attendant = 1 where home_session_id in (
    select id from home_hours_study_sessions where start_time is not null
  )`.execute(db);
};
