import assert from 'node:assert/strict';
import { startTestApp } from '../../../../test/support/app.ts';
import { databaseTest } from '../../../../test/support/databases.ts';
import {
  messagesOf,
  openQuestion,
  readTo,
  rightAnswer,
  send,
  threeTogether,
} from '../../../../test/support/three-together.ts';
import type { Actor } from '../../../domain/access/permission-matrix.ts';

databaseTest(
  'three pupils write at the same moment: all is kept, in one order for everyone, and answered one after the other',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { actors, sessionId } = await threeTogether(db, app, 'group');
    const sent = await Promise.all(actors.map((actor) => send(app, actor, sessionId, `hint ${actor.userId}`)));
    assert.ok(sent.every(({ answered }) => !answered));
    const kept = await messagesOf(app, actors[1] ?? assert.fail(), sessionId);
    assert.equal(kept.filter(({ from }) => from === 'student').length, 3, 'before any of them is answered');
    await Promise.all(sent.map((one) => one.done()));
    const [first = [], ...others] = await Promise.all(actors.map((actor) => messagesOf(app, actor, sessionId)));
    for (const other of others) assert.deepEqual(other, first);
    const replies = first.filter(({ from, previousId }) => from === 'teacher' && previousId !== null);
    const prompts = first.filter(({ from }) => from === 'student');
    assert.deepEqual(
      replies.map(({ previousId }) => previousId),
      prompts.map(({ id }) => id),
      'in the order in which they came',
    );
    assert.ok(replies.every(({ state, at }, n) => state === 'complete' && at >= (replies[n - 1]?.at ?? 0)));
    for (const [n, prompt] of prompts.entries()) {
      const writer = await db
        .handle()
        .selectFrom('users')
        .select('first_name')
        .where('id', '=', prompt.studentId ?? 0)
        .executeTakeFirstOrThrow();
      assert.match(replies[n]?.content ?? '', new RegExp(writer.first_name), 'each is answered by name');
    }
  },
);

databaseTest(
  'who answers right a moment after another has is not asked about the next question, and moves their own estimate',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { actors, sessionId } = await threeTogether(db, app, 'group');
    const [noa, dan, omer] = actors;
    assert.ok(noa && dan && omer);
    const before = await openQuestion(app, noa, sessionId);
    const answer = await rightAnswer(app, noa, sessionId);
    const sent = [
      await send(app, noa, sessionId, answer),
      await send(app, dan, sessionId, `${answer} `),
      await send(app, omer, sessionId, 'hint'),
    ];
    const replies = await Promise.all(sent.map((one) => one.done()));
    assert.deepEqual(
      replies.map((reply) => reply.move),
      ['confirm', 'came late', 'came late'],
    );
    assert.notEqual(await openQuestion(app, noa, sessionId), before);
    const attempts = await db.handle().selectFrom('attempts').selectAll().orderBy('id').execute();
    assert.deepEqual(
      attempts.map(({ student_id, verdict, counts, unaided }) => [student_id, verdict, counts, unaided]),
      [
        [noa.userId, 'correct', 1, 1],
        [dan.userId, 'correct', 1, 1],
      ],
    );
    assert.equal(attempts[0]?.revision_id, attempts[1]?.revision_id);
  },
);

databaseTest('words of need in a group are answered to who wrote them, and nobody else reads either', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessionId, manager, lesson } = await threeTogether(db, app, 'group');
  const [noa, dan] = actors;
  assert.ok(noa && dan);
  const sent = await send(app, noa, sessionId, 'i want to kill myself');
  assert.equal((await sent.done()).move, 'crisis');
  const own = await messagesOf(app, noa, sessionId);
  const others = await messagesOf(app, dan, sessionId);
  assert.equal(own.length, others.length + 2);
  assert.ok(others.every(({ content, move }) => !content.includes('kill') && move !== 'crisis'));
  assert.equal((await services.lessonTalk.pulseOf(dan, sessionId)).last, others.at(-1)?.id);
  const seen = await services.lessonTranscripts.read(manager, lesson.id, sessionId);
  assert.ok(
    seen.messages.some(({ content }) => content.includes('kill')),
    'the class manager sees them',
  );
  await (await send(app, dan, sessionId, 'hint')).done();
  await services.lessonAttendance.raiseHand(noa, sessionId, true);
  await services.staffWords.answerHand(manager, lesson.id, {
    sessionId,
    studentId: noa.userId,
    content: 'I am with you.',
  });
  assert.ok((await messagesOf(app, noa, sessionId)).some(({ content }) => content === 'I am with you.'));
  assert.ok((await messagesOf(app, dan, sessionId)).every(({ content }) => content !== 'I am with you.'));
  await services.runningLessons.stop(manager, lesson.id);
  const past = await services.schoolHours.session(dan, dan.userId, sessionId);
  assert.doesNotMatch(JSON.stringify(past), /kill|with you/);
});

databaseTest('a repeated message is kept once, and one pupil neither ends nor skips for the others', async (db, t) => {
  const app = await startTestApp(t, db);
  const { actors, sessionId } = await threeTogether(db, app, 'group');
  const [noa] = actors;
  assert.ok(noa);
  const before = await openQuestion(app, noa, sessionId);
  const twice = await Promise.all([send(app, noa, sessionId, 'skip'), send(app, noa, sessionId, 'skip')]);
  assert.equal(twice[0]?.prompt?.id, twice[1]?.prompt?.id);
  await (await send(app, noa, sessionId, 'skip')).done();
  const said = await readTo(app, noa, sessionId, 3);
  assert.equal(said.filter(({ from }) => from === 'student').length, 1);
  assert.equal(await openQuestion(app, noa, sessionId), before);
  await (await send(app, noa, sessionId, "let's finish")).done();
  assert.equal(await openQuestion(app, noa, sessionId), before);
});

databaseTest('what was kept in a pause is answered when the class manager goes on', async (db, t) => {
  const app = await startTestApp(t, db);
  const { services } = app;
  const { actors, sessionId, manager, lesson } = await threeTogether(db, app, 'group');
  const [noa, dan] = actors;
  assert.ok(noa && dan);
  await send(app, noa, sessionId, 'hint');
  const waits = await send(app, dan, sessionId, 'another hint please');
  await services.runningLessons.pause(manager, lesson.id);
  await assert.rejects(send(app, noa, sessionId, 'hello'), { code: 'invalid-session-state' });
  await services.runningLessons.resume(manager, lesson.id);
  await services.lessonTalk.goOnEverywhere();
  assert.equal((await waits.done()).state, 'complete');
});

databaseTest(
  'a talk goes round by name, thanks nobody for words that hurt, and is scored for nobody',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { services } = app;
    const { actors, sessionId, manager, lesson } = await threeTogether(db, app, 'social');
    const [noa, dan, omer] = actors;
    assert.ok(noa && dan && omer);
    const overview = await services.lessonView.overviewOf(noa, sessionId);
    assert.equal(overview.course, null);
    const [welcome] = await messagesOf(app, noa, sessionId);
    assert.match(welcome?.content ?? '', /working together/);
    const say = async (actor: Actor, words: string) =>
      (await (await send(app, actor, sessionId, words)).done()).content;
    assert.match(await say(noa, 'tired'), /Thank you|thank you/);
    assert.doesNotMatch(await say(dan, 'you are such an idiot'), /thank/i);
    await say(dan, 'ok today');
    const next = await say(omer, 'pass');
    assert.match(next, /working together/, 'the next round begins when all were heard');
    await services.runningLessons.stop(manager, lesson.id);
    assert.deepEqual(await db.handle().selectFrom('attempts').selectAll().execute(), []);
    assert.deepEqual(
      await db.handle().selectFrom('jobs').selectAll().where('kind', '=', 'evaluate session').execute(),
      [],
    );
  },
);
