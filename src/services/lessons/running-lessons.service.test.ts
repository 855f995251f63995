import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { classOf } from '../../../test/support/class-of.ts';
import { beginIdsAgain, databaseTest } from '../../../test/support/databases.ts';
import { setTest, sittingOf, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { HOUR, MINUTE } from '../../shared/instant.ts';

const SAID = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: 'Good.' } as const;

/** A lesson that runs for the class, and each pupil's session in it. */
async function runningLesson(db: DatabaseManager, app: TestApp, pupils = 3) {
  const school = await classOf(db, pupils);
  const { manager, classId, studentIds, pupil } = school;
  const { lesson } = await app.services.lessonPlanning.createLesson(manager, {
    classId,
    type: 'individual',
    minutes: 45,
  });
  const placeOf = async (id: number) => (await app.services.lessonAttendance.current(pupil(id)))?.sessionId ?? 0;
  const sessions = await Promise.all(studentIds.map(placeOf));
  return { ...school, lesson, sessions, actors: studentIds.map(pupil) };
}

async function say({ services }: TestApp, actor: Actor, sessionId: number, content: string) {
  const clientId = `${sessionId}-${content}-${Math.random()}`;
  return (await services.lessonTalk.sendMessage(actor, sessionId, { clientId, content })).done();
}

async function join({ services }: TestApp, actor: Actor, sessionId: number) {
  await services.lessonAttendance.joinLesson(actor, sessionId, 'neutral');
  await services.lessonTalk.begin(actor, sessionId);
  const [first] = await services.lessonTalk.listMessages(actor, sessionId, 0);
  assert.ok(first, 'the teacher has said hello');
  await (await services.lessonTalk.followReply(actor, first)).done();
}

databaseTest('who joins attends, is taught, and finds the session at home paused and resumable', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessions, courseId } = await runningLesson(db, app);
  const [noa, dan] = actors;
  const [own = 0, other = 0] = sessions;
  assert.ok(noa && dan);
  const home = await services.studyStart.begin(noa, { type: 'homework', courseId, emotionalStateBefore: 'positive' });
  await assert.rejects(say(app, noa, own, 'hello'), { code: 'invalid-session-state' }, 'not before joining');
  await assert.rejects(services.lessonAttendance.joinLesson(noa, other, 'neutral'), { code: 'session-not-found' });
  await join(app, noa, own);
  assert.equal((await services.studySessions.getSession(noa, home.id)).status, 'paused');
  const answer = await say(app, noa, own, 'hint');
  assert.equal(answer.state, 'complete');
  await assert.rejects(services.lessonTalk.listMessages(dan, own, 0), { code: 'session-not-found' });
  await assert.rejects(services.conversation.resume(noa, home.id), { code: 'active-session-exists' });
  const row = await db
    .handle()
    .selectFrom('school_sessions_students')
    .selectAll()
    .where('school_session_id', '=', own)
    .executeTakeFirst();
  assert.deepEqual([row?.is_attendant, row?.emotional_state_before], [1, 'neutral']);
  assert.ok(row?.joined_at);
});

databaseTest('sessions at home and at school with the same id share nothing', async (db, t) => {
  await beginIdsAgain(db);
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessions, courseId } = await runningLesson(db, app);
  const noa = actors[sessions.indexOf(1)] ?? assert.fail();
  const own = 1;
  const home = await services.studyStart.begin(noa, { type: 'homework', courseId, emotionalStateBefore: 'positive' });
  assert.equal(home.id, own, 'both are the first of their kind');
  await join(app, noa, own);
  await say(app, noa, own, 'skip');
  const atHome = await services.conversation.listMessages(noa, home.id, 0);
  const atSchool = await services.lessonTalk.listMessages(noa, own, 0);
  assert.ok(atHome.every(({ sessionKind }) => sessionKind === 'home') && atHome.length === 1);
  assert.ok(atSchool.every(({ sessionKind }) => sessionKind === 'school') && atSchool.length === 3);
  assert.equal((await services.sessionView.standingOf(noa, home.id)).openItem?.number, 1);
  assert.equal((await services.lessonView.standingOf(noa, own)).openItem?.number, 2);
});

databaseTest(
  'what the class manager pauses no pupil goes on with, and time paused is not time studied',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { services } = app;
    const { actors, sessions, courseId, manager, lesson } = await runningLesson(db, app);
    const [noa, dan] = [actors[0] ?? assert.fail(), actors[1] ?? assert.fail()];
    const [own = 0, dans = 0] = sessions;
    const home = await services.studyStart.begin(noa, { type: 'homework', courseId, emotionalStateBefore: 'positive' });
    await join(app, noa, own);
    await join(app, dan, dans);
    await services.lessonAttendance.pauseSession(dan, dans);
    app.clock.advance(MINUTE);
    const paused = await services.runningLessons.pause(manager, lesson.id, { eyesUp: true });
    assert.deepEqual([paused.state, paused.eyesUp], ['paused', true]);
    await assert.rejects(say(app, noa, own, 'hint'), { code: 'invalid-session-state' });
    await assert.rejects(services.lessonAttendance.resumeSession(noa, own), { code: 'paused-by-class-manager' });
    await assert.rejects(services.lessonAttendance.resumeSession(dan, dans), { code: 'paused-by-class-manager' });
    await services.conversation.resume(noa, home.id);
    app.clock.advance(5 * MINUTE);
    const resumed = await services.runningLessons.resume(manager, lesson.id);
    assert.deepEqual([resumed.state, resumed.eyesUp], ['active', false]);
    assert.equal((await services.studySessions.getSession(noa, home.id)).status, 'paused');
    assert.equal((await services.lessonView.overviewOf(noa, own)).session.status, 'active');
    assert.equal((await services.lessonView.overviewOf(noa, own)).activeMs, MINUTE);
    assert.equal((await say(app, dan, dans, 'hint')).state, 'complete');
  },
);

databaseTest(
  'one pupil is paused and stopped without the others, and a lesson is extended within bounds',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { services } = app;
    const { actors, sessions, manager, lesson } = await runningLesson(db, app);
    const [noa, dan] = [actors[0] ?? assert.fail(), actors[1] ?? assert.fail()];
    const [own = 0, dans = 0] = sessions;
    await join(app, noa, own);
    await join(app, dan, dans);
    await services.runningLessons.pause(manager, lesson.id, { sessionId: own });
    assert.equal((await services.lessonAttendance.getSession(noa, own)).status, 'paused');
    assert.equal((await services.lessonAttendance.getSession(dan, dans)).status, 'active');
    await services.runningLessons.resume(manager, lesson.id, { sessionId: own });
    await services.runningLessons.stop(manager, lesson.id, { sessionId: own });
    assert.equal((await services.lessonAttendance.getSession(noa, own)).status, 'completed');
    assert.equal(await services.lessonAttendance.current(noa), undefined, 'the place is free');
    const longer = await services.runningLessons.extend(manager, lesson.id, 10);
    assert.equal((longer.plannedEnd ?? 0) - (lesson.plannedEnd ?? 0), 10 * MINUTE);
    await assert.rejects(services.runningLessons.extend(manager, lesson.id, 61), { code: 'invalid-input' });
    for (let times = 0; times < 3; times += 1) await services.runningLessons.extend(manager, lesson.id, 60);
    await assert.rejects(
      services.runningLessons.extend(manager, lesson.id, 6),
      { code: 'invalid-input' },
      'four hours at most',
    );
    await assert.rejects(services.runningLessons.stop(manager, lesson.id, { sessionId: 999_999 }), {
      code: 'not-found',
    });
  },
);

databaseTest(
  'a lesson ends on time though nobody is there, counts who came, and each who did is evaluated once',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { services } = app;
    const { actors, sessions, manager, lesson, studentIds } = await runningLesson(db, app);
    const [noa, dan, absent] = actors.map((actor) => actor ?? assert.fail());
    assert.ok(noa && dan && absent);
    const [own = 0, dans = 0, third = 0] = sessions;
    await join(app, noa, own);
    await join(app, dan, dans);
    for (const words of ['1001', 'hint', '1002', '1003']) await say(app, noa, own, words);
    // The server was down for two hours.
    app.clock.advance(2 * HOUR);
    assert.equal(await services.runningLessons.endDue(), 1);
    assert.equal(await services.runningLessons.endDue(), 0);
    const over = await services.lessonPlanning.getLesson(manager, lesson.id);
    assert.deepEqual([over.state, over.end, over.endReason], ['completed', lesson.plannedEnd, 'time']);
    assert.equal((await services.lessonAttendance.getSession(absent, third)).status, 'cancelled');
    await assert.rejects(services.lessonAttendance.joinLesson(absent, third, 'neutral'), {
      code: 'invalid-session-state',
    });
    await assert.rejects(say(app, noa, own, 'hint'), { code: 'invalid-session-state' });
    await app.worker.runDue();
    for (const kind of ['proficiency', 'investment'] as const) {
      const given = await db
        .handle()
        .selectFrom(`sessional_${kind}_evaluations`)
        .select(['student_id', 'school_session_id', 'home_session_id'])
        .orderBy('student_id')
        .execute();
      assert.deepEqual(
        given.map((row) => [row.student_id, row.school_session_id, row.home_session_id]),
        [
          [studentIds[0], own, null],
          [studentIds[1], dans, null],
        ],
      );
    }
    await services.lessonAttendance.endSession(noa, own, SAID);
    const page = await services.schoolHours.session(noa, noa.userId, own);
    assert.deepEqual([page.understanding, page.attended, page.activeMs], [8, true, 45 * MINUTE]);
    await assert.rejects(services.lessonAttendance.endSession(absent, third, SAID), { code: 'invalid-session-state' });
    app.clock.advance(48 * HOUR);
    await assert.rejects(services.lessonAttendance.endSession(noa, own, SAID), { code: 'invalid-session-state' });
  },
);

databaseTest('a pupil who is done ends their own session, and the lesson goes on for the others', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessions, manager, lesson } = await runningLesson(db, app);
  const noa = actors[0] ?? assert.fail();
  const own = sessions[0] ?? 0;
  await join(app, noa, own);
  const ended = await services.lessonAttendance.endSession(noa, own, SAID);
  assert.equal(ended.status, 'completed');
  assert.equal((await services.lessonPlanning.getLesson(manager, lesson.id)).state, 'active');
  await services.runningLessons.stop(manager, lesson.id);
  assert.equal((await services.lessonPlanning.getLesson(manager, lesson.id)).endReason, 'class manager');
});

databaseTest('who takes a test joins no lesson, and who is in a lesson begins no test', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const { services } = app;
  const { pupil, mate, manager, classId, testId } = school;
  const ofNoa = await setTest(app, school);
  const ofDan = await sittingOf(app, testId, mate.userId);
  await services.lessonPlanning.createLesson(manager, { classId, type: 'individual', minutes: 45 });
  const placeOf = async (actor: Actor) => (await services.lessonAttendance.current(actor))?.sessionId ?? 0;
  await join(app, pupil, await placeOf(pupil));
  await assert.rejects(services.testTaking.begin(pupil, ofNoa), { code: 'lesson-under-way' });
  await services.testTaking.begin(mate, ofDan);
  await assert.rejects(services.lessonAttendance.joinLesson(mate, await placeOf(mate), 'neutral'), {
    code: 'test-under-way',
  });
});

databaseTest('a raised hand stays up since it was raised, until it is taken down', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessions } = await runningLesson(db, app);
  const noa = actors[0] ?? assert.fail();
  const own = sessions[0] ?? 0;
  await assert.rejects(services.lessonAttendance.raiseHand(noa, own, true), { code: 'invalid-session-state' });
  await join(app, noa, own);
  const raised = await services.lessonAttendance.raiseHand(noa, own, true);
  app.clock.advance(MINUTE);
  assert.equal((await services.lessonAttendance.raiseHand(noa, own, true)).handRaisedAt, raised.handRaisedAt);
  assert.equal((await services.lessonAttendance.raiseHand(noa, own, false)).handRaisedAt, null);
});

databaseTest('a lesson that cannot be ended keeps no other from its bell', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services, clock } = app;
  const { lesson, manager, classId } = await runningLesson(db, app, 2);
  const startAt = clock.now() + MINUTE;
  const wish = { classId, type: 'individual', minutes: 30, startAt } as const;
  const { lesson: broken } = await services.lessonPlanning.createLesson(manager, wish);
  await db.handle().updateTable('lessons').set({ plan: 'unreadable' }).where('id', '=', broken.id).execute();
  clock.advance(HOUR);
  await assert.rejects(services.runningLessons.endDue(), AggregateError);
  assert.equal((await services.lessonPlanning.getLesson(manager, lesson.id)).state, 'completed');
});
