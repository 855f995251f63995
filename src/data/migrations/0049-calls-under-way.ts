import { sql } from 'kysely';
import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/**
 * What was used is added up from `model_usage` and `token_usage`, which are right already: of the tables of 0040 that nothing has
 * written to yet the counters go, and a call under way keeps only what it may use and until when. `budget_stops`: which limit has turned
 * a call away in which of its days or months (0 where it is of no class or pupil), and of which school was warned.
 */
export const up: MigrationBody = async (db, dialect) => {
  await sql`drop table if exists budget_counters`.execute(db);
  await sql`drop table if exists budget_reservations`.execute(db);
  await createTable(
    db,
    dialect,
    'calls_under_way',
    `id {id}, school_id {ref} not null, class_id {ref}, student_id {ref} not null, tokens {integer} not null,
    micros {integer} not null, expires_at {instant} not null, foreign key (school_id) references schools (id) on delete cascade`,
  );
  await createIndex(db, dialect, 'ix_calls_under_way_school', 'calls_under_way (school_id, expires_at)');
  await createTable(
    db,
    dialect,
    'budget_stops',
    `school_id {ref} not null, kind {key} not null, class_id {ref} not null, student_id {ref} not null, period {key} not null,
    primary key (school_id, kind, class_id, student_id, period), check (kind in ('school', 'class', 'pupil', 'warned')),
    foreign key (school_id) references schools (id) on delete cascade`,
  );
  await createIndex(db, dialect, 'ix_budget_stops_student', 'budget_stops (student_id)');
};
