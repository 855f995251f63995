import { DatabaseManager, type DatabaseSettings } from '../../src/data/db/database-manager.ts';
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
