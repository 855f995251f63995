import { type Config, loadConfig } from './config.ts';
import { type Restored, restoreBackup } from './data/backup/restore-backup.ts';
import { DatabaseManager as Manager } from './data/db/database-manager.ts';
import type { SampleOptions, SampleResult } from './data/sample/populate.ts';
import { populateSampleRegion } from './sample-region.ts';

/** Opens the database that the settings name, migrated unless told otherwise, and closes it again. */
export async function withDatabase<Result>(
  work: (db: Manager, config: Config) => Promise<Result>,
  { migrate = true } = {},
): Promise<Result> {
  const config = loadConfig();
  const db = new Manager(config.database);
  try {
    if (migrate) await db.createTables();
    return await work(db, config);
  } finally {
    await db.close();
  }
}

/**
 * Restores a backup into the database that the settings name, and erases again whom `replay` finds in it; it answers how many. Throws
 * what is wrong with the file or with its target.
 */
export async function restoreInto(
  file: string,
  force: boolean,
  replay: (db: Manager, config: Config) => Promise<number>,
): Promise<{ restored: Restored; erased: number }> {
  const restored = await restoreBackup(file, loadConfig().database, force);
  return { restored, erased: await withDatabase(replay) };
}

/**
 * The specification's two calls, on the database that the settings name:
 * `DatabaseManager.createTables()` and `DatabaseManager.populateSampleData({ clearExisting: true })`.
 */
export const DatabaseManager = {
  /** Brings the schema up to date; answers which migrations that took. */
  createTables: (): Promise<string[]> => withDatabase((db) => db.createTables(), { migrate: false }),
  /** Fills the database with the sample region; see `populateSampleRegion`. */
  populateSampleData: (options?: SampleOptions): Promise<SampleResult> =>
    withDatabase((db) => populateSampleRegion(db, options)),
};
