import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { databaseTest } from '../../../test/support/databases.ts';

databaseTest('a database that met a later migration first makes up for the earlier one, and opens', async (db) => {
  await db.run((handle) => sql`drop table given_scores`.execute(handle));
  await db.run((handle) => sql`delete from kysely_migration where name = '0033-given-scores'`.execute(handle));
  await db.createTables();
  assert.deepEqual(await db.run((handle) => handle.selectFrom('given_scores').select('id').execute()), []);
});
