import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { runningLesson } from '../../../test/support/running-lesson.ts';
import { MINUTE } from '../../shared/instant.ts';

type Pupil = Awaited<ReturnType<Awaited<ReturnType<typeof runningLesson>>['join']>>;

/** Answers the open question right; what the teacher does then. */
async function answer({ services }: TestApp, { own, sessionId, say }: Pupil): Promise<string | null> {
  const { openItem } = await services.lessonView.standingOf(own, sessionId);
  return (await say(String(1000 + Number(/\$(\d+)\$ after/.exec(openItem?.question ?? '')?.[1])))).move;
}

const asksMore = async ({ services }: TestApp, { own, sessionId }: Pupil) =>
  (await services.lessonView.standingOf(own, sessionId)).openItem !== null;

databaseTest('the teacher goes on in a lesson that was extended, and closes it before the bell', async (db, t) => {
  const app = await startTestApp(t, db);
  const { lesson, manager, join } = await runningLesson(db, app, 2);
  const noa = await join(0);
  await app.services.runningLessons.extend(manager, lesson.id, 20);
  app.clock.advance(48 * MINUTE);
  await answer(app, noa);
  assert.ok(await asksMore(app, noa), 'there are 17 minutes left');
  app.clock.advance(16 * MINUTE);
  await answer(app, noa);
  assert.ok(!(await asksMore(app, noa)), 'a minute is left, to say what was learnt');
});

databaseTest('who comes late is not taught as if the bell waited', async (db, t) => {
  const app = await startTestApp(t, db);
  const { join } = await runningLesson(db, app, 2);
  app.clock.advance(43.5 * MINUTE);
  const noa = await join(0);
  await answer(app, noa);
  assert.ok(!(await asksMore(app, noa)));
});

databaseTest('neither a pause nor an early end that the class manager gives counts against a pupil', async (db, t) => {
  const app = await startTestApp(t, db);
  const { lesson, manager, join } = await runningLesson(db, app, 2);
  const noa = await join(0);
  for (let n = 0; n < 6; n += 1) {
    app.clock.advance(MINUTE);
    await answer(app, noa);
  }
  await app.services.runningLessons.pause(manager, lesson.id);
  app.clock.advance(20 * MINUTE);
  await app.services.runningLessons.resume(manager, lesson.id);
  app.clock.advance(MINUTE);
  await app.services.runningLessons.stop(manager, lesson.id);
  await app.worker.runDue();
  const { lines } = await app.services.afterLesson.read(manager, lesson.id);
  const said = lines.find(({ studentId }) => studentId === noa.own.userId)?.evaluator.investment?.description;
  assert.match(said ?? '', /At work for 7 of 7 planned minutes/);
});
