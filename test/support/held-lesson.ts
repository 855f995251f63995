import assert from 'node:assert/strict';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { MINUTE } from '../../src/shared/instant.ts';
import type { TestApp } from './app.ts';
import { classOf } from './class-of.ts';

/** A lesson that runs for a class of so many; its pupils come, say something, and it ends. */
export async function lessonOf(db: DatabaseManager, app: TestApp, pupils = 4) {
  const school = await classOf(db, pupils);
  const { manager, classId, studentIds, pupil } = school;
  const { lessonPlanning, lessonAttendance, lessonTalk, runningLessons } = app.services;
  const wish = { classId, type: 'individual', minutes: 45 } as const;
  const give = async () => (await lessonPlanning.createLesson(manager, wish)).lesson;
  const actorAt = (place: number) => pupil(studentIds[place] ?? assert.fail());
  const join = async (place: number) => {
    const own = actorAt(place);
    const { sessionId = 0 } = (await lessonAttendance.current(own)) ?? {};
    await lessonAttendance.joinLesson(own, sessionId, 'neutral');
    return sessionId;
  };
  /** Joins, and says these words one after the other. */
  const work = async (place: number, ...words: string[]) => {
    const [own, sessionId] = [actorAt(place), await join(place)];
    await lessonTalk.begin(own, sessionId);
    const [first] = await lessonTalk.listMessages(own, sessionId, 0);
    if (first) await (await lessonTalk.followReply(own, first)).done();
    for (const content of words) {
      app.clock.advance(MINUTE);
      const clientId = `${sessionId}-${content}-${Math.random()}`;
      await (await lessonTalk.sendMessage(own, sessionId, { clientId, content })).done();
    }
    return sessionId;
  };
  const lesson = await give();
  const stop = async (id = lesson.id) => {
    await runningLessons.stop(manager, id);
    await app.worker.runDue();
  };
  return { ...school, lesson, give, join, work, stop, actorAt, ids: studentIds as [number, number, number, number] };
}
