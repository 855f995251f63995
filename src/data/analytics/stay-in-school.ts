import { type RawBuilder, sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';

/**
 * Until the transaction ends none of these pupils is taken into another school: what is counted of them meanwhile would be left with the
 * one before. SQLite has the whole database locked already.
 */
export async function stayInSchool(db: DatabaseManager, studentIds: RawBuilder<unknown>): Promise<void> {
  if (db.dialect === 'sqlite') return;
  await db.run((handle) =>
    sql`select user_id from students where user_id in (${studentIds}) lock in share mode`.execute(handle),
  );
}
