import { DatabaseSync } from 'node:sqlite';

/** Whether another program, or another part of this one, has a SQLite file open. Leaves it without a log beside it. */
export function isSqliteInUse(file: string): boolean {
  const database = new DatabaseSync(file, { timeout: 500 });
  try {
    // Only who is alone may leave the mode in which several read and one writes.
    database.exec('pragma journal_mode = delete');
    const [mode] = database.prepare('pragma journal_mode').all();
    return Object.values(mode ?? {})[0] !== 'delete';
  } catch {
    return true;
  } finally {
    database.close();
  }
}
