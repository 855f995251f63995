import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { classOf } from '../../../../test/support/class-of.ts';
import { databaseTest } from '../../../../test/support/databases.ts';
import type { DatabaseManager } from '../../../data/db/database-manager.ts';
import type { Actor } from '../../../domain/access/permission-matrix.ts';

/** Three pupils who have joined one talk, in the order in which they are named. */
async function threeTogether(db: DatabaseManager, app: TestApp, type: 'group' | 'social') {
  const school = await classOf(db, 3);
  const { manager, classId, studentIds, pupil } = school;
  const { services } = app;
  const { lesson } = await services.lessonPlanning.createLesson(manager, {
    classId,
    type,
    minutes: 45,
    groups: [{ name: 'Owls', studentIds }],
    ...(type === 'social' ? { topic: 'working together' } : {}),
  });
  const actors = studentIds.map(pupil);
  const sessionId = (await services.lessonAttendance.current(actors[0] ?? assert.fail()))?.sessionId ?? 0;
  for (const actor of actors) await services.lessonAttendance.joinLesson(actor, sessionId, 'neutral');
  await services.lessonTalk.begin(actors[0] ?? assert.fail(), sessionId);
  await readTo(app, actors[0] ?? assert.fail(), sessionId, 1);
  return { ...school, lesson, sessionId, actors };
}

async function messagesOf({ services }: TestApp, actor: Actor, sessionId: number) {
  return services.lessonTalk.listMessages(actor, sessionId, 0);
}

/** Waits until so many messages are whole. */
async function readTo(app: TestApp, actor: Actor, sessionId: number, count: number) {
  for (let tries = 0; tries < 400; tries += 1) {
    const said = await messagesOf(app, actor, sessionId);
    if (said.length >= count && said.every(({ state }) => state !== 'streaming')) return said;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return assert.fail(`There are not ${count} whole messages.`);
}

function send({ services }: TestApp, actor: Actor, sessionId: number, content: string) {
  return services.lessonTalk.sendMessage(actor, sessionId, { clientId: `${actor.userId}-${content}`, content });
}

async function openQuestion({ services }: TestApp, actor: Actor, sessionId: number): Promise<string> {
  const { openItem } = await services.lessonView.standingOf(actor, sessionId);
  return openItem?.question ?? assert.fail('No question is open.');
}

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
    const answer = String(1000 + Number(/\$(\d+)\$ after/.exec(before)?.[1]));
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
  const [welcome] = await messagesOf(app, noa, sessionId);
  const writing = (id: number | null) =>
    db
      .handle()
      .updateTable('session_dialogues')
      .set({ replying_message_id: id })
      .where('school_session_id', '=', sessionId)
      .execute();
  await writing(welcome?.id ?? assert.fail());
  for (let n = 1; n <= 5; n += 1) await send(app, noa, sessionId, `hint ${n}`);
  await assert.rejects(send(app, noa, sessionId, 'and one more'), { kind: 'too-many' });
  const heard = await send(app, dan, sessionId, 'hint');
  await writing(null);
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
