import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { gatedModel } from '../../../test/support/gated-model.ts';
import { activeSession, sessionStack } from '../../../test/support/session-stack.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';

const FEEDBACK = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: null } as const;
const OPINION = ['{"score": null, "evidenceIds": [], ', '"description": "All of it was right."}'] as const;

async function addModel(db: DatabaseManager, name: string, status: 'operational' | 'deprecated'): Promise<number> {
  const values = { name, version: '1', provider: 'openai', status } as const;
  const row = await db.run((handle) => handle.insertInto('ai_models').values(values).executeTakeFirstOrThrow());
  return Number(row.insertId);
}

/** Teaches and evaluates a session, with another model for each, and says what was asked of which. */
async function asked(db: DatabaseManager, prepare: () => Promise<void>) {
  const [taught, evaluated] = [gatedModel(), gatedModel(...OPINION)];
  taught.open();
  evaluated.open();
  const setting = { name: 'evaluator of the setting', provider: 'openai', baseUrl: null } as const;
  const stack = sessionStack(db, {
    model: taught.model,
    evaluator: async () => ({ model: evaluated.model, setting }),
  });
  const lesson = await activeSession(stack);
  // The agents are the operator's to change at any time: what is asked next is asked as they are then.
  await prepare();
  for (let turn = 0; turn < 6; turn += 1) await lesson.say((await lesson.open())?.key.answer ?? '');
  await stack.lifecycle.endSession(lesson.actor, lesson.id, FEEDBACK);
  await stack.worker().runDue();
  const [teaching] = taught.calls.slice(-1).map(({ request }) => request.model);
  const [evaluation] = evaluated.calls.map(({ request: { model, temperature, maxTokens } }) => ({
    model,
    temperature,
    maxTokens,
  }));
  return { teaching, evaluation };
}

async function nameModels(db: DatabaseManager, { teacher, subject }: { teacher?: number; subject?: number }) {
  await db.run((handle) =>
    handle
      .updateTable('teachers')
      .set({ ai_model_id: teacher ?? null })
      .execute(),
  );
  await db.run((handle) =>
    handle
      .updateTable('subjects')
      .set({ ai_model_id: subject ?? null })
      .execute(),
  );
}

const addEvaluator = (db: DatabaseManager, status: 'operational' | 'disabled', model: number | null) =>
  db.run((handle) =>
    handle
      .insertInto('evaluators')
      .values({ name: 'Strict', ai_model_id: model, temperature: 0.1, max_tokens: 700, status })
      .execute(),
  );

databaseTest('where no model is named, teacher and evaluator ask that of the setting, in the usual way', async (db) => {
  assert.deepEqual(await asked(db, async () => {}), {
    teaching: 'model-1',
    evaluation: { model: 'evaluator of the setting', temperature: 0.3, maxTokens: 1000 },
  });
});

databaseTest("the subject's model is asked by both, and an agent's own goes before it", async (db) => {
  const found = await asked(db, async () => {
    await nameModels(db, {
      teacher: await addModel(db, 'of the teacher', 'operational'),
      subject: await addModel(db, 'of the subject', 'operational'),
    });
    await addEvaluator(db, 'disabled', null);
    await addEvaluator(db, 'operational', null);
  });
  assert.deepEqual(found, {
    teaching: 'of the teacher',
    evaluation: { model: 'of the subject', temperature: 0.1, maxTokens: 700 },
  });
});

databaseTest('a model that is out of use is asked by nobody', async (db) => {
  const found = await asked(db, async () => {
    const old = await addModel(db, 'old', 'deprecated');
    await nameModels(db, { teacher: old, subject: await addModel(db, 'of the subject', 'operational') });
    await addEvaluator(db, 'operational', old);
  });
  assert.equal(found.teaching, 'of the subject');
  assert.equal(found.evaluation?.model, 'of the subject');
});

databaseTest('where every evaluator is out of use no model is asked, and the evidence decides', async (db) => {
  const { evaluation } = await asked(db, () => addEvaluator(db, 'disabled', null).then(() => {}));
  assert.equal(evaluation, undefined);
});
