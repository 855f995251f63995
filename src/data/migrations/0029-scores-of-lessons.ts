import { addColumn, createIndex, rebuildTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** As it was, with scores of lessons at school beside those of sessions at home. */
const SCORE_REVIEWS = `id {id}, home_session_id {ref}, student_id {ref} not null, kind {key} not null,
  action {key} not null, score {integer}, words {text} not null, by_id {ref}, at {instant} not null, school_session_id {ref},
  check ((home_session_id is null) = (school_session_id is not null)),
  check (kind in ('proficiency', 'investment')), check (action in ('contested', 'stands', 'disputed', 'scored')),
  check (score between 1 and 10), check ((action = 'scored') = (score is not null)),
  foreign key (home_session_id) references home_hours_study_sessions (id) on delete cascade,
  foreign key (school_session_id) references school_hours_study_sessions (id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (by_id) references users (id) on delete set null`;

/** Scores of lessons at school can be contested and answered like those of sessions at home. */
export const up: MigrationBody = async (db, dialect) => {
  await addColumn(db, dialect, 'score_reviews', { name: 'school_session_id', type: '{ref}' });
  await rebuildTable(db, dialect, 'score_reviews', SCORE_REVIEWS);
  await createIndex(db, dialect, 'ix_score_reviews_session', 'score_reviews (home_session_id, kind)');
  await createIndex(db, dialect, 'ix_score_reviews_lesson', 'score_reviews (school_session_id, student_id)');
  await createIndex(db, dialect, 'ix_score_reviews_student', 'score_reviews (student_id, at)');
};
