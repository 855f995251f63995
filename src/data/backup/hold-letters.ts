import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { SEND_MAIL, SEND_URGENT_MAIL, WEEKLY_LETTER } from '../jobs/job-kinds.ts';
import { HELD } from '../mail/mail.repo.ts';

/** Letters that were waiting when a backup was made are given up, so that nobody gets one twice; answers how many. */
export async function holdLetters(db: DatabaseManager, now: number): Promise<number> {
  return db.tx(async (handle) => {
    const ended = toStored(now);
    const mails = await handle
      .updateTable('mails')
      .set({ state: 'failed', body: '', last_error: HELD, ended_at: ended })
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    const open = (kinds: string[]) =>
      handle
        .updateTable('jobs')
        .set({ state: 'done', finished_at: ended, lease_owner: null, lease_until: null, last_error: HELD })
        .where('kind', 'in', kinds)
        .where('state', 'in', ['queued', 'running'])
        .executeTakeFirst();
    await open([SEND_MAIL, SEND_URGENT_MAIL]);
    const weekly = await open([WEEKLY_LETTER]);
    return Number(mails.numUpdatedRows + weekly.numUpdatedRows);
  });
}
