import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { EVALUATE_SESSION } from '../../data/jobs/job-kinds.ts';
import type { Lesson } from '../../data/lessons/lesson.repo.ts';
import type { LessonPlaceRepo } from '../../data/lessons/lesson-place.repo.ts';
import type { LessonSessionRepo } from '../../data/lessons/lesson-session.repo.ts';
import type { TaughtLessonRepo } from '../../data/lessons/taught-lesson.repo.ts';
import type { DialogueRepo } from '../../data/study-session/dialogue.repo.ts';
import type { MessageRepo } from '../../data/study-session/message.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { dueLessonEvent, EXTENSION_MINUTES, LESSON_MINUTES } from '../../domain/lessons/lesson.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { type SessionStatus, transition } from '../../domain/study-session/study-session.ts';
import { afterPause } from '../../domain/tutoring/dialogue-state.ts';
import { type Clock, MINUTE } from '../../shared/instant.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import type { StudySessionService } from '../study-session/study-session.service.ts';
import { type LessonAccessDeps, requireLesson } from './lesson-access.ts';

export interface RunningLessonsDeps extends LessonAccessDeps {
  db: DatabaseManager;
  lessonSessions: LessonSessionRepo;
  lessonPlaces: LessonPlaceRepo;
  taughtLessons: TaughtLessonRepo;
  /** Of sessions at school. */
  dialogues: DialogueRepo;
  messages: MessageRepo;
  /** Who writes the teacher's replies. */
  replies: { abort(sessionId: number): void };
  jobs: JobRepo;
  studySessions: Pick<StudySessionService, 'pauseForSchool'>;
  signals: LiveSignals;
  clock: Clock;
}

/** The whole lesson, or one session of it. */
export interface Reach {
  sessionId?: number | undefined;
}

const LIVE: readonly SessionStatus[] = ['pending', 'active', 'paused'];
const SWEPT = 100;

/** What class managers do with lessons that run: all of a lesson or one session of it is paused, gone on with, stopped, extended. */
export class RunningLessonsService {
  readonly #deps: RunningLessonsDeps;

  constructor(deps: RunningLessonsDeps) {
    this.#deps = deps;
  }

  /**
   * Pauses the lesson, or one session of it: nobody writes until the class manager goes on. `eyesUp` says on every screen to look at
   * the class manager. Repeating it changes nothing but that. Throws `not-found` and `InvalidSessionStateError`.
   */
  async pause(
    actor: Actor,
    lessonId: number,
    { sessionId, eyesUp = false }: Reach & { eyesUp?: boolean } = {},
  ): Promise<Lesson> {
    await this.#change(actor, lessonId, 'pause', sessionId, async (lesson) => {
      const now = this.#deps.clock.now();
      if (sessionId === undefined) {
        await this.#deps.lessons.move(lesson.id, lesson.state, 'paused', { eyesUp });
      }
      const held = await this.#deps.lessonSessions.hold(lesson.id, ['active', 'paused']);
      const ids = within(held, sessionId);
      const active = ids.filter((id) => held.some((one) => one.id === id && one.status === 'active'));
      await this.#deps.lessonSessions.keepPaused(ids.filter((id) => !active.includes(id)));
      await this.#deps.lessonSessions.pause(active, 'class manager', now);
      await this.#interrupt(active);
    });
    return this.#get(lessonId);
  }

  /** Goes on with the lesson, or with one session of it; sessions at home that pupils went to meanwhile are paused. */
  async resume(actor: Actor, lessonId: number, { sessionId }: Reach = {}): Promise<Lesson> {
    await this.#change(actor, lessonId, 'resume', sessionId, async (lesson) => {
      if (sessionId === undefined) await this.#deps.lessons.move(lesson.id, lesson.state, 'active', { eyesUp: false });
      else if (lesson.state !== 'active') throw new InvalidSessionStateError(lesson.state, 'be resumed one by one');
      const held = await this.#deps.lessonSessions.hold(lesson.id, ['paused']);
      await this.#goOn(within(held, sessionId));
    });
    return this.#get(lessonId);
  }

  /** Ends the lesson, or one session of it. What pupils did is evaluated; whoever did not come was absent. */
  async stop(actor: Actor, lessonId: number, { sessionId }: Reach = {}): Promise<Lesson> {
    await this.#change(actor, lessonId, 'end', sessionId, (lesson) => this.#end(lesson, 'class manager', sessionId));
    return this.#get(lessonId);
  }

  /** Moves the end by so many minutes, 1 … 60; a lesson has 240 at most. Throws `invalid-input` with the field `minutes`. */
  async extend(actor: Actor, lessonId: number, minutes: number): Promise<Lesson> {
    const { least, most } = EXTENSION_MINUTES;
    if (!(Number.isInteger(minutes) && minutes >= least && minutes <= most)) {
      throw invalidInput('The lesson cannot be extended by that.', {
        minutes: `${least} to ${most}; this is ${minutes}`,
      });
    }
    await requireLesson(this.#deps, actor, 'give a lesson', lessonId);
    const { db, lessons } = this.#deps;
    await db.tx(async () => {
      await lessons.hold(lessonId);
      const lesson = await this.#get(lessonId);
      if (lesson.plannedEnd === null || (lesson.state !== 'active' && lesson.state !== 'paused')) {
        throw new InvalidSessionStateError(lesson.state, 'be extended');
      }
      const longer = lesson.minutes + minutes;
      if (longer > LESSON_MINUTES.most) {
        const left = LESSON_MINUTES.most - lesson.minutes;
        throw invalidInput('The lesson cannot be extended by that.', { minutes: `at most ${left} more` });
      }
      await lessons.extend(lessonId, lesson.plannedEnd + minutes * MINUTE, longer);
      this.#announce(lesson);
    });
    return this.#get(lessonId);
  }

  /**
   * Ends lessons that are past their end and calls off those that nobody started: work of the server. Answers how many. One that cannot
   * be ended keeps no other from its bell: what went wrong is thrown when all have had their turn.
   */
  async endDue(): Promise<number> {
    const failures: unknown[] = [];
    let done = 0;
    for (const id of await this.#deps.lessons.listDue(this.#deps.clock.now(), SWEPT)) {
      try {
        if (await this.#endIfDue(id)) done += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} lessons could not be ended`);
    return done;
  }

  async #endIfDue(id: number): Promise<boolean> {
    const { db, lessons, clock } = this.#deps;
    return db.tx(async () => {
      await lessons.hold(id);
      const lesson = await this.#get(id);
      const event = dueLessonEvent(lesson, clock.now());
      if (event === null) return false;
      if (event === 'cancel') await lessons.move(id, 'pending', 'cancelled');
      else await this.#end(lesson, 'time');
      this.#announce(lesson);
      return true;
    });
  }

  /** Completes one session of a lesson because its pupil is done; joins the transaction under way. */
  async endForPupil(lesson: Lesson, sessionId: number): Promise<void> {
    await this.#endSessions(lesson, [sessionId], 'pupil');
    this.#announce(lesson, [sessionId]);
  }

  /** All that a change of state needs, in one transaction that holds the lesson. Repeating what is reached does nothing. */
  async #change(
    actor: Actor,
    lessonId: number,
    event: 'pause' | 'resume' | 'end',
    sessionId: number | undefined,
    carryOut: (lesson: Lesson) => Promise<void>,
  ): Promise<void> {
    await requireLesson(this.#deps, actor, 'give a lesson', lessonId);
    const { db, lessons, lessonSessions } = this.#deps;
    await db.tx(async () => {
      await lessons.hold(lessonId);
      const lesson = await this.#get(lessonId);
      const state = sessionId === undefined ? lesson.state : await lessonSessions.stateOf(lessonId, sessionId);
      if (state === undefined) throw notFound('session');
      const next = transition(state, event);
      if (next.outcome === 'refused') throw new InvalidSessionStateError(state, PHRASE[event]);
      // A pause that a pupil made becomes the class manager's; "eyes up" may be said in a pause.
      if (next.outcome === 'unchanged' && event !== 'pause') return;
      await carryOut(lesson);
      this.#announce(lesson, sessionId === undefined ? undefined : [sessionId]);
    });
  }

  async #end(lesson: Lesson, reason: 'class manager' | 'time', sessionId?: number): Promise<void> {
    const { lessons, lessonSessions, clock } = this.#deps;
    // A server that was down ends a lesson when it should have ended.
    const now = reason === 'time' ? Math.min(clock.now(), lesson.plannedEnd ?? clock.now()) : clock.now();
    if (sessionId === undefined) {
      const set = { end: now, endReason: reason, eyesUp: false };
      await lessons.move(lesson.id, lesson.state, 'completed', set);
    }
    const held = await lessonSessions.hold(lesson.id, LIVE);
    const ids = within(held, sessionId);
    const pending = held.filter(({ id, status }) => status === 'pending' && ids.includes(id)).map(({ id }) => id);
    await lessonSessions.cancel(pending);
    await this.#endSessions(
      lesson,
      ids.filter((id) => !pending.includes(id)),
      reason,
      now,
    );
  }

  async #endSessions(
    lesson: Lesson,
    ids: readonly number[],
    reason: 'pupil' | 'class manager' | 'time',
    now = this.#deps.clock.now(),
  ): Promise<void> {
    const { lessonSessions, jobs } = this.#deps;
    await this.#interrupt(ids);
    await lessonSessions.complete(ids, reason, now);
    // A talk is scored for nobody's proficiency: people say how it went.
    if (lesson.type === 'social') return;
    const attendants = await lessonSessions.listAttendants(ids);
    await jobs.enqueueAll(
      attendants.map(({ sessionId, studentId }) => ({
        kind: EVALUATE_SESSION,
        subjectKey: `school:${sessionId}:${studentId}`,
        payload: { schoolSessionId: sessionId, studentId },
        runAt: now,
        now,
      })),
    );
  }

  /** Goes on with paused sessions: their pupils are here again, and time paused is not time spent on the open item. */
  async #goOn(ids: readonly number[]): Promise<void> {
    const { lessonSessions, lessonPlaces, taughtLessons, dialogues, studySessions, clock } = this.#deps;
    const now = clock.now();
    const pupils = await lessonPlaces.listSeated(ids);
    for (const studentId of await lessonPlaces.listActiveAtHome(pupils)) await studySessions.pauseForSchool(studentId);
    await lessonPlaces.takeActivePlaces(pupils);
    const pauses = await taughtLessons.pausesOf(ids);
    for (const [id, { state, version }] of await dialogues.listOf(ids)) {
      const open = pauses.get(id)?.find((pause) => pause.end === null);
      if (open) await dialogues.advance(id, version, afterPause(state, now - open.start));
    }
    await lessonSessions.resume(ids, now);
  }

  /** What the teacher is writing in these sessions breaks off. */
  async #interrupt(ids: readonly number[]): Promise<void> {
    const { db, messages, dialogues, replies } = this.#deps;
    await messages.interruptAll(...ids);
    await dialogues.freeReplies(ids);
    db.afterCommit(() => {
      for (const id of ids) replies.abort(id);
    });
  }

  async #get(id: number): Promise<Lesson> {
    const lesson = await this.#deps.lessons.find(id);
    if (!lesson) throw notFound('lesson');
    return lesson;
  }

  #announce({ id, classId }: Lesson, sessionIds?: readonly number[]): void {
    const { db, signals } = this.#deps;
    db.afterCommit(() => signals.publish({ lessonId: id, classId, ...(sessionIds ? { sessionIds } : {}) }));
  }
}

const PHRASE = { pause: 'be paused', resume: 'be resumed', end: 'be ended' } as const;

/** The one that is meant, if it is there, or all. */
function within(held: readonly { id: number }[], sessionId: number | undefined): number[] {
  return held.filter(({ id }) => sessionId === undefined || id === sessionId).map(({ id }) => id);
}
