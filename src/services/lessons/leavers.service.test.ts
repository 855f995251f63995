import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { runningLesson } from '../../../test/support/running-lesson.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';

const move = (db: DatabaseManager, studentId: number, classId: number) =>
  db.run((handle) =>
    handle.updateTable('classes_students').set({ class_id: classId }).where('student_id', '=', studentId).execute(),
  );

databaseTest(
  'who is moved to another class in mid-lesson is done there, seen no more, and can sit in a lesson of the new class',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { services } = app;
    const { lesson, manager, join, make, schoolId, studentIds, pupil } = await runningLesson(db, app, 3);
    const [, , awayId = 0] = studentIds;
    const moved = await join(0);
    await moved.say('a word of mine');
    const stays = await join(1);
    const away = await services.lessonAttendance.current(pupil(awayId));
    const next = await make.class(schoolId, '7b');
    for (const studentId of [moved.own.userId, awayId]) {
      await move(db, studentId, next);
    }
    const wall = await services.lessonWall.wallOf(manager, lesson.id);
    assert.deepEqual(
      wall.cards.map(({ studentId }) => studentId),
      [stays.own.userId],
    );
    const transcript = services.lessonTranscripts.read(manager, lesson.id, moved.sessionId);
    await assert.rejects(transcript, { kind: 'not-found' });
    assert.equal(await services.leavers.release(), 2);
    assert.equal(await services.leavers.release(), 0);
    assert.equal((await services.lessonAttendance.getSession(moved.own, moved.sessionId)).status, 'completed');
    await assert.rejects(moved.say('still here'), { code: 'invalid-session-state' });
    await stays.say('hint');
    const late = services.lessonAttendance.joinLesson(pupil(awayId), away?.sessionId ?? 0, 'neutral');
    await assert.rejects(late, { code: 'invalid-session-state' });
    const other = actor(await make.classManager('other-manager', schoolId, [next]), 'class manager', schoolId);
    const wish = { classId: next, type: 'individual', minutes: 30 } as const;
    const second = await services.lessonPlanning.createLesson(other, wish);
    assert.deepEqual(second.lesson.plan.leftOut, []);
    assert.equal((await services.lessonAttendance.current(pupil(awayId)))?.lessonId, second.lesson.id);
  },
);

databaseTest('what a class manager holds who leaves the class is given back, and its pupil answered', async (db, t) => {
  const app = await startTestApp(t, db);
  const { takeOvers, lessonTalk } = app.services;
  const { lesson, manager, join, make, schoolId, classId } = await runningLesson(db, app, 2);
  const noa = await join(0);
  const dan = await join(1);
  const otherId = await make.classManager('other-manager', schoolId, [classId]);
  await takeOvers.takeOver(actor(otherId, 'class manager', schoolId), lesson.id, noa.sessionId);
  await takeOvers.takeOver(manager, lesson.id, dan.sessionId);
  assert.equal((await noa.say('is anybody there?')).from, 'student', 'kept for them');
  await db.run((handle) =>
    handle.deleteFrom('classess_class_managers').where('class_manager_id', '=', otherId).execute(),
  );
  await takeOvers.giveBackAbandoned();
  const said = await lessonTalk.listMessages(noa.own, noa.sessionId, 0);
  assert.equal(said.at(-1)?.from, 'teacher');
  assert.equal((await noa.say('hint')).move, 'hint');
  assert.equal((await dan.say('hint')).from, 'student', 'who still looks after the class keeps theirs');
});
