import { sql } from 'kysely';
import { addColumn, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/**
 * Ways in that need no password: each holds only the hash of a secret that was shown once. One of a kind for a person: a new one
 * takes the place of the old one. And a pupil who was released by one school and not yet taken in by the other.
 */
const TABLES: Record<string, string> = {
  one_time_links: `user_id {ref} not null primary key, token_hash {key} not null unique, created_at {instant} not null,
    created_by {ref}, expires_at {instant} not null, foreign key (user_id) references users (id) on delete cascade,
    foreign key (created_by) references users (id) on delete set null`,
  login_cards: `student_id {ref} not null primary key, token_hash {key} not null unique, created_at {instant} not null,
    created_by {ref}, last_used_at {instant}, foreign key (student_id) references students (user_id) on delete cascade,
    foreign key (created_by) references users (id) on delete set null`,
  pupil_transfers: `student_id {ref} not null primary key, from_school_id {ref} not null, to_school_id {ref} not null,
    released_by {ref}, released_at {instant} not null,
    foreign key (student_id) references students (user_id) on delete cascade,
    foreign key (from_school_id) references schools (id), foreign key (to_school_id) references schools (id),
    foreign key (released_by) references users (id) on delete set null`,
};

/**
 * The school that keeps a parent's account; whether pupils may log in by card; when a year was put away; since when a guardian has
 * their status, and why.
 */
const COLUMNS: Record<string, { name: string; type: string; references?: string }[]> = {
  schools: [{ name: 'card_login', type: '{flag} not null default 0' }],
  parents: [{ name: 'school_id', type: '{ref}', references: 'schools (id) on delete set null' }],
  parents_students: [
    { name: 'status_at', type: '{instant}' },
    { name: 'status_note', type: '{text}' },
  ],
  classes: [{ name: 'archived_at', type: '{instant}' }],
};

/** Managing people: one-time links, login cards, pupils who change schools. Parents stay with the school of their first child. */
export const up: MigrationBody = async (db, dialect) => {
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of columns) await addColumn(db, dialect, table, column);
  }
  await sql`update parents set school_id = (select min(students.school_id) from parents_students
    inner join students on students.user_id = parents_students.student_id
    where parents_students.parent_id = parents.user_id) where school_id is null`.execute(db);
};
