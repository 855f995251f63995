import { addColumn } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** What is being done with a file of questions, how far it is, and what came of it: pages show it while a job does the work. */
export const up: MigrationBody = async (db, dialect) => {
  const add = (name: string, type: string) => addColumn(db, dialect, 'curriculum_uploads', { name, type });
  await add('state', "{key} not null default 'failed'");
  await add('version', 'integer not null default 0');
  await add('read_so_far', 'integer not null default 0');
  await add('read_in_all', 'integer not null default 0');
  await add('report', '{json}');
  await add('problem', '{text}');
};
