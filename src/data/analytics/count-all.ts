import type { DatabaseManager } from '../db/database-manager.ts';
import { countUsage } from './model-usage.ts';
import { countAllSessions } from './session-facts.ts';
import { countAllSittings } from './test-facts.ts';

/** Counts everything that figures are added up from anew. It may stop anywhere and begin again. */
export async function countAll(db: DatabaseManager, timeZone: string, signal?: AbortSignal): Promise<void> {
  await countAllSessions(db, signal);
  await countAllSittings(db, signal);
  await countUsage(db, timeZone, signal);
}
