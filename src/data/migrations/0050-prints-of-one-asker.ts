import { sql } from 'kysely';
import { createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/**
 * A print belongs to whoever asked for it, and knows the reports that are in it and the school whose pupils it names. What was printed
 * before belongs to nobody and would have lived for an hour: it goes, with the work on it, whose ids are given anew.
 */
export const up: MigrationBody = async (db, dialect) => {
  await sql`delete from jobs where kind = 'print-report'`.execute(db);
  await sql`drop table if exists report_prints`.execute(db);
  await createTable(
    db,
    dialect,
    'report_prints',
    `id {id}, report_id {ref} not null, school_id {ref} not null, asked_by {ref} not null, format {key} not null, state {key} not null,
    so_far {integer} not null, in_all {integer} not null, asked_at {instant} not null, expires_at {instant} not null,
    report_ids {json} not null, content {bytes} not null,
    check (format in ('pdf', 'zip')), check (state in ('asked', 'done', 'failed')), unique (report_id, asked_by, format),
    foreign key (report_id) references kept_reports (id) on delete cascade,
    foreign key (school_id) references schools (id) on delete cascade,
    foreign key (asked_by) references users (id) on delete cascade`,
  );
};
