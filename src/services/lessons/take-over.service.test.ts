import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { runningLesson } from '../../../test/support/running-lesson.ts';
import { MINUTE } from '../../shared/instant.ts';

databaseTest(
  'words to who has taken over are answered by that person alone, until it is handed back',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { takeOvers, staffWords, lessonTalk, lessonView, lessonAttendance } = app.services;
    const { manager, lesson, join } = await runningLesson(db, app);
    const one = await join(0);
    const other = await join(1);
    const open = (await lessonView.standingOf(one.own, one.sessionId)).openItem?.revisionId;
    await takeOvers.takeOver(manager, lesson.id, one.sessionId);
    await takeOvers.takeOver(manager, lesson.id, one.sessionId);
    assert.equal((await lessonAttendance.getSession(one.own, one.sessionId)).takenOverBy, manager.userId);
    const sent = await lessonTalk.sendMessage(one.own, one.sessionId, { clientId: 'to-you', content: 'why is it so?' });
    assert.deepEqual(
      [sent.answered, sent.prompt?.content, (await sent.done()).id],
      [false, 'why is it so?', sent.prompt?.id],
    );
    const again = await lessonTalk.sendMessage(one.own, one.sessionId, {
      clientId: 'to-you',
      content: 'why is it so?',
    });
    assert.deepEqual([again.answered, again.prompt?.id], [false, sent.prompt?.id]);
    assert.equal((await other.say('hint')).from, 'teacher', 'the others go on with the teacher');
    await staffWords.send(manager, lesson.id, { content: 'Because shares are equal.', sessionIds: [one.sessionId] });
    const talk = await lessonView.messagesOf(one.own, one.sessionId, 0);
    assert.deepEqual(
      talk.map(({ message: { from }, writer }) => [from, writer]),
      [
        ['teacher', null],
        ['student', null],
        ['class manager', 'class-manager Tester'],
      ],
    );
    await takeOvers.handBack(manager, lesson.id, one.sessionId);
    await takeOvers.handBack(manager, lesson.id, one.sessionId);
    const after = await lessonTalk.listMessages(one.own, one.sessionId, 0);
    assert.deepEqual(
      after.slice(3).map(({ from, posedRevisionId }) => [from, posedRevisionId]),
      [['teacher', null]],
    );
    const standing = await lessonView.standingOf(one.own, one.sessionId);
    assert.equal(standing.openItem?.revisionId, open, 'the item that was open is open');
    assert.equal((await one.say('hint')).from, 'teacher');
  },
);

databaseTest(
  'what the teacher is writing breaks off when it is taken over, and is not asked again meanwhile',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { takeOvers, lessonTalk, lessonView } = app.services;
    const { manager, lesson, join } = await runningLesson(db, app);
    const one = await join(0);
    const sent = await lessonTalk.sendMessage(one.own, one.sessionId, { clientId: 'asked', content: 'hint' });
    await takeOvers.takeOver(manager, lesson.id, one.sessionId);
    const reply = await sent.done();
    const [shown] = await lessonView.messagesOf(one.own, one.sessionId, reply.id - 1);
    assert.ok(reply.state !== 'streaming');
    assert.equal(shown?.retryClientId, null);
    await lessonTalk.sendMessage(one.own, one.sessionId, { clientId: 'asked', content: 'hint' });
    const [stays] = await lessonView.messagesOf(one.own, one.sessionId, reply.id - 1);
    assert.equal(stays?.message.state, reply.state);
  },
);

databaseTest(
  'words of need are answered at once in a session that is taken over, and it ends by the bell',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { takeOvers, lessonTalk, runningLessons, lessonAttendance, lessonWall } = app.services;
    const { manager, lesson, join } = await runningLesson(db, app);
    const one = await join(0);
    await takeOvers.takeOver(manager, lesson.id, one.sessionId);
    const sent = await lessonTalk.sendMessage(one.own, one.sessionId, {
      clientId: 'need',
      content: 'I want to kill myself',
    });
    assert.deepEqual([sent.answered, (await sent.done()).move], [true, 'crisis']);
    const { cards } = await lessonWall.wallOf(manager, lesson.id);
    assert.ok(cards.find(({ sessionId }) => sessionId === one.sessionId)?.alert);
    await runningLessons.pause(manager, lesson.id);
    await runningLessons.resume(manager, lesson.id);
    assert.equal((await lessonAttendance.getSession(one.own, one.sessionId)).takenOverBy, manager.userId);
    app.clock.advance(46 * MINUTE);
    assert.equal(await runningLessons.endDue(), 1);
    const over = await lessonAttendance.getSession(one.own, one.sessionId);
    assert.deepEqual([over.status, over.takenOverBy], ['completed', null]);
  },
);

databaseTest(
  'a second class manager is told who answers, may hand it back, and a stranger finds nothing',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { takeOvers, staffWords } = app.services;
    const { manager, make, schoolId, classId, lesson, join } = await runningLesson(db, app);
    const colleague = actor(await make.classManager('colleague', schoolId, [classId]), 'class manager', schoolId);
    const stranger = actor(await make.classManager('of-others', schoolId, []), 'class manager', schoolId);
    const one = await join(0);
    await takeOvers.takeOver(manager, lesson.id, one.sessionId);
    await assert.rejects(takeOvers.takeOver(colleague, lesson.id, one.sessionId), { code: 'taken-over' });
    for (const nobody of [stranger, one.own]) {
      const refused = { code: nobody === stranger ? 'not-found' : 'forbidden' };
      await assert.rejects(takeOvers.takeOver(nobody, lesson.id, one.sessionId), refused);
      await assert.rejects(takeOvers.handBack(nobody, lesson.id, one.sessionId), refused);
      await assert.rejects(staffWords.send(nobody, lesson.id, { content: 'x' }), refused);
    }
    await assert.rejects(takeOvers.takeOver(manager, lesson.id, 987_654), { code: 'not-found' });
    await takeOvers.handBack(colleague, lesson.id, one.sessionId);
    await takeOvers.takeOver(colleague, lesson.id, one.sessionId);
  },
);

databaseTest(
  'a message reaches those it is for, who have not joined too, and a hand that is answered goes down',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { staffWords, lessonTalk, lessonAttendance, runningLessons } = app.services;
    const { manager, lesson, join, pupil, studentIds } = await runningLesson(db, app);
    const one = await join(0);
    const late = pupil(studentIds[2] ?? 0);
    const { sessionId: lateSession = 0 } = (await lessonAttendance.current(late)) ?? {};
    assert.equal(await staffWords.send(manager, lesson.id, { content: 'Ten minutes left.' }), 3);
    assert.equal(await staffWords.send(manager, lesson.id, { content: 'Come in.', sessionIds: [lateSession] }), 1);
    const words = async (own: typeof late, id: number) => {
      const said = await lessonTalk.listMessages(own, id, 0);
      return said.filter(({ from }) => from === 'class manager').map(({ content }) => content);
    };
    assert.deepEqual(await words(one.own, one.sessionId), ['Ten minutes left.']);
    assert.deepEqual(await words(late, lateSession), ['Ten minutes left.', 'Come in.']);
    const { say } = await join(2);
    assert.equal((await say('hint')).from, 'teacher', 'the teacher has begun all the same');
    await lessonAttendance.raiseHand(one.own, one.sessionId, true);
    const hand = { sessionId: one.sessionId, studentId: one.own.userId, content: 'I am coming.' };
    await staffWords.answerHand(manager, lesson.id, hand);
    assert.equal((await lessonAttendance.getSession(one.own, one.sessionId)).handRaisedAt, null);
    assert.deepEqual(await words(one.own, one.sessionId), ['Ten minutes left.', 'I am coming.']);
    await assert.rejects(staffWords.send(manager, lesson.id, { content: '  ' }), { code: 'invalid-input' });
    await assert.rejects(staffWords.send(manager, lesson.id, { content: 'x', sessionIds: [987_654] }), {
      code: 'not-found',
    });
    await runningLessons.stop(manager, lesson.id);
    await assert.rejects(staffWords.send(manager, lesson.id, { content: 'x' }), { code: 'invalid-session-state' });
  },
);
