import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { type Factory, smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { addSitting } from '../../../test/support/studied.ts';
import { countAllSessions } from '../../data/analytics/session-facts.ts';
import { countAllSittings } from '../../data/analytics/test-facts.ts';
import { DAY } from '../../shared/instant.ts';

interface Place {
  app: TestApp;
  make: Factory;
  courseId: number;
  teacherId: number;
}

/** A school in which so many pupils have studied twenty minutes and answered ten questions, some of them right. */
async function addSchool(
  { app, make, ...course }: Place,
  name: string,
  pupils: number,
  right: number,
): Promise<number> {
  const schoolId = await make.school(name, 'north');
  for (let n = 0; n < pupils; n += 1) {
    const studentId = await make.student(`${name}-${n}`, schoolId, { firstName: `Secret${n}` });
    const attempts = Array.from({ length: 10 }, (_, place) => ({
      verdict: place < right ? ('correct' as const) : ('incorrect' as const),
      counts: true,
      unaided: true,
    }));
    await addPast(app.db, { studentId, ...course, start: app.clock.now() - DAY, minutes: 20, attempts });
  }
  return schoolId;
}

databaseTest(
  'a supervisor sees schools of ten and more who studied, the others in no figure, and no pupil',
  async (db, t) => {
    const { make, courseId, teacherId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const place = { app, make, courseId, teacherId };
    const large = await addSchool(place, 'Large', 12, 8);
    await addSchool(place, 'Small', 9, 1);
    await countAllSessions(db);
    const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
    const view = await app.services.regionAnalytics.ofSubject(supervisor, {});
    assert.deepEqual([view.subject, view.region, view.hidden], ['math', 'north', 1]);
    assert.deepEqual(
      view.parts.map(({ id, metrics }) => [id, metrics['active pupils'].value, metrics['study time'].value]),
      [[large, 12, 240]],
    );
    assert.deepEqual([view.metrics.sessions.value, view.metrics['right answers'].value], [12, 0.8]);
    assert.equal(view.spans.at(-1)?.metrics.sessions.value, 12);
    assert.deepEqual(
      view.grid.rows.map(({ name, cells }) => [name, cells[0]?.value]),
      [['Large', 0.8]],
    );
    const page = await login(app, 'supervisor');
    for (const path of ['/api/v1/region/analytics', '/region/analytics', '/region/analytics.csv']) {
      const { text, status } = await page.get(path);
      assert.equal(status, 200, text);
      assert.ok(text.includes('Large') && !text.includes('Small') && !text.includes('Secret'), path);
    }
    await assert.rejects(app.services.regionAnalytics.ofSubject(supervisor, { subject: 'history' }), {
      kind: 'not-found',
    });
    assert.equal((await page.get('/region/analytics?from=2026-02-31')).status, 400);
  },
);

databaseTest('a week in which fewer than ten of a region studied is empty, and cannot be worked out', async (db, t) => {
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSchool({ app, make, courseId, teacherId }, 'Large', 12, 8);
  const [one] = await db
    .handle()
    .selectFrom('students')
    .select('user_id')
    .orderBy('user_id', 'desc')
    .limit(1)
    .execute();
  const alone = { studentId: one?.user_id ?? 0, courseId, teacherId, start: app.clock.now() - 10 * DAY, minutes: 30 };
  await addPast(db, alone);
  await countAllSessions(db);
  const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
  const view = await app.services.regionAnalytics.ofSubject(supervisor, {});
  assert.equal(view.metrics.sessions.value, 13);
  assert.deepEqual(
    view.spans.map(({ metrics }) => metrics.sessions.value),
    [0, 0, null, null],
    '13 less 12 would be what one pupil did',
  );
  assert.deepEqual(
    view.overTime.map(({ cells }) => cells),
    [[{ value: null, of: 0, error: null }, { value: null, of: 0, error: null }, null, null]],
  );
});

databaseTest('tests of ten and more stand beside their sessions, in these days and in those before', async (db, t) => {
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSchool({ app, make, courseId, teacherId }, 'Large', 12, 8);
  const pupils = await db
    .handle()
    .selectFrom('students')
    .select('user_id')
    .orderBy('user_id', 'desc')
    .limit(12)
    .execute();
  for (const { user_id } of pupils) {
    await addPast(db, { studentId: user_id, courseId, teacherId, start: app.clock.now() - 30 * DAY, minutes: 30 });
    for (const inDays of [-2, -31]) await addSitting(app, courseId, user_id, { inDays, grade: 80, phase: 'released' });
  }
  await countAllSessions(db);
  await countAllSittings(db);
  const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
  const { metrics, metricsBefore } = await app.services.regionAnalytics.ofSubject(supervisor, {});
  for (const figures of [metrics, metricsBefore]) {
    assert.deepEqual([figures['active pupils'].value, figures.sessions.value, figures.tests.value], [12, 12, 12]);
  }
});

databaseTest(
  'what a pupil did counts for the school that took them in, and no more for the one before',
  async (db, t) => {
    const { make, courseId, teacherId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const [from, to] = [
      await addSchool({ app, make, courseId, teacherId }, 'From', 13, 8),
      await addSchool({ app, make, courseId, teacherId }, 'To', 12, 8),
    ];
    await countAllSessions(db);
    const pupil = await make.student('moves', from);
    const past = { studentId: pupil, courseId, teacherId, start: app.clock.now() - DAY, minutes: 20 };
    await addPast(db, past);
    await addSitting(app, courseId, pupil, { inDays: -2, grade: 80, phase: 'released' });
    await countAllSessions(db);
    await countAllSittings(db);
    const managerOf = async (id: number) => actor(await make.schoolManager(`manager-${id}`), 'school manager', id);
    await app.services.transfers.release(await managerOf(from), pupil, to);
    await app.services.transfers.accept(await managerOf(to), pupil);
    const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
    const { parts } = await app.services.regionAnalytics.ofSubject(supervisor, {});
    assert.deepEqual(
      parts.map(({ name, metrics }) => [name, metrics['active pupils'].value, metrics.sessions.value]),
      [
        ['From', 13, 13],
        ['To', 13, 13],
      ],
    );
    const tests = await db.handle().selectFrom('test_facts').select(['student_id', 'school_id']).execute();
    assert.deepEqual(tests, [{ student_id: pupil, school_id: to }]);
  },
);

test('figures of a region take as many queries for many schools as for none', async (t) => {
  const { db, count } = await openCounted(t);
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
  const asked = () => count(() => app.services.regionAnalytics.ofSubject(supervisor, {}));
  assert.equal(await asked(), 12);
  for (const name of ['A', 'B', 'C']) await addSchool({ app, make, courseId, teacherId }, name, 11, 5);
  await countAllSessions(db);
  assert.equal(await asked(), 12);
});

databaseTest('a subject by itself has the same figures, and nothing of the others', async (db, t) => {
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSchool({ app, make, courseId, teacherId }, 'Large', 12, 8);
  await countAllSessions(db);
  await make.subject('science');
  const id = await make.supervisor('supervisor', 'math', 'north');
  const more = { regional_supervisor_id: id, subject_name: 'science', region: 'north' };
  await db.handle().insertInto('subjects_regional_supervisors').values(more).execute();
  const supervisor = actor(id, 'regional supervisor');
  const { grid: both, ...view } = await app.services.regionAnalytics.ofSubject(supervisor, { subject: 'math' });
  const alone = await app.services.regionAnalytics.ofSubject(supervisor, { subject: 'math' }, { alone: true });
  const { grid: one, ...same } = alone;
  assert.deepEqual(same, view);
  assert.deepEqual([both.subjects, one.subjects], [['math', 'science'], ['math']]);
});
