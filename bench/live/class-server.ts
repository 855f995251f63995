import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SignedCookie } from '../../src/web/plugins/signed-cookie.ts';
import { actor } from '../../test/support/past.ts';
import type { ClassesReady, ClassesServerMessage } from './exchange.ts';
import { makeLiveSchool } from './live-school.ts';

/** The whole program in a process of its own, with classes in lessons that all of their pupils have joined. */
const [folder = '', pupils = '0', classes = '0'] = process.argv.slice(2);
const SECRET = 'a secret of the benchmark, and of nothing else';

const db = new DatabaseManager({ kind: 'sqlite', file: `${folder}/classes.sqlite` });
await db.createTables();
const app = await buildApp({
  config: { secretKey: SECRET, trustProxy: false, logLevel: 'silent', remoteModel: null, production: false },
  db,
  rateLimits: { person: 1e9, address: 1e9 },
});
const school = await makeLiveSchool(db, Number(pupils), Number(classes));
const { lessonAttendance, lessonPlanning, lessonTalk, webSessions } = app.services;
const signed = new SignedCookie(SECRET);
const cookieOf = async (id: number) => `allamda=${signed.seal(await webSessions.begin(id))}`;

const ready: ClassesReady = { walls: [], pupils: [] };
for (const { classId, managerId } of school.classes) {
  const manager = actor(managerId, 'class manager', school.schoolId);
  const { lesson } = await lessonPlanning.createLesson(manager, { classId, type: 'individual', minutes: 90 });
  ready.walls.push({ cookie: await cookieOf(managerId), lessonId: lesson.id });
}
for (const id of school.pupilIds) {
  const pupil = actor(id, 'student', school.schoolId);
  const sessionId = (await lessonAttendance.current(pupil))?.sessionId ?? 0;
  await lessonAttendance.joinLesson(pupil, sessionId, 'neutral');
  await lessonTalk.begin(pupil, sessionId);
  ready.pupils.push({ cookie: await cookieOf(id), sessionId });
}

const RESOLUTION_MS = 5;
const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
const tell = (message: ClassesServerMessage) => process.send?.(message);
let since = process.cpuUsage();
let began = performance.now();

process.on('message', (order: 'begin' | 'report') => {
  if (order === 'begin') {
    loop.enable();
    since = process.cpuUsage();
    began = performance.now();
    return;
  }
  const { user, system } = process.cpuUsage(since);
  tell({
    kind: 'load',
    cpuShare: (user + system) / 1000 / (performance.now() - began),
    rssMegabytes: process.memoryUsage.rss() / 1e6,
    loopP99Ms: Math.max(0, loop.percentile(99) / 1e6 - RESOLUTION_MS),
  });
});
process.on('disconnect', () => process.exit(0));
await app.server.listen({ host: '127.0.0.1', port: 0 });
await app.startWork();
tell({ kind: 'ready', port: (app.server.server.address() as AddressInfo).port, ...ready });
