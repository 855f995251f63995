import type { TaughtSession, TaughtSessions } from '../../data/study-session/taught-session.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { SessionNotFoundError } from '../../domain/study-session/study-session.errors.ts';

/** The pupil's own session. Throws `SessionNotFoundError` for an unknown one and for somebody else's alike. */
export async function getOwnSession<Session extends TaughtSession>(
  sessions: Pick<TaughtSessions<Session>, 'findOfPupil'>,
  actor: Actor,
  sessionId: number,
): Promise<Session> {
  const session = await sessions.findOfPupil(sessionId, actor.userId);
  if (!session) throw new SessionNotFoundError();
  return session;
}
