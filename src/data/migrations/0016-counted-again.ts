import { type Kysely, sql } from 'kysely';
import { addColumn, createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** What an evaluation said before a corrected key changed it. It only grows. */
const EVALUATION_REGRADES = `id {id}, kind {key} not null check (kind in ('proficiency', 'investment')),
  home_session_id {ref} not null, score_before {integer} check (score_before between 1 and 10), reason_before {text},
  description_before {text} not null, evidence_before {json} not null, rubric_version_before {text} not null,
  confidence_before {real} not null, at {instant} not null,
  foreign key (home_session_id) references home_hours_study_sessions (id) on delete cascade`;

/** When mastery learnt from a released test, and the evaluations of before a correction. */
export const up: MigrationBody = async (db, dialect) => {
  await addColumn(db, dialect, 'tests_students', { name: 'learned_at', type: '{instant}' });
  await createTable(db, dialect, 'evaluation_regrades', EVALUATION_REGRADES);
  await createIndex(db, dialect, 'ix_evaluation_regrades', 'evaluation_regrades (home_session_id, kind)');
  await noteLearned(db);
};

/** Tests that mastery has learnt from already: those whose job is done. */
async function noteLearned(db: Kysely<never>): Promise<void> {
  await sql`update tests_students set learned_at = released_at where phase = 'released' and exists (
    select 1 from jobs where kind = 'learn-from-test' and state = 'done' and subject_key = concat('sitting:', tests_students.id)
  )`.execute(db);
}
