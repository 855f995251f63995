import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { runningLesson } from '../../../test/support/running-lesson.ts';

databaseTest(
  '"stop hinting" holds for the embedded tutor from the next reply on, until it is taken back',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { whispers, lessonWall } = app.services;
    const { manager, lesson, join } = await runningLesson(db, app);
    const one = await join(0);
    const other = await join(1);
    assert.equal((await one.say('hint')).move, 'hint');
    const [noted] = await whispers.whisper(manager, lesson.id, {
      content: 'Stop hinting',
      sessionIds: [one.sessionId],
    });
    assert.deepEqual([noted?.reading.orders, noted?.isLost], [[{ kind: 'help', amount: 'none' }], false]);
    assert.equal((await one.say('another hint')).move, 'smaller question');
    assert.equal((await other.say('hint')).move, 'hint', 'it was said to the teacher of one');
    const { cards } = await lessonWall.wallOf(manager, lesson.id);
    assert.equal(cards.find(({ sessionId }) => sessionId === one.sessionId)?.hints, 1);
    await whispers.withdraw(manager, lesson.id, noted?.id ?? 0);
    await whispers.withdraw(manager, lesson.id, noted?.id ?? 0);
    assert.equal((await one.say('a hint, please')).move, 'hint');
  },
);

databaseTest('what is said to all holds for who joins later, and what is said to one goes before it', async (db, t) => {
  const app = await startTestApp(t, db);
  const { whispers } = app.services;
  const { manager, lesson, join } = await runningLesson(db, app);
  await whispers.whisper(manager, lesson.id, { content: 'no hints' });
  const one = await join(0);
  assert.equal((await one.say('hint')).move, 'smaller question');
  await whispers.whisper(manager, lesson.id, { content: 'You may hint again', sessionIds: [one.sessionId] });
  assert.equal((await one.say('hint')).move, 'hint');
  const two = await join(1);
  assert.equal((await two.say('hint')).move, 'smaller question');
  const said = await whispers.listOf(manager, lesson.id);
  assert.deepEqual(
    said.map(({ content, inForce }) => [content, inForce]),
    [
      ['You may hint again', true],
      ['no hints', true],
    ],
  );
  await whispers.whisper(manager, lesson.id, { content: 'more help' });
  const later = await whispers.listOf(manager, lesson.id);
  assert.deepEqual(
    later.map(({ inForce }) => inForce),
    [true, false, false],
    'the later one has taken the place of both',
  );
});

databaseTest('what no tutor of this school can follow is said to be lost, as is what is not there', async (db, t) => {
  const app = await startTestApp(t, db);
  const { whispers } = app.services;
  const { manager, lesson, join } = await runningLesson(db, app);
  await join(0);
  const read = async (content: string) => {
    const [one] = await whispers.whisper(manager, lesson.id, { content });
    return [one?.reading.orders.length, one?.reading.unknownUnit, one?.unknownExample, one?.isLost];
  };
  assert.deepEqual(await read('She is afraid of fractions'), [0, null, null, true]);
  assert.deepEqual(await read('go back to alchemy'), [0, 'alchemy', null, false]);
  assert.deepEqual(await read('use the volcano example'), [1, null, 'volcano', false]);
  await assert.rejects(whispers.whisper(manager, lesson.id, { content: ' ' }), { code: 'invalid-input' });
  await assert.rejects(whispers.whisper(manager, lesson.id, { content: 'x'.repeat(501) }), { code: 'invalid-input' });
});

databaseTest(
  'whispers are for staff of the class: nobody else finds one, and no record of a pupil names one',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { whispers, takeOvers, runningLessons } = app.services;
    const { manager, make, schoolId, lesson, join, managerId, parentId } = await runningLesson(db, app);
    const one = await join(0);
    const secret = 'He is from the Cohen family';
    const [noted] = await whispers.whisper(manager, lesson.id, { content: secret, sessionIds: [one.sessionId] });
    const stranger = actor(await make.classManager('of-others', schoolId, []), 'class manager', schoolId);
    await assert.rejects(whispers.listOf(stranger, lesson.id), { code: 'not-found' });
    await assert.rejects(whispers.withdraw(stranger, lesson.id, noted?.id ?? 0), { code: 'not-found' });
    for (const nobody of [one.own, actor(parentId, 'parent'), actor(managerId, 'school manager', schoolId)]) {
      await assert.rejects(whispers.listOf(nobody, lesson.id), { code: 'forbidden' });
      await assert.rejects(whispers.whisper(nobody, lesson.id, { content: 'no hints' }), { code: 'forbidden' });
    }
    await assert.rejects(whispers.whisper(manager, lesson.id, { content: 'x', sessionIds: [987_654] }), {
      code: 'not-found',
    });
    const log = await db.handle().selectFrom('audit_log').select(['action', 'student_id', 'details']).execute();
    const noting = log.filter(({ action }) => action === 'whisper to a teacher');
    assert.deepEqual([noting.length, noting[0]?.student_id], [1, null]);
    assert.equal(JSON.stringify(log).includes('Cohen'), false);
    assert.equal((await one.say('hint')).content.includes('Cohen'), false);
    // Who has answered in person begins anew with the teacher.
    app.clock.advance(1000);
    await takeOvers.takeOver(manager, lesson.id, one.sessionId);
    app.clock.advance(1000);
    await whispers.whisper(manager, lesson.id, { content: 'no hints', sessionIds: [one.sessionId] });
    await takeOvers.handBack(manager, lesson.id, one.sessionId);
    assert.deepEqual(
      (await whispers.listOf(manager, lesson.id)).map(({ withdrawnAt }) => withdrawnAt === null),
      [true, false],
    );
    await runningLessons.stop(manager, lesson.id);
    await assert.rejects(whispers.whisper(manager, lesson.id, { content: 'x' }), { code: 'invalid-session-state' });
  },
);
