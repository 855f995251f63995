import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { addSitting, pupil } from '../../../test/support/studied.ts';
import { civilDay, machineTimeZone } from '../../shared/calendar.ts';
import { DAY } from '../../shared/instant.ts';

databaseTest('a pupil sees what they did in the days that are asked for, beside the days before', async (db, t) => {
  const { pupilId, mateId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const past = { studentId: pupilId, courseId, teacherId, evaluation: {} };
  const now = app.clock.now();
  const answers = (right: number, of: number, after: number) =>
    Array.from({ length: of }, (_, i) => ({
      verdict: i < right ? ('correct' as const) : ('incorrect' as const),
      masteryAfter: after,
      counts: true,
    }));
  const mate = { ...past, studentId: mateId, start: now - DAY, minutes: 55, attempts: answers(9, 9, 0.9) };
  await addPast(db, mate);
  await addPast(db, { ...past, start: now - 40 * DAY, minutes: 10, attempts: answers(2, 3, 0.2) });
  await addPast(db, { ...past, start: now - 9 * DAY, minutes: 20, attempts: answers(5, 8, 0.4) });
  const { id } = await addPast(db, {
    ...past,
    start: now - DAY,
    minutes: 30,
    attempts: [...answers(3, 4, 0.7), { verdict: 'correct', masteryAfter: 0.3, counts: true, unitName: 'Taking away' }],
  });
  await addSitting(app, courseId, pupilId, { inDays: -3, grade: 81, phase: 'released' });
  await addSitting(app, courseId, pupilId, { inDays: -60, grade: 11, phase: 'released' });
  const figures = await app.services.pupilAnalytics.own(pupil(pupilId), {});
  const { metrics, metricsBefore } = figures;
  assert.deepEqual([metrics.sessions.value, metrics['study time'].value, metrics.answers.value], [2, 50, 13]);
  assert.equal(metrics['right answers'].value, 9 / 13);
  assert.deepEqual([metricsBefore.sessions.value, metricsBefore.answers.value], [1, 3]);
  assert.deepEqual(
    figures.sessions.map((one) => [one.id, one.course, one.attempts, one.correct, one.activeMs]),
    [
      [id, 'Numbers', 5, 4, 30 * 60_000],
      [id - 1, 'Numbers', 8, 5, 20 * 60_000],
    ],
  );
  assert.deepEqual(
    figures.feelings.toSorted((a, b) => (a.feeling < b.feeling ? -1 : 1)),
    [
      { feeling: 'neutral', before: 2, after: 0 },
      { feeling: 'positive', before: 0, after: 2 },
    ],
  );
  assert.deepEqual(
    figures.paths.map(({ course, units }) => [course, units.map(({ name, points }) => [name, points])]),
    [
      [
        'Numbers',
        [
          ['Adding', [null, null, 0.4, 0.7]],
          ['Taking away', [null, null, null, 0.3]],
        ],
      ],
    ],
    'each week its last answer, and none where there was none',
  );
  assert.deepEqual(
    figures.sittings.map(({ finalGrade }) => finalGrade),
    [81],
  );
  assert.deepEqual(
    figures.parts.map(({ name }) => name),
    ['Numbers'],
  );
  const few = await app.services.pupilAnalytics.own(pupil(pupilId), {
    from: civilDay(now - 2 * DAY, machineTimeZone()),
  });
  assert.deepEqual([few.spanDays, few.spans.length], [1, 3], 'a few days are told one by one');
});

databaseTest('parents see their own child’s figures, a blocked guardian and others see nothing', async (db, t) => {
  const { make, pupilId, mateId, parentId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { pupilAnalytics } = app.services;
  const talk = [{ from: 'student' as const, content: 'SECRET WORRY' }];
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - DAY, minutes: 30 };
  await addPast(db, { ...past, talk, feedback: 'SECRET WORD', evaluation: {} });
  const figures = await pupilAnalytics.ofChild(actor(parentId, 'parent'), pupilId, {});
  assert.equal(figures.metrics.sessions.value, 1);
  assert.ok(!JSON.stringify(figures).includes('SECRET'), 'numbers only, no words of the child');
  const blocked = actor(await make.parent('blocked', { [pupilId]: 'blocked' }), 'parent');
  const other = actor(await make.parent('other', { [mateId]: 'verified' }), 'parent');
  for (const stranger of [blocked, other]) {
    await assert.rejects(pupilAnalytics.ofChild(stranger, pupilId, {}), { kind: 'not-found' });
  }
  await assert.rejects(pupilAnalytics.own(actor(parentId, 'parent'), {}), { code: 'forbidden' });
  await assert.rejects(pupilAnalytics.ofChild(pupil(pupilId), pupilId, {}), { code: 'forbidden' });
});

databaseTest('who never studied sees why there is nothing, and one session makes no average', async (db, t) => {
  const { pupilId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const empty = await app.services.pupilAnalytics.own(pupil(pupilId), {});
  assert.deepEqual([empty.sessions, empty.paths, empty.feelings, empty.sittings, empty.parts], [[], [], [], [], []]);
  const client = await login(app, 'pupil');
  const page = await client.get('/progress');
  assert.equal(page.status, 200);
  for (const why of [
    'No unit was practised',
    'Nothing was said about feelings',
    'has a score yet',
    'No test in these',
  ]) {
    assert.ok(page.text.includes(why), why);
  }
  await addPast(db, {
    studentId: pupilId,
    courseId,
    teacherId,
    start: app.clock.now() - DAY,
    minutes: 30,
    evaluation: {},
  });
  const one = await app.services.pupilAnalytics.own(pupil(pupilId), {});
  assert.deepEqual([one.metrics.sessions.value, one.metrics['right answers'].value], [1, null]);
  assert.equal(one.metrics.proficiency.error, null);
});

databaseTest('days can be asked for by name, and days that are none are refused', async (db, t) => {
  const { pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const client = await login(app, 'pupil');
  for (const period of ['week', 'four-weeks', 'quarter', 'school-year']) {
    const page = await client.get(`/progress?period=${period}`);
    assert.equal(page.status, 200);
    assert.match(page.text, new RegExp(`href="/progress\\?period=${period}" aria-current="page"`));
  }
  for (const query of ['period=yesterday', 'from=2026-02-31', 'from=2026-02-02&to=2026-02-01']) {
    assert.equal((await client.get(`/progress?${query}`)).status, 400, query);
    assert.equal((await client.get(`/progress.csv?${query}`)).status, 400, query);
    assert.equal((await client.get(`/api/v1/progress/figures?${query}`)).status, 400, query);
  }
  const csv = await client.get('/api/v1/progress/figures', { accept: 'text/csv' });
  assert.equal((await client.get('/progress.csv')).text, csv.text);
  const json = JSON.parse((await client.get('/api/v1/progress/figures')).text);
  assert.equal(json.id, pupilId);
});

test('a pupil’s figures take as many queries for many sessions, units and days as for few', async (t) => {
  const { db, count } = await openCounted(t);
  const { pupilId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const past = { studentId: pupilId, courseId, teacherId, minutes: 20, evaluation: {} };
  const attempts = [{ verdict: 'correct' as const, masteryAfter: 0.5 }];
  await addPast(db, { ...past, start: app.clock.now() - DAY, attempts });
  await addSitting(app, courseId, pupilId, { inDays: -1 });
  const ask = (period: string) => count(() => app.services.pupilAnalytics.own(pupil(pupilId), { period }));
  const few = await ask('week');
  for (let n = 2; n < 40; n += 1) {
    const more = [...attempts, { verdict: 'correct' as const, masteryAfter: 0.4, unitName: 'Taking away' }];
    await addPast(db, { ...past, start: app.clock.now() - n * DAY, attempts: more });
    await addSitting(app, courseId, pupilId, { inDays: -n });
  }
  assert.equal(await ask('school-year'), few);
  assert.ok(few <= 18, `${few} queries`);
});
