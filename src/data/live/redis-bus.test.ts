import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { RedisWay, redisTest } from '../../../test/support/redis.ts';
import { until } from '../../../test/support/until.ts';
import { RedisBus } from './redis-bus.ts';

async function opened(t: TestContext, url: string, name: string) {
  const logged: string[] = [];
  const heard: string[] = [];
  const seen = { back: 0 };
  const bus = await RedisBus.open({ url, name, log: (_details, message) => logged.push(message) });
  bus.subscribe(
    (text) => heard.push(text),
    () => {
      seen.back += 1;
    },
  );
  t.after(() => bus.close());
  return { bus, logged, heard, seen };
}

redisTest('processes of one name hear each other, and nobody else', async (url, t) => {
  const name = randomUUID();
  const [one, two, stranger] = [await opened(t, url, name), await opened(t, url, name), await opened(t, url, 'other')];
  await until(() => [one, two, stranger].every(({ seen }) => seen.back === 1));
  one.bus.send('hello');
  await until(() => two.heard.length === 1 && one.heard.length === 1);
  assert.deepEqual([one.heard, two.heard, stranger.heard], [['hello'], ['hello'], []]);
  assert.deepEqual([one.logged, two.logged], [[], []]);
});

redisTest('Redis that goes away is written down once and found again by itself', async (url, t) => {
  const name = randomUUID();
  const way = new RedisWay(url, t);
  const cutOff = await opened(t, await way.open(), name);
  const other = await opened(t, url, name);
  await until(() => cutOff.seen.back === 1 && other.seen.back === 1);
  way.cut();
  await until(() => cutOff.logged.length === 1);
  for (let times = 0; times < 100; times += 1) cutOff.bus.send('lost');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.equal(cutOff.logged.length, 1, cutOff.logged.join('\n'));
  await way.open();
  await until(() => cutOff.seen.back === 2);
  assert.equal(cutOff.logged.length, 2);
  cutOff.bus.send('there again');
  other.bus.send('good');
  await until(() => other.heard.includes('there again') && cutOff.heard.includes('good'));
  assert.deepEqual(other.heard.toSorted(), ['good', 'there again']);
});

test('a Redis that is nowhere holds nothing up and is written down once', async (t) => {
  const { bus, logged, seen } = await opened(t, 'redis://127.0.0.1:1', 'nowhere');
  bus.send('into the void');
  await until(() => logged.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual([logged.length, seen.back], [1, 0]);
});
