import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/**
 * How each pupil stood in the units of a school session when they joined it: an evaluation says how far they came, and in a group
 * everybody starts from somewhere else.
 */
const UNITS_OF_PUPILS = `school_session_id {ref} not null, student_id {ref} not null, course_id {ref} not null,
  unit_name {key} not null, mastery_before {real} not null,
  primary key (school_session_id, student_id, course_id, unit_name), check (mastery_before between 0 and 1),
  foreign key (school_session_id) references school_hours_study_sessions (id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (course_id, unit_name) references learning_units (course_id, name) on update cascade`;

/**
 * A school asks a parent, whose account it does not keep, to be the guardian of a pupil. The username stands here as it was given,
 * whether an account has it or not: what the school sees tells nothing of that.
 */
const REQUESTS = `id {id}, student_id {ref} not null, school_id {ref} not null, username {key} not null,
  created_at {instant} not null, created_by {ref}, expires_at {instant} not null, answer {key}, answered_at {instant},
  unique (student_id, username), check (answer in ('accepted', 'refused')), check ((answer is null) = (answered_at is null)),
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (school_id) references schools (id) on delete cascade,
  foreign key (created_by) references users (id) on delete set null`;

/** Where pupils of a school session stood, requests to guardians, and the ways to what was answered at school. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'learning_units_school_sessions_students', UNITS_OF_PUPILS);
  await createTable(db, dialect, 'guardian_requests', REQUESTS);
  await createIndex(db, dialect, 'ix_attempts_school', 'attempts (school_session_id, student_id)');
  await createIndex(db, dialect, 'ix_guardian_requests_username', 'guardian_requests (username)');
};
