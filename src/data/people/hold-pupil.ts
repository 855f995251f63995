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

/** The same of several, in one statement and always in the same order. */
export async function holdPupils(db: DatabaseManager, studentIds: readonly number[]): Promise<void> {
  if (db.dialect === 'sqlite' || studentIds.length === 0) return;
  const query = db.handle().selectFrom('students').select('user_id');
  await locking(db.dialect, query.where('user_id', 'in', [...studentIds]).orderBy('user_id')).execute();
}
