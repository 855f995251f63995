import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { LessonRepo } from '../../data/lessons/lesson.repo.ts';
import type { LessonFacts, LessonPlaceRepo, LivePlace } from '../../data/lessons/lesson-place.repo.ts';
import type { LessonSessionRepo } from '../../data/lessons/lesson-session.repo.ts';
import type { TaughtLesson, TaughtLessonRepo } from '../../data/lessons/taught-lesson.repo.ts';
import type { DialogueRepo } from '../../data/study-session/dialogue.repo.ts';
import type { SessionFeedback } from '../../data/study-session/home-session.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { TestUnderWayError } from '../../domain/assessment/sitting.errors.ts';
import { GRACE } from '../../domain/assessment/sitting.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { PausedForAllError } from '../../domain/lessons/lesson.errors.ts';
import {
  InvalidSessionStateError,
  SessionNotFoundError,
  StudySessionError,
} from '../../domain/study-session/study-session.errors.ts';
import type { SessionStatus } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import { initialCircle } from '../../domain/tutoring/circle.ts';
import type { DialogueState } from '../../domain/tutoring/dialogue.ts';
import { afterPause, initialDialogue } from '../../domain/tutoring/dialogue-state.ts';
import { civilDay, startOfDay } from '../../shared/calendar.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import type { CrisisWatchService } from '../safety/crisis-watch.service.ts';
import type { Lifecycle } from '../study-session/conversation.service.ts';
import type { StudySessionService } from '../study-session/study-session.service.ts';
import type { RunningLessonsService } from './running-lessons.service.ts';

export type { LivePlace };

export interface LessonPlacesDeps {
  db: DatabaseManager;
  lessons: LessonRepo;
  lessonSessions: LessonSessionRepo;
  lessonPlaces: LessonPlaceRepo;
  taughtLessons: TaughtLessonRepo;
  /** Of sessions at school. */
  dialogues: DialogueRepo;
  sittings: SittingRepo;
  studySessions: Pick<StudySessionService, 'pauseForSchool'>;
  running: Pick<RunningLessonsService, 'endForPupil'>;
  watch: CrisisWatchService;
  signals: LiveSignals;
  clock: Clock;
  timeZone: string;
}

/** A pupil's session with what is around it. */
export interface OwnLesson {
  session: TaughtLesson;
  facts: LessonFacts;
  /** Those of the group who are there, the pupil among them; nobody where each is on their own. */
  joined: { id: number; firstName: string }[];
  /** The lesson is over, and how it was may still be said. */
  mayReflect: boolean;
}

/** Pupils in lessons: they join, pause and go on where they may, raise a hand, and say how it was. */
export class LessonPlacesService implements Lifecycle<TaughtLesson> {
  readonly #deps: LessonPlacesDeps;

  constructor(deps: LessonPlacesDeps) {
    this.#deps = deps;
  }

  /** The lesson that runs for the pupil who asks, joined or not. */
  async current(actor: Actor): Promise<LivePlace | undefined> {
    return this.#deps.lessonPlaces.findLive(actor.userId);
  }

  /** The pupil's own session of a lesson. Throws `SessionNotFoundError` for an unknown one and for somebody else's alike. */
  async getSession(actor: Actor, sessionId: number): Promise<TaughtLesson> {
    const session = await this.#deps.taughtLessons.findOfPupil(sessionId, actor.userId);
    if (!session) throw new SessionNotFoundError();
    return session;
  }

  /** What the pupil's page says of the lesson around their own session. Throws `SessionNotFoundError`. */
  async factsOf(actor: Actor, sessionId: number): Promise<OwnLesson> {
    const session = await this.getSession(actor, sessionId);
    const facts = await this.#deps.lessonPlaces.findFacts(sessionId);
    if (!facts) throw new SessionNotFoundError();
    const joined = session.type === 'individual' ? [] : await this.#deps.lessonPlaces.listJoined(sessionId);
    return { session, facts, joined, mayReflect: session.joinedAt !== null && this.#mayReflect(session) };
  }

  /**
   * Joins the lesson, late or in time, and says how the pupil feels: that is attendance. A session at home is paused and stays resumable.
   * Repeating it changes nothing. Throws `SessionNotFoundError`, `InvalidSessionStateError` for a lesson that is over, `TestUnderWayError`.
   */
  async joinLesson(actor: Actor, sessionId: number, feeling: EmotionalState): Promise<TaughtLesson> {
    if (scopeOf(actor.role, 'chat with AI teacher') === null) {
      throw new AppError('forbidden', 'forbidden', 'Only pupils join lessons.');
    }
    const { db, clock } = this.#deps;
    const { lessonId } = await this.getSession(actor, sessionId);
    await db.tx(async () => {
      await this.#refuseBesideTest(actor.userId);
      const state = await this.#deps.lessons.hold(lessonId);
      const session = await this.getSession(actor, sessionId);
      if (session.joinedAt !== null) return;
      if (session.status !== 'pending' || (state !== 'active' && state !== 'paused')) {
        throw new InvalidSessionStateError(session.status === 'pending' ? 'cancelled' : session.status, 'be joined');
      }
      await this.#sitDown(session, feeling, state, clock.now());
      await this.#announce(session);
    });
    return this.getSession(actor, sessionId);
  }

  /** For the talk: a session is started by joining it. Throws `InvalidSessionStateError` for one that was not joined. */
  async startSession(actor: Actor, sessionId: number): Promise<{ session: TaughtLesson }> {
    const session = await this.getSession(actor, sessionId);
    if (session.joinedAt === null) throw new InvalidSessionStateError(session.status, 'be started before it is joined');
    if (session.status !== 'active') throw new InvalidSessionStateError(session.status, 'be started');
    return { session };
  }

  /** active → paused, of a pupil on their own. Throws `InvalidSessionStateError`; a group is paused by its class manager. */
  async pauseSession(actor: Actor, sessionId: number): Promise<TaughtLesson> {
    await this.#ownChange(actor, sessionId, 'be paused', async (session) => {
      if (session.status === 'paused') return;
      if (session.status !== 'active') throw new InvalidSessionStateError(session.status, 'be paused');
      await this.#deps.lessonSessions.pause([session.id], 'pupil', this.#deps.clock.now());
    });
    return this.getSession(actor, sessionId);
  }

  /** paused → active, of what the pupil paused. Throws `PausedForAllError` for what the class manager has paused. */
  async resumeSession(actor: Actor, sessionId: number): Promise<TaughtLesson> {
    await this.#ownChange(actor, sessionId, 'be resumed', async (session) => {
      if (session.status === 'active') return;
      if (session.status !== 'paused') throw new InvalidSessionStateError(session.status, 'be resumed');
      if (session.pausedBy === 'class manager') throw new PausedForAllError();
      await this.#deps.studySessions.pauseForSchool(actor.userId);
      await this.#takeActivePlace(actor.userId);
      await this.#shiftDialogue(session.id);
      await this.#deps.lessonSessions.resume([session.id], this.#deps.clock.now());
    });
    return this.getSession(actor, sessionId);
  }

  /**
   * Ends the pupil's own session before the lesson is over, or says how a lesson was that is over, until the end of the next day. Throws
   * `InvalidSessionStateError` for a lesson that was not joined or is too long over, and while a group is at work.
   */
  async endSession(actor: Actor, sessionId: number, feedback: SessionFeedback): Promise<TaughtLesson> {
    const { db, lessonPlaces, lessons, running } = this.#deps;
    const { lessonId } = await this.getSession(actor, sessionId);
    await db.tx(async () => {
      await lessons.hold(lessonId);
      const session = await this.getSession(actor, sessionId);
      if (session.joinedAt === null) throw new InvalidSessionStateError(session.status, 'be ended before it is joined');
      if (session.status === 'active' || session.status === 'paused') {
        if (session.type !== 'individual')
          throw new InvalidSessionStateError(session.status, 'be ended by one of a group');
        const lesson = await lessons.find(session.lessonId);
        if (lesson) await running.endForPupil(lesson, session.id);
      } else if (!this.#mayReflect(session)) {
        throw new InvalidSessionStateError(session.status, 'be looked back on');
      }
      await lessonPlaces.saveFeedback(session.id, actor.userId, feedback);
      await this.#hear(session, feedback.feedback);
      await this.#announce(session);
    });
    return this.getSession(actor, sessionId);
  }

  /** Listens to feedback that could not be saved yet: something else on the form was missing. */
  async hearFeedback(actor: Actor, sessionId: number, feedback: string): Promise<void> {
    await this.#hear(await this.getSession(actor, sessionId), feedback);
  }

  /** Raises the pupil's hand for the class manager, or takes it down. Throws `InvalidSessionStateError` outside a lesson that was joined. */
  async raiseHand(actor: Actor, sessionId: number, up: boolean): Promise<TaughtLesson> {
    const session = await this.getSession(actor, sessionId);
    if (session.joinedAt === null || (session.status !== 'active' && session.status !== 'paused')) {
      throw new InvalidSessionStateError(session.status, 'have hands raised');
    }
    const changed = await this.#deps.lessonPlaces.setHand(session.id, actor.userId, up ? this.#deps.clock.now() : null);
    if (changed) await this.#announce(session);
    return this.getSession(actor, sessionId);
  }

  async #sitDown(
    session: TaughtLesson,
    feeling: EmotionalState,
    lessonState: SessionStatus,
    now: number,
  ): Promise<void> {
    const { lessonPlaces, lessonSessions, dialogues, studySessions } = this.#deps;
    const { id: sessionId, studentId } = session;
    await lessonPlaces.join(sessionId, studentId, feeling, now);
    await lessonPlaces.setAttendance({ sessionId, studentId, attended: true, reason: null, byId: null, now });
    const first = await lessonPlaces.begin(sessionId, now);
    if (first) await dialogues.create(sessionId, await this.#dialogueOf(session));
    await studySessions.pauseForSchool(studentId);
    if (first && lessonState === 'paused') await lessonSessions.pause([sessionId], 'class manager', now);
    else if (first || (await lessonSessions.stateOf(session.lessonId, sessionId)) === 'active') {
      await this.#takeActivePlace(studentId);
    }
  }

  async #dialogueOf({ id, type }: TaughtLesson): Promise<DialogueState> {
    if (type !== 'social') return initialDialogue();
    const facts = await this.#deps.lessonPlaces.findFacts(id);
    return { ...initialDialogue(), circle: initialCircle(facts?.topic ?? null) };
  }

  /** A change of a session that is the pupil's alone, in one transaction that holds the lesson. */
  async #ownChange(
    actor: Actor,
    sessionId: number,
    wanted: string,
    carryOut: (session: TaughtLesson) => Promise<void>,
  ): Promise<void> {
    const { lessonId } = await this.getSession(actor, sessionId);
    await this.#deps.db.tx(async () => {
      await this.#refuseBesideTest(actor.userId);
      await this.#deps.lessons.hold(lessonId);
      const session = await this.getSession(actor, sessionId);
      if (session.type !== 'individual')
        throw new InvalidSessionStateError(session.status, `${wanted} by one of a group`);
      await carryOut(session);
      await this.#announce(session);
    });
  }

  async #refuseBesideTest(studentId: number): Promise<void> {
    const { sittings, clock } = this.#deps;
    await sittings.lockPupil(studentId);
    const test = await sittings.findUnderWay(studentId, clock.now() - GRACE);
    if (test) throw new TestUnderWayError(test.id);
  }

  async #takeActivePlace(studentId: number): Promise<void> {
    try {
      await this.#deps.lessonPlaces.takeActivePlaces([studentId]);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new StudySessionError('conflict', 'active-session-exists', 'Another of your sessions is active just now.', {
        details: { kind: 'home' },
      });
    }
  }

  /** Time paused is not time spent on the open item. */
  async #shiftDialogue(sessionId: number): Promise<void> {
    const { taughtLessons, dialogues, clock } = this.#deps;
    const open = (await taughtLessons.pausesOf([sessionId])).get(sessionId)?.find((pause) => pause.end === null);
    const dialogue = await dialogues.find(sessionId);
    if (!open || !dialogue) return;
    await dialogues.advance(sessionId, dialogue.version, afterPause(dialogue.state, clock.now() - open.start));
  }

  #mayReflect({ status, end }: TaughtLesson): boolean {
    const { clock, timeZone } = this.#deps;
    if (status !== 'completed' || end === null) return false;
    return clock.now() < startOfDay(civilDay(end + 2 * DAY, timeZone), timeZone);
  }

  async #hear(session: TaughtLesson, words: string | null): Promise<void> {
    if (words !== null) await this.#deps.watch.hear(session.studentId, words, session);
  }

  async #announce({ id, lessonId, studentId }: TaughtLesson): Promise<void> {
    const { db, lessons, signals } = this.#deps;
    const lesson = await lessons.find(lessonId);
    if (!lesson) return;
    const signal = { lessonId, classId: lesson.classId, sessionIds: [id], studentIds: [studentId] };
    db.afterCommit(() => signals.publish(signal));
  }
}
