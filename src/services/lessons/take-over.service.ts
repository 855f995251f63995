import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Lesson } from '../../data/lessons/lesson.repo.ts';
import type { LessonSessionRepo } from '../../data/lessons/lesson-session.repo.ts';
import type { Held, TakeOverRepo } from '../../data/lessons/take-over.repo.ts';
import type { TaughtLesson, TaughtLessonRepo } from '../../data/lessons/taught-lesson.repo.ts';
import type { WhisperRepo } from '../../data/lessons/whisper.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { DialogueRepo } from '../../data/study-session/dialogue.repo.ts';
import type { MessageRepo } from '../../data/study-session/message.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { TakenOverError } from '../../domain/lessons/lesson.errors.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import type { Clock } from '../../shared/instant.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import { type LessonAccessDeps, requireLesson } from './lesson-access.ts';

export interface TakeOverDeps extends LessonAccessDeps {
  db: DatabaseManager;
  takeOverRows: TakeOverRepo;
  lessonSessions: LessonSessionRepo;
  taughtLessons: TaughtLessonRepo;
  whisperRows: WhisperRepo;
  users: UserRepo;
  /** Of sessions at school. */
  dialogues: DialogueRepo;
  messages: MessageRepo;
  replies: { abort(sessionId: number): void };
  talk: { takeUpAgain(session: TaughtLesson): Promise<void> };
  audit: AuditRepo;
  signals: LiveSignals;
  clock: Clock;
}

/** A session with who answers in it; null: the teacher. */
export interface HeldSession {
  sessionId: number;
  status: Held['status'];
  takenOver: { id: number; name: string } | null;
}

/**
 * Class managers who answer in the teacher's place. While one does, words of pupils are kept and nobody else answers them; what the teacher
 * was writing breaks off. Nothing else changes: the session is paused, ends by the bell and is stopped like any other.
 */
export class TakeOverService {
  readonly #deps: TakeOverDeps;

  constructor(deps: TakeOverDeps) {
    this.#deps = deps;
  }

  /**
   * Takes a session over that is under way. Repeating it changes nothing. Throws `not-found`, `InvalidSessionStateError`, and
   * `TakenOverError` where another class manager has.
   */
  async takeOver(actor: Actor, lessonId: number, sessionId: number): Promise<HeldSession> {
    const { takeOverRows, dialogues, messages, replies, users, db, clock } = this.#deps;
    await this.#change(actor, lessonId, sessionId, 'take over a session', async (held) => {
      if (held.takenOverBy === actor.userId) return false;
      if (held.status !== 'active' && held.status !== 'paused') {
        throw new InvalidSessionStateError(held.status, 'be taken over');
      }
      if (held.takenOverBy !== null || !(await takeOverRows.take(sessionId, actor.userId, clock.now()))) {
        const [name = ''] = (await users.namesOf([held.takenOverBy ?? 0])).values();
        throw new TakenOverError(name);
      }
      await messages.interruptAll(sessionId);
      await dialogues.freeReply(sessionId);
      // A turn that is being planned is planned again, and finds that somebody else answers.
      const dialogue = await dialogues.find(sessionId);
      if (dialogue) await dialogues.advance(sessionId, dialogue.version, dialogue.state);
      db.afterCommit(() => replies.abort(sessionId));
      return true;
    });
    return this.#get(lessonId, sessionId);
  }

  /**
   * Gives a session back to the teacher, who goes on with the item that was open; what was noted to the teacher of this session before it
   * was taken over holds no more. Any class manager of the class may. Repeating it changes nothing. Throws `not-found`.
   */
  async handBack(actor: Actor, lessonId: number, sessionId: number): Promise<HeldSession> {
    const { takeOverRows, whisperRows, clock } = this.#deps;
    const handed = await this.#change(actor, lessonId, sessionId, 'hand back a session', async (held) => {
      if (held.takenOverBy === null) return false;
      await takeOverRows.handBack(sessionId);
      await whisperRows.withdrawEarlier(sessionId, held.takenOverAt ?? clock.now(), clock.now());
      return true;
    });
    if (handed) await this.#goOn(sessionId);
    return this.#get(lessonId, sessionId);
  }

  /** Gives back what somebody holds who does not look after the class any more, so that its pupils are answered. Work of the server. */
  async giveBackAbandoned(): Promise<void> {
    const { db, lessons, takeOverRows, signals } = this.#deps;
    for (const { lessonId, classId, sessionId } of await takeOverRows.listAbandoned()) {
      await db.tx(async () => {
        await lessons.hold(lessonId);
        await takeOverRows.handBack(sessionId);
        db.afterCommit(() => signals.publish({ lessonId, classId, sessionIds: [sessionId] }));
      });
      await this.#goOn(sessionId);
    }
  }

  async #get(lessonId: number, sessionId: number): Promise<HeldSession> {
    const { takeOverRows, users } = this.#deps;
    const held = await takeOverRows.find(lessonId, sessionId);
    if (!held) throw notFound('session');
    const { status, takenOverBy: id } = held;
    if (id === null) return { sessionId, status, takenOver: null };
    return { sessionId, status, takenOver: { id, name: (await users.namesOf([id])).get(id) ?? '' } };
  }

  async #goOn(sessionId: number): Promise<void> {
    const { lessonSessions, taughtLessons, talk } = this.#deps;
    const [first] = await lessonSessions.listAttendants([sessionId]);
    const session = first && (await taughtLessons.findOfPupil(sessionId, first.studentId));
    if (session?.status === 'active' && session.type !== 'social') await talk.takeUpAgain(session);
  }

  /** A change of one session, in one transaction that holds its lesson. False: there was nothing to change. */
  async #change(
    actor: Actor,
    lessonId: number,
    sessionId: number,
    action: string,
    carryOut: (held: Held) => Promise<boolean>,
  ): Promise<boolean> {
    const lesson = await requireLesson(this.#deps, actor, 'message a pupil', lessonId);
    const { db, lessons, takeOverRows } = this.#deps;
    return db.tx(async () => {
      await lessons.hold(lessonId);
      const held = await takeOverRows.find(lessonId, sessionId);
      if (!held) throw notFound('session');
      if (!(await carryOut(held))) return false;
      await this.#note(actor, lesson, sessionId, action);
      return true;
    });
  }

  async #note(actor: Actor, { id: lessonId, classId, schoolId }: Lesson, sessionId: number, action: string) {
    const { db, lessonSessions, audit, signals, clock } = this.#deps;
    const studentIds = (await lessonSessions.listAttendants([sessionId])).map(({ studentId }) => studentId);
    const details = { lessonId, schoolSessionId: sessionId };
    const now = clock.now();
    await audit.addMany(
      studentIds.map((studentId) => ({ actorId: actor.userId, action, studentId, schoolId, details, now })),
    );
    db.afterCommit(() => signals.publish({ lessonId, classId, sessionIds: [sessionId], studentIds }));
  }
}
