import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { gatedModel } from '../../../test/support/gated-model.ts';
import { startScriptedTeacher } from '../../../test/support/scripted-teacher.ts';
import { activeSession, sessionStack } from '../../../test/support/session-stack.ts';
import { messagesOf, readTo, send, threeTogether } from '../../../test/support/three-together.ts';
import type { ModelRequest } from '../../agents/model/language-model.ts';
import { withPermits } from '../../agents/model/permitted.model.ts';
import { BudgetRepo } from '../../data/budgets/budget.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AiLimits } from '../../domain/budgets/budgets.ts';
import { civilDay, machineTimeZone } from '../../shared/calendar.ts';
import { HOUR, MINUTE } from '../../shared/instant.ts';

const NONE: AiLimits = {
  monthlyMicros: null,
  monthlyTokens: null,
  classDailyTokens: null,
  pupilDailyTokens: 1_000_000_000,
};

const setLimits = (db: DatabaseManager, schoolId: number, userId: number, limits: Partial<AiLimits>) =>
  new BudgetRepo(db).save(schoolId, { ...NONE, ...limits }, { userId, now: 0 });

const rowsOf = (db: DatabaseManager, table: 'calls_under_way' | 'model_calls') =>
  db.run((handle) => handle.selectFrom(table).select('id').execute());

/** A lesson that is under way with a remote model whose every call uses 600 tokens. */
async function taught(db: DatabaseManager) {
  const { model, calls, open } = gatedModel();
  open();
  const stack = sessionStack(db, { model });
  const lesson = await activeSession(stack);
  const set = (limits: Partial<AiLimits>) => setLimits(db, lesson.schoolId, lesson.parentId, limits);
  return { stack, lesson, calls, set };
}

for (const [kind, field] of [
  ['pupil', 'pupilDailyTokens'],
  ['class', 'classDailyTokens'],
  ['school', 'monthlyTokens'],
] as const) {
  databaseTest(`the limit of a ${kind} bites in the middle of a conversation, and the tutor goes on`, async (db) => {
    const { stack, lesson, calls, set } = await taught(db);
    const { pupilId, schoolId } = lesson;
    const asked = { purpose: 'remote teacher', studentId: pupilId, schoolId, words: { of: [pupilId] } } as const;
    assert.equal(await stack.remoteCalls.heldBackBy(asked), null);
    await set({ [field]: 1_000_000 });
    assert.equal((await lesson.say('hint')).reply.provider, 'openai');
    // 1,200 are used; what is left is less than one more call may take.
    await set({ [field]: 1400 });
    const { reply } = await lesson.say('I am stuck');
    assert.deepEqual([reply.provider, reply.state, calls.length], ['embedded', 'complete', 2]);
    assert.equal(await stack.remoteCalls.heldBackBy(asked), kind);
    assert.deepEqual(await rowsOf(db, 'calls_under_way'), [], 'nothing is held any more');
    await set({ [field]: 1_000_000 });
    assert.equal((await lesson.say('why?')).reply.provider, 'openai', 'it counts from the next call on');
  });
}

databaseTest('at the limit a session is evaluated on the evidence alone', async (db) => {
  const evaluated = gatedModel('{"score": null, "evidenceIds": [], ', '"description": "All of it was right."}');
  evaluated.open();
  const setting = { name: 'evaluator', provider: 'openai', baseUrl: null } as const;
  const stack = sessionStack(db, { evaluator: async () => ({ model: evaluated.model, setting }) });
  const lesson = await activeSession(stack);
  const evaluate = async () => {
    for (let turn = 0; turn < 6; turn += 1) await lesson.say((await lesson.open())?.key.answer ?? '');
    const feedback = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: null } as const;
    await stack.lifecycle.endSession(lesson.actor, lesson.id, feedback);
    await stack.worker().runDue();
  };
  // There is room for the work, but not for what a call of it may take.
  await setLimits(db, lesson.schoolId, lesson.parentId, { classDailyTokens: 50 });
  await evaluate();
  assert.equal(evaluated.calls.length, 0);
  assert.deepEqual(await rowsOf(db, 'model_calls'), [], 'a call that was not made is not booked');
  const found = (await stack.evaluationRepo.ofSessions([lesson.id])).get(lesson.id) ?? [];
  assert.deepEqual(found.map(({ kind }) => kind).sort(), ['investment', 'proficiency']);
});

databaseTest(
  'the chat page says in plain words that the built-in tutor goes on, and no more when it does not',
  async (db, t) => {
    const teacher = await startScriptedTeacher(t);
    teacher.says('Look at the number once more. Then write down what you get.');
    const names = { model: 'scripted-model', evaluatorModel: 'scripted-model', requestsPerMinute: null };
    const remoteModel = { provider: 'compatible', apiKey: 'none', baseUrl: teacher.baseUrl, ...names } as const;
    const app = await startTestApp(t, db, { config: { remoteModel } });
    const { courseId, schoolId, managerId } = await smallSchool(db);
    const noa = await login(app, 'pupil');
    const wish = { type: 'homework', courseId, emotionalStateBefore: 'neutral' };
    const made = await noa.post('/api/v1/study-sessions/home', wish);
    const { id } = made.json as { id: number };
    const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const say = async (words: string) => {
      await noa.post(
        `/study/home/${id}/messages`,
        new URLSearchParams({ clientId: words, content: words }).toString(),
        form,
      );
      return (await noa.get(`/study/home/${id}`)).text;
    };
    await noa.post(`/study/home/${id}/start`, '', form);
    const said = /used up its AI budget for this month, so the built-in tutor goes on/;
    assert.doesNotMatch(await say('hint'), said);
    const asked = teacher.requests.length;
    await setLimits(db, schoolId, managerId, { monthlyTokens: 20 });
    assert.match(await say('hint please'), said);
    assert.equal(teacher.requests.length, asked);
    await setLimits(db, schoolId, managerId, { monthlyTokens: 1_000_000 });
    assert.doesNotMatch(await say('I am stuck'), said);
    assert.ok(teacher.requests.length > asked);
    const answered = teacher.requests.length;
    await db.run((handle) => handle.updateTable('schools').set({ unanswered_consent: 0 }).execute());
    assert.match(await say('what is next'), /may not read your words: nobody has said yes/);
    assert.equal(teacher.requests.length, answered);
  },
);

databaseTest('in a lesson at school the same limits hold', async (db, t) => {
  const teacher = await startScriptedTeacher(t);
  teacher.says('Look at the number once more. Then write down what you get.');
  const names = { model: 'scripted-model', evaluatorModel: 'scripted-model', requestsPerMinute: null };
  const remoteModel = { provider: 'compatible', apiKey: 'none', baseUrl: teacher.baseUrl, ...names } as const;
  const app = await startTestApp(t, db, { config: { remoteModel } });
  const { sessionId, actors, managerId } = await threeTogether(db, app, 'group');
  const [noa] = actors;
  assert.ok(noa && teacher.requests.length > 0);
  const asked = teacher.requests.length;
  const count = (await messagesOf(app, noa, sessionId)).length;
  const { id: schoolId } = await db.run((handle) =>
    handle.selectFrom('schools').select('id').executeTakeFirstOrThrow(),
  );
  await setLimits(db, schoolId, managerId, { classDailyTokens: 30 });
  await send(app, noa, sessionId, 'hint');
  await readTo(app, noa, sessionId, count + 2);
  assert.equal(teacher.requests.length, asked);
});

databaseTest('a budget in dollars bites by the prices that were entered', async (db) => {
  const { lesson, calls, set } = await taught(db);
  const price = {
    version: '1',
    provider: 'openai',
    status: 'operational',
    input_price: 1e6,
    output_price: 1e6,
  } as const;
  await db.run((handle) =>
    handle
      .insertInto('ai_models')
      .values({ name: 'model-1', ...price })
      .execute(),
  );
  await set({ monthlyMicros: 1_000_000 });
  assert.equal((await lesson.say('hint')).reply.provider, 'openai');
  await set({ monthlyMicros: 700 });
  assert.equal((await lesson.say('hint')).reply.provider, 'embedded');
  assert.equal(calls.length, 2);
});

databaseTest('twenty calls at once never pass a limit together, also from two processes', async (db) => {
  const { stack, lesson, set } = await taught(db);
  const other = sessionStack(db, { clock: stack.clock });
  const { pupilId, schoolId } = lesson;
  const used = await stack.agents.tokensOn(pupilId, civilDay(stack.clock.now(), machineTimeZone()));
  for (const field of ['pupilDailyTokens', 'classDailyTokens', 'monthlyTokens'] as const) {
    await set({ [field]: used + 5 * 1000 + 999 });
    const work = { purpose: 'remote teacher', studentId: pupilId, schoolId, words: { of: [pupilId] } } as const;
    const permits = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? stack : other).remoteCalls.permit(work)),
    );
    const most = { inputTokens: 600, outputTokens: 400 };
    const held = await Promise.all(permits.map((permit) => permit?.hold(most, 'model-1')));
    assert.equal(held.filter(Boolean).length, 5, field);
    assert.equal((await rowsOf(db, 'calls_under_way')).length, 5);
    await Promise.all(permits.map((permit) => permit?.release()));
    assert.deepEqual(await rowsOf(db, 'calls_under_way'), []);
  }
});

databaseTest(
  'what was held by somebody who is gone is free after a while; what is booked takes its place',
  async (db) => {
    const { stack, lesson, set } = await taught(db);
    const { pupilId, schoolId } = lesson;
    const used = await stack.agents.tokensOn(pupilId, civilDay(stack.clock.now(), machineTimeZone()));
    await set({ pupilDailyTokens: used + 1500 });
    const work = { purpose: 'remote teacher', studentId: pupilId, schoolId, words: { of: [pupilId] } } as const;
    const most = { inputTokens: 600, outputTokens: 400 };
    const first = await stack.remoteCalls.permit(work);
    const second = await stack.remoteCalls.permit(work);
    assert.equal(await first?.hold(most, 'model-1'), true);
    assert.equal(await second?.hold(most, 'model-1'), false);
    stack.clock.advance(16 * MINUTE);
    assert.equal(await second?.hold(most, 'model-1'), true, 'the first has expired');
    await second?.used({ inputTokens: 300, outputTokens: 100 }, 'model-1');
    const call = { purpose: 'teach', provider: 'openai', model: 'model-1', costMicros: null, milliseconds: 1 };
    const at = stack.clock.now();
    await second?.book({ ...call, at, inputTokens: 300, outputTokens: 100, outcome: 'complete' });
    assert.equal(await stack.agents.tokensOn(pupilId, civilDay(at, machineTimeZone())), used + 400);
    assert.deepEqual(await rowsOf(db, 'calls_under_way'), []);
    const third = await stack.remoteCalls.permit(work);
    assert.equal(await third?.hold(most, 'model-1'), true, 'there is room again for what was not used');
  },
);

databaseTest('the school manager is told once a month that most of the budget is used', async (db) => {
  const { stack, lesson, set } = await taught(db);
  await set({ monthlyTokens: 20_000 });
  await lesson.say('hint');
  assert.deepEqual(stack.told, [], 'six hundredths are not most of it');
  const work = { purpose: 'remote teacher', schoolId: lesson.schoolId } as const;
  const of = { studentId: lesson.pupilId, words: { of: [lesson.pupilId] } };
  const spend = async () => {
    const permit = await stack.remoteCalls.permit({ ...work, ...of });
    const call = { purpose: 'teach', provider: 'openai', model: 'm', costMicros: null, milliseconds: 1 };
    const tokens = { inputTokens: 7000, outputTokens: 500 };
    await permit?.book({ ...call, ...tokens, at: stack.clock.now(), outcome: 'complete' });
  };
  await spend();
  assert.deepEqual(stack.told, []);
  await spend();
  assert.deepEqual(
    stack.told.map(({ kind, data }) => [kind, data]),
    [['ai budget', { percent: 81 }]],
  );
  await spend();
  assert.equal(stack.told.length, 1);
  stack.clock.advance(31 * 24 * HOUR);
  await set({ monthlyTokens: 9000 });
  await spend();
  assert.equal(stack.told.length, 2, 'another month');
});

databaseTest('a permit that was given stands only as long as there is consent and room', async (db) => {
  const { stack, lesson, set } = await taught(db);
  const { pupilId, schoolId } = lesson;
  const work = { purpose: 'remote teacher', studentId: pupilId, schoolId, words: { of: [pupilId] } } as const;
  const permit = await stack.remoteCalls.permit(work);
  assert.equal(await permit?.stands(), true);
  assert.deepEqual(await rowsOf(db, 'calls_under_way'), [], 'asking holds nothing');
  await set({ pupilDailyTokens: 1 });
  assert.equal(await permit?.stands(), false);
  await set({ pupilDailyTokens: 100_000 });
  assert.equal(await permit?.stands(), true);
  await db.run((handle) => handle.updateTable('schools').set({ unanswered_consent: 0 }).execute());
  assert.equal(await permit?.stands(), false);
});

test('a remote model that nobody got a permit for is not asked', async () => {
  const { model, calls } = gatedModel();
  const request: ModelRequest = { purpose: 'teach', model: 'm', system: '', messages: [], maxTokens: 10 };
  const ask = async (asked: ModelRequest) => {
    for await (const _ of withPermits(model).stream(asked)) assert.fail('it says nothing');
  };
  await assert.rejects(ask(request), { kind: 'not permitted' });
  const permit = { stands: async () => true, hold: async () => false, used: async () => {} };
  await assert.rejects(ask({ ...request, permit }), { kind: 'not permitted' });
  assert.equal(calls.length, 0);
});
