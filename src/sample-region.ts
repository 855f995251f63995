import type { DatabaseManager } from './data/db/database-manager.ts';
import { SAMPLE_LOGINS, type SampleLogin } from './data/sample/people/named-people.ts';
import type { SampleOptions, SampleResult } from './data/sample/populate.ts';
import { prepareDeeds } from './sample-deeds/deeds.ts';

/** Fills a database with the whole sample region: everybody's history of study, and what they did besides. */
export async function populateSampleRegion(db: DatabaseManager, options: SampleOptions = {}): Promise<SampleResult> {
  return db.populateSampleData({ deeds: await prepareDeeds(db), ...options });
}

/**
 * Makes sure that a school is there to look around in: fills an empty database, and answers with the logins that the login page
 * names. A database that holds somebody else's school is left alone and names none.
 */
export async function prepareSampleRegion(db: DatabaseManager, say: (text: string) => void): Promise<SampleLogin[]> {
  const [first] = SAMPLE_LOGINS;
  const users = await db.run((handle) => handle.selectFrom('users').select('username').limit(2).execute());
  if (users.length === 0) {
    say('Making the sample region (this happens once) …');
    return (await populateSampleRegion(db, { onProgress: say })).logins;
  }
  const sample = await db.run((handle) =>
    handle
      .selectFrom('users')
      .select('id')
      .where('username', '=', first?.username ?? '')
      .executeTakeFirst(),
  );
  return sample ? [...SAMPLE_LOGINS] : [];
}
