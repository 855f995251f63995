import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { LeaverRepo } from '../../data/lessons/leaver.repo.ts';
import type { Lesson, LessonRepo } from '../../data/lessons/lesson.repo.ts';
import type { LessonSessionRepo } from '../../data/lessons/lesson-session.repo.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import type { RunningLessonsService } from './running-lessons.service.ts';

export interface LeaversDeps {
  db: DatabaseManager;
  lessons: LessonRepo;
  lessonSessions: LessonSessionRepo;
  leavers: LeaverRepo;
  running: Pick<RunningLessonsService, 'endForPupil'>;
  signals: LiveSignals;
}

/** Pupils who leave a class while a lesson of it runs, however they come to leave it. */
export class LeaversService {
  readonly #deps: LeaversDeps;

  constructor(deps: LeaversDeps) {
    this.#deps = deps;
  }

  /**
   * Gives up the places of pupils who have left: who was alone with the teacher is done, a group goes on without them, and a lesson of their
   * new class can take them. Work of the server; answers how many.
   */
  async release(): Promise<number> {
    const { db, lessons, leavers } = this.#deps;
    let released = 0;
    for (const [id] of Map.groupBy(await leavers.list(), ({ lessonId }) => lessonId)) {
      released += await db.tx(async () => {
        await lessons.hold(id);
        const lesson = await lessons.find(id);
        const left = lesson ? await leavers.list(id) : [];
        for (const leaver of left) if (lesson) await this.#release(lesson, leaver);
        return left.length;
      });
    }
    return released;
  }

  async #release(lesson: Lesson, { sessionId, studentId }: { sessionId: number; studentId: number }): Promise<void> {
    const { db, lessonSessions, leavers, running, signals } = this.#deps;
    if (lesson.type !== 'individual') await leavers.giveUp(sessionId, studentId);
    else if ((await lessonSessions.stateOf(lesson.id, sessionId)) === 'pending')
      await lessonSessions.cancel([sessionId]);
    else await running.endForPupil(lesson, sessionId);
    const signal = { lessonId: lesson.id, classId: lesson.classId, sessionIds: [sessionId], studentIds: [studentId] };
    db.afterCommit(() => signals.publish(signal));
  }
}
