import assert from 'node:assert/strict';
import { ItemRepo } from '../../src/data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { DialogueRepo } from '../../src/data/study-session/dialogue.repo.ts';
import type { Item } from '../../src/domain/curriculum/curriculum.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';

/** What no pupil has: a look at the key of the question that is open in a session. */
export async function openItemOf(db: DatabaseManager, sessionId: number): Promise<Item | null> {
  const dialogue = await new DialogueRepo(db, 'home').find(sessionId);
  const revisionId = dialogue?.state.open?.revisionId;
  if (revisionId === undefined) return null;
  const [item] = await new ItemRepo(db).listRevisions([revisionId]);
  return item ?? null;
}

/** The pupil's session that has not ended. */
export async function liveSessionOf(db: DatabaseManager, username: string): Promise<number> {
  const row = await db.run((handle) =>
    handle
      .selectFrom('live_sessions')
      .innerJoin('users', 'users.id', 'live_sessions.student_id')
      .select('live_sessions.session_id')
      .where('users.username', '=', username)
      .executeTakeFirst(),
  );
  assert.ok(row, `${username} has no live session`);
  return row.session_id;
}

const CANDIDATES = ['17', '-3', '5/7', '1000003', '2x + 91', '{91, 92}', '(91, 92)', 'x = 91'];

/** An answer that the checker calls wrong; null where it cannot call any wrong, as with free text. */
export async function wrongAnswerTo({ key, wrongAnswers }: Item): Promise<{ text: string; choiceId?: string } | null> {
  const wrong = key.choices.find(({ id }) => id !== key.answer);
  if (key.kind === 'choice' && wrong) return { text: wrong.text, choiceId: wrong.id };
  const checker = createAnswerChecker(await loadMathEngine());
  const text = CANDIDATES.find(
    (candidate) => checker.check(key, { text: candidate }, wrongAnswers).verdict === 'incorrect',
  );
  return text === undefined ? null : { text };
}
