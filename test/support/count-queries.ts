import type { TestContext } from 'node:test';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';

/** An empty database in memory that counts what is asked of it. */
export async function openCounted(t: TestContext): Promise<{
  db: DatabaseManager;
  /** How many queries the work makes. */
  count(work: () => Promise<unknown>): Promise<number>;
}> {
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, () => {
    queries += 1;
  });
  await db.createTables();
  t.after(() => db.close());
  return {
    db,
    async count(work) {
      queries = 0;
      await work();
      return queries;
    },
  };
}
