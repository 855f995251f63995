import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { countAllSessions } from '../../data/analytics/session-facts.ts';
import { toStored } from '../../data/db/instants.ts';
import { civilDay, machineTimeZone } from '../../shared/calendar.ts';
import { DAY } from '../../shared/instant.ts';
import { toAnalytics } from '../../web/presenters/analytics.presenter.ts';

databaseTest('a school counts each of its pupils once, a class whoever is in it, and nobody else', async (db, t) => {
  const { make, schoolId, managerId, teacherId, classId, courseId, pupilId, mateId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const start = app.clock.now() - DAY;
  const elsewhere = await make.school('elsewhere', 'north');
  const stranger = await make.student('stranger', elsewhere);
  const second = await make.class(schoolId, 'second');
  await db.handle().insertInto('classes_students').values({ class_id: second, student_id: pupilId }).execute();
  for (const studentId of [pupilId, mateId, stranger]) {
    await addPast(db, { studentId, courseId, teacherId, start, minutes: 60 });
  }
  await countAllSessions(db);
  const manager = actor(managerId, 'school manager', schoolId);
  const view = await app.services.schoolAnalytics.ofSchool(manager, {});
  assert.equal(view.of.id, schoolId);
  assert.deepEqual([view.metrics['active pupils'].value, view.metrics.sessions.value], [2, 2]);
  assert.equal(view.metrics['study time'].value, 120);
  const sessionsIn = (id: number) => view.parts.find((part) => part.id === id)?.metrics.sessions.value;
  assert.deepEqual([sessionsIn(classId), sessionsIn(second)], [2, 1]);
  await db
    .handle()
    .updateTable('users')
    .set({ disabled_at: toStored(start) })
    .where('id', '=', mateId)
    .execute();
  const after = await app.services.schoolAnalytics.ofSchool(manager, {});
  assert.equal(after.metrics.sessions.value, 1, 'whose account is disabled is no pupil now');
  const page = await login(app, 'manager');
  const { json } = await page.get('/api/v1/school/analytics');
  const { compared, struggling, doingWell, coverage } = after;
  const said = { ...toAnalytics(after), compared, struggling, doingWell, coverage };
  assert.deepEqual(json, JSON.parse(JSON.stringify(said)));
  assert.match((await page.get('/school/analytics', { accept: 'text/html' })).text, /Figures of the school/);
  assert.equal((await page.get('/school/analytics.csv')).text.trim().split('\r\n').length, 2 + view.parts.length);
});

test('figures of a school take as many queries for a year as for a week', async (t) => {
  const { db, count } = await openCounted(t);
  const { schoolId, managerId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(managerId, 'school manager', schoolId);
  const from = (days: number) => civilDay(app.clock.now() - days * DAY, machineTimeZone());
  for (const days of [6, 360]) {
    assert.equal(await count(() => app.services.schoolAnalytics.ofSchool(manager, { from: from(days) })), 28);
  }
});
