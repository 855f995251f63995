import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { SessionNotFoundError } from '../../domain/study-session/study-session.errors.ts';

/** The pupil's own home session. Throws `SessionNotFoundError` for an unknown one and for somebody else's alike. */
export async function getOwnSession(sessions: HomeSessionRepo, actor: Actor, sessionId: number): Promise<HomeSession> {
  const session = await sessions.find(sessionId);
  if (!session || session.studentId !== actor.userId) throw new SessionNotFoundError();
  return session;
}
