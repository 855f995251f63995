import { addColumn, createIndex, rebuildTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const REPORTS = 'question_reports';
const ORIGIN = "{key} not null default 'home session' check (origin in ('home session', 'lesson', 'test'))";

/** As it was, with evaluations of lessons beside those of sessions at home: of a lesson one for each of its pupils. */
const EVALUATION_REGRADES = `id {id}, kind {key} not null check (kind in ('proficiency', 'investment')),
  home_session_id {ref}, score_before {integer} check (score_before between 1 and 10), reason_before {text},
  description_before {text} not null, evidence_before {json} not null, rubric_version_before {text} not null,
  confidence_before {real} not null, at {instant} not null, school_session_id {ref}, student_id {ref},
  check ((home_session_id is null) = (school_session_id is not null)),
  check ((school_session_id is null) = (student_id is null)),
  foreign key (home_session_id) references home_hours_study_sessions (id) on delete cascade,
  foreign key (school_session_id) references school_hours_study_sessions (id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade`;

/** Reports of questions that were met in a lesson or a test, and evaluations of lessons that a corrected key changed. */
export const up: MigrationBody = async (db, dialect) => {
  await addColumn(db, dialect, REPORTS, { name: 'origin', type: ORIGIN });
  const lesson = { name: 'school_session_id', references: 'school_hours_study_sessions (id) on delete set null' };
  await addColumn(db, dialect, REPORTS, { ...lesson, type: '{ref}' });
  const test = { name: 'test_id', references: 'tests (id) on delete set null' };
  await addColumn(db, dialect, REPORTS, { ...test, type: '{ref}' });
  for (const name of ['school_session_id', 'student_id']) {
    await addColumn(db, dialect, 'evaluation_regrades', { name, type: '{ref}' });
  }
  await rebuildTable(db, dialect, 'evaluation_regrades', EVALUATION_REGRADES);
  await createIndex(db, dialect, 'ix_evaluation_regrades', 'evaluation_regrades (home_session_id, kind)');
  await createIndex(
    db,
    dialect,
    'ix_evaluation_regrades_school',
    'evaluation_regrades (school_session_id, student_id)',
  );
};
