import { addColumn } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** In a group some words are for one of its pupils only: those of need with their answer, and what an adult says to one. */
export const up: MigrationBody = async (db, dialect) => {
  await addColumn(db, dialect, 'messages', {
    name: 'only_for_student_id',
    type: '{ref}',
    references: 'students (user_id) on delete cascade',
  });
};
