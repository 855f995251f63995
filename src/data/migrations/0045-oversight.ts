import { guardAuditLog } from '../db/audit-triggers.ts';
import { addColumn, createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** What parents answered when they were asked, or the school recorded for them: a row each time, the newest counts. */
const CONSENTS = `id {id}, student_id {ref} not null, purpose {key} not null, version {integer} not null, answer {key} not null,
  source {key} not null, by_id {ref}, note {name}, at {instant} not null,
  check (answer in ('yes', 'no')), check (source in ('parent', 'school')), check (version >= 1),
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (by_id) references users (id) on delete set null`;

/** Since when a version of what is asked is in force here. */
const CONSENT_VERSIONS = `purpose {key} not null, version {integer} not null, since {instant} not null,
  primary key (purpose, version)`;

/** The model that a school has chosen for a subject, of those that the operator entered. */
const SCHOOL_MODELS = `school_id {ref} not null, subject_name {key} not null, ai_model_id {ref} not null,
  primary key (school_id, subject_name), foreign key (school_id) references schools (id) on delete cascade,
  foreign key (subject_name) references subjects (name), foreign key (ai_model_id) references ai_models (id)`;

/** While a row is there, and for whoever wrote it alone, the audit log may be changed: erasing a person does that. */
const AUDIT_OPENINGS = 'id {id}, at {instant} not null';

/** `unanswered_consent` 1: while nobody has answered, a remote model may be used. Months and minutes that are null: no limit. */
const POLICIES = [
  { name: 'unanswered_consent', type: '{flag} not null default 0' },
  { name: 'consent_grace_days', type: '{integer} not null default 60' },
  { name: 'message_months', type: '{integer}' },
  { name: 'record_months', type: '{integer}' },
  { name: 'study_from', type: '{integer}' },
  { name: 'study_until', type: '{integer}' },
];

const SESSIONS = ['home_hours_study_sessions', 'school_hours_study_sessions'];

const INDEXES: Record<string, string> = {
  ix_consents_student: 'consents (student_id, purpose, id)',
  ix_audit_school_action: 'audit_log (school_id, action, at)',
  ix_audit_school_actor: 'audit_log (school_id, actor_id, at)',
  ix_audit_school_student: 'audit_log (school_id, student_id, at)',
  ix_home_sessions_words: 'home_hours_study_sessions (words_removed_at, created_at)',
  ix_school_sessions_words: 'school_hours_study_sessions (words_removed_at, start_time)',
  ix_home_sessions_records: 'home_hours_study_sessions (records_removed_at, created_at)',
  ix_school_sessions_records: 'school_hours_study_sessions (records_removed_at, start_time)',
};

/** Consent, the policies of a school, how far its retention has come, and an audit log that the database itself keeps from being changed. */
export const up: MigrationBody = async (db, dialect) => {
  for (const column of POLICIES) await addColumn(db, dialect, 'schools', column);
  for (const table of SESSIONS) {
    for (const name of ['words_removed_at', 'records_removed_at']) {
      await addColumn(db, dialect, table, { name, type: '{instant}' });
    }
  }
  await createTable(db, dialect, 'consents', CONSENTS);
  await createTable(db, dialect, 'consent_versions', CONSENT_VERSIONS);
  await createTable(db, dialect, 'school_models', SCHOOL_MODELS);
  await createTable(db, dialect, 'audit_openings', AUDIT_OPENINGS);
  for (const [name, on] of Object.entries(INDEXES)) await createIndex(db, dialect, name, on);
  await guardAuditLog(db, dialect);
};
