import { sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';
import { TABLES } from '../db/schema.ts';
import { whileAuditOpen } from '../people/audit-opening.ts';

/**
 * Every table, those that refer to others before the ones that they refer to. The schema lists tables in the order in which
 * they are created, so that each only refers to earlier ones.
 */
export const CLEARING_ORDER: readonly string[] = Object.keys(TABLES).reverse();

/** Empties the whole database; the schema stays. On SQLite ids start again at 1. All or nothing. */
export async function clearDatabase(db: DatabaseManager): Promise<void> {
  await db.tx(async (handle) => {
    await whileAuditOpen(handle, async () => {
      for (const table of CLEARING_ORDER) await sql`delete from ${sql.table(table)}`.execute(handle);
    });
    if (db.dialect === 'sqlite') await sql`delete from sqlite_sequence`.execute(handle);
  });
}
