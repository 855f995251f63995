import type { Pause } from '../../domain/study-session/study-session.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull } from '../db/instants.ts';
import { PAUSES, PAUSES_OF } from './home-session-queries.ts';

/** Pauses by session; every session that was asked for is there. */
export async function pausesOfSessions(db: DatabaseManager, ids: readonly number[]): Promise<Map<number, Pause[]>> {
  const found = new Map<number, Pause[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await PAUSES_OF.all(db, { ids });
  for (const row of rows) found.get(row.home_session_id)?.push(toPause(row));
  return found;
}

/** Pauses of a pupil's sessions from this one on, by session; a session without a pause is left out. */
export async function pausesSince(db: DatabaseManager, studentId: number, from: number): Promise<Map<number, Pause[]>> {
  const rows = await PAUSES.all(db, { studentId, from });
  const found = Map.groupBy(rows, (row) => row.home_session_id);
  return new Map([...found].map(([id, pauses]) => [id, pauses.map(toPause)]));
}

type Row = Awaited<ReturnType<typeof PAUSES.all>>[number];

const toPause = (row: Pick<Row, 'start_time' | 'end_time'>): Pause => ({
  start: fromStored(row.start_time),
  end: fromStoredOrNull(row.end_time),
});
