// A process of its own: it puts others in the place of checks.
import assert from 'node:assert/strict';
import { LessonPlaceRepo } from '../../src/data/lessons/lesson-place.repo.ts';
import { PupilPlaceReader } from '../../src/services/live/pupil-place.reader.ts';
import { TOPICS, type Topic } from '../../src/shared/live.ts';
import { databaseTest } from '../support/databases.ts';
import { TestSocket } from '../support/live-socket.ts';
import { until } from '../support/until.ts';
import { ACTORS, type ActorName, canariesIn, REACH, ROLE, TARGETS, type Target, visibleTo } from './matrix.ts';
import { SOCKET_CASES } from './socket-cases.ts';
import { beginLessons, type LiveIds } from './socket-world.ts';
import { buildWorld, type World } from './world.ts';

/** Asks for every topic as everybody, at every distance; answers with what was not as the matrix says. */
async function runSockets(world: World, live: Record<Target, LiveIds>, address: string): Promise<string[]> {
  const failures: string[] = [];
  // Open to the end: who comes later shares what is shown with who was there before.
  const open: TestSocket[] = [];
  for (const actor of ACTORS) {
    const socket = await new TestSocket(address, world.cookies[actor]).settled();
    open.push(socket);
    if (ROLE[actor] === null) {
      if (socket.refused !== 401) failures.push(`${actor} was let in`);
      continue;
    }
    for (const topic of TOPICS) {
      for (const target of SOCKET_CASES[topic].id ? TARGETS : (['own'] as const)) {
        const failure = await probe(socket, topic, actor, target, live[target]);
        if (failure !== null) failures.push(`${topic} as ${actor} at ${target}: ${failure}`);
      }
    }
  }
  for (const { socket } of open) socket.close();
  await until(() => open.every(({ closed }) => closed !== undefined));
  return failures;
}

async function probe(socket: TestSocket, topic: Topic, actor: ActorName, target: Target, ids: LiveIds) {
  const wanted = SOCKET_CASES[topic];
  const id = wanted.id?.(ids);
  const before = socket.messages.length;
  socket.watch(topic, id);
  await until(() => socket.messages.length > before);
  const [answer] = socket.messages.splice(before);
  const role = ROLE[actor];
  const theirs = role !== null && wanted.for.includes(role) && (!wanted.id || REACH[actor].includes(target));
  if (theirs !== (answer?.type === 'event')) return `${JSON.stringify(answer).slice(0, 200)}`;
  if (!theirs && answer?.type === 'error' && answer.code !== 'not-found') return `told ${answer.code}`;
  const visible = visibleTo(actor, wanted.shows);
  const leaked = canariesIn(JSON.stringify(answer)).filter((mark) => !visible.has(mark));
  return leaked.length > 0 ? `shows ${leaked.join(', ')}` : null;
}

databaseTest('every topic of the socket answers every person, at every distance, as the matrix says', async (db, t) => {
  const world = await buildWorld(t, db);
  const address = await world.app.listen();
  const live = await beginLessons(world);
  assert.ok(live.own.lesson !== live.school.lesson, 'lessons run in two classes of the school');
  assert.deepEqual(await runSockets(world, live, address), []);
  const find = LessonPlaceRepo.prototype.findLive;
  t.mock.method(LessonPlaceRepo.prototype, 'findLive', async function (this: LessonPlaceRepo) {
    return find.call(this, world.targets.school.pupil);
  });
  assert.notDeepEqual(await runSockets(world, live, address), [], 'it is noticed when the place of another is shown');
  t.mock.restoreAll();
  t.mock.method(PupilPlaceReader.prototype, 'allows', async () => {});
  t.mock.method(PupilPlaceReader.prototype, 'audience', () => 'all');
  assert.notDeepEqual(await runSockets(world, live, address), [], 'it is noticed when all share what is one pupil’s');
});
