import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { Redis } from 'ioredis';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { LessonWish } from '../../src/services/lessons/lessons.service.ts';
import { startTestApp } from '../support/app.ts';
import { classOf } from '../support/class-of.ts';
import { login } from '../support/client.ts';
import { openSqlite } from '../support/databases.ts';
import { TestSocket } from '../support/live-socket.ts';
import { nodesTest, RedisWay, redisTest } from '../support/redis.ts';
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

async function begin({ services }: Node, { manager, classId }: School, more: Partial<LessonWish> = {}) {
  const wish = { classId, type: 'individual', minutes: 45, ...more } as const;
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

nodesTest('what changes on one node shows on the other, and who is on the other counts as there', async (nodes, t) => {
  const { url, db, far } = nodes;
  const school = await classOf(db, 3);
  const secret = randomUUID();
  const one = await node(t, db, url, secret, 'pupil');
  const two = await node(t, far, url, secret, 'mate');
  await untilThere(one, school.mateId);
  await untilThere(two, school.pupilId);
  const lesson = await begin(one, school, { type: 'group', groups: [{ studentIds: school.studentIds }] });
  await until(() => one.sees()?.lessonId === lesson.id && two.sees()?.lessonId === lesson.id);
  await talkOnBoth(one, two, school);
  await two.services.runningLessons.pause(school.manager, lesson.id);
  await until(() => one.sees()?.lessonState === 'paused' && two.sees()?.lessonState === 'paused');
  // Ten seconds by the clock, whatever the database.
  if (db.dialect === 'mysql') return;
  await two.stop(2000);
  assert.ok(await isThere(one, school.mateId), 'they may be about to come back');
  await untilThere(one, school.mateId, false);
});

/** Two of a group write at once, each by a node of their own: all is kept, answered once, and in one order. */
async function talkOnBoth(one: Node, two: Node, { pupil, pupilId, mateId }: School): Promise<void> {
  const seats = [
    { services: one.services, own: pupil(pupilId) },
    { services: two.services, own: pupil(mateId) },
  ];
  const sessionId = (await one.services.lessonAttendance.current(pupil(pupilId)))?.sessionId ?? 0;
  await Promise.all(
    seats.map(async ({ services, own }) => {
      await services.lessonAttendance.joinLesson(own, sessionId, 'neutral');
      await services.lessonTalk.begin(own, sessionId);
    }),
  );
  const sent = await Promise.all(
    [1, 2, 3].flatMap((n) =>
      seats.map(({ services, own }) => {
        const clientId = `${own.userId} ${n}`;
        return services.lessonTalk.sendMessage(own, sessionId, { clientId, content: `hint ${clientId}` });
      }),
    ),
  );
  await Promise.all(sent.map((one) => one.done()));
  const [said = [], ...others] = await Promise.all(
    seats.map(({ services, own }) => services.lessonTalk.listMessages(own, sessionId, 0)),
  );
  for (const other of others) assert.deepEqual(other, said);
  const answers = said.flatMap(({ from, previousId }) => (from === 'teacher' && previousId ? [previousId] : []));
  const prompts = said.flatMap(({ from, id }) => (from === 'student' ? [id] : []));
  assert.equal(prompts.length, 6);
  assert.deepEqual(answers, prompts, 'each was answered once, in the order in which they were kept');
  assert.equal(said.filter(({ from }) => from === 'teacher').length, 7, 'there was one welcome');
}

redisTest('what somebody is told on one node shows on the bell of another', async (url, t) => {
  const db = await openSqlite(t);
  const school = await classOf(db, 3);
  const secret = randomUUID();
  const one = await node(t, db, url, secret, 'pupil');
  const two = await node(t, db, url, secret, 'mate');
  two.socket.watch('notifications');
  const unread = () => two.socket.parts().unread;
  await until(() => unread() === 0);
  await one.services.notifications.tell([school.mateId], 'alert released', { alertId: 1 });
  await until(() => unread() === 1);
  await two.services.notifications.readAll(school.pupil(school.mateId), Number.MAX_SAFE_INTEGER);
  await until(() => unread() === 0);
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
