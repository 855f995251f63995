import { countSessions } from '../../data/analytics/session-facts.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { EVALUATE_SESSION } from '../../data/jobs/job-kinds.ts';
import type { DialogueRepo } from '../../data/study-session/dialogue.repo.ts';
import type { HomeSession, SessionFeedback } from '../../data/study-session/home-session.repo.ts';
import type { MessageRepo } from '../../data/study-session/message.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { TestUnderWayError } from '../../domain/assessment/sitting.errors.ts';
import { GRACE } from '../../domain/assessment/sitting.ts';
import type { StudyHours } from '../../domain/policies/policies.ts';
import { InvalidSessionStateError, StudySessionError } from '../../domain/study-session/study-session.errors.ts';
import { dueEvent, EXPIRY, type SessionEvent, transition } from '../../domain/study-session/study-session.ts';
import { afterPause, initialDialogue } from '../../domain/tutoring/dialogue-state.ts';
import type { CrisisWatchService } from '../safety/crisis-watch.service.ts';
import { type CreationDeps, createHomeStudySession, type HomeSessionRequest } from './create-home-session.ts';
import { getOwnSession } from './own-session.ts';
import type { ReplyRunner } from './reply-runner.ts';
import { closedNow } from './study-hours.ts';

export interface StudySessionDeps extends CreationDeps {
  db: DatabaseManager;
  dialogues: DialogueRepo;
  messages: MessageRepo;
  jobs: JobRepo;
  replies: ReplyRunner;
  watch: CrisisWatchService;
}

/** What a pupil says at the end of a session. */
export type EndFeedback = SessionFeedback;

const PHRASE: Record<SessionEvent, string> = {
  start: 'be started',
  pause: 'be paused',
  resume: 'be resumed',
  end: 'be ended',
  cancel: 'be cancelled',
};

/**
 * The life cycle of home sessions. Every change is one transaction, saved by compare-and-set: repeating what has been reached
 * answers with the session unchanged, an impossible change throws `InvalidSessionStateError`, of two that race one wins.
 */
export class StudySessionService {
  readonly #deps: StudySessionDeps;

  constructor(deps: StudySessionDeps) {
    this.#deps = deps;
  }

  /** A pending session of the pupil who asks. See `createHomeStudySession` for what can be wrong. */
  async createHomeStudySession(actor: Actor, request: HomeSessionRequest): Promise<HomeSession> {
    const id = await createHomeStudySession(this.#deps, actor, request);
    return getOwnSession(this.#deps.sessions, actor, id);
  }

  /** The school's hours for beginning at home, where it is none of them now; null where a session may begin. */
  async closedNow(actor: Actor): Promise<StudyHours | null> {
    return closedNow(this.#deps, actor.userId);
  }

  async getSession(actor: Actor, sessionId: number): Promise<HomeSession> {
    return getOwnSession(this.#deps.sessions, actor, sessionId);
  }

  /** pending → active. The caller sends the welcome message when this made the session active. */
  async startSession(actor: Actor, sessionId: number): Promise<{ session: HomeSession; started: boolean }> {
    const { session, moved } = await this.#change(actor, sessionId, 'start');
    return { session, started: moved };
  }

  /** active → paused. A reply that is being written is interrupted. */
  async pauseSession(actor: Actor, sessionId: number): Promise<HomeSession> {
    return (await this.#change(actor, sessionId, 'pause')).session;
  }

  /** paused → active. */
  async resumeSession(actor: Actor, sessionId: number): Promise<HomeSession> {
    return (await this.#change(actor, sessionId, 'resume')).session;
  }

  /** active or paused → completed, with what the pupil says about it; the evaluation is queued in the same transaction. */
  async endSession(actor: Actor, sessionId: number, feedback: SessionFeedback): Promise<HomeSession> {
    return (await this.#change(actor, sessionId, 'end', feedback)).session;
  }

  /** Listens to feedback that could not be saved yet: something else on the form was missing. Throws `SessionNotFoundError`. */
  async hearFeedback(actor: Actor, sessionId: number, feedback: string): Promise<void> {
    const session = await getOwnSession(this.#deps.sessions, actor, sessionId);
    await this.#hear(session, feedback);
  }

  /** pending → cancelled. */
  async cancelSession(actor: Actor, sessionId: number): Promise<HomeSession> {
    return (await this.#change(actor, sessionId, 'cancel')).session;
  }

  /**
   * Pauses a pupil's active session because a test or a lesson begins, and leaves it resumable. Call it in the transaction that
   * begins that and holds the pupil.
   */
  async pauseForSchool(studentId: number): Promise<void> {
    const { sessions } = this.#deps;
    const live = await sessions.findLive(studentId);
    const session = live && (await sessions.find(live.id));
    if (session?.status === 'active') await this.#apply(session, 'pause', null);
  }

  /** What the server does by itself: cancels, pauses and ends sessions that were left alone. Answers how many it touched. */
  async expireSessions(): Promise<number> {
    const { sessions, clock } = this.#deps;
    const now = clock.now();
    let touched = 0;
    const due = { pending: now - EXPIRY.pending, idle: now - EXPIRY.idle, total: now - EXPIRY.total };
    for (const session of await sessions.listDue(due, 500)) {
      const event = dueEvent(session, now);
      if (event && (await this.#apply(session, event, null))) touched += 1;
    }
    return touched;
  }

  async #change(
    actor: Actor,
    sessionId: number,
    event: SessionEvent,
    feedback: SessionFeedback | null = null,
  ): Promise<{ session: HomeSession; moved: boolean }> {
    const { sessions } = this.#deps;
    for (let tries = 0; tries < 3; tries += 1) {
      const session = await getOwnSession(sessions, actor, sessionId);
      const next = transition(session.status, event);
      if (next.outcome === 'unchanged') {
        await this.#hear(session, feedback?.feedback ?? null);
        return { session, moved: false };
      }
      if (next.outcome === 'refused') throw new InvalidSessionStateError(session.status, PHRASE[event]);
      if (await this.#apply(session, event, feedback)) {
        return { session: await getOwnSession(sessions, actor, sessionId), moved: true };
      }
    }
    const session = await getOwnSession(sessions, actor, sessionId);
    throw new InvalidSessionStateError(session.status, PHRASE[event]);
  }

  /** Carries an event out. False: the session had moved meanwhile, and nothing was changed. */
  async #apply(session: HomeSession, event: SessionEvent, feedback: SessionFeedback | null): Promise<boolean> {
    const { db, sessions, clock } = this.#deps;
    const next = transition(session.status, event);
    if (next.outcome !== 'moved') return false;
    const now = clock.now();
    const moved = await db.tx(async () => {
      if (event === 'start' || event === 'resume') await this.#refuseBesideTest(session.studentId, now);
      const set = {
        now,
        ...(event === 'start' ? { start: now } : {}),
        ...(event === 'end' ? { end: now, endReason: feedback ? ('pupil' as const) : ('expired' as const) } : {}),
      };
      if (!(await sessions.move(session.id, session.status, next.status, set))) return false;
      await this.#follow(session, event, feedback);
      return true;
    });
    if (moved && (event === 'pause' || event === 'end')) this.#deps.replies.abort(session.id);
    return moved;
  }

  /** Nobody is helped by a tutor while they take a test. Holds the pupil, so that neither begins in the other's shadow. */
  async #refuseBesideTest(studentId: number, now: number): Promise<void> {
    const { sittings } = this.#deps;
    await sittings.lockPupil(studentId);
    const test = await sittings.findUnderWay(studentId, now - GRACE);
    if (test) throw new TestUnderWayError(test.id);
  }

  /** All that goes with an event, in the transaction of its change of state. */
  async #follow(session: HomeSession, event: SessionEvent, feedback: SessionFeedback | null): Promise<void> {
    const { sessions, dialogues, clock } = this.#deps;
    const now = clock.now();
    switch (event) {
      case 'start':
        await this.#takeActiveSlot(session);
        await dialogues.create(session.id, initialDialogue());
        return;
      case 'resume':
        await this.#takeActiveSlot(session);
        await this.#shiftDialogue(session.id);
        await sessions.closePauses(session.id, now);
        return;
      case 'pause':
        await sessions.setActiveSlot(session.id, session.studentId, false);
        await sessions.openPause(session.id, now);
        await this.#interruptReply(session.id);
        return;
      case 'end':
        await sessions.closePauses(session.id, now);
        await sessions.leave(session.id);
        if (feedback) await this.#saveFeedback(session, feedback);
        await this.#interruptReply(session.id);
        await this.#queueEvaluation(session.id);
        await countSessions(this.#deps.db, 'home', [session.id]);
        return;
      case 'cancel':
        await sessions.leave(session.id);
    }
  }

  async #saveFeedback(session: HomeSession, feedback: SessionFeedback): Promise<void> {
    await this.#deps.sessions.saveFeedback(session.id, feedback);
    await this.#hear(session, feedback.feedback);
  }

  /** Crisis words are heard wherever they are said: staff are alerted, and the summary shows the fixed reply. */
  async #hear(session: HomeSession, words: string | null): Promise<void> {
    if (words !== null) await this.#deps.watch.hear(session.studentId, words, session);
  }

  async #takeActiveSlot(session: HomeSession): Promise<void> {
    try {
      await this.#deps.sessions.setActiveSlot(session.id, session.studentId, true);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new StudySessionError('conflict', 'active-session-exists', 'Another of your sessions is active just now.', {
        details: { kind: 'school' },
      });
    }
  }

  /** Time paused is not time spent on the open item. */
  async #shiftDialogue(sessionId: number): Promise<void> {
    const { sessions, dialogues, clock } = this.#deps;
    const open = (await sessions.pausesOf([sessionId])).get(sessionId)?.find((pause) => pause.end === null);
    const dialogue = await dialogues.find(sessionId);
    if (!open || !dialogue) return;
    await dialogues.advance(sessionId, dialogue.version, afterPause(dialogue.state, clock.now() - open.start));
  }

  async #interruptReply(sessionId: number): Promise<void> {
    await this.#deps.messages.interruptAll(sessionId);
    await this.#deps.dialogues.freeReply(sessionId);
  }

  async #queueEvaluation(sessionId: number): Promise<void> {
    const now = this.#deps.clock.now();
    const job = { kind: EVALUATE_SESSION, subjectKey: `home:${sessionId}`, payload: { sessionId } };
    await this.#deps.jobs.enqueue({ ...job, runAt: now, now });
  }
}
