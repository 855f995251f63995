import type { TestContext } from 'node:test';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { copyOfRegion, emptyMysql } from '../support/databases.ts';
import { bringRegion } from '../support/region.ts';
import { addSchools } from './several-schools.ts';

/** The sample region with more schools in it, some of them too small to be told of. */
export async function openRegion(t: TestContext, database: 'sqlite' | 'mysql'): Promise<DatabaseManager> {
  const file = await copyOfRegion(t);
  const made = new DatabaseManager({ kind: 'sqlite', file, synchronous: 'OFF' });
  await addSchools(made, Date.now());
  if (database === 'sqlite') {
    t.after(() => made.close());
    return made;
  }
  await made.close();
  const settings = await emptyMysql();
  await bringRegion(file, settings);
  const db = new DatabaseManager(settings);
  t.after(() => db.close());
  return db;
}
