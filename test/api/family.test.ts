import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { DAY, HOUR, MINUTE } from '../../src/shared/instant.ts';
import { startTestApp } from '../support/app.ts';
import { type Client, login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { activeSession, END, field } from '../support/study.ts';

async function family(t: TestContext, db: DatabaseManager) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  return { ...school, app, pupil: await login(app, 'pupil'), parent: await login(app, 'parent') };
}

const policy = (db: DatabaseManager, transcript_policy: 'off' | 'summary' | 'full') =>
  db.run((handle) => handle.updateTable('schools').set({ transcript_policy }).execute());

async function studied(pupil: Client, courseId: number): Promise<number> {
  const id = await activeSession(pupil, courseId);
  const say = (clientId: string, content: string) =>
    pupil.post(`/api/v1/study-sessions/home/${id}/messages`, { clientId, content });
  await say('one', '42');
  await say('two', 'may I have a hint?');
  await pupil.post(`/api/v1/study-sessions/home/${id}/end`, { ...END, feedback: 'for the teacher only' });
  return id;
}

databaseTest(
  'the school decides what parents read: nothing, how it went, or what was said; reading is written down',
  async (db, t) => {
    const { app, pupil, parent, pupilId, courseId, parentId } = await family(t, db);
    const id = await studied(pupil, courseId);
    const read = () => parent.get(`/api/v1/children/${pupilId}/sessions/${id}/transcript`);
    const audited = () =>
      db.run((handle) =>
        handle
          .selectFrom('audit_log')
          .select(['actor_id', 'student_id', 'details'])
          .where('action', '=', 'read a transcript')
          .execute(),
      );
    await policy(db, 'off');
    assert.deepEqual((await read()).json, { policy: 'off' });
    assert.deepEqual(await audited(), [], 'nothing was read');
    await policy(db, 'summary');
    const summary = await read();
    assert.ok(!summary.text.includes('42') && !summary.text.includes('may I have'), 'nobody’s words');
    const [question] = field(summary, 'questions') as { verdict: string; tries: number; hintsUsed: number }[];
    assert.deepEqual([question?.verdict, question?.tries], ['incorrect', 1]);
    await policy(db, 'full');
    const full = await read();
    assert.match(full.text, /may I have a hint/);
    assert.ok(!full.text.includes('for the teacher only'));
    const rows = await audited();
    assert.deepEqual(
      rows.map((row) => ({ ...row, details: JSON.parse(row.details) })),
      ['summary', 'full'].map((kind) => ({
        actor_id: parentId,
        student_id: pupilId,
        details: { sessionId: id, policy: kind },
      })),
    );
    await db.run((handle) => handle.updateTable('parents_students').set({ status: 'blocked' }).execute());
    assert.equal((await read()).status, 404, 'blocked, at once');
    assert.deepEqual((await parent.get('/api/v1/children')).json, []);
    assert.ok(app);
  },
);

databaseTest('a parent reads sessions of the own child only, also under the own child’s address', async (db, t) => {
  const { app, parent, pupilId, courseId } = await family(t, db);
  await policy(db, 'full');
  const mate = await login(app, 'mate');
  const id = await studied(mate, courseId);
  assert.equal((await parent.get(`/api/v1/children/${pupilId}/sessions/${id}/transcript`)).status, 404);
});

databaseTest('a grade is seen once it is released, by the pupil and the parents alike', async (db, t) => {
  const { app, pupil, parent, pupilId, courseId, make } = await family(t, db);
  await make.course({
    name: 'Numbers',
    tests: [{ name: 'First quiz', type: 'quiz', durationMinutes: 30, units: { Adding: 1 } }],
  });
  const test = await db.run((handle) => handle.selectFrom('tests').select('id').executeTakeFirstOrThrow());
  const sitting = {
    test_id: test.id,
    student_id: pupilId,
    sitting: 1,
    status: 'failed' as const,
    phase: 'marked' as const,
  };
  await db.run((handle) =>
    handle
      .insertInto('tests_students')
      .values({ ...sitting, date: toStored(app.clock.now() - DAY), final_grade: 41 })
      .execute(),
  );
  const seen = async () => {
    const [own] = (await pupil.get('/api/v1/tests')).json as Record<string, unknown>[];
    const [theirs] = field(await parent.get(`/api/v1/children/${pupilId}/progress`), 'tests') as Record<
      string,
      unknown
    >[];
    assert.deepEqual(own, theirs);
    return [own?.finalGrade, own?.status, own?.phase];
  };
  assert.deepEqual(await seen(), [null, 'scheduled', 'marked']);
  await db.run((handle) => handle.updateTable('tests_students').set({ phase: 'released' }).execute());
  assert.deepEqual(await seen(), [41, 'failed', 'released']);
  assert.ok(courseId);
});

databaseTest('the history pages through all sessions, newest first, each once', async (db, t) => {
  const { app, pupil, parent, pupilId, courseId } = await family(t, db);
  const ids: number[] = [];
  for (let count = 0; count < 5; count += 1) {
    app.clock.advance(HOUR);
    const id = await activeSession(pupil, courseId);
    app.clock.advance(10 * MINUTE);
    await pupil.post(`/api/v1/study-sessions/home/${id}/end`, END);
    ids.unshift(id);
  }
  const walked = async (client: Client, path: string) => {
    const found: number[] = [];
    for (let next: string | undefined = `${path}?limit=2`; next !== undefined; ) {
      const answer = await client.get(next);
      found.push(...(answer.json as { id: number; activeMinutes: number }[]).map((session) => session.id));
      next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1];
    }
    return found;
  };
  assert.deepEqual(await walked(pupil, '/api/v1/history'), ids);
  assert.deepEqual(await walked(parent, `/api/v1/children/${pupilId}/sessions`), ids);
  const week = field(await parent.get(`/api/v1/children/${pupilId}/progress`), 'week') as Record<string, number>;
  assert.deepEqual([week.sessions, week.activeMinutes], [5, 50]);
});
