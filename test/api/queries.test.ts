import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { startTestApp } from '../support/app.ts';
import { type Client, login } from '../support/client.ts';
import { smallSchool, unitDraft } from '../support/factory.ts';
import { activeSession, END } from '../support/study.ts';

/** A school on a database that counts its queries. */
async function counted(t: TestContext) {
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, () => {
    queries += 1;
  });
  await db.createTables();
  t.after(() => db.close());
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const queriesOf = async (client: Client, path: string) => {
    queries = 0;
    assert.equal((await client.get(path)).status, 200, path);
    return queries;
  };
  return { ...school, app, queriesOf };
}

test('however much has been studied, every read asks the database the same number of times', async (t) => {
  const { app, make, pupilId, courseId, queriesOf } = await counted(t);
  const [pupil, parent] = [await login(app, 'pupil'), await login(app, 'parent')];
  const study = async () => {
    const id = await activeSession(pupil, courseId);
    const say = (clientId: string) =>
      pupil.post(`/api/v1/study-sessions/home/${id}/messages`, { clientId, content: 'help' });
    for (let count = 0; count < 3; count += 1) await say(`m${count}`);
    await pupil.post(`/api/v1/study-sessions/home/${id}/end`, END);
    await app.worker.runDue();
    return id;
  };
  const first = await study();
  const paths = (session: number): [Client, string][] => [
    [pupil, '/api/v1/courses'],
    [pupil, `/api/v1/courses/${courseId}`],
    [pupil, '/api/v1/courses/prioritized'],
    [pupil, '/api/v1/study-plan?minutes=60'],
    [pupil, '/api/v1/progress'],
    [pupil, '/api/v1/history?limit=100'],
    [pupil, '/api/v1/tests'],
    [pupil, `/api/v1/study-sessions/home/${session}`],
    [pupil, `/api/v1/study-sessions/home/${session}/messages`],
    [pupil, `/api/v1/study-sessions/home/${session}/evaluations`],
    [parent, '/api/v1/children'],
    [parent, `/api/v1/children/${pupilId}/progress`],
    [parent, `/api/v1/children/${pupilId}/sessions?limit=100`],
    [parent, `/api/v1/children/${pupilId}/sessions/${session}/transcript`],
  ];
  const count = async (session: number) => {
    const found: Record<string, number> = {};
    for (const [client, path] of paths(session)) {
      found[path.replace(`home/${session}`, 'home/:id').replace(`sessions/${session}`, 'sessions/:id')] =
        await queriesOf(client, path);
    }
    return found;
  };
  await count(first);
  const before = await count(first);
  for (let sessions = 0; sessions < 6; sessions += 1) await study();
  for (let courses = 0; courses < 5; courses += 1) {
    const units = Array.from({ length: 8 }, (_, index) => unitDraft(`Unit ${index}`, 2));
    await make.enrol(pupilId, await make.course({ name: `More ${courses}`, units }));
  }
  const last = await study();
  // What the new courses are called and taught is read once.
  await count(last);
  assert.deepEqual(await count(last), before);
  t.diagnostic(
    Object.entries(before)
      .map(([path, queries]) => `${queries} ${path}`)
      .join('\n'),
  );
});
