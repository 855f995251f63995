import { sql } from 'kysely';
import { DatabaseManager, type DatabaseSettings } from '../../src/data/db/database-manager.ts';
import { TABLES } from '../../src/data/db/schema.ts';
import type { SampleOptions } from '../../src/data/sample/populate.ts';
import { populateSampleRegion } from '../../src/sample-region.ts';

/** Small enough to be made in a second or two, large enough that every page has something to show. */
const SMALL = { students: 10, days: 21 };

/** Fills a new database with a small sample region. Everybody of `SAMPLE_LOGINS` is in it. */
export function makeRegion(settings: DatabaseSettings, wishes: SampleOptions = SMALL): Promise<void> {
  return fill(settings, (db) => populateSampleRegion(db, wishes));
}

/** The same with nothing but people, courses and what was studied: no key was ever corrected. */
export function makeHistory(settings: DatabaseSettings): Promise<void> {
  return fill(settings, (db) => db.populateSampleData(SMALL));
}

async function fill(settings: DatabaseSettings, populate: (db: DatabaseManager) => Promise<unknown>): Promise<void> {
  const db = new DatabaseManager(settings);
  try {
    await db.createTables();
    await populate(db);
  } finally {
    await db.close();
  }
}

/** Rows that go to MySQL in one statement. */
const AT_ONCE = 200;

/** Brings the region in a file of SQLite to an empty, migrated database on MySQL, which is much sooner done than to make it there. */
export async function bringRegion(file: string, settings: DatabaseSettings): Promise<void> {
  const made = new DatabaseManager({ kind: 'sqlite', file });
  const db = new DatabaseManager(settings);
  try {
    await db
      .handle()
      .connection()
      .execute(async (connection) => {
        await sql`set foreign_key_checks = 0`.execute(connection);
        await sql`begin`.execute(connection);
        for (const table of Object.keys(TABLES)) {
          const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(made.handle());
          const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
          for (let from = 0; from < rows.length; from += AT_ONCE) {
            const values = rows.slice(from, from + AT_ONCE).map((row) => sql`(${sql.join(Object.values(row))})`);
            await sql`insert into ${sql.table(table)} (${columns}) values ${sql.join(values)}`.execute(connection);
          }
        }
        await sql`commit`.execute(connection);
        await sql`set foreign_key_checks = 1`.execute(connection);
      });
  } finally {
    await made.close();
    await db.close();
  }
}
