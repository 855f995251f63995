import { sql } from 'kysely';
import { createIndex, createTable, dropColumn, hasColumn } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const course = 'foreign key (course_id) references courses (id) on delete cascade';
const room = 'foreign key (class_id) references classes (id) on delete cascade';
const school = 'foreign key (school_id) references schools (id) on delete cascade';
const question = 'foreign key (qa_id) references qas (id) on delete cascade';
const unit =
  'foreign key (course_id, unit_name) references learning_units (course_id, name) on update cascade on delete cascade';

const TABLES: Record<string, string> = {
  /** Answers of a day to a question. The lot is drawn for a pupil and a unit: it counts pupils there and leads nowhere else. */
  erased_answers: `id {id}, lot {key} not null, school_id {ref} not null, day_start {instant} not null, course_id {ref} not null,
    unit_name {key} not null, qa_id {ref} not null, revision_id {ref} not null, answers {integer} not null, correct {integer} not null,
    unaided {integer} not null, hints {integer} not null, given_up {integer} not null, judged {integer} not null,
    wrong {integer} not null, understood {text}, ${school}, ${question},
    foreign key (revision_id) references qa_revisions (id) on delete cascade, ${unit}`,
  erased_class_answers: `class_id {ref} not null, qa_id {ref} not null, day_start {instant} not null, answers {integer} not null,
    correct {integer} not null, primary key (class_id, qa_id, day_start), ${room}, ${question}`,
  /** How many were in a course, and how far they were in its units: of a class. */
  erased_enrolments: `class_id {ref} not null, course_id {ref} not null, pupils {integer} not null,
    primary key (class_id, course_id), ${room}, ${course}`,
  erased_standings: `class_id {ref} not null, course_id {ref} not null, unit_name {key} not null, begun {integer} not null,
    known {integer} not null, primary key (class_id, course_id, unit_name), ${room}, ${unit}`,
  /** Sittings of a test, of a school (its class is 0) and of each class. */
  erased_sittings: `school_id {ref} not null, class_id {ref} not null, test_id {ref} not null, day_start {instant} not null,
    sittings {integer} not null, graded {integer} not null, grades {real} not null, passed {integer} not null,
    primary key (school_id, class_id, test_id, day_start), ${school}, foreign key (test_id) references tests (id) on delete cascade`,
};

/**
 * What is kept of those who were erased for figures of units, questions, wrong answers, coverage and tests. Whose account was disabled
 * counts in no figure, and nothing is kept of them any more.
 */
export const up: MigrationBody = async (db, dialect) => {
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  await createIndex(db, dialect, 'ix_erased_answers_unit', 'erased_answers (course_id, unit_name, day_start)');
  await createIndex(db, dialect, 'ix_erased_answers_question', 'erased_answers (qa_id)');
  await createIndex(db, dialect, 'ix_erased_sittings_day', 'erased_sittings (day_start)');
  if (!(await hasColumn(db, dialect, 'erased_pupils', 'is_disabled'))) return;
  const disabled = 'select pupil_key from erased_pupils where is_disabled = 1';
  for (const table of ['erased_facts', 'erased_pupils_classes']) {
    await sql.raw(`delete from ${table} where pupil_key in (${disabled})`).execute(db);
  }
  await sql.raw('delete from erased_pupils where is_disabled = 1').execute(db);
  await dropColumn(db, dialect, 'erased_pupils', 'is_disabled');
};
