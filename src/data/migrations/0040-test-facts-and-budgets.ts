import { sql } from 'kysely';
import { addColumn, createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const count = (name: string) => `${name} {integer} not null default 0`;

/**
 * `test_facts`: a row for each sitting whose grade was released, as `session_facts` has one for each part in a session. `model_usage`:
 * what models were asked, a row for each day, class, purpose and model of a school. `budgets` and what has been used of them:
 * `budget_counters` of schools in months (`2026-11`) and of classes in days (`2026-11-30`), `budget_reservations` for calls that
 * are under way.
 */
const TABLES: Record<string, string> = {
  test_facts: `sitting_id {ref} not null primary key, student_id {ref} not null, course_id {ref} not null, test_id {ref} not null,
    started_at {instant} not null, grade {real} not null, is_passed {integer} not null,
    foreign key (sitting_id) references tests_students (id) on delete cascade,
    foreign key (student_id) references students (user_id) on delete cascade`,
  model_usage: `school_id {ref} not null, day {integer} not null, class_id {ref} not null, purpose {key} not null,
    provider {key} not null, model {key} not null, ${['calls', 'input_tokens', 'output_tokens', 'cost_micros', 'calls_without_cost'].map(count).join(', ')},
    primary key (school_id, day, class_id, purpose, provider, model)`,
  budgets: `school_id {ref} not null primary key, monthly_micros {integer}, monthly_tokens {integer}, class_daily_tokens {integer},
    changed_at {instant} not null, changed_by {ref}, foreign key (school_id) references schools (id) on delete cascade,
    foreign key (changed_by) references users (id) on delete set null`,
  budget_counters: `kind {key} not null, subject_id {ref} not null, period {key} not null,
    ${['tokens', 'micros', 'reserved_tokens', 'reserved_micros'].map(count).join(', ')},
    primary key (kind, subject_id, period), check (kind in ('school', 'class'))`,
  budget_reservations: `id {id}, school_id {ref} not null, class_id {ref}, student_id {ref} not null, month {key} not null,
    day {key} not null, pupil_day {key} not null, tokens {integer} not null, micros {integer} not null, expires_at {instant} not null`,
};

const INDEXES: Record<string, string> = {
  ix_test_facts_student: 'test_facts (student_id, started_at)',
  ix_test_facts_time: 'test_facts (started_at, course_id, student_id, grade, is_passed)',
  ix_budget_reservations_school: 'budget_reservations (school_id, expires_at)',
};

/** What is added up anew here is counted by a job after the start. */
export const up: MigrationBody = async (db, dialect) => {
  await addColumn(db, dialect, 'model_calls', { name: 'class_id', type: '{ref}' });
  await addColumn(db, dialect, 'token_usage', { name: 'reserved', type: '{integer} not null default 0' });
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  for (const [name, on] of Object.entries(INDEXES)) await createIndex(db, dialect, name, on);
  await sql`insert into jobs (kind, subject_key, payload, state, run_at, tries, created_at)
    select 'count-sessions', 'with tests and models', '{}', 'queued', min(created_at), 0, min(created_at) from home_hours_study_sessions
    having count(*) > 0`.execute(db);
};
