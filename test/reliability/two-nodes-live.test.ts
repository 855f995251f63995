import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { Redis } from 'ioredis';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { startTestApp } from '../support/app.ts';
import { classOf } from '../support/class-of.ts';
import { login } from '../support/client.ts';
import { openSqlite } from '../support/databases.ts';
import { TestSocket } from '../support/live-socket.ts';
import { RedisWay, redisTest } from '../support/redis.ts';
import { until } from '../support/until.ts';

/** A node of the school, with the socket of a pupil that listens to their own place. */
async function node(t: TestContext, db: DatabaseManager, redisUrl: string, secretKey: string, username: string) {
  const app = await startTestApp(t, db, { config: { redisUrl, secretKey } });
  const socket = await new TestSocket(await app.listen(), (await login(app, username)).cookie).settled();
  socket.watch('me');
  await until(() => socket.events().length === 1);
  return { ...app, socket, sees: () => socket.parts().place as { lessonId: number; lessonState: string } | null };
}

type School = Awaited<ReturnType<typeof classOf>>;
type Node = Awaited<ReturnType<typeof node>>;

async function begin({ services }: Node, { manager, classId }: School) {
  const wish = { classId, type: 'individual', minutes: 45 } as const;
  return (await services.lessonPlanning.createLesson(manager, wish)).lesson;
}

const isThere = async ({ services }: Node, id: number) => (await services.presence.presentAmong([id])).has(id);

async function untilThere(one: Node, id: number, wanted = true): Promise<void> {
  const deadline = Date.now() + 15_000;
  while ((await isThere(one, id)) !== wanted) {
    assert.ok(Date.now() < deadline, `${id} never ${wanted ? 'came' : 'went'}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

redisTest('what changes on one node shows on the other, and who is on the other counts as there', async (url, t) => {
  const db = await openSqlite(t);
  const school = await classOf(db, 3);
  const secret = randomUUID();
  const one = await node(t, db, url, secret, 'pupil');
  const two = await node(t, db, url, secret, 'mate');
  await untilThere(one, school.mateId);
  await untilThere(two, school.pupilId);
  const lesson = await begin(one, school);
  await until(() => one.sees()?.lessonId === lesson.id && two.sees()?.lessonId === lesson.id);
  await two.services.runningLessons.pause(school.manager, lesson.id);
  await until(() => one.sees()?.lessonState === 'paused' && two.sees()?.lessonState === 'paused');
  await two.stop(2000);
  assert.ok(await isThere(one, school.mateId), 'they may be about to come back');
  await untilThere(one, school.mateId, false);
});

redisTest('a node that is cut off shows what goes on in it, and all that it missed once it is back', async (url, t) => {
  const db = await openSqlite(t);
  const school = await classOf(db, 3);
  const secret = randomUUID();
  const way = new RedisWay(url, t);
  const one = await node(t, db, url, secret, 'pupil');
  const cutOff = await node(t, db, await way.open(), secret, 'mate');
  await untilThere(one, school.mateId);
  const lesson = await begin(one, school);
  await until(() => one.sees()?.lessonId === lesson.id && cutOff.sees()?.lessonId === lesson.id);
  way.cut();
  await cutOff.services.runningLessons.pause(school.manager, lesson.id);
  await until(() => cutOff.sees()?.lessonState === 'paused');
  assert.equal(one.sees()?.lessonState, 'active', 'the signal could not get there');
  await one.services.runningLessons.extend(school.manager, lesson.id, 5);
  await until(() => one.sees()?.lessonState === 'paused');
  await cutOff.services.runningLessons.resume(school.manager, lesson.id);
  await way.open();
  await until(() => one.sees()?.lessonState === 'active' && cutOff.sees()?.lessonState === 'active');
});

redisTest('schools that share a Redis hear nothing of each other, and nonsense is passed over', async (url, t) => {
  const db = await openSqlite(t);
  const school = await classOf(db, 3);
  const secret = randomUUID();
  const one = await node(t, db, url, secret, 'pupil');
  const two = await node(t, db, url, secret, 'mate');
  const foreign = await startTestApp(t, db, { config: { redisUrl: url, secretKey: randomUUID() } });
  await untilThere(one, school.mateId);
  const redis = new Redis(url);
  t.after(() => redis.disconnect());
  const channels = (await redis.pubsub('CHANNELS', 'allamda:*')) as string[];
  const signal = { lessonId: 'all', classId: null };
  for (const text of ['', '{}', 'null', JSON.stringify({ kind: 'signal', from: 'x', signal })]) {
    for (const channel of channels) await redis.publish(channel, text);
  }
  const lesson = await begin(one, school);
  await until(() => two.sees()?.lessonId === lesson.id);
  assert.deepEqual([...(await foreign.services.presence.presentAmong([school.pupilId, school.mateId]))], []);
});
