import { addColumn, createIndex } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** When a picture was last sent or named, so that those which nothing names can go; those that are there count as old. */
export const up: MigrationBody = async (db, dialect) => {
  const type = "{instant} not null default '2000-01-01 00:00:00.000'";
  await addColumn(db, dialect, 'figures', { name: 'kept_at', type });
  await createIndex(db, dialect, 'ix_figures_kept', 'figures (kept_at, hash)');
  await createIndex(db, dialect, 'ix_problem_figures_hash', 'problem_figures (hash)');
};
