import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as z from 'zod';
import { startTestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { openSqlite } from '../support/databases.ts';

const operation = z.looseObject({ summary: z.string(), responses: z.record(z.string(), z.unknown()) });
const description = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

async function described(t: TestContext) {
  const app = await startTestApp(t, await openSqlite(t));
  const answer = await new Client(app).get('/api/openapi.json');
  assert.equal(answer.status, 200, 'without a login');
  return { app, text: answer.text, api: description.parse(answer.json) };
}

test('every route of the API is described, and nothing that is not served', async (t) => {
  const { app, api } = await described(t);
  const served = [...app.routes.keys()].filter((key) => /^(?!HEAD)\S+ \/api\/v1\//.test(key));
  const written = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  assert.deepEqual(written.sort(), served.sort());
  assert.ok(served.length >= 25);
});

test('every route says what it answers with, and what a failure looks like', async (t) => {
  const { api } = await described(t);
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      const statuses = Object.keys(responses);
      assert.ok(statuses.includes('4XX') && statuses.includes('5XX'), `${method} ${path}: ${statuses}`);
    }
  }
});

test('the description names no key of an item', async (t) => {
  const { text } = await described(t);
  assert.doesNotMatch(text, /acceptedAnswers|wrongAnswers|workedExample|"key"/);
});
