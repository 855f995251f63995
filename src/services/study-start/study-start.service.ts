import type { HomeSession, HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { StudyHours } from '../../domain/policies/policies.ts';
import { ActiveSessionExistsError } from '../../domain/study-session/study-session.errors.ts';
import { type Clock, SECOND } from '../../shared/instant.ts';
import type { HomeConversation } from '../study-session/conversation.service.ts';
import type { StudySessionService } from '../study-session/study-session.service.ts';

export type StudyRequest = Parameters<StudySessionService['createHomeStudySession']>[1];

export interface StudyStartDeps {
  studySessions: StudySessionService;
  conversation: HomeConversation;
  sessions: HomeSessionRepo;
  clock: Clock;
}

/** A second click within this time means the first one. */
const ECHO = 15 * SECOND;

/** From "study now" to a teacher who is greeting: one step for the pupil, three for the session. */
export class StudyStartService {
  readonly #deps: StudyStartDeps;

  constructor(deps: StudyStartDeps) {
    this.#deps = deps;
  }

  /**
   * Creates a session, starts it and has the teacher welcome the pupil. A second click on the same answers with the first one's
   * session; one that was created and never started makes room. Throws `ActiveSessionExistsError` when another session goes on,
   * and what `createHomeStudySession` throws.
   */
  async begin(actor: Actor, request: StudyRequest): Promise<HomeSession> {
    const { id } = await this.#create(actor, request);
    return this.#deps.conversation.begin(actor, id);
  }

  /** The school's hours for beginning at home, where it is none of them now; null where a session may begin. */
  async closedNow(actor: Actor): Promise<StudyHours | null> {
    return this.#deps.studySessions.closedNow(actor);
  }

  async #create(actor: Actor, request: StudyRequest): Promise<HomeSession> {
    const { studySessions, sessions, clock } = this.#deps;
    try {
      return await studySessions.createHomeStudySession(actor, request);
    } catch (error) {
      if (!(error instanceof ActiveSessionExistsError)) throw error;
      const live = await sessions.findLive(actor.userId);
      const session = live && (await sessions.find(live.id));
      if (!session) throw error;
      const isSame = session.courseId === request.courseId && session.type === request.type;
      const isStarting = session.status === 'pending' || session.status === 'active';
      if (isSame && isStarting && clock.now() - session.createdAt < ECHO) return session;
      if (session.status !== 'pending') throw error;
      await studySessions.cancelSession(actor, session.id);
      return studySessions.createHomeStudySession(actor, request);
    }
  }
}
