import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** Parents who asked for a letter a week; `may_reword` 1: a remote model may word it. */
const WISHES = `parent_id {ref} primary key, may_reword {flag} not null, wished_at {instant} not null,
  foreign key (parent_id) references parents (user_id) on delete cascade`;

/** Letters as they were sent: one a parent, child and week. `stop_hash`: of the link that ends them, until it is used. */
const LETTERS = `id {id}, parent_id {ref} not null, student_id {ref} not null, last_day {key} not null, locale {key} not null,
  text {text} not null, wording {key} not null, metrics_version {integer} not null, stop_hash {key} unique, at {instant} not null,
  unique (parent_id, student_id, last_day), check (wording in ('rules', 'model')),
  foreign key (parent_id) references parents (user_id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade`;

/** A week in plain words by e-mail, for parents who ask for it. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'weekly_letter_wishes', WISHES);
  await createTable(db, dialect, 'weekly_letters', LETTERS);
  await createIndex(db, dialect, 'ix_weekly_letters_student', 'weekly_letters (student_id)');
};
