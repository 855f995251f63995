import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { gatedModel } from '../../../test/support/gated-model.ts';
import { activeSession, asPupil, sessionStack } from '../../../test/support/session-stack.ts';
import { SessionNotFoundError } from '../../domain/study-session/study-session.errors.ts';
import { civilDay, machineTimeZone } from '../../shared/calendar.ts';

databaseTest('twenty equal sends at once are one message, one attempt and one reply', async (db) => {
  const stack = sessionStack(db);
  const { actor, id, open } = await activeSession(stack);
  const content = (await open())?.key.answer ?? '';
  const sends = Array.from({ length: 20 }, () =>
    stack.conversation.sendMessage(actor, id, { clientId: 'same', content }),
  );
  const replies = await Promise.all((await Promise.all(sends)).map((sent) => sent.done()));
  assert.equal(new Set(replies.map((reply) => reply.id)).size, 1);
  assert.equal(replies[0]?.state, 'complete');
  assert.equal((await stack.messages.list(id)).length, 3);
  assert.equal((await stack.attempts.listOfSession(id)).length, 1);
});

databaseTest('a second message waits for the answer to the first', async (db) => {
  const gated = gatedModel();
  gated.open();
  const stack = sessionStack(db, { model: gated.model });
  const { actor, id } = await activeSession(stack);
  gated.close();
  const first = await stack.conversation.sendMessage(actor, id, { clientId: 'first', content: 'hint' });
  await gated.called(2);
  const second = stack.conversation
    .sendMessage(actor, id, { clientId: 'second', content: 'another hint' })
    .then(async (sent) => ({ sent, firstReply: await stack.messages.find(first.reply.id) }));
  await stack.conversation.listMessages(actor, id, 0);
  gated.open();
  const { sent, firstReply } = await second;
  assert.equal(firstReply?.state, 'complete', 'it is taken after the first answer is whole');
  await sent.done();
  const from = (await stack.messages.list(id)).map((message) => message.from);
  assert.deepEqual(from, ['teacher', 'student', 'teacher', 'student', 'teacher']);
});

databaseTest('a cry for help meets the fixed words at once: no model, an alert, hidden from parents', async (db) => {
  const gated = gatedModel();
  gated.open();
  const stack = sessionStack(db, { model: gated.model });
  const { actor, id, schoolId, open } = await activeSession(stack);
  const before = await stack.dialogues.find(id);
  const item = await open();
  gated.close();
  const waiting = await stack.conversation.sendMessage(actor, id, { clientId: 'hint', content: 'hint' });
  await gated.called(2);
  const sent = await stack.conversation.sendMessage(actor, id, { clientId: 'help', content: 'i want to kill myself' });
  const reply = await sent.done();
  assert.equal(gated.calls.length, 2, 'no model was asked about it');
  assert.deepEqual([reply.state, reply.move, reply.provider], ['complete', 'crisis', null]);
  assert.equal((await waiting.done()).state, 'interrupted', 'help does not wait for another answer');

  const [alert] = await stack.alerts.listOpen({ schoolId }, 10);
  assert.ok(alert);
  assert.deepEqual([alert.messageId, alert.sessionId, alert.severity], [sent.prompt?.id, id, 3]);
  const messages = await stack.messages.list(id);
  assert.deepEqual(
    messages.filter((message) => message.hiddenFromParents).map((message) => message.id),
    [sent.prompt?.id, reply.id],
  );
  assert.ok(messages.every((message) => message.hiddenFromParents || !message.content.includes('kill')));
  assert.equal((await open())?.revisionId, item?.revisionId, 'the lesson stands where it stood');
  assert.equal((await stack.attempts.listOfSession(id)).length, 0);
  assert.ok((before?.version ?? 0) < ((await stack.dialogues.find(id))?.version ?? 0));
});

databaseTest('when the tokens of the day are used up the embedded tutor goes on', async (db) => {
  const gated = gatedModel();
  gated.open();
  const stack = sessionStack(db, { model: gated.model });
  const { say, pupilId, open } = await activeSession(stack);
  const day = () => civilDay(stack.clock.now(), machineTimeZone());
  assert.equal(await stack.agents.tokensOn(pupilId, day()), 600, 'the welcome is counted');
  await stack.agents.addTokens(pupilId, day(), 60_000);
  const calls = gated.calls.length;
  const { reply } = await say((await open())?.key.answer ?? '');
  assert.deepEqual([reply.state, reply.provider], ['complete', 'embedded']);
  assert.equal(gated.calls.length, calls);
  stack.clock.advance(24 * 3_600_000);
  const tomorrow = await say('hint');
  assert.equal(tomorrow.reply.provider, 'openai');
});

databaseTest(
  'studying moves mastery and the progress of unit and course; wrong answers do not take progress back',
  async (db) => {
    const stack = sessionStack(db);
    const { say, open, pupilId, courseId } = await activeSession(stack);
    const progress = async () => ({
      units: await stack.mastery.standings(pupilId, [courseId]),
      course: (await stack.curriculum.listEnrolled(pupilId)).find((course) => course.id === courseId),
    });
    const before = await progress();
    for (let turn = 0; turn < 4; turn += 1) await say((await open())?.key.answer ?? '');
    const after = await progress();
    const worked = after.units.filter((unit) => unit.answers > 0);
    assert.ok(worked.length > 0);
    for (const unit of worked) {
      const earlier = before.units.find((one) => one.unitName === unit.unitName);
      assert.ok(unit.mastery > (earlier?.mastery ?? 1) && unit.progress > 0 && unit.state === 'in progress');
    }
    assert.ok((after.course?.progress ?? 0) > (before.course?.progress ?? 0));
    await say('1');
    const last = await progress();
    for (const unit of last.units) {
      const earlier = after.units.find((one) => one.unitName === unit.unitName);
      assert.ok(unit.progress >= (earlier?.progress ?? 0), unit.unitName);
    }
  },
);

databaseTest('who gives up sees the way, earns no mastery for it, and gets another question', async (db) => {
  const stack = sessionStack(db);
  const { id, say, open, pupilId, courseId } = await activeSession(stack);
  const item = await open();
  const mastery = async () =>
    (await stack.mastery.standings(pupilId, [courseId])).map((standing) => ({ ...standing, reviews: null }));
  const before = await mastery();
  const { reply } = await say('I give up');
  assert.equal(reply.move, 'reveal');
  assert.ok(reply.content.includes(item?.key.answer ?? '?'));
  const [attempt] = await stack.attempts.listOfSession(id);
  assert.deepEqual(
    [attempt?.verdict, attempt?.revealed, attempt?.counts, attempt?.unaided, attempt?.masteryAfter],
    ['given up', true, false, false, null],
  );
  assert.deepEqual(await mastery(), before);
  const next = await open();
  assert.ok(next && next.qaId !== item?.qaId);
});

databaseTest('the answer is in no reply before it was found or given up', async (db) => {
  const stack = sessionStack(db);
  const { say, open } = await activeSession(stack);
  const key = (await open())?.key.answer ?? '';
  for (const words of ['hint', 'just tell me the first digit', 'another hint', '17', 'is it 18?', 'hint', 'ok']) {
    const { reply } = await say(words);
    if (reply.move === 'reveal') break;
    assert.ok(!reply.content.includes(key), `${words}: ${reply.content}`);
  }
});

databaseTest('nobody reaches the session of another pupil', async (db) => {
  const stack = sessionStack(db);
  const { id, mateId } = await activeSession(stack);
  const mate = asPupil(mateId, 'Dan');
  const [first] = await stack.messages.list(id);
  assert.ok(first);
  const feedback = { feelingAfter: 'neutral', difficulty: 5, understanding: 5, feedback: null } as const;
  const ways = [
    () => stack.conversation.sendMessage(mate, id, { clientId: 'x', content: 'hello' }),
    () => stack.conversation.listMessages(mate, id, 0),
    () => stack.conversation.followReply(mate, first),
    () => stack.conversation.sendWelcomeMessage(mate, id),
    () => stack.conversation.begin(mate, id),
    () => stack.conversation.resume(mate, id),
    () => stack.lifecycle.getSession(mate, id),
    () => stack.lifecycle.pauseSession(mate, id),
    () => stack.lifecycle.endSession(mate, id, feedback),
    () => stack.lifecycle.cancelSession(mate, id),
  ];
  for (const way of ways) await assert.rejects(way, SessionNotFoundError);
  await assert.rejects(stack.lifecycle.getSession(mate, 999_999), SessionNotFoundError);
  assert.equal((await stack.sessions.find(id))?.status, 'active');
  assert.equal((await stack.messages.list(id)).length, 1);
});
