import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** Files of questions that a supervisor has looked at and not yet confirmed: one for each person. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(
    db,
    dialect,
    'curriculum_uploads',
    `id {id}, user_id {ref} not null unique, name {name} not null, options {json} not null, content {bytes} not null,
      created_at {instant} not null, expires_at {instant} not null,
      foreign key (user_id) references users (id) on delete cascade`,
  );
  await createIndex(db, dialect, 'ix_curriculum_uploads_expiry', 'curriculum_uploads (expires_at)');
};
