import type { DatabaseManager } from '../db/database-manager.ts';
import { locking } from '../db/sql.ts';

/**
 * Holds a pupil until the transaction ends: whoever else holds them waits, so that nobody moves the same estimates and no test begins
 * beside a study session. Read what it is about after it. SQLite has the whole database for one transaction already.
 */
export async function holdPupil(db: DatabaseManager, studentId: number): Promise<void> {
  if (db.dialect === 'sqlite') return;
  const query = db.handle().selectFrom('students').select('user_id').where('user_id', '=', studentId);
  await locking(db.dialect, query).executeTakeFirst();
}
