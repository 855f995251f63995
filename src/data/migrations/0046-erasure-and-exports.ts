import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const key = 'foreign key (pupil_key) references erased_pupils (pupil_key) on delete cascade';

const TABLES: Record<string, string> = {
  /** Which school's database this is, wherever it is copied to: a ledger of erasures belongs to one. */
  installations: 'id {ref} not null primary key, name {key} not null, check (id = 1)',
  /** Stands for a pupil who was erased, in figures alone: the key is drawn by lot and leads to nobody. */
  erased_pupils: `pupil_key {key} not null primary key, school_id {ref} not null, is_disabled {flag} not null,
    foreign key (school_id) references schools (id) on delete cascade`,
  erased_pupils_classes: `pupil_key {key} not null, class_id {ref} not null, primary key (pupil_key, class_id), ${key},
    foreign key (class_id) references classes (id) on delete cascade`,
  /** What their sessions of a day came to, as session_facts had it: no session, no moment, no words. */
  erased_facts: `id {id}, pupil_key {key} not null, day_start {instant} not null, kind {key} not null, type {key} not null,
    course_id {ref}, sessions {integer} not null, active_ms {integer} not null, expected {integer} not null,
    attended {integer} not null, attempts {integer} not null, correct {integer} not null, unaided {integer} not null,
    hints {integer} not null, given_up {integer} not null, feelings {integer} not null, low_feelings {integer} not null,
    proficiency_n {integer} not null, proficiency_s {integer} not null, proficiency_q {integer} not null,
    investment_n {integer} not null, investment_s {integer} not null, investment_q {integer} not null,
    social_n {integer} not null, social_s {integer} not null, social_q {integer} not null,
    grades_n {integer} not null, grades_s {real} not null, grades_q {real} not null, passed {integer} not null,
    check (kind in ('home', 'school', 'test')), ${key}, foreign key (course_id) references courses (id) on delete cascade`,
  /** Who is to be erased, while it is done; afterwards that it was done, and of nobody. */
  erasures: `id {id}, entry {key} not null unique, school_id {ref}, role {key} not null, user_id {ref}, requested_by {ref},
    requested_at {instant} not null, was_disabled {flag} not null, done_at {instant},
    foreign key (school_id) references schools (id) on delete set null, foreign key (user_id) references users (id) on delete set null,
    foreign key (requested_by) references users (id) on delete set null`,
  person_exports: `id {id}, person_id {ref} not null, asked_by {ref} not null, asked_at {instant} not null,
    expires_at {instant} not null, state {key} not null, locale {key} not null, size {integer}, fetched_at {instant},
    check (state in ('waiting', 'made', 'failed')),
    foreign key (person_id) references users (id) on delete cascade, foreign key (asked_by) references users (id) on delete cascade`,
  /** A file in pieces, none larger than a megabyte. */
  person_export_parts: `export_id {ref} not null, position {integer} not null, content {bytes} not null,
    primary key (export_id, position), foreign key (export_id) references person_exports (id) on delete cascade`,
};

/** Exports and erasures of people, and what figures keep of those who are gone. */
export const up: MigrationBody = async (db, dialect) => {
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  await createIndex(db, dialect, 'ix_erased_facts_day', 'erased_facts (day_start, pupil_key)');
  await createIndex(db, dialect, 'ix_erased_pupils_school', 'erased_pupils (school_id)');
  await createIndex(db, dialect, 'ix_erased_pupils_classes', 'erased_pupils_classes (class_id)');
  await createIndex(db, dialect, 'ix_erasures_school', 'erasures (school_id, requested_at)');
  await createIndex(db, dialect, 'ix_person_exports', 'person_exports (person_id, asked_by)');
  await createIndex(db, dialect, 'ix_person_exports_expiry', 'person_exports (expires_at)');
};
