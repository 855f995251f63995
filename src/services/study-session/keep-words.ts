import type { TaughtSession } from '../../data/study-session/taught-session.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { type PromptInput, type SaveDeps, TurnRaced } from './save-turn.ts';

/** What words to somebody other than the teacher are in the talk. */
export const TO_CLASS_MANAGER = 'to the class manager';

/**
 * Keeps a pupil's words that the teacher does not answer, because a class manager does. Throws `InvalidSessionStateError` when the session
 * is not active any more, and `TurnRaced` when it was handed back meanwhile.
 */
export async function keepWords(deps: SaveDeps, session: TaughtSession, prompt: PromptInput): Promise<number> {
  const { db, sessions, messages, moderation, clock } = deps;
  const { id: sessionId, studentId } = session;
  const now = clock.now();
  return db.tx(async () => {
    const touched = await sessions.touch(sessionId, now);
    const current = await sessions.findOfPupil(sessionId, studentId);
    if (!touched) throw new InvalidSessionStateError(current?.status ?? 'cancelled', 'take messages');
    if (!current?.takenOverBy) throw new TurnRaced();
    const previousId = await messages.findLastId(sessionId);
    const said = { ...prompt, sessionId, studentId, act: TO_CLASS_MANAGER, previousId };
    const messageId = await messages.addPrompt({ ...said, hiddenFromParents: false, now });
    await moderation?.hear({ studentId, session, messageId, content: prompt.content });
    return messageId;
  });
}
