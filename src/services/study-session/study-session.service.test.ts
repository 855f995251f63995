import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { activeSession, asPupil, sessionStack } from '../../../test/support/session-stack.ts';
import { EVALUATE_SESSION } from '../../data/jobs/job-kinds.ts';
import { ActiveSessionExistsError, InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { timeStudied } from '../../domain/study-session/study-session.ts';
import { HOUR, MINUTE } from '../../shared/instant.ts';

const FEEDBACK = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: null } as const;

databaseTest('a pupil has one live session; the second is told which it is', async (db) => {
  const stack = sessionStack(db);
  const { actor, courseId, id, mateId } = await activeSession(stack);
  const wish = { type: 'homework', courseId, emotionalStateBefore: 'neutral' } as const;
  await assert.rejects(
    stack.lifecycle.createHomeStudySession(actor, wish),
    (error: unknown) => error instanceof ActiveSessionExistsError && error.message.length > 0,
  );
  const mate = asPupil(mateId, 'Dan');
  const both = await Promise.allSettled([
    stack.lifecycle.createHomeStudySession(mate, wish),
    stack.lifecycle.createHomeStudySession(mate, wish),
  ]);
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await stack.sessions.findLive(actor.userId))?.id, id);
});

databaseTest(
  'a session that nobody starts is cancelled, one that nobody touches is paused, then ended and evaluated',
  async (db) => {
    const stack = sessionStack(db);
    const { actor, id, courseId, mateId } = await activeSession(stack);
    const mate = asPupil(mateId, 'Dan');
    const pending = await stack.lifecycle.createHomeStudySession(mate, {
      type: 'homework',
      courseId,
      emotionalStateBefore: 'neutral',
    });
    const status = async (session: number) => (await stack.sessions.find(session))?.status;
    stack.clock.advance(4 * MINUTE);
    assert.equal(await stack.lifecycle.expireSessions(), 0);
    stack.clock.advance(2 * MINUTE);
    assert.equal(await stack.lifecycle.expireSessions(), 1);
    assert.deepEqual([await status(pending.id), await status(id)], ['cancelled', 'active']);
    assert.equal(await stack.sessions.findLive(mateId), undefined, 'the place is free again');

    stack.clock.advance(25 * MINUTE);
    await stack.lifecycle.expireSessions();
    assert.equal(await status(id), 'paused');
    await stack.lifecycle.resumeSession(actor, id);
    stack.clock.advance(12 * HOUR);
    await stack.lifecycle.expireSessions();
    const ended = await stack.sessions.find(id);
    assert.deepEqual([ended?.status, ended?.endReason], ['completed', 'expired']);
    assert.equal(await stack.jobs.findState(EVALUATE_SESSION, `home:${id}`), 'queued');
    assert.equal(await stack.lifecycle.expireSessions(), 0, 'and nothing is left to do');
    const came = await db.run((handle) =>
      handle
        .selectFrom('home_sessions_students')
        .select(['home_session_id', 'is_attendant'])
        .orderBy('home_session_id')
        .execute(),
    );
    assert.deepEqual(
      came.map((row) => [row.home_session_id === id, row.is_attendant]),
      [
        [true, 1],
        [false, 0],
      ],
      'who starts a session attends it',
    );
  },
);

databaseTest('time paused is not time studied, and no pause stays open', async (db) => {
  const stack = sessionStack(db);
  const { actor, id } = await activeSession(stack);
  stack.clock.advance(10 * MINUTE);
  await stack.lifecycle.pauseSession(actor, id);
  stack.clock.advance(20 * MINUTE);
  await stack.lifecycle.resumeSession(actor, id);
  stack.clock.advance(5 * MINUTE);
  await stack.lifecycle.pauseSession(actor, id);
  stack.clock.advance(3 * MINUTE);
  const ended = await stack.lifecycle.endSession(actor, id, FEEDBACK);
  const pauses = (await stack.sessions.pausesOf([id])).get(id) ?? [];
  assert.ok(pauses.every((pause) => pause.end !== null));
  assert.equal(timeStudied({ start: ended.start, end: ended.end, pauses }, stack.clock.now()), 15 * MINUTE);
});

databaseTest('a change that is repeated changes nothing, an impossible one is refused with the state', async (db) => {
  const stack = sessionStack(db);
  const { actor, id } = await activeSession(stack);
  const paused = await stack.lifecycle.pauseSession(actor, id);
  assert.deepEqual(await stack.lifecycle.pauseSession(actor, id), paused);
  await stack.lifecycle.endSession(actor, id, FEEDBACK);
  for (const way of ['resumeSession', 'cancelSession'] as const) {
    await assert.rejects(
      stack.lifecycle[way](actor, id),
      (error: unknown) => error instanceof InvalidSessionStateError && /completed/.test(error.message),
      way,
    );
  }
});

databaseTest('of many who end a session at once one does, and one evaluation is queued', async (db) => {
  const stack = sessionStack(db);
  const { actor, id } = await activeSession(stack);
  const ends = await Promise.allSettled(
    Array.from({ length: 10 }, () => stack.lifecycle.endSession(actor, id, FEEDBACK)),
  );
  assert.ok(ends.every((end) => end.status === 'fulfilled' && end.value.status === 'completed'));
  assert.deepEqual(await stack.jobs.count(), { queued: 1 });
});
