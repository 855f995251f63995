import assert from 'node:assert/strict';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { TestApp } from './app.ts';
import { classOf } from './class-of.ts';

/** A lesson that runs for the class, and each pupil's session in it. */
export async function runningLesson(db: DatabaseManager, app: TestApp, pupils = 3) {
  const school = await classOf(db, pupils);
  const { manager, classId, studentIds, pupil } = school;
  const wish = { classId, type: 'individual', minutes: 45 } as const;
  const { lesson } = await app.services.lessonPlanning.createLesson(manager, wish);
  const actors = studentIds.map(pupil);
  const join = async (place: number, feeling: 'neutral' | 'extreme' = 'neutral') => {
    const own = actors[place] ?? assert.fail();
    const { sessionId = 0 } = (await app.services.lessonAttendance.current(own)) ?? {};
    await app.services.lessonAttendance.joinLesson(own, sessionId, feeling);
    await app.services.lessonTalk.begin(own, sessionId);
    const [first] = await app.services.lessonTalk.listMessages(own, sessionId, 0);
    if (first) await (await app.services.lessonTalk.followReply(own, first)).done();
    const say = async (content: string) => {
      const clientId = `${sessionId}-${content}-${Math.random()}`;
      return (await app.services.lessonTalk.sendMessage(own, sessionId, { clientId, content })).done();
    };
    return { own, sessionId, say };
  };
  return { ...school, lesson, join };
}
