import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { gatedModel } from '../../../test/support/gated-model.ts';
import { activeSession, type SessionStack, sessionStack } from '../../../test/support/session-stack.ts';
import { EVALUATE_SESSION } from '../../data/jobs/job-kinds.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { JobHandler } from '../jobs/job-worker.service.ts';

const FEEDBACK = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: null } as const;

/** A session with so many right answers that has ended. */
async function ended(stack: SessionStack, answers: number): Promise<number> {
  const lesson = await activeSession(stack);
  for (let turn = 0; turn < answers; turn += 1) await lesson.say((await lesson.open())?.key.answer ?? '');
  await stack.lifecycle.endSession(lesson.actor, lesson.id, FEEDBACK);
  return lesson.id;
}

async function kindsOf(stack: SessionStack, id: number): Promise<string[]> {
  const found = (await stack.evaluationRepo.ofSessions([id])).get(id) ?? [];
  return found.map((evaluation) => evaluation.kind).sort();
}

databaseTest('two workers at once evaluate a session exactly once for each kind', async (db) => {
  const stack = sessionStack(db);
  const id = await ended(stack, 6);
  const done = await Promise.all([stack.worker().runDue(), stack.worker().runDue(), stack.worker().runDue()]);
  assert.equal(
    done.reduce((sum, jobs) => sum + jobs, 0),
    1,
  );
  assert.deepEqual(await kindsOf(stack, id), ['investment', 'proficiency']);
  assert.equal(await stack.jobs.findState(EVALUATE_SESSION, `home:${id}`), 'done');
});

databaseTest('a worker that slept longer than its lease writes nothing when it wakes', async (db) => {
  const stack = sessionStack(db);
  const id = await ended(stack, 6);
  const asleep = Promise.withResolvers<void>();
  const leased = Promise.withResolvers<void>();
  const sleeper: JobHandler = {
    kind: EVALUATE_SESSION,
    async run(job, lease, signal) {
      leased.resolve();
      await asleep.promise;
      await stack.evaluations.run(job, lease, signal);
    },
  };
  const slow = stack.worker(sleeper).runDue();
  await leased.promise;
  assert.equal(await stack.worker().runDue(), 0, 'the lease is respected');
  stack.clock.advance(3 * MINUTE);
  assert.equal(await stack.worker().runDue(), 1);
  const before = (await stack.evaluationRepo.ofSessions([id])).get(id);
  asleep.resolve();
  await slow;
  assert.deepEqual((await stack.evaluationRepo.ofSessions([id])).get(id), before);
  assert.deepEqual(await kindsOf(stack, id), ['investment', 'proficiency']);
  assert.equal(await stack.jobs.findState(EVALUATE_SESSION, `home:${id}`), 'done');
});

databaseTest('a worker that fails tries again later, and the session is evaluated once', async (db) => {
  const stack = sessionStack(db);
  const id = await ended(stack, 6);
  let tries = 0;
  const worker = stack.worker({
    kind: EVALUATE_SESSION,
    async run(job, lease, signal) {
      tries += 1;
      if (tries < 3) throw new Error('the disk is full');
      await stack.evaluations.run(job, lease, signal);
    },
  });
  await worker.runDue();
  assert.deepEqual(await kindsOf(stack, id), []);
  await worker.runDue();
  assert.equal(tries, 1, 'not at once again');
  for (let wait = 0; wait < 3; wait += 1) {
    stack.clock.advance(MINUTE);
    await worker.runDue();
  }
  assert.equal(tries, 3);
  assert.deepEqual(await kindsOf(stack, id), ['investment', 'proficiency']);
});

databaseTest('too few answers bring no score and say so', async (db) => {
  const stack = sessionStack(db);
  const id = await ended(stack, 2);
  await stack.worker().runDue();
  const proficiency = (await stack.evaluationRepo.ofSessions([id])).get(id)?.find((one) => one.kind === 'proficiency');
  assert.ok(proficiency);
  assert.equal(proficiency.score, null);
  assert.match(proficiency.description, /at least 5/);
});

databaseTest('verdicts that are corrected while a model reads the session decide its evaluation alone', async (db) => {
  const { model, called, open } = gatedModel(
    '{"score": null, "evidenceIds": [], ',
    '"description": "All of it was right."}',
  );
  const stack = sessionStack(db, {
    evaluator: async () => ({ model, setting: { name: 'model-1', provider: 'openai', baseUrl: null } }),
  });
  const id = await ended(stack, 6);
  const evaluated = stack.worker().runDue();
  await called(1);
  await db.run((handle) => handle.updateTable('attempts').set({ verdict: 'incorrect' }).execute());
  open();
  await evaluated;
  const given = (await stack.evaluationRepo.ofSessions([id])).get(id)?.find((one) => one.kind === 'proficiency');
  assert.match(given?.description ?? '', /0 of 6/);
  assert.doesNotMatch(given?.description ?? '', /All of it was right/);
});
