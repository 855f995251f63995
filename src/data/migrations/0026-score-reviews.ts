import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** What people say of an evaluator's score; it only grows. */
const SCORE_REVIEWS = `id {id}, home_session_id {ref} not null, student_id {ref} not null, kind {key} not null,
  action {key} not null, score {integer}, words {text} not null, by_id {ref}, at {instant} not null,
  check (kind in ('proficiency', 'investment')), check (action in ('contested', 'stands', 'disputed', 'scored')),
  check (score between 1 and 10), check ((action = 'scored') = (score is not null)),
  foreign key (home_session_id) references home_hours_study_sessions (id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (by_id) references users (id) on delete set null`;

/** Contested scores, and what class managers answer. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'score_reviews', SCORE_REVIEWS);
  await createIndex(db, dialect, 'ix_score_reviews_session', 'score_reviews (home_session_id, kind)');
  await createIndex(db, dialect, 'ix_score_reviews_student', 'score_reviews (student_id, at)');
};
