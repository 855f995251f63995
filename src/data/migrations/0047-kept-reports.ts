import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/**
 * A report as it was made, for good: what it is about, its days, the definitions that it was made by, and its figures, which name no
 * pupil. Reports of all pupils of a class hang on the one that asked for them. Gone with the pupil, the class or the school.
 */
const KEPT_REPORTS = `id {id}, kind {key} not null, school_id {ref}, class_id {ref}, student_id {ref}, subject {key}, region {key},
  batch_id {ref}, period {key} not null, first_day {key} not null, last_day {key} not null, locale {key} not null,
  made_by {ref}, request_key {key} not null, asked_at {instant} not null, state {key} not null, so_far {integer} not null,
  in_all {integer} not null, made_at {instant}, metrics_version {integer}, figures {json},
  check (kind in ('pupil', 'pupils', 'class', 'school', 'subject', 'region subject', 'region')),
  check (state in ('asked', 'done', 'failed')), unique (request_key),
  foreign key (school_id) references schools (id) on delete cascade,
  foreign key (class_id) references classes (id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (batch_id) references kept_reports (id) on delete cascade,
  foreign key (made_by) references users (id) on delete set null`;

/** A report on its way to paper: pages as PDF, or an archive of them. They hold names, so that they are kept for an hour. */
const REPORT_PRINTS = `id {id}, report_id {ref} not null, format {key} not null, state {key} not null, so_far {integer} not null,
  in_all {integer} not null, asked_at {instant} not null, expires_at {instant} not null, content {bytes} not null,
  check (format in ('pdf', 'zip')), check (state in ('asked', 'done', 'failed')), unique (report_id, format),
  foreign key (report_id) references kept_reports (id) on delete cascade`;

export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'kept_reports', KEPT_REPORTS);
  await createIndex(db, dialect, 'ix_kept_reports_school', 'kept_reports (school_id, asked_at)');
  await createIndex(db, dialect, 'ix_kept_reports_class', 'kept_reports (class_id, asked_at)');
  await createIndex(db, dialect, 'ix_kept_reports_student', 'kept_reports (student_id, asked_at)');
  await createIndex(db, dialect, 'ix_kept_reports_subject', 'kept_reports (region, subject, asked_at)');
  await createIndex(db, dialect, 'ix_kept_reports_batch', 'kept_reports (batch_id)');
  await createIndex(db, dialect, 'ix_kept_reports_maker', 'kept_reports (made_by)');
  await createTable(db, dialect, 'report_prints', REPORT_PRINTS);
};
