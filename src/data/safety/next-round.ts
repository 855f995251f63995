import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** An alert, or a rehearsal of one, and in which round people are being told of it. */
export interface InRound {
  id: number;
  round: number;
}

/** Goes to the next round of an open alert or rehearsal. False: somebody else saw to it, or took it on. */
export async function goToNextRound(
  db: DatabaseManager,
  table: 'safety_alerts' | 'alert_rehearsals',
  { id, round }: InRound,
  { now, nextRoundAt }: { now: Instant; nextRoundAt: Instant },
): Promise<boolean> {
  const { numAffectedRows } = await db.run((handle) =>
    sql`update ${sql.table(table)} set round = ${round + 1}, next_round_at = ${toStored(nextRoundAt)},
      escalated_at = coalesce(escalated_at, ${toStored(now)})
      where id = ${id} and round = ${round} and acknowledged_at is null`.execute(handle),
  );
  return numAffectedRows === 1n;
}
