import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addAlert, addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';

const talk = [
  { from: 'student' as const, content: 'I think 1001' },
  { from: 'student' as const, content: 'a worry', hidden: true },
];

const readings = (db: DatabaseManager) =>
  db.run((handle) =>
    handle.selectFrom('audit_log').select(['actor_id', 'details']).where('action', '=', 'read a transcript').execute(),
  );

databaseTest('a class manager sees a pupil with sessions, flags and alerts', async (db, t) => {
  const { pupilId, classManagerId, schoolId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const start = app.clock.now() - HOUR;
  const past = { studentId: pupilId, courseId, teacherId, start, minutes: 20, talk };
  const { id, messageIds } = await addPast(db, {
    ...past,
    flags: ['wrong streak'],
    evaluation: { modelScore: 2, flagged: true },
  });
  await addAlert(db, { studentId: pupilId, schoolId, sessionId: id, messageId: messageIds[1] ?? 0, now: start });
  const page = await app.services.pupilPages.pupil(actor(classManagerId, 'class manager', schoolId), pupilId);
  assert.equal(page.pupil.name, 'Noa Tester');
  assert.deepEqual([page.week.sessions, page.week.activeMs], [1, 20 * MINUTE]);
  const [session] = page.sessions;
  assert.deepEqual(session?.flags, ['wrong streak']);
  assert.deepEqual(session?.evaluation?.evaluations[0]?.modelScore, 2);
  assert.equal(page.alerts.length, 1);
});

databaseTest('every reading of a conversation by a class manager is written down', async (db, t) => {
  const { pupilId, classManagerId, schoolId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(classManagerId, 'class manager', schoolId);
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20, talk };
  const { id } = await addPast(db, past);
  const { transcript } = await app.services.pupilPages.session(manager, pupilId, id);
  assert.ok(transcript.open);
  assert.deepEqual(
    transcript.messages.map(({ message }) => [message.content, message.hiddenFromParents]),
    [
      ['I think 1001', false],
      ['a worry', true],
    ],
  );
  await app.services.pupilPages.session(manager, pupilId, id);
  assert.deepEqual(
    (await readings(db)).map((entry) => [entry.actor_id, JSON.parse(entry.details)]),
    [
      [classManagerId, { sessionId: id }],
      [classManagerId, { sessionId: id }],
    ],
  );
});

databaseTest('a school manager reads a conversation only on an alert and with a reason', async (db, t) => {
  const { pupilId, managerId, schoolId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(managerId, 'school manager', schoolId);
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20, talk };
  const { id, messageIds } = await addPast(db, past);
  const read = async (reason?: string) =>
    (await app.services.pupilPages.session(manager, pupilId, id, reason)).transcript;
  assert.deepEqual(await read('curious'), { open: false, because: 'no alert' });
  const messageId = messageIds[1] ?? 0;
  await addAlert(db, { studentId: pupilId, schoolId, sessionId: id, messageId, now: app.clock.now() });
  assert.deepEqual(await read(), { open: false, because: 'reason needed' });
  await assert.rejects(read('   '), { kind: 'invalid-input' });
  assert.deepEqual(await readings(db), []);
  assert.equal((await read('To decide what help is needed.')).open, true);
  const [entry, ...rest] = await readings(db);
  assert.deepEqual(rest, []);
  assert.deepEqual(JSON.parse(entry?.details ?? ''), { sessionId: id, reason: 'To decide what help is needed.' });
});

databaseTest('for staff of another class or school the pupil does not exist', async (db, t) => {
  const { make, pupilId, mateId, schoolId, courseId, teacherId, classManagerId, parentId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20, talk };
  const { id } = await addPast(db, past);
  const otherClass = await make.class(schoolId, '9b');
  const farManager = await make.schoolManager('far');
  const strangers = [
    actor(await make.classManager('other', schoolId, [otherClass]), 'class manager', schoolId),
    actor(farManager, 'school manager', await make.school('Far School', 'north', { managerId: farManager })),
  ];
  for (const stranger of strangers) {
    await assert.rejects(app.services.pupilPages.pupil(stranger, pupilId), { kind: 'not-found' });
    await assert.rejects(app.services.pupilPages.session(stranger, pupilId, id, 'why'), { kind: 'not-found' });
  }
  const own = actor(classManagerId, 'class manager', schoolId);
  await assert.rejects(app.services.pupilPages.session(own, mateId, id), { kind: 'not-found' });
  for (const other of [actor(pupilId, 'student', schoolId), actor(parentId, 'parent')]) {
    await assert.rejects(app.services.pupilPages.pupil(other, pupilId), { code: 'forbidden' });
    await assert.rejects(app.services.pupilPages.session(other, pupilId, id), { code: 'forbidden' });
  }
  assert.deepEqual(await readings(db), []);
});

test('the page of a pupil asks as little of the database for many sessions as for one', async (t) => {
  const { db, count } = await openCounted(t);
  const { pupilId, classManagerId, schoolId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(classManagerId, 'class manager', schoolId);
  const past = { studentId: pupilId, courseId, teacherId, minutes: 20, evaluation: {} };
  await addPast(db, { ...past, start: app.clock.now() - HOUR });
  const few = await count(() => app.services.pupilPages.pupil(manager, pupilId));
  for (let day = 1; day < 40; day += 1) await addPast(db, { ...past, start: app.clock.now() - day * DAY });
  assert.equal(await count(() => app.services.pupilPages.pupil(manager, pupilId)), few);
  const page = await app.services.pupilPages.pupil(manager, pupilId);
  assert.equal(page.sessions.length, 15);
  assert.ok(page.before !== null);
});
