import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { addSitting } from '../../../test/support/studied.ts';
import { civilDay, machineTimeZone } from '../../shared/calendar.ts';
import { DAY } from '../../shared/instant.ts';

const page = { accept: 'text/html' };

test('the page of the plan answers what if without a script, and the API says the same sentences', async (t) => {
  const db = await openSqlite(t);
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSitting(app, courseId, pupilId, { inDays: 20 });
  const client = await login(app, 'pupil');
  const asItIs = await client.get('/study/plan', page);
  assert.equal(asItIs.status, 200);
  assert.doesNotMatch(asItIs.text, /<script (?!type="module" src="[^"]*bell\.entry)|What would change/);
  const [, sitting = ''] = /<option value="(\d+)">Quiz/.exec(asItIs.text) ?? [];
  const wish = `minutes=60&test=${sitting}&date=${civilDay(app.clock.now() + DAY, machineTimeZone())}`;
  const imagined = await client.get(`/study/plan?course=&${wish}`, page);
  assert.match(imagined.text, /What would change/);
  const { json } = await client.get(`/api/v1/study-plan?${wish}`);
  const { changes } = json as { changes: string[] };
  assert.ok(changes.length > 1);
  for (const sentence of changes) assert.ok(imagined.text.includes(sentence), sentence);
  assert.match(imagined.text, new RegExp(`<option value="${sitting}" selected`), 'the form keeps what was asked');
});

test('what cannot be imagined is said beside its field, with the plan as it is', async (t) => {
  const db = await openSqlite(t);
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSitting(app, courseId, pupilId, { inDays: 20 });
  const client = await login(app, 'pupil');
  const [, sitting = ''] = /<option value="(\d+)">Quiz/.exec((await client.get('/study/plan', page)).text) ?? [];
  const wrong = [
    ['minutes=0', 'minutes', 'between 5 and 240'],
    ['minutes=10000', 'minutes', 'between 5 and 240'],
    ['minutes=half+an+hour', 'minutes', 'between 5 and 240'],
    [`test=${sitting}&date=2020-01-01`, 'date', 'from today on'],
    [`test=${sitting}`, 'date', 'the day for this test'],
    ['date=2030-01-01', 'test', 'would be on this day'],
  ] as const;
  for (const [query, field, words] of wrong) {
    const answer = await client.get(`/study/plan?${query}`, page);
    assert.equal(answer.status, 400, query);
    const [, problem = ''] = new RegExp(`id="${field}-problem">(.*?)</span></span>`, 's').exec(answer.text) ?? [];
    assert.match(problem, new RegExp(words), query);
    assert.match(answer.text, /As it is/);
    assert.equal((await client.get(`/api/v1/study-plan?${query}`)).status, 400, query);
  }
  for (const path of ['/study/plan', '/api/v1/study-plan']) {
    assert.equal((await client.get(`${path}?test=987654&date=2030-01-01`, page)).status, 404);
    assert.equal((await client.get(`${path}?course=987654`, page)).status, 404);
  }
  assert.equal((await client.get('/study/plan?test=abc&date=2030-01-01', page)).status, 404);
});
