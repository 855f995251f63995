import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SignedCookie } from '../../src/web/plugins/signed-cookie.ts';
import { actor } from '../../test/support/past.ts';
import type { Change, LessonOrder, ServerMessage } from './exchange.ts';
import { type LiveSchool, makeLiveSchool } from './live-school.ts';

/** The whole program in a process of its own: at the first start it makes the school, at a later one on the same port it goes on with it. */
const [folder = '', port = '0', pupils = '0', classes = '0'] = process.argv.slice(2);
const SECRET = 'a secret of the benchmark, and of nothing else';

const db = new DatabaseManager({ kind: 'sqlite', file: `${folder}/live.sqlite` });
await db.createTables();
const app = await buildApp({
  config: { secretKey: SECRET, trustProxy: false, logLevel: 'silent', remoteModel: null, production: false },
  db,
  rateLimits: { person: 1e9, address: 1e9 },
});
const kept = `${folder}/school.json`;
const school: LiveSchool = existsSync(kept)
  ? JSON.parse(readFileSync(kept, 'utf8'))
  : await makeLiveSchool(db, Number(pupils), Number(classes));
const { lessonPlanning, runningLessons, webSessions } = app.services;

const cookies: string[] = [];
if (!existsSync(kept)) {
  const signed = new SignedCookie(SECRET);
  await db.tx(async () => {
    for (const id of school.pupilIds) cookies.push(`allamda=${signed.seal(await webSessions.begin(id))}`);
  });
  for (const { classId, managerId } of school.classes) {
    const wish = { classId, type: 'individual', minutes: 90 } as const;
    await lessonPlanning.createLesson(managerOf(managerId), wish);
  }
  writeFileSync(kept, JSON.stringify(school));
}

function managerOf(managerId: number) {
  return actor(managerId, 'class manager', school.schoolId);
}

async function runLessons({ rounds, pauseMs }: LessonOrder): Promise<Change[]> {
  const lessons = await db.run((handle) =>
    handle.selectFrom('lessons').select(['id', 'class_manager_id as managerId']).execute(),
  );
  const changes: Change[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { id, managerId } of lessons) {
      const pause = round % 2 === 0;
      const at = Date.now();
      await runningLessons[pause ? 'pause' : 'resume'](managerOf(managerId), id);
      changes.push({ lessonId: id, state: pause ? 'paused' : 'active', at });
      await sleep(pauseMs);
    }
  }
  return changes;
}

const RESOLUTION_MS = 5;
const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
const tell = (message: ServerMessage) => process.send?.(message);

process.on('message', async (order: LessonOrder) => {
  loop.enable();
  const since = process.cpuUsage();
  const changes = await runLessons(order);
  const { user, system } = process.cpuUsage(since);
  tell({
    kind: 'done',
    changes,
    cpuMs: (user + system) / 1000,
    rssMegabytes: process.memoryUsage.rss() / 1e6,
    loopP99Ms: Math.max(0, loop.percentile(99) / 1e6 - RESOLUTION_MS),
  });
});
process.on('disconnect', () => process.exit(0));
await app.server.listen({ host: '127.0.0.1', port: Number(port) });
await app.startWork();
tell({ kind: 'ready', port: (app.server.server.address() as AddressInfo).port, cookies });
