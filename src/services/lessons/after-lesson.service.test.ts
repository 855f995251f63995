import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { lessonOf } from '../../../test/support/held-lesson.ts';
import { actor } from '../../../test/support/past.ts';
import { MINUTE } from '../../shared/instant.ts';

databaseTest(
  'after a lesson its class manager reads what each did and said, and what the evaluator gave',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { afterLesson, lessonAttendance, runningLessons } = app.services;
    const { lesson, manager, work, stop, ids, actorAt } = await lessonOf(db, app);
    const sessions = [await work(0, 'hint', '999999', 'skip'), await work(1)] as const;
    await assert.rejects(afterLesson.read(manager, lesson.id), { code: 'invalid-session-state' }, 'while it runs');
    await runningLessons.pause(manager, lesson.id);
    app.clock.advance(5 * MINUTE);
    await runningLessons.resume(manager, lesson.id);
    app.clock.advance(2 * MINUTE);
    await stop();
    const said = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: 'The hint helped.' } as const;
    await lessonAttendance.endSession(actorAt(0), sessions[0], said);
    const { summary, lines, alerts } = await afterLesson.read(manager, lesson.id);
    const [first, second, third] = ids.map((id) => lines.find(({ studentId }) => studentId === id));
    assert.deepEqual([summary.there, summary.places, lines.length], [2, 4, 4]);
    assert.deepEqual([first?.activeMs, second?.activeMs], [5 * MINUTE, 2 * MINUTE], 'time paused is not time at work');
    assert.deepEqual([third?.attended, third?.activeMs, third?.evaluator.investment], [false, 0, null]);
    assert.ok((first?.attempts ?? 0) > 0 && first?.attempts === summary.attempts);
    assert.ok((first?.hints ?? 0) > 0);
    assert.ok(first?.units.some(({ after }) => after !== null));
    assert.deepEqual([first?.feedback, first?.feelingAfter, first?.difficulty], ['The hint helped.', 'positive', 4]);
    assert.deepEqual(summary.difficulty, { mean: 4, of: 1 });
    assert.ok(first?.evaluator.proficiency && first.evaluator.investment, 'the evaluator has been there');
    assert.deepEqual(alerts, []);
  },
);

databaseTest('whose score is contested comes first, and only class managers of the class look back', async (db, t) => {
  const app = await startTestApp(t, db);
  const { afterLesson, scoreReviews } = app.services;
  const { lesson, manager, work, stop, ids, actorAt, make, schoolId } = await lessonOf(db, app);
  const sessions = [await work(0, 'skip', 'skip', 'skip'), await work(1, 'skip', 'skip', 'skip')];
  await stop();
  const last = (await afterLesson.read(manager, lesson.id)).lines.filter(({ attended }) => attended).at(-1);
  const place = ids.indexOf(last?.studentId ?? 0);
  const kind = last?.evaluator.proficiency?.score == null ? 'investment' : 'proficiency';
  await db.run((handle) =>
    handle
      .updateTable(`sessional_${kind}_evaluations`)
      .set({ score: 3, reason: null })
      .where('student_id', '=', last?.studentId ?? 0)
      .execute(),
  );
  const name = { hours: 'school', sessionId: sessions[place] ?? 0, kind } as const;
  await scoreReviews.contest(actorAt(place), name, 'The bell rang twice.');
  const [top] = (await afterLesson.read(manager, lesson.id)).lines;
  assert.deepEqual([top?.studentId, top?.evaluator[kind]?.contested], [last?.studentId, true]);
  const stranger = actor(await make.classManager('stranger', schoolId, []), 'class manager', schoolId);
  await assert.rejects(afterLesson.read(stranger, lesson.id), { kind: 'not-found' });
  await assert.rejects(afterLesson.read(actorAt(0), lesson.id), { kind: 'forbidden' });
});
