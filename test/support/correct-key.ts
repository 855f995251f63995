import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import { JobRepo } from '../../src/data/jobs/job.repo.ts';
import { queueRegrade } from '../../src/data/jobs/queue-regrade.ts';

/** Publishes the question with another key, as the editor does: a new revision, and the job that judges again. */
export async function correctKey(
  db: DatabaseManager,
  qaId: number,
  change: { answer: string; question?: string },
  now: number,
) {
  return db.tx(async (handle) => {
    const { id: _, ...last } = await handle
      .selectFrom('qa_revisions')
      .selectAll()
      .where('qa_id', '=', qaId)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow();
    const row = { ...last, ...change, number: last.number + 1, created_at: toStored(now) };
    const revisionId = insertedId(await handle.insertInto('qa_revisions').values(row).executeTakeFirstOrThrow());
    await handle
      .updateTable('qas')
      .set({ ...change, revision_id: revisionId })
      .where('id', '=', qaId)
      .execute();
    await queueRegrade(new JobRepo(db), { qaId, revisionId }, now);
    return revisionId;
  });
}
