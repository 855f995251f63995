import { DatabaseManager } from '../app.ts';
import { type Config, loadConfig } from '../config.ts';

/** Opens the configured database, migrated unless told otherwise, and closes it again. */
export async function withDatabase<Result>(
  work: (db: DatabaseManager, config: Config) => Promise<Result>,
  { migrate = true } = {},
): Promise<Result> {
  const config = loadConfig();
  const db = new DatabaseManager(config.database);
  try {
    if (migrate) await db.createTables();
    return await work(db, config);
  } finally {
    await db.close();
  }
}
