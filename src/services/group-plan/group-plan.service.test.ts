import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { addSitting } from '../../../test/support/studied.ts';
import { HOUR } from '../../shared/instant.ts';

const page = { accept: 'text/html' };
/** What a class manager sees of one pupil alone is what that pupil is told of themselves. */
const told = (app: TestApp, userId: number, courseId: number) =>
  app.services.assignment.assignFor(actor(userId, 'student', 1), courseId, 30);

databaseTest(
  'a class manager plans for a class, and is told which course, which units, and who is ready',
  async (db, t) => {
    const { make, classManagerId, schoolId, classId, pupilId, mateId, courseId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const manager = actor(classManagerId, 'class manager', schoolId);
    const rare = await make.course({ name: 'Rare', units: [] });
    await make.enrol(pupilId, rare);
    for (const id of [pupilId, mateId]) await addSitting(app, courseId, id, { inDays: 4 });
    const plan = await app.services.groupPlans.plan(manager, { classId, minutes: 30 });
    assert.deepEqual([plan.course?.name, plan.strategy, plan.minutes], ['Numbers', 'balanced', 30]);
    assert.deepEqual(
      plan.order.map(({ course }) => course.name),
      ['Numbers'],
    );
    assert.deepEqual(
      plan.unshared.map(({ course, enrolled }) => [course.name, enrolled]),
      [['Rare', 1]],
    );
    assert.ok(plan.assignment.units.length > 0);
    for (const { ready, waiting } of plan.assignment.units) assert.deepEqual([ready.length, waiting], [2, []]);
    assert.equal(plan.assignment.reason.key, 'group.tests');
    assert.ok(plan.assignment.outlook && plan.assignment.outlook.with > plan.assignment.outlook.without);
    const alone = await app.services.groupPlans.plan(manager, { classId, studentIds: [pupilId], minutes: 30 });
    const own = await told(app, pupilId, courseId);
    const given = (units: { name: string; minutes: number }[]) => units.map(({ name, minutes }) => [name, minutes]);
    assert.deepEqual(given(alone.assignment.units), given(own.units), 'a group of one is planned for like the one');
    assert.deepEqual(given(plan.assignment.units), given(own.units), 'and so are two of whom the same is known');
  },
);

databaseTest('a plan is made of own classes and their pupils alone', async (db, t) => {
  const { make, classManagerId, schoolId, classId, pupilId, courseId, managerId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { groupPlans } = app.services;
  const manager = actor(classManagerId, 'class manager', schoolId);
  const otherClass = await make.class(schoolId, '9b');
  const stranger = await make.student('elsewhere', schoolId, { classId: otherClass });
  await assert.rejects(groupPlans.plan(manager, { classId: otherClass }), { code: 'not-found' });
  await assert.rejects(groupPlans.plan(manager, { classId, studentIds: [pupilId, stranger] }), { code: 'not-found' });
  await assert.rejects(groupPlans.plan(manager, { classId, courseId: 999_999 }), { code: 'not-found' });
  await assert.rejects(groupPlans.plan(actor(managerId, 'school manager', schoolId), { classId }), {
    code: 'forbidden',
  });
  const notAll = await make.course({ name: 'Rare', units: [] });
  await make.enrol(pupilId, notAll);
  for (const wish of [{ minutes: 0 }, { minutes: 10_000 }, { strategy: 'loudest' }, { courseId: notAll }]) {
    await assert.rejects(groupPlans.plan(manager, { classId, ...wish }), { code: 'invalid-input' });
  }
  await db.run((handle) =>
    handle
      .updateTable('courses')
      .set({ archived_at: '2026-01-01 00:00:00.000' as never })
      .where('id', '=', courseId)
      .execute(),
  );
  const without = await groupPlans.plan(manager, { classId });
  assert.deepEqual([without.course, without.order], [null, []], 'nobody studies an archived course');
  const empty = await make.class(schoolId, 'empty');
  const alone = actor(await make.classManager('of-nobody', schoolId, [empty]), 'class manager', schoolId);
  assert.deepEqual((await groupPlans.plan(alone, { classId: empty })).assignment.reason.key, 'group.none');
});

test('the strategy decides which course comes first', async (t) => {
  const db = await openSqlite(t);
  const { make, classManagerId, schoolId, classId, pupilId, mateId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(classManagerId, 'class manager', schoolId);
  const other = await make.course({ name: 'Other', units: [] });
  for (const id of [pupilId, mateId]) await make.enrol(id, other);
  await addSitting(app, other, pupilId, { inDays: 1 });
  const scores = async (strategy: string) =>
    (await app.services.groupPlans.plan(manager, { classId, strategy })).order.map(({ score }) => score);
  const [average, max] = [await scores('average'), await scores('max')];
  assert.ok((max[0] ?? 0) > (average[0] ?? 1), 'who needs it most counts more than the mean');
});

test('a plan asks as little of the database for a class of forty as for two', async (t) => {
  const { db, count } = await openCounted(t);
  const { make, classManagerId, schoolId, classId, courseId, teacherId, pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(classManagerId, 'class manager', schoolId);
  await addSitting(app, courseId, pupilId, { inDays: 4 });
  const few = await count(() => app.services.groupPlans.plan(manager, { classId }));
  for (let n = 0; n < 38; n += 1) {
    const studentId = await make.student(`pupil-${n}`, schoolId, { classId });
    await make.enrol(studentId, courseId);
    await addSitting(app, courseId, studentId, { inDays: 4 + n });
    await addPast(db, { studentId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20 });
  }
  assert.equal(await count(() => app.services.groupPlans.plan(manager, { classId })), few);
  assert.ok(few <= 14, `${few} queries`);
  assert.equal((await app.services.groupPlans.plan(manager, { classId })).pupils.length, 40);
});

test('page and API say the same, and what cannot be planned is said beside its field', async (t) => {
  const db = await openSqlite(t);
  const { make, schoolId, classId, pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await make.classManager('planner', schoolId, [classId]);
  const client = await login(app, 'planner');
  const html = (await client.get(`/class/plans/${classId}?pupils=${pupilId}&minutes=30`, page)).text;
  const { json } = await client.get(`/api/v1/class/plans/${classId}?pupils=${pupilId}&minutes=30`);
  const { units, reason } = json as { units: { name: string; why: string }[]; reason: string };
  assert.ok(units.length > 0);
  for (const words of [reason, ...units.flatMap(({ name, why }) => [name, why])])
    assert.ok(html.includes(words), words);
  assert.match(html, new RegExp(`value="${pupilId}" checked`));
  const wrong = await client.get(`/class/plans/${classId}?minutes=0`, page);
  assert.equal(wrong.status, 400);
  assert.match(wrong.text, /id="minutes-problem">.*between 5 and 240/s);
  assert.equal((await client.get(`/api/v1/class/plans/${classId}?minutes=0`)).status, 400);
  assert.equal((await client.get('/class/plans/999999', page)).status, 404);
  assert.match((await client.get('/class', page)).text, new RegExp(`href="/class/plans/${classId}"`));
});
