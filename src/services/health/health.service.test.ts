import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSqlite } from '../../../test/support/databases.ts';
import { buildWorkbench } from '../../app.ts';

const DEAD = 'redis://127.0.0.1:1';
const { TEST_REDIS_URL } = process.env;

test('a Redis that does not answer is named, and the process serves on without it', async (t) => {
  const db = await openSqlite(t);
  const config = { secretKey: 'x'.repeat(40), remoteModel: null, redisUrl: DEAD };
  const { health } = buildWorkbench({ config, db }).services;
  const { ready, problems } = await health.readiness();
  assert.equal(ready, true);
  assert.match(problems.join(), /Redis does not answer/);
  const found = (await health.examine()).find(({ what }) => what === 'redis');
  assert.equal(found?.ok, false);
  assert.match(found?.found ?? '', /does not answer: .*ECONNREFUSED/);
});

test('where no Redis is configured, nobody looks for one', async (t) => {
  const db = await openSqlite(t);
  const { health } = buildWorkbench({ config: { secretKey: 'x'.repeat(40), remoteModel: null }, db }).services;
  assert.deepEqual(await health.readiness(), { ready: true, problems: [] });
  assert.equal(
    (await health.examine()).some(({ what }) => what === 'redis'),
    false,
  );
});

test('a Redis that is there answers', { skip: TEST_REDIS_URL ? false : 'TEST_REDIS_URL is not set' }, async (t) => {
  const db = await openSqlite(t);
  const config = { secretKey: 'x'.repeat(40), remoteModel: null, redisUrl: TEST_REDIS_URL ?? '' };
  const { health } = buildWorkbench({ config, db }).services;
  assert.equal((await health.examine()).find(({ what }) => what === 'redis')?.ok, true);
});
