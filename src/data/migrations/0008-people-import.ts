import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const TABLES: Record<string, string> = {
  external_ids: `source {key} not null, kind {key} not null, scope {ref} not null, external_id {key} not null, user_id {ref},
    class_id {ref}, school_id {ref}, modified {key}, primary key (source, kind, scope, external_id),
    check (source in ('csv', 'oneroster')), check (kind in ('user', 'class', 'school')),
    check ((case when user_id is null then 0 else 1 end) + (case when class_id is null then 0 else 1 end)
      + (case when school_id is null then 0 else 1 end) = 1),
    foreign key (user_id) references users (id) on delete cascade,
    foreign key (class_id) references classes (id) on delete cascade,
    foreign key (school_id) references schools (id) on delete cascade`,
  people_uploads: `id {id}, school_id {ref} not null, user_id {ref} not null unique, name {name} not null, options {json} not null,
    content {bytes} not null, created_at {instant} not null, expires_at {instant} not null,
    foreign key (school_id) references schools (id) on delete cascade,
    foreign key (user_id) references users (id) on delete cascade`,
};

/**
 * What registers call our people, classes and schools, so that a file that comes again changes only what changed in it; and files
 * that a school manager has looked at and not yet confirmed.
 */
export const up: MigrationBody = async (db, dialect) => {
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  await createIndex(db, dialect, 'ix_external_ids_user', 'external_ids (user_id)');
  await createIndex(db, dialect, 'ix_people_uploads_expiry', 'people_uploads (expires_at)');
};
