import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { activeSession } from '../../../test/support/study.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

test('as many lines as the box takes are taken, in a message and at the end', async (t) => {
  const db = await openSqlite(t);
  const { courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const pupil = await login(app, 'pupil');
  const id = await activeSession(pupil, courseId);
  const send = (path: string, fields: Record<string, string>) =>
    pupil.post(`/study/home/${id}/${path}`, new URLSearchParams(fields).toString(), form);
  const most = (characters: number) => 'ab\r\n'.repeat(Math.floor(characters / 3));
  const said = await send('messages', { clientId: 'a', content: most(4000) });
  assert.equal(said.status, 303, said.text.slice(0, 300));
  const { json } = await pupil.get(`/api/v1/study-sessions/home/${id}/messages`);
  assert.match(JSON.stringify(json), /"ab\\nab\\nab/);
  const end = { feeling: 'positive', difficulty: '4', understanding: '8', feedback: most(2000) };
  assert.equal((await send('end', end)).status, 303);
});
