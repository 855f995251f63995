import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { LessonPlaceRepo } from '../../data/lessons/lesson-place.repo.ts';
import type { TakeOverRepo } from '../../data/lessons/take-over.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { MessageRepo } from '../../data/study-session/message.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { isLive } from '../../domain/study-session/study-session.ts';
import type { Clock } from '../../shared/instant.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import { type LessonAccessDeps, requireLesson } from './lesson-access.ts';

export interface StaffWordsDeps extends LessonAccessDeps {
  db: DatabaseManager;
  takeOverRows: TakeOverRepo;
  lessonPlaces: LessonPlaceRepo;
  /** Of sessions at school. */
  messages: MessageRepo;
  audit: AuditRepo;
  signals: LiveSignals;
  clock: Clock;
}

export const LONGEST_STAFF_WORDS = 1000;

/** What a class manager says to pupils of a lesson that runs: to one, to some or to all. The teacher's talk goes on beside it. */
export class StaffWordsService {
  readonly #deps: StaffWordsDeps;

  constructor(deps: StaffWordsDeps) {
    this.#deps = deps;
  }

  /**
   * Writes to these sessions, or to all that are not over. A fixed number of queries. Answers to how many. Throws `invalid-input`,
   * `not-found` where one is not of this lesson, and `InvalidSessionStateError` where none of them is under way any more.
   */
  async send(
    actor: Actor,
    lessonId: number,
    { content, sessionIds }: { content: string; sessionIds?: readonly number[] | undefined },
  ): Promise<number> {
    const words = checked(content);
    const lesson = await requireLesson(this.#deps, actor, 'message a pupil', lessonId);
    const { db, lessons, takeOverRows } = this.#deps;
    return db.tx(async () => {
      const state = await lessons.hold(lessonId);
      const live = await takeOverRows.listLive(lessonId);
      const there = new Set(live.map(({ sessionId }) => sessionId));
      for (const id of sessionIds ?? []) {
        if (!there.has(id) && !(await takeOverRows.find(lessonId, id))) throw notFound('session');
      }
      const wanted = [...there].filter((id) => sessionIds === undefined || sessionIds.includes(id));
      if (wanted.length === 0) throw new InvalidSessionStateError(state ?? 'cancelled', 'take messages');
      await this.#write(actor, wanted, words);
      const pupils = live.filter(({ sessionId }) => wanted.includes(sessionId));
      await this.#note(actor, lesson, pupils);
      return wanted.length;
    });
  }

  /**
   * Answers a raised hand: it goes down, with words where there are some. Throws `not-found` for a pupil without a place there and
   * `InvalidSessionStateError` when it is over; a hand that is down stays down.
   */
  async answerHand(
    actor: Actor,
    lessonId: number,
    { sessionId, studentId, content = '' }: { sessionId: number; studentId: number; content?: string | undefined },
  ): Promise<void> {
    const lesson = await requireLesson(this.#deps, actor, 'message a pupil', lessonId);
    const { db, lessonPlaces, lessons, takeOverRows, signals } = this.#deps;
    await db.tx(async () => {
      await lessons.hold(lessonId);
      const places = await takeOverRows.listLive(lessonId);
      const place = places.find((one) => one.sessionId === sessionId && one.studentId === studentId);
      if (!place) {
        const held = await takeOverRows.find(lessonId, sessionId);
        if (!held || isLive(held.status)) throw notFound('pupil');
        throw new InvalidSessionStateError(held.status, 'have a hand answered');
      }
      await lessonPlaces.setHand(sessionId, studentId, null);
      if (content.trim() !== '') {
        // In a group nobody else asked.
        await this.#write(actor, [sessionId], checked(content), studentId);
        await this.#note(actor, lesson, [place]);
      }
      const signal = { lessonId, classId: lesson.classId, sessionIds: [sessionId], studentIds: [studentId] };
      db.afterCommit(() => signals.publish(signal));
    });
  }

  async #write(actor: Actor, sessionIds: readonly number[], content: string, onlyFor?: number): Promise<void> {
    const { messages, clock } = this.#deps;
    const last = await messages.findLastIds(sessionIds);
    const now = clock.now();
    const only = onlyFor === undefined ? {} : { onlyFor };
    await messages.addStaffWords(
      sessionIds.map((sessionId) => {
        const previousId = last.get(sessionId) ?? null;
        return { sessionId, classManagerId: actor.userId, content, previousId, now, ...only };
      }),
    );
  }

  async #note(
    actor: Actor,
    { id: lessonId, classId, schoolId }: { id: number; classId: number; schoolId: number },
    pupils: readonly { sessionId: number; studentId: number }[],
  ): Promise<void> {
    const { db, audit, signals, clock } = this.#deps;
    const now = clock.now();
    await audit.addMany(
      pupils.map(({ sessionId, studentId }) => {
        const details = { lessonId, schoolSessionId: sessionId };
        return { actorId: actor.userId, action: 'write to a pupil', studentId, schoolId, details, now };
      }),
    );
    const sessionIds = [...new Set(pupils.map(({ sessionId }) => sessionId))];
    const studentIds = pupils.map(({ studentId }) => studentId);
    db.afterCommit(() => signals.publish({ lessonId, classId, sessionIds, studentIds }));
  }
}

function checked(content: string): string {
  const words = content.normalize('NFC').trim();
  if (words === '') throw invalidInput('The message is empty.', { content: 'some words' });
  if (words.length > LONGEST_STAFF_WORDS) {
    throw invalidInput(`A message has at most ${LONGEST_STAFF_WORDS} characters; this one has ${words.length}.`, {
      content: `at most ${LONGEST_STAFF_WORDS} characters`,
    });
  }
  return words;
}
