import assert from 'node:assert/strict';
import { startTestApp } from '../../../../test/support/app.ts';
import { databaseTest } from '../../../../test/support/databases.ts';
import { readTo, rightAnswer, send, slowTeacher, threeTogether } from '../../../../test/support/three-together.ts';

databaseTest("words of need stay their writer's, whoever sends something under the same id", async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessionId } = await threeTogether(db, app, 'group');
  const [noa, dan] = actors;
  assert.ok(noa && dan);
  const clientId = 'the same';
  await (await services.lessonTalk.sendMessage(noa, sessionId, { clientId, content: 'i want to kill myself' })).done();
  const forged = services.lessonTalk.sendMessage(dan, sessionId, { clientId, content: 'hint' });
  await assert.rejects(forged, { code: 'invalid-input' });
});

databaseTest('whoever writes and writes waits, and the others of the group are heard', async (db, t) => {
  const app = await startTestApp(t, db);
  const { actors, sessionId } = await threeTogether(db, app, 'group');
  const [noa, dan] = actors;
  assert.ok(noa && dan);
  const goOn = await slowTeacher(app, noa, sessionId);
  for (let n = 1; n <= 5; n += 1) await send(app, noa, sessionId, `hint ${n}`);
  await assert.rejects(send(app, noa, sessionId, 'and one more'), { kind: 'too-many' });
  const heard = await send(app, dan, sessionId, 'hint');
  await goOn();
  assert.equal((await heard.done()).state, 'complete');
  await (await send(app, noa, sessionId, 'and one more')).done();
});

databaseTest('a talk that was paused while it was handed back is gone on with later', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessionId, manager, lesson } = await threeTogether(db, app, 'group');
  const session = await services.lessonAttendance.getSession(actors[0] ?? assert.fail(), sessionId);
  await services.runningLessons.pause(manager, lesson.id);
  await services.lessonTalk.takeUpAgain(session);
});

databaseTest('a group goes on without who has left the class, whose words nobody waits for', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessionId, manager, lesson } = await threeTogether(db, app, 'group');
  const [noa, dan, omer] = actors;
  assert.ok(noa && dan && omer);
  await services.runningLessons.pause(manager, lesson.id);
  const words = {
    school_session_id: sessionId,
    student_id: dan.userId,
    content: 'hint',
    timestamp: '2026-01-01 00:00:00.000',
  };
  const kept = { message_type: 'prompt', message_modality: 'text only', state: 'complete', move: null } as const;
  await db.run((handle) =>
    handle
      .insertInto('messages')
      .values({ ...words, ...kept } as never)
      .execute(),
  );
  await db.run((handle) => handle.deleteFrom('classes_students').where('student_id', '=', dan.userId).execute());
  await services.leavers.release();
  await services.runningLessons.resume(manager, lesson.id);
  await assert.rejects(send(app, dan, sessionId, 'hello'), { code: 'invalid-session-state' });
  const reply = await (await send(app, noa, sessionId, 'hint')).done();
  assert.equal(reply.from, 'teacher');
  const { pupils, messages } = await services.lessonTranscripts.read(manager, lesson.id, sessionId);
  assert.deepEqual(
    pupils.map(({ id }) => id),
    [noa.userId, omer.userId],
  );
  assert.equal(messages.find(({ content }) => content === 'hint')?.writer, null, 'their words stay without their name');
});

databaseTest('who copies what another has written is not taken to have found it alone', async (db, t) => {
  const app = await startTestApp(t, db);
  const { actors, sessionId } = await threeTogether(db, app, 'group');
  const [noa, dan, omer] = actors;
  assert.ok(noa && dan && omer);
  const answer = await rightAnswer(app, noa, sessionId);
  // What Noa writes stands there unanswered, for all to read.
  const goOn = await slowTeacher(app, noa, sessionId);
  const sent = [await send(app, noa, sessionId, answer)];
  app.clock.advance(1000);
  sent.push(await send(app, dan, sessionId, `${answer} `));
  app.clock.advance(5000);
  sent.push(await send(app, omer, sessionId, ` ${answer}`));
  await goOn();
  await Promise.all(sent.map((one) => one.done()));
  const attempts = await db.handle().selectFrom('attempts').selectAll().orderBy('id').execute();
  assert.deepEqual(
    attempts.map(({ student_id, verdict, unaided }) => [student_id, verdict, unaided]),
    [
      [noa.userId, 'correct', 1],
      [dan.userId, 'correct', 1],
      [omer.userId, 'correct', 0],
    ],
  );
});

databaseTest('nothing that the others of a group read points to words of need', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessionId, manager, lesson } = await threeTogether(db, app, 'group');
  const [noa, dan] = actors;
  assert.ok(noa && dan);
  await (await send(app, noa, sessionId, 'i want to kill myself')).done();
  await services.takeOvers.takeOver(manager, lesson.id, sessionId);
  await services.takeOvers.handBack(manager, lesson.id, sessionId);
  const read = await readTo(app, dan, sessionId, 2);
  const ids = read.map(({ id }) => id);
  assert.deepEqual(
    read.filter(({ previousId }) => previousId !== null && !ids.includes(previousId)),
    [],
  );
});
