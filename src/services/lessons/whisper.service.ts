import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Lesson } from '../../data/lessons/lesson.repo.ts';
import type { TakeOverRepo } from '../../data/lessons/take-over.repo.ts';
import type { Whisper, WhisperRepo } from '../../data/lessons/whisper.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { idsInForce, LONGEST_WHISPER, readWhisper, type WhisperReading } from '../../domain/lessons/read-whisper.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { examplesAbout } from '../../domain/tutoring/steered-example.ts';
import type { Clock } from '../../shared/instant.ts';
import type { CourseBankService } from '../curriculum/course-bank.service.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import { type LessonAccessDeps, requireLesson } from './lesson-access.ts';

export interface WhisperDeps extends LessonAccessDeps {
  db: DatabaseManager;
  whisperRows: WhisperRepo;
  takeOverRows: TakeOverRepo;
  curriculum: CurriculumRepo;
  banks: CourseBankService;
  audit: AuditRepo;
  signals: LiveSignals;
  clock: Clock;
  /** Whether a model teaches; the embedded tutor cannot make anything of free text. */
  hasModel: boolean;
}

/** A whisper as staff see it. */
export interface WhisperView extends Whisper {
  reading: WhisperReading;
  /** Not withdrawn, and no later one has taken its place. */
  inForce: boolean;
  /** What is ordered as an example and stands in no question of these courses. */
  unknownExample: string | null;
  /** Free text that the tutor of this school cannot follow. */
  isLost: boolean;
  /** In a talk that is about no course: its rounds are fixed, and no note changes them. */
  inTalk: boolean;
}

/** Notes of class managers to the teachers of a lesson that runs. No pupil and no parent is ever shown one. */
export class WhisperService {
  readonly #deps: WhisperDeps;

  constructor(deps: WhisperDeps) {
    this.#deps = deps;
  }

  /**
   * Notes something to the teachers of these sessions, or of all of the lesson, from the next turn on. Answers with what was understood.
   * Throws `invalid-input`, `not-found`, and `InvalidSessionStateError` for what is over or has not begun.
   */
  async whisper(
    actor: Actor,
    lessonId: number,
    { content, sessionIds }: { content: string; sessionIds?: readonly number[] | undefined },
  ): Promise<WhisperView[]> {
    const words = checked(content);
    const lesson = await requireLesson(this.#deps, actor, 'message a pupil', lessonId);
    const { db, lessons, whisperRows, takeOverRows, clock } = this.#deps;
    const ids = await db.tx(async () => {
      const state = await lessons.hold(lessonId);
      if (state !== 'active' && state !== 'paused') {
        throw new InvalidSessionStateError(state ?? 'cancelled', 'take notes to its teacher');
      }
      const live = new Set((await takeOverRows.listLive(lessonId)).map(({ sessionId }) => sessionId));
      for (const id of sessionIds ?? []) {
        if (live.has(id)) continue;
        const held = await takeOverRows.find(lessonId, id);
        if (!held) throw notFound('session');
        throw new InvalidSessionStateError(held.status, 'take notes to its teacher');
      }
      const made: number[] = [];
      const note = { lessonId, classManagerId: actor.userId, content: words, now: clock.now() };
      for (const sessionId of sessionIds === undefined ? [null] : new Set(sessionIds)) {
        made.push(await whisperRows.add({ ...note, sessionId }));
      }
      await this.#note(actor, lesson, 'whisper to a teacher', { whisperIds: made }, sessionIds);
      return made;
    });
    return (await this.#views(lesson)).filter(({ id }) => ids.includes(id));
  }

  /** Takes a whisper back: from the next turn on it holds no more. Repeating it changes nothing. Throws `not-found`. */
  async withdraw(actor: Actor, lessonId: number, whisperId: number): Promise<WhisperView> {
    const lesson = await requireLesson(this.#deps, actor, 'message a pupil', lessonId);
    const { db, whisperRows, clock } = this.#deps;
    const before = (await whisperRows.listOfLesson(lessonId)).find(({ id }) => id === whisperId);
    if (!before) throw notFound('whisper');
    await db.tx(async () => {
      if (!(await whisperRows.withdraw(whisperId, clock.now()))) return;
      const of = before.sessionId === null ? undefined : [before.sessionId];
      await this.#note(actor, lesson, 'withdraw a whisper', { whisperIds: [whisperId] }, of);
    });
    const view = (await this.#views(lesson)).find(({ id }) => id === whisperId);
    if (!view) throw notFound('whisper');
    return view;
  }

  /** All whispers of a lesson, the newest first. Throws `not-found` for a lesson of anybody else's class. */
  async listOf(actor: Actor, lessonId: number): Promise<WhisperView[]> {
    return this.#views(await requireLesson(this.#deps, actor, 'message a pupil', lessonId));
  }

  async #views({ id: lessonId, type }: Lesson): Promise<WhisperView[]> {
    const { whisperRows, takeOverRows, curriculum, hasModel } = this.#deps;
    const whispers = await whisperRows.listOfLesson(lessonId);
    if (whispers.length === 0) return [];
    const courseIds = await takeOverRows.listCourses(lessonId);
    const units = [...new Set((await curriculum.listUnits(courseIds)).map(({ name }) => name))];
    const read = whispers.map((whisper) => ({ ...whisper, reading: readWhisper(whisper.content, units) }));
    const deciding = decidingOf(read);
    const views: WhisperView[] = [];
    for (const one of read.toReversed()) {
      const inForce = deciding.has(one.id);
      const isLost = one.reading.isFree && !hasModel;
      const inTalk = type === 'social';
      views.push({
        ...one,
        inForce,
        isLost,
        inTalk,
        unknownExample: await this.#unknownExample(one.reading, courseIds),
      });
    }
    return views;
  }

  async #unknownExample({ orders }: WhisperReading, courseIds: readonly number[]): Promise<string | null> {
    const order = orders.find((one) => one.kind === 'example');
    const about = order?.kind === 'example' ? order.about : null;
    if (about === null) return null;
    for (const id of courseIds) {
      const { items } = await this.#deps.banks.bankOf(id);
      if (examplesAbout(about, items).length > 0) return null;
    }
    return about;
  }

  /** What is noted is for staff: the audit log says that and by whom, never what, and of no pupil, whose parents may read of their own. */
  async #note(
    actor: Actor,
    { id: lessonId, classId, schoolId }: Lesson,
    action: string,
    what: { whisperIds: number[] },
    sessionIds?: readonly number[],
  ): Promise<void> {
    const { db, audit, signals, clock } = this.#deps;
    await audit.add({ actorId: actor.userId, action, schoolId, details: { lessonId, ...what }, now: clock.now() });
    // Nobody's page but the staff's shows it.
    db.afterCommit(() => {
      signals.publish({ lessonId, classId, ...(sessionIds ? { sessionIds } : {}), studentIds: [] });
    });
  }
}

/** Of those that were not taken back: for each session what was said to its own teacher and to all, together. */
function decidingOf(whispers: readonly (Whisper & { reading: WhisperReading })[]): Set<number> {
  const held = whispers.filter(({ withdrawnAt }) => withdrawnAt === null);
  const sessions = new Set(held.map(({ sessionId }) => sessionId));
  const deciding = new Set<number>();
  for (const session of sessions.add(null)) {
    const heard = held.filter(({ sessionId }) => sessionId === null || sessionId === session);
    const forIt = idsInForce(heard.map(({ id, reading }) => ({ id, ...reading })));
    // What was said to all still decides where one was told otherwise later.
    for (const { id, sessionId } of heard) if (forIt.has(id) && sessionId === session) deciding.add(id);
  }
  return deciding;
}

function checked(content: string): string {
  const words = content.normalize('NFC').trim();
  if (words === '') throw invalidInput('The note is empty.', { content: 'some words' });
  if (words.length > LONGEST_WHISPER) {
    throw invalidInput(`A note has at most ${LONGEST_WHISPER} characters; this one has ${words.length}.`, {
      content: `at most ${LONGEST_WHISPER} characters`,
    });
  }
  return words;
}
