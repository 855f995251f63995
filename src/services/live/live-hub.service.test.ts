import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { FakeTopic, pupil, Screen } from '../../../test/support/fake-topic.ts';
import { LiveHub } from './live-hub.service.ts';
import { LiveSignals } from './live-signals.service.ts';
import { PresenceService } from './presence.service.ts';
import type { TopicReader } from './topic-reader.ts';

/** A hub with one topic, on a clock that only `pass` moves. */
function stage(t: Pick<TestContext, 'mock'>, topic: TopicReader = new FakeTopic()) {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const signals = new LiveSignals();
  const presence = new PresenceService();
  const logged: object[] = [];
  const log = (details: object) => logged.push(details);
  const hub = new LiveHub({ signals, presence, log, topics: [{ topic: 'lesson', roles: ['student'], reader: topic }] });
  const pass = async (milliseconds: number) => {
    for (let turns = 0; turns < 4; turns += 1) await turn();
    t.mock.timers.tick(milliseconds);
    for (let turns = 0; turns < 4; turns += 1) await turn();
  };
  const open = (userId = 1, last?: string) => new Screen(hub, pupil(userId), last);
  return { hub, signals, presence, logged, pass, open, tell: () => signals.publish({ lessonId: 7, classId: 3 }) };
}

test('whoever watches gets all parts once, then those alone that changed', async (t) => {
  const topic = new FakeTopic({ lesson: 'active', one: 1, two: 2 });
  const { open, pass, tell } = stage(t, topic);
  const screen = open();
  await pass(0);
  assert.deepEqual(screen.kinds(), ['snapshot']);
  assert.deepEqual(screen.parts, { lesson: 'active', one: 1, two: 2 });
  topic.parts = { lesson: 'active', two: 3, four: 4 };
  tell();
  await pass(200);
  const { event, ...change } = screen.messages.at(-1) ?? assert.fail();
  assert.match(String(event), /^[\w-]+:2$/);
  const wanted = { type: 'event', topic: 'lesson', id: 7, kind: 'change', set: { two: 3, four: 4 }, gone: ['one'] };
  assert.deepEqual(change, wanted);
  tell();
  await pass(200);
  assert.equal(screen.messages.length, 2, 'nothing is sent where nothing differs');
});

test('a burst of signals is read twice: at once, and when it has gone quiet', async (t) => {
  const topic = new FakeTopic({ n: 0 });
  const { open, pass, tell } = stage(t, topic);
  const screens = [open(1), open(2), open(3)];
  await pass(0);
  await pass(200);
  const before = topic.reads;
  for (let n = 1; n <= 50; n += 1) {
    topic.parts = { n };
    tell();
    await turn();
  }
  assert.equal(topic.reads, before + 1, 'at once, for all three together');
  await pass(149);
  assert.equal(topic.reads, before + 1);
  await pass(1);
  assert.equal(topic.reads, before + 2);
  for (const screen of screens) assert.deepEqual(screen.parts, { n: 50 });
});

test('nothing is read for a topic without listeners, nor for a signal that concerns another', async (t) => {
  const topic = new FakeTopic({ n: 0 });
  const { open, pass, tell, signals } = stage(t, topic);
  tell();
  await pass(500);
  assert.equal(topic.reads, 0);
  const screen = open();
  await pass(200);
  signals.publish({ lessonId: 8, classId: 3 });
  await pass(200);
  assert.equal(topic.reads, 1);
  screen.drop();
  tell();
  await pass(500);
  assert.equal(topic.reads, 1);
});

test('audiences are read each for itself, and see their own', async (t) => {
  const topic = new FakeTopic({ n: 0 });
  topic.audience = ({ userId }) => String(userId);
  topic.read = async ({ userId }) => ({ own: userId });
  const { open, pass } = stage(t, topic);
  const [one, two] = [open(1), open(2)];
  await pass(0);
  assert.deepEqual([one.parts, two.parts], [{ own: 1 }, { own: 2 }]);
});

test('who comes back with an event gets what they missed alone; with an unknown one, all of it', async (t) => {
  const topic = new FakeTopic({ a: 1, b: 1 });
  const { open, pass, tell } = stage(t, topic);
  const [stays, goes] = [open(1), open(2)];
  await pass(200);
  goes.drop();
  for (const a of [2, 3]) {
    topic.parts = { a, b: 1 };
    tell();
    await pass(200);
  }
  const back = open(2, goes.last);
  const stranger = open(3, 'another-epoch:1');
  const ahead = open(4, goes.last?.replace(/\d+$/, '99'));
  await pass(200);
  assert.deepEqual(back.kinds(), ['change']);
  assert.deepEqual(back.messages[0]?.set, { a: 3 });
  assert.deepEqual([stranger.kinds(), ahead.kinds()], [['snapshot'], ['snapshot']]);
  assert.equal(back.last, stays.last);
});

test('what changed while nobody listened is sent as changes to whoever comes back soon, and anew after a while', async (t) => {
  const topic = new FakeTopic({ a: 1, b: 1 });
  const { open, pass } = stage(t, topic);
  const first = open();
  await pass(200);
  first.drop();
  topic.parts = { a: 2, b: 1 };
  await pass(30_000);
  const second = open(1, first.last);
  await pass(200);
  assert.deepEqual(second.kinds(), ['change']);
  second.drop();
  await pass(61_000);
  const third = open(1, second.last);
  await pass(200);
  assert.deepEqual(third.kinds(), ['snapshot']);
});

test('who may not see a topic is told so and shown nothing, at the beginning and as soon as that changes', async (t) => {
  const topic = new FakeTopic({ n: 0 });
  topic.refused.add(2);
  const { open, pass, tell } = stage(t, topic);
  const [allowed, refused] = [open(1), open(2)];
  await pass(200);
  assert.deepEqual(
    refused.messages.map(({ type, code, topic, id }) => [type, code, topic, id]),
    [['error', 'not-found', 'lesson', 7]],
  );
  topic.refused.add(1);
  topic.parts = { n: 'secret' };
  tell();
  await pass(200);
  assert.deepEqual(allowed.kinds(), ['snapshot', 'error']);
  assert.ok(!JSON.stringify(allowed.messages).includes('secret'));
  const reads = topic.reads;
  tell();
  await pass(500);
  assert.equal(topic.reads, reads, 'they are no listener any more');
});

test('a topic that no reader gives to the role does not exist for it, nor does one with a missing or needless id', async (t) => {
  const { hub, pass } = stage(t);
  const said: string[] = [];
  const parent = hub.connect({ ...pupil(9), role: 'parent' }, (message) => said.push(message));
  await parent.watch('lesson', 7);
  const child = hub.connect(pupil(1), (message) => said.push(message));
  await child.watch('lesson', undefined);
  await child.watch('me', 7);
  await pass(0);
  assert.deepEqual(
    said.map((message) => JSON.parse(message).code),
    ['not-found', 'not-found', 'not-found'],
  );
});

test('a reading that fails is written down and tried again; those who listen miss nothing', async (t) => {
  const topic = new FakeTopic({ n: 0 });
  const { open, pass, tell, logged } = stage(t, topic);
  const screen = open();
  await pass(200);
  topic.failing = true;
  topic.parts = { n: 1 };
  tell();
  for (let second = 0; second < 5; second += 1) await pass(1000);
  const tries = topic.reads;
  assert.ok(logged.length >= 2 && tries < 8, `${tries} readings in five seconds`);
  topic.failing = false;
  await pass(8000);
  assert.deepEqual(screen.parts, { n: 1 });
});

test('a listener is refused more than thirty topics', async (t) => {
  const { hub } = stage(t);
  const client = hub.connect(pupil(1), () => {});
  for (let id = 1; id <= 30; id += 1) assert.equal(await client.watch('lesson', id), true);
  assert.equal(await client.watch('lesson', 31), false);
  client.leave('lesson', 1);
  assert.equal(await client.watch('lesson', 31), true);
});

test('what changes by time alone is read anew without a signal while somebody listens', async (t) => {
  const topic = Object.assign(new FakeTopic({ n: 0 }), { every: 2000 });
  const { open, pass } = stage(t, topic);
  const screen = open();
  await pass(200);
  topic.parts = { n: 1 };
  await pass(2000);
  assert.deepEqual(screen.parts, { n: 1 });
  screen.drop();
  const { reads } = topic;
  await pass(10_000);
  assert.equal(topic.reads, reads);
});

const who = fc.nat(2);
const key = fc.nat(4);
const STEP = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), key, value: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), key }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('come' as const), who, anew: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), failing: fc.boolean() }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      time: fc.constantFrom(0, 10, 149, 150, 150, 300, 70_000),
    }),
  },
);
const STEPS = fc.array(STEP, { minLength: 20, maxLength: 120, size: 'max' });

test('whatever the order of changes, drops, failures and returns, every screen ends with what the server has', async (t) => {
  const holds = fc.asyncProperty(STEPS, fc.boolean(), async (steps, slow) => {
    t.mock.timers.reset();
    const topic = new FakeTopic({ 'part:0': 0 });
    topic.slow = slow;
    const { open, pass, tell, hub } = stage(t, topic);
    const screens: (Screen | undefined)[] = [];
    for (const step of steps) {
      if (step.do === 'change') topic.parts = { ...topic.parts, [`part:${step.key}`]: step.value };
      if (step.do === 'remove') {
        const { [`part:${step.key}`]: _, ...rest } = topic.parts;
        topic.parts = rest;
      }
      if (step.do === 'change' || step.do === 'remove') tell();
      if (step.do === 'drop') screens[step.who]?.drop();
      if (step.do === 'fail') topic.failing = step.failing;
      if (step.do === 'pass') await pass(step.time);
      if (step.do === 'come') {
        const before = screens[step.who];
        before?.drop();
        const next = open(step.who, step.anew === 0 ? undefined : before?.last);
        if (step.anew > 0 && before) next.parts = before.parts;
        screens[step.who] = next;
      }
    }
    topic.failing = false;
    for (let rounds = 0; rounds < 4; rounds += 1) await pass(9000);
    for (const screen of screens) if (screen && !screen.dropped) assert.deepEqual(screen.parts, topic.parts);
    hub.close();
  });
  await fc.assert(holds, { numRuns: process.env.TEST_LONG === '1' ? 5000 : 300 });
});
