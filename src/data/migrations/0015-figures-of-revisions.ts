import { addColumn } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** The pictures that a revision had before its problem got others; null: those that the problem has. */
export const up: MigrationBody = async (db, dialect) => {
  await addColumn(db, dialect, 'qa_revisions', { name: 'figures', type: '{json}' });
};
