import type { Instant } from '../../shared/instant.ts';
import type { JobRepo } from './job.repo.ts';
import { REGRADE } from './job-kinds.ts';

/**
 * Queues that earlier answers to a question are judged by its new key, once for each revision. Call it in the transaction that
 * publishes the revision: without the one there is not the other.
 */
export async function queueRegrade(
  jobs: JobRepo,
  { qaId, revisionId }: { qaId: number; revisionId: number },
  now: Instant,
): Promise<void> {
  await jobs.enqueue({
    kind: REGRADE,
    subjectKey: `qa:${qaId}:${revisionId}`,
    payload: { qaId, revisionId },
    runAt: now,
    now,
  });
}
