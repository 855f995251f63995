import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { databaseTest } from '../../../test/support/databases.ts';
import { createTable, rebuildTable } from './ddl.ts';

const BEFORE = `id {id}, kind {key} not null, check (kind in ('a'))`;
const AFTER = `id {id}, kind {key} not null, check (kind in ('a', 'b'))`;

databaseTest(
  'a table that is rebuilt keeps its rows, takes what it refused before, and can be rebuilt again',
  async (manager) => {
    const db = manager.handle().withTables<never>();
    const add = (kind: string) => sql`insert into kinds (kind) values (${kind})`.execute(db);
    await createTable(db, manager.dialect, 'kinds', BEFORE);
    await add('a');
    await assert.rejects(add('b'));
    // A run that broke off left a table behind.
    await createTable(db, manager.dialect, 'kinds_next', BEFORE);
    await rebuildTable(db, manager.dialect, 'kinds', AFTER);
    await add('b');
    await sql`alter table kinds rename to kinds_next`.execute(db);
    await rebuildTable(db, manager.dialect, 'kinds', AFTER);
    const { rows } = await sql<{ kind: string }>`select kind from kinds order by id`.execute(db);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['a', 'b'],
    );
    await assert.rejects(add('c'));
  },
);
