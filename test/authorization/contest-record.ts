import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { ScoreReviewRepo } from '../../src/data/evaluations/score-review.repo.ts';
import { canary } from './matrix.ts';
import type { Owner } from './records.ts';

/** The pupil does not agree with the score of a session. */
export async function addContest(db: DatabaseManager, { target, pupil, now }: Owner, sessionId: number): Promise<void> {
  const words = canary(target, 'contest');
  const said = { hours: 'home', kind: 'proficiency', action: 'contested', score: null, words } as const;
  await new ScoreReviewRepo(db).add({ ...said, sessionId, studentId: pupil, byId: pupil, now });
}
