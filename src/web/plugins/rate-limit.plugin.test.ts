import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { activeSession, codeOf } from '../../../test/support/study.ts';

test('messages to the teacher have a limit of their own', async (t) => {
  const db = await openSqlite(t);
  const { courseId } = await smallSchool(db);
  const app = await startTestApp(t, db, { rateLimits: { person: 1000, address: 1000, messages: 3 } });
  const pupil = await login(app, 'pupil');
  const id = await activeSession(pupil, courseId);
  const say = (clientId: string) =>
    pupil.post(`/api/v1/study-sessions/home/${id}/messages`, { clientId, content: 'hello' });
  assert.equal((await say('a')).status, 200);
  assert.equal((await say('b')).status, 200);
  assert.equal((await say('c')).status, 200);
  const refused = await say('d');
  assert.deepEqual([refused.status, codeOf(refused)], [429, 'too-many']);
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  assert.equal((await pupil.get(`/study/home/${id}`)).status, 200, 'reading goes on');
});
