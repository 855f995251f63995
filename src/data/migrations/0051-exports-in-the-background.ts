import { sql } from 'kysely';
import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const TABLES: Record<string, string> = {
  person_exports: `id {id}, person_id {ref} not null, asked_by {ref} not null, asked_at {instant} not null,
    expires_at {instant} not null, state {key} not null, words {key} not null, run {key}, parts_done {integer} not null,
    parts_all {integer} not null, lines_done {integer} not null, size {integer} not null, unique (person_id, asked_by),
    check (state in ('waiting', 'made', 'failed')), check (words in ('all', 'for parents', 'none')),
    foreign key (person_id) references users (id) on delete cascade, foreign key (asked_by) references users (id) on delete cascade`,
  person_export_parts: `export_id {ref} not null, position {integer} not null, content {bytes} not null,
    primary key (export_id, position), foreign key (export_id) references person_exports (id) on delete cascade`,
};

/** Exports of people are made by a job: how far it is, and in which run. Nothing was kept in these tables before. */
export const up: MigrationBody = async (db, dialect) => {
  for (const name of Object.keys(TABLES).reverse()) await sql`drop table if exists ${sql.table(name)}`.execute(db);
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  await createIndex(db, dialect, 'ix_person_exports_asker', 'person_exports (asked_by)');
  await createIndex(db, dialect, 'ix_person_exports_expiry', 'person_exports (expires_at)');
};
