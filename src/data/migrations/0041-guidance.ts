import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const PERSON = (column: string) => `foreign key (${column}) references users (id) on delete set null`;
const OF_VERSION = 'foreign key (version_id) references guidance_versions (id) on delete cascade';

/** What supervisors tell class managers about the teaching of a subject; what it says stands in its versions. */
const GUIDANCES = `id {id}, subject_name {key} not null, created_by {ref}, created_at {instant} not null,
  withdrawn_at {instant}, withdrawn_by {ref}, withdrawn_why {text},
  foreign key (subject_name) references subjects (name), ${PERSON('created_by')}, ${PERSON('withdrawn_by')}`;

/** A version that was never published is the draft, of which there is one at most: its number follows on the last published one. */
const VERSIONS = `id {id}, guidance_id {ref} not null, number {integer} not null, edits {integer} not null, title {name} not null,
  body {text} not null, course_id {ref}, replaces_order {flag} not null, grades {json} not null, written_by {ref},
  written_at {instant} not null, published_by {ref}, published_at {instant}, unique (guidance_id, number),
  foreign key (guidance_id) references guidances (id) on delete cascade,
  foreign key (course_id) references courses (id) on delete cascade, ${PERSON('written_by')}, ${PERSON('published_by')}`;

const REGIONS = `version_id {ref} not null, region {key} not null, primary key (version_id, region), ${OF_VERSION},
  foreign key (region) references regions (name)`;

const UNITS = `version_id {ref} not null, course_id {ref} not null, unit_name {key} not null, position {integer} not null,
  primary key (version_id, course_id, unit_name), ${OF_VERSION},
  foreign key (course_id, unit_name) references learning_units (course_id, name) on update cascade on delete cascade`;

const TESTS = `version_id {ref} not null, test_id {ref} not null, primary key (version_id, test_id), ${OF_VERSION},
  foreign key (test_id) references tests (id) on delete cascade`;

/** What became of it in a class, as its class managers say. */
const STANDINGS = `guidance_id {ref} not null, class_id {ref} not null, read_number {integer} not null, read_at {instant} not null,
  read_by {ref}, taken_up_at {instant}, taken_up_by {ref}, word {text} not null, primary key (guidance_id, class_id),
  foreign key (guidance_id) references guidances (id) on delete cascade,
  foreign key (class_id) references classes (id) on delete cascade, ${PERSON('read_by')}, ${PERSON('taken_up_by')}`;

/** Supervisors publish guidance, class managers read it and take it up; and answers are found by their unit and time. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'guidances', GUIDANCES);
  await createTable(db, dialect, 'guidance_versions', VERSIONS);
  await createTable(db, dialect, 'guidance_regions', REGIONS);
  await createTable(db, dialect, 'guidance_units', UNITS);
  await createTable(db, dialect, 'guidance_tests', TESTS);
  await createTable(db, dialect, 'guidance_standings', STANDINGS);
  await createIndex(db, dialect, 'ix_guidances_subject', 'guidances (subject_name)');
  const counted = 'counts, verdict, unaided, hints_used, qa_id';
  const time = `attempts (course_id, created_at, unit_name, student_id, ${counted})`;
  await createIndex(db, dialect, 'ix_attempts_time', time);
};
