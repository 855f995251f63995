import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** What class managers gave for a lesson, each time a line of its own; without a score they took it back. */
const GIVEN_SCORES = `id {id}, school_session_id {ref} not null, student_id {ref} not null, kind {key} not null,
  score {integer}, words {text} not null, by_id {ref}, at {instant} not null,
  check (kind in ('investment', 'social')), check (score between 1 and 10),
  foreign key (school_session_id) references school_hours_study_sessions (id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (by_id) references users (id) on delete set null`;

/** Scores of class managers are entered after a lesson, and what stood there before stays on record. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'given_scores', GIVEN_SCORES);
  await createIndex(db, dialect, 'ix_given_scores', 'given_scores (school_session_id, student_id)');
};
