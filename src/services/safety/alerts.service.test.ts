import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addAlert, addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { HOUR, MINUTE } from '../../shared/instant.ts';

const took = { note: 'Spoke with Noa.', tellParents: false };

/** A small school in which a message of the pupil has raised alerts. */
async function alarmed(db: DatabaseManager, app: TestApp, school: Awaited<ReturnType<typeof smallSchool>>) {
  const { pupilId, courseId, teacherId, schoolId } = school;
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 30 };
  const { id: sessionId, messageIds } = await addPast(db, { ...past, talk: [{ from: 'student', content: 'help' }] });
  const messageId = messageIds[0] ?? 0;
  const raise = (more: { severity?: number; category?: string } = {}) =>
    addAlert(db, { studentId: pupilId, schoolId, sessionId, messageId, now: app.clock.now() }, more);
  return { raise, messageId, sessionId };
}

databaseTest('open alerts stand first, the most severe and then the oldest on top', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const first = await raise({ severity: 2 });
  app.clock.advance(MINUTE);
  const acute = await raise({ severity: 3 });
  const second = await raise({ severity: 2 });
  const done = await raise();
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  await app.services.alerts.acknowledge(manager, done, took);
  for (const who of [manager, actor(school.managerId, 'school manager', school.schoolId)]) {
    const board = await app.services.alerts.board(who);
    assert.deepEqual(
      board.open.map(({ id }) => id),
      [acute, first, second],
    );
    assert.deepEqual(
      board.acknowledged.map(({ id, note, acknowledgedBy }) => [id, note, acknowledgedBy]),
      [[done, 'Spoke with Noa.', 'class-manager Tester']],
    );
    assert.deepEqual(board.counts, { open: 3, escalated: 0 });
  }
});

databaseTest('a pupil who raises a hundred alerts does not hide the one of another', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise, messageId, sessionId } = await alarmed(db, app, school);
  const firsts: number[] = [];
  for (let raised = 0; raised < 110; raised += 1) firsts.push(await raise({ severity: 3 }));
  const { schoolId, mateId: studentId } = school;
  const other = await addAlert(
    db,
    { studentId, schoolId, sessionId, messageId, now: app.clock.now() },
    { severity: 1 },
  );
  const board = await app.services.alerts.board(actor(school.managerId, 'school manager', schoolId));
  assert.deepEqual(
    board.open.slice(0, 7).map(({ id }) => id),
    [...firsts.slice(0, 5), other, firsts[5]],
  );
  assert.deepEqual([board.open.length, board.counts.open], [100, 111]);
});

databaseTest('an alert that nobody takes on within fifteen minutes is escalated', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  await app.services.alerts.acknowledge(manager, await raise(), took);
  const open = await raise();
  app.clock.advance(14 * MINUTE);
  const { alertTelling } = app.services;
  assert.equal(await alertTelling.escalateOverdue(), 0);
  app.clock.advance(MINUTE);
  assert.equal(await alertTelling.escalateOverdue(), 1);
  assert.equal(await alertTelling.escalateOverdue(), 0);
  const at = app.clock.now();
  app.clock.advance(HOUR);
  assert.equal(await alertTelling.escalateOverdue(), 1, 'and again, until staff take it on');
  const board = await app.services.alerts.board(manager);
  assert.deepEqual(
    board.open.map(({ id, escalatedAt }) => [id, escalatedAt]),
    [[open, at]],
  );
  assert.deepEqual(board.counts, { open: 1, escalated: 1 });
});

databaseTest('two take an alert on at once: the first note stands, the second is told', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const id = await raise();
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  const head = actor(school.managerId, 'school manager', school.schoolId);
  await app.services.alerts.acknowledge(manager, id, took);
  await app.services.alerts.acknowledge(manager, id, { ...took, note: 'Clicked twice.' });
  await assert.rejects(app.services.alerts.acknowledge(head, id, { ...took, note: 'Mine.' }), {
    code: 'alert-acknowledged',
    message: /class-manager Tester/,
  });
  const board = await app.services.alerts.board(head);
  assert.equal(board.acknowledged[0]?.note, 'Spoke with Noa.');
});

databaseTest('taking an alert on needs a note', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const id = await raise();
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  for (const note of ['', '   ', 'x'.repeat(2001)]) {
    await assert.rejects(app.services.alerts.acknowledge(manager, id, { ...took, note }), { kind: 'invalid-input' });
  }
  assert.equal((await app.services.alerts.board(manager)).counts.open, 1);
});

databaseTest('parents learn of an alert when staff say so, and that they read it is noted once', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const id = await raise();
  const parent = actor(school.parentId, 'parent');
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  assert.deepEqual(await app.services.alerts.releasedTo(parent), []);
  await assert.rejects(app.services.alerts.acknowledge(parent, id, took), { kind: 'not-found' });
  await app.services.alerts.acknowledge(manager, id, { ...took, tellParents: true });
  const [told, ...rest] = await app.services.alerts.releasedTo(parent);
  assert.deepEqual(rest, []);
  assert.deepEqual([told?.id, told?.child.firstName, told?.seen], [id, 'Noa', false]);
  assert.ok(!JSON.stringify(told).includes('Spoke'), 'the note is for staff');
  await app.services.alerts.acknowledge(parent, id, { note: '', tellParents: false });
  await app.services.alerts.acknowledge(parent, id, { note: '', tellParents: false });
  assert.equal((await app.services.alerts.releasedTo(parent))[0]?.seen, true);
  const log = await db.run((handle) => handle.selectFrom('audit_log').select('action').execute());
  assert.equal(log.filter(({ action }) => action === 'read a released alert').length, 1);
  assert.equal((await app.services.alerts.board(manager)).acknowledged[0]?.note, 'Spoke with Noa.');
});

databaseTest('a parent who confirms an alert does not end it for the school', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const id = await raise();
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  await app.services.alerts.tellParents(manager, id);
  await app.services.alerts.acknowledge(actor(school.parentId, 'parent'), id, { note: '', tellParents: false });
  assert.equal((await app.services.alerts.board(manager)).counts.open, 1);
});

databaseTest('parents are never told where the harm may be at home', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const parent = actor(school.parentId, 'parent');
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  for (const category of ['abuse', 'violence', 'something new']) {
    const id = await raise({ category });
    await app.services.alerts.acknowledge(manager, id, { ...took, tellParents: true });
    await assert.rejects(app.services.alerts.tellParents(manager, id), { code: 'alert-not-for-parents' });
    await assert.rejects(app.services.alerts.acknowledge(parent, id, took), { kind: 'not-found' });
  }
  assert.deepEqual(await app.services.alerts.releasedTo(parent), []);
});

databaseTest('staff of other classes and schools, and blocked guardians, cannot reach an alert', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const id = await raise();
  const { make, schoolId, pupilId } = school;
  const otherClass = actor(
    await make.classManager('other', schoolId, [await make.class(schoolId, '9b')]),
    'class manager',
    schoolId,
  );
  const farManager = await make.schoolManager('far');
  const farSchool = await make.school('Far School', 'north', { managerId: farManager });
  const far = actor(farManager, 'school manager', farSchool);
  for (const stranger of [otherClass, far]) {
    assert.deepEqual((await app.services.alerts.board(stranger)).open, []);
    await assert.rejects(app.services.alerts.acknowledge(stranger, id, took), { kind: 'not-found' });
    await assert.rejects(app.services.alerts.tellParents(stranger, id), { kind: 'not-found' });
  }
  await app.services.alerts.tellParents(actor(school.classManagerId, 'class manager', schoolId), id);
  const blocked = actor(await make.parent('blocked', { [pupilId]: 'blocked' }), 'parent');
  assert.deepEqual(await app.services.alerts.releasedTo(blocked), []);
  await assert.rejects(app.services.alerts.acknowledge(blocked, id, took), { kind: 'not-found' });
  await assert.rejects(app.services.alerts.board(actor(pupilId, 'student', schoolId)), { code: 'forbidden' });
  await assert.rejects(app.services.alerts.tellParents(actor(school.parentId, 'parent'), id), { code: 'forbidden' });
});

databaseTest('alerts that were taken on are paged, the newest first', async (db, t) => {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  const ids: number[] = [];
  for (let n = 0; n < 27; n += 1) {
    ids.unshift(await raise());
    await app.services.alerts.acknowledge(manager, ids[0] ?? 0, took);
  }
  const first = await app.services.alerts.board(manager);
  assert.equal(first.acknowledged.length, 25);
  const second = await app.services.alerts.board(manager, first.before ?? 0);
  assert.equal(second.before, null);
  assert.deepEqual(
    [...first.acknowledged, ...second.acknowledged].map(({ id }) => id),
    ids,
  );
});

test('the page of alerts asks as little of the database for many as for few', async (t) => {
  const { db, count } = await openCounted(t);
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { raise } = await alarmed(db, app, school);
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  await raise();
  const few = await count(() => app.services.alerts.board(manager));
  for (let n = 0; n < 30; n += 1) await raise();
  assert.equal(await count(() => app.services.alerts.board(manager)), few);
});
