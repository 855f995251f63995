import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { gatedModel } from '../../../test/support/gated-model.ts';
import { startScriptedTeacher } from '../../../test/support/scripted-teacher.ts';
import { activeSession, sessionStack } from '../../../test/support/session-stack.ts';
import { messagesOf, readTo, send, threeTogether } from '../../../test/support/three-together.ts';
import { ConsentRepo } from '../../data/consent/consent.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Purpose } from '../../domain/consent/purposes.ts';
import { DAY } from '../../shared/instant.ts';
import { RemoteConsentService } from './remote-consent.service.ts';

const FEEDBACK = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: null } as const;
const OPINION = ['{"score": null, "evidenceIds": [], ', '"description": "All of it was right."}'] as const;

const say = (db: DatabaseManager, studentId: number, purpose: Purpose, answer: 'yes' | 'no', byId: number, now = 0) =>
  new ConsentRepo(db).add([{ studentId, purpose, version: 1, answer, source: 'parent', byId, note: null, now }]);

const schoolAllows = (db: DatabaseManager, allows: boolean) =>
  db.run((handle) =>
    handle
      .updateTable('schools')
      .set({ unanswered_consent: allows ? 1 : 0 })
      .execute(),
  );

databaseTest(
  'at home a remote model is asked for as long as there is consent, and not at the next words after it',
  async (db) => {
    const taught = gatedModel();
    taught.open();
    const stack = sessionStack(db, { model: taught.model });
    const lesson = await activeSession(stack);
    const asksFor = async (words: string) => {
      const before = taught.calls.length;
      const { reply } = await lesson.say(words);
      assert.ok(reply.content.length > 0);
      return { asked: taught.calls.length > before, provider: reply.provider };
    };
    const { pupilId, parentId } = lesson;
    assert.equal((await asksFor('hint')).asked, true, 'the school of tests allows it while nobody has answered');
    await schoolAllows(db, false);
    assert.deepEqual(await asksFor('hint'), { asked: false, provider: 'embedded' });
    await say(db, pupilId, 'remote evaluator', 'yes', parentId);
    assert.equal((await asksFor('I am stuck')).asked, false, 'the other purpose is no consent to this one');
    await say(db, pupilId, 'remote teacher', 'yes', parentId);
    assert.equal((await asksFor('hint')).asked, true);
    await say(db, pupilId, 'remote teacher', 'no', parentId);
    await schoolAllows(db, true);
    assert.deepEqual(await asksFor('why?'), { asked: false, provider: 'embedded' });
  },
);

for (const [answer, asked] of [
  ['no', 0],
  ['yes', 1],
] as const) {
  databaseTest(
    `a session is evaluated ${asked ? 'by a remote model, too,' : 'on the evidence alone'} where the answer is ${answer}`,
    async (db) => {
      const evaluated = gatedModel(...OPINION);
      evaluated.open();
      const setting = { name: 'evaluator', provider: 'openai', baseUrl: null } as const;
      const stack = sessionStack(db, { evaluator: async () => ({ model: evaluated.model, setting }) });
      const lesson = await activeSession(stack);
      await schoolAllows(db, answer === 'no');
      await say(db, lesson.pupilId, 'remote evaluator', answer, lesson.parentId);
      for (let turn = 0; turn < 6; turn += 1) await lesson.say((await lesson.open())?.key.answer ?? '');
      await stack.lifecycle.endSession(lesson.actor, lesson.id, FEEDBACK);
      await stack.worker().runDue();
      assert.equal(evaluated.calls.length, asked);
      const found = (await stack.evaluationRepo.ofSessions([lesson.id])).get(lesson.id) ?? [];
      assert.deepEqual(found.map(({ kind }) => kind).sort(), ['investment', 'proficiency']);
    },
  );
}

databaseTest('in a group one member without consent is enough for the embedded tutor', async (db, t) => {
  const teacher = await startScriptedTeacher(t);
  teacher.says('Look at the number once more. Then write down what you get.');
  const names = { model: 'scripted-model', evaluatorModel: 'scripted-model', requestsPerMinute: null };
  const remoteModel = { provider: 'compatible', apiKey: 'none', baseUrl: teacher.baseUrl, ...names } as const;
  const app = await startTestApp(t, db, { config: { remoteModel } });
  const { sessionId, actors, managerId } = await threeTogether(db, app, 'group');
  const [noa, dan, third] = actors;
  assert.ok(noa && dan && third);
  assert.ok(teacher.requests.length > 0, 'all three may be heard by it');
  await say(db, third.userId, 'remote teacher', 'no', managerId);
  const before = teacher.requests.length;
  const count = (await messagesOf(app, noa, sessionId)).length;
  await send(app, noa, sessionId, 'hint');
  await readTo(app, noa, sessionId, count + 2);
  assert.equal(teacher.requests.length, before, 'Noa’s own words stay here as well');
  await say(db, third.userId, 'remote teacher', 'yes', managerId);
  await send(app, dan, sessionId, 'hint please');
  await readTo(app, dan, sessionId, count + 4);
  assert.ok(teacher.requests.length > before);
});

databaseTest(
  'a new version is asked again, and a yes to the old one holds for as long as the school says',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { pupilId, parentId, schoolId } = await smallSchool(db);
    const set = { unanswered_consent: 0, consent_grace_days: 10 };
    await db.run((handle) => handle.updateTable('schools').set(set).where('id', '=', schoolId).execute());
    const { clock } = app;
    const consents = new ConsentRepo(db);
    const old = new RemoteConsentService({ consents, clock, versionOf: () => 1 });
    const renewed = new RemoteConsentService({ consents, clock, versionOf: () => 2 });
    const allows = (service: RemoteConsentService) => service.allows('remote teacher', [pupilId]);
    assert.equal(await allows(old), false);
    await say(db, pupilId, 'remote teacher', 'yes', parentId, clock.now());
    assert.equal(await allows(old), true);
    assert.equal(await allows(renewed), true, 'nobody has begun to ask it');
    await renewed.begin();
    await renewed.begin();
    clock.advance(9 * DAY);
    assert.equal(await allows(renewed), true);
    clock.advance(2 * DAY);
    assert.equal(await allows(renewed), false);
    assert.equal(await renewed.allows('remote teacher', []), false, 'nobody');
    assert.equal(await renewed.allows('remote teacher', [999_999]), false, 'nobody that there is');
  },
);
