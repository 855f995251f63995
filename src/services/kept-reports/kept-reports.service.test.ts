import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { turnsDuring } from '../../../test/support/turns.ts';
import { countAllSessions } from '../../data/analytics/session-facts.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { METRICS_VERSION } from '../../domain/analytics/metrics.ts';
import type { ReportSection } from '../../domain/kept-reports/kept-report.ts';
import { civilDay, machineTimeZone } from '../../shared/calendar.ts';
import { DAY, type Instant } from '../../shared/instant.ts';
import type { ReportWish } from './kept-reports.service.ts';

const day = (at: Instant) => civilDay(at, machineTimeZone());

/** Noa studied an hour with ten answers, eight of them right, and Dan half an hour; both yesterday. */
async function studiedSchool(db: DatabaseManager, app: TestApp) {
  const school = await smallSchool(db);
  const { pupilId, mateId, courseId, teacherId, schoolId } = school;
  const start = app.clock.now() - DAY;
  const attempts = Array.from({ length: 10 }, (_, place) => ({
    verdict: place < 8 ? ('correct' as const) : ('incorrect' as const),
    counts: true,
    unaided: place < 5,
  }));
  await addPast(db, { studentId: pupilId, courseId, teacherId, start, minutes: 60, attempts });
  await addPast(db, { studentId: mateId, courseId, teacherId, start, minutes: 30 });
  await countAllSessions(db);
  const manager = actor(school.classManagerId, 'class manager', schoolId);
  const head = actor(school.managerId, 'school manager', schoolId);
  return { ...school, manager, head, start };
}

const lastWeek = (app: TestApp): Pick<ReportWish, 'period' | 'from' | 'to' | 'locale'> => {
  const now = app.clock.now();
  return { period: 'days', from: day(now - 6 * DAY), to: day(now), locale: 'en' };
};

async function make(app: TestApp, who: Actor, wish: Omit<ReportWish, 'period' | 'locale'> & { period?: string }) {
  const ids = await app.services.keptReports.ask(who, { ...lastWeek(app), ...wish });
  await app.reportWorker.runDue();
  return ids[0] ?? assert.fail();
}

const sectionIn = <Kind extends ReportSection['kind']>(sections: readonly ReportSection[], kind: Kind) =>
  sections.find((one): one is Extract<ReportSection, { kind: Kind }> => one.kind === kind) ?? assert.fail(kind);

databaseTest('a class report says what its page says, and keeps saying it when the data moves on', async (db, t) => {
  const app = await startTestApp(t, db);
  const { manager, classId, pupilId, mateId, courseId, teacherId, start } = await studiedSchool(db, app);
  const { reportReading, classAnalytics } = app.services;
  const id = await make(app, manager, { kind: 'class', classId });
  const report = await reportReading.open(manager, id, { compare: true });
  assert.deepEqual([report.state, report.isStill, report.metricsVersion], ['done', true, METRICS_VERSION]);
  const live = await classAnalytics.ofClass(manager, { classId, from: report.firstDay, to: report.lastDay });
  const { metrics, metricsBefore } = sectionIn(report.sections, 'together');
  assert.deepEqual([metrics, metricsBefore], JSON.parse(JSON.stringify([live.metrics, live.metricsBefore])));
  // By hand: 60 + 30 minutes, eight of ten.
  assert.deepEqual([metrics['study time'].value, metrics.sessions.value, metrics['right answers'].value], [90, 2, 0.8]);
  const parts = sectionIn(report.sections, 'parts');
  assert.deepEqual(
    parts.rows.map(({ id: pupil, name, metrics: own }) => [pupil, name, own['study time'].value]),
    live.parts.map((one) => [one.id, null, one.metrics['study time'].value]),
  );
  assert.deepEqual([...report.pupils.keys()].sort(), [pupilId, mateId].sort());

  await addPast(db, { studentId: mateId, courseId, teacherId, start: start + DAY / 4, minutes: 15 });
  await countAllSessions(db);
  const later = await reportReading.open(manager, id, { compare: true });
  assert.deepEqual([later.isStill, later.sections], [false, report.sections]);
});

databaseTest(
  'a report of a pupil has courses, and units as of the day; an erased pupil leaves none, and no name',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { manager, parentId, classId, pupilId, mateId } = await studiedSchool(db, app);
    const { reportReading } = app.services;
    const ofPupil = await make(app, manager, { kind: 'pupil', studentId: pupilId });
    const ofClass = await make(app, manager, { kind: 'class', classId });
    const parent = actor(parentId, 'parent');
    for (const who of [manager, parent, actor(pupilId, 'student')]) {
      const { sections, names } = await reportReading.open(who, ofPupil);
      assert.equal(names.pupil?.startsWith('Noa'), true);
      assert.equal(sectionIn(sections, 'together').metrics['study time'].value, 60);
      const [course] = sectionIn(sections, 'parts').rows;
      assert.deepEqual([course?.name, course?.metrics['right answers'].value], ['Numbers', 0.8]);
      assert.ok(sectionIn(sections, 'units').courses[0]?.units.length);
    }
    await db.handle().deleteFrom('users').where('id', '=', pupilId).execute();
    await assert.rejects(reportReading.open(manager, ofPupil), { kind: 'not-found' });
    const { pupils, sections } = await reportReading.open(manager, ofClass);
    assert.deepEqual([...pupils.keys()], [mateId]);
    assert.equal(sectionIn(sections, 'parts').rows.length, 2, 'the figures of the day stay');
    assert.equal(JSON.stringify(sections).includes('Noa'), false);
  },
);

databaseTest('the same request is one report, and made once, whoever works on it', async (db, t) => {
  const app = await startTestApp(t, db);
  const { manager, classId } = await studiedSchool(db, app);
  const { keptReports } = app.services;
  const wish = { ...lastWeek(app), kind: 'pupils' as const, classId, key: 'sent twice' };
  const asked = await Promise.all([1, 2, 3].map(() => keptReports.ask(manager, wish)));
  assert.equal(new Set(asked.flat()).size, 1);
  const jobs = await db.handle().selectFrom('jobs').select('subject_key').where('kind', '=', 'make-report').execute();
  assert.deepEqual(jobs, [{ subject_key: `report:${asked[0]?.[0]}` }]);
  await app.reportWorker.runDue();
  // As after a crash between the last report and the end of the job.
  await db.handle().updateTable('jobs').set({ state: 'queued' }).where('kind', '=', 'make-report').execute();
  await db.handle().updateTable('kept_reports').set({ state: 'asked' }).where('kind', '=', 'pupils').execute();
  await app.reportWorker.runDue();
  const made = await db.handle().selectFrom('kept_reports').select(['kind', 'state']).orderBy('id').execute();
  assert.deepEqual(
    made.map(({ kind, state }) => `${kind} ${state}`),
    ['pupils done', 'pupil done', 'pupil done'],
  );
});

databaseTest('others have a turn after the report of each pupil of a class', async (db, t) => {
  const app = await startTestApp(t, db);
  const { manager, classId } = await studiedSchool(db, app);
  t.mock.method(app.reportWorker, 'wake', () => {});
  await app.services.keptReports.ask(manager, { ...lastWeek(app), kind: 'pupils', classId });
  assert.ok((await turnsDuring(() => app.reportWorker.runDue())) >= 3, 'two pupils, and the end of the job');
});

databaseTest('reports of a class that broke off go on with the first that is missing', async (db, t) => {
  const app = await startTestApp(t, db);
  const { manager, classId } = await studiedSchool(db, app);
  const { keptReports, reportReading } = app.services;
  t.mock.method(app.reportWorker, 'wake', () => {});
  const [id = 0] = await keptReports.ask(manager, { ...lastWeek(app), kind: 'pupils', classId });
  let renewals = 0;
  const finish = t.mock.method(JobRepo.prototype, 'finish', async () => {
    renewals += 1;
    throw new Error('The process dies before the end.');
  });
  await app.reportWorker.runDue();
  assert.equal(renewals, 1);
  const before = await reportReading.openSet(manager, id);
  assert.deepEqual([before.state, before.soFar, before.inAll], ['asked', 2, 2]);
  await db
    .handle()
    .deleteFrom('kept_reports')
    .where('id', '=', before.members[1]?.id ?? 0)
    .execute();
  finish.mock.restore();
  app.clock.advance(DAY);
  await app.reportWorker.runDue();
  const { state, members } = await reportReading.openSet(manager, id);
  assert.deepEqual([state, members.length], ['done', 2]);
  assert.ok(
    members.some((one) => one.id === before.members[0]?.id),
    'what was made before stays as it is',
  );
});

databaseTest('nobody asks for or reads what is not theirs', async (db, t) => {
  const app = await startTestApp(t, db);
  const { manager, head, make: factory, classId, pupilId, schoolId } = await studiedSchool(db, app);
  await factory.region('south');
  const { keptReports, reportReading } = app.services;
  const otherSchool = await factory.school('Second', 'north', { managerId: await factory.schoolManager('other-head') });
  const otherClass = await factory.class(otherSchool, 'x');
  const stranger = actor(
    await factory.classManager('stranger', otherSchool, [otherClass]),
    'class manager',
    otherSchool,
  );
  const supervisor = actor(await factory.supervisor('north', 'math', 'north'), 'regional supervisor');
  const elsewhere = actor(await factory.supervisor('south', 'math', 'south'), 'regional supervisor');
  const blocked = actor(await factory.parent('blocked', { [pupilId]: 'blocked' }), 'parent');
  const refused = (who: Actor, wish: Partial<ReportWish> & Pick<ReportWish, 'kind'>) =>
    assert.rejects(
      keptReports.ask(who, { ...lastWeek(app), ...wish }),
      { kind: 'not-found' },
      `${who.role} ${wish.kind}`,
    );
  await refused(stranger, { kind: 'class', classId });
  await refused(stranger, { kind: 'pupils', classId });
  await refused(stranger, { kind: 'pupil', studentId: pupilId });
  await refused(manager, { kind: 'school' });
  await refused(manager, { kind: 'class', classId: otherClass });
  await refused(head, { kind: 'class', classId: otherClass });
  await refused(head, { kind: 'subject', subject: 'history' });
  await refused(head, { kind: 'region', region: 'north' });
  await refused(blocked, { kind: 'pupil', studentId: pupilId });
  await refused(supervisor, { kind: 'pupil', studentId: pupilId });
  await refused(elsewhere, { kind: 'region subject', subject: 'math', region: 'north' });
  await refused(elsewhere, { kind: 'region', region: 'north' });

  const made: [number, Actor, Actor[]][] = [
    [await make(app, manager, { kind: 'class', classId }), head, [stranger, supervisor, blocked]],
    [await make(app, head, { kind: 'school' }), head, [manager, stranger, supervisor]],
    [await make(app, head, { kind: 'subject', subject: 'math' }), head, [manager, stranger, supervisor]],
    [await make(app, manager, { kind: 'pupil', studentId: pupilId }), head, [stranger, supervisor, blocked]],
    [
      await make(app, supervisor, { kind: 'region subject', subject: 'math', region: 'north' }),
      supervisor,
      [elsewhere, head],
    ],
    [await make(app, supervisor, { kind: 'region', region: 'north' }), supervisor, [elsewhere, head]],
  ];
  for (const [id, reader, others] of made) {
    assert.equal((await reportReading.open(reader, id)).state, 'done');
    for (const other of others) await assert.rejects(reportReading.open(other, id), { kind: 'not-found' });
    for (const other of others.filter(({ role }) => role !== 'parent')) {
      assert.equal(
        (await reportReading.list(other)).some((one) => one.id === id),
        false,
        `${other.role} lists ${id}`,
      );
    }
  }
  await assert.rejects(reportReading.list(blocked, pupilId), { kind: 'not-found' });
  await assert.rejects(reportReading.remove(head, made[0]?.[0] ?? 0), { code: 'not-the-maker' });
  assert.equal((await reportReading.list(manager)).length, 2);
  assert.equal(schoolId > 0, true);
});

databaseTest('who has lost the class gets no report of it, though it was asked for', async (db, t) => {
  const app = await startTestApp(t, db);
  const { manager, head, classId } = await studiedSchool(db, app);
  const { keptReports, reportReading } = app.services;
  t.mock.method(app.reportWorker, 'wake', () => {});
  const [id = 0] = await keptReports.ask(manager, { ...lastWeek(app), kind: 'class', classId });
  await db.handle().deleteFrom('classess_class_managers').execute();
  await app.reportWorker.runDue();
  const { state, sections } = await reportReading.open(head, id);
  assert.deepEqual([state, sections], ['failed', []]);
});

databaseTest('no report is made of time that is none, lies ahead or is too long', async (db, t) => {
  const app = await startTestApp(t, db);
  const { manager, head, make: factory, classId, schoolId } = await studiedSchool(db, app);
  const { keptReports } = app.services;
  const today = app.clock.now();
  const year = Number(day(today).slice(0, 4));
  const wrong: Partial<ReportWish>[] = [
    { period: '2026-q5' },
    { period: '' },
    { period: `${year + 2}-q1` },
    { period: `year-${year + 2}` },
    { period: 'year-1900' },
    { from: '2026-02-31' },
    { from: day(today), to: day(today - DAY) },
    { to: day(today + DAY) },
    { from: undefined },
    { from: day(today - 400 * DAY) },
  ];
  for (const one of wrong) {
    const wish = { ...lastWeek(app), kind: 'class' as const, classId, ...one };
    await assert.rejects(keptReports.ask(manager, wish), { kind: 'invalid-input' }, JSON.stringify(one));
  }
  const supervisor = actor(await factory.supervisor('north', 'math', 'north'), 'regional supervisor');
  const long = { ...lastWeek(app), kind: 'region' as const, region: 'north', from: day(today - 200 * DAY) };
  await assert.rejects(keptReports.ask(supervisor, long), { kind: 'invalid-input' });
  const empty = await factory.class(schoolId, 'empty');
  const none = { ...lastWeek(app), kind: 'pupils' as const, classId: empty };
  await assert.rejects(keptReports.ask(head, none), { code: 'no-pupils' });
  assert.equal((await db.handle().selectFrom('kept_reports').select('id').execute()).length, 0);
});

databaseTest(
  'a class of very many is refused before anything is asked for, and a school gets one set a class',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { head, make: factory, schoolId } = await studiedSchool(db, app);
    const other = await factory.class(schoolId, 'other');
    await factory.student('third', schoolId, { classId: other });
    const ids = await app.services.keptReports.ask(head, { ...lastWeek(app), kind: 'pupils' });
    assert.equal(ids.length, 2);
    await app.reportWorker.runDue();
    const sets = await Promise.all(ids.map((id) => app.services.reportReading.openSet(head, id)));
    assert.deepEqual(sets.map(({ members }) => members.length).sort(), [1, 2]);
    const rows = Array.from({ length: 205 }, (_, n) => n + 1);
    await db
      .handle()
      .insertInto('users')
      .values(
        rows.map((n) => ({
          username: `many-${n}`,
          email: `many-${n}@example.org`,
          password_hash: '',
          first_name: 'Many',
          last_name: String(n),
          role: 'student' as const,
          locale: 'en',
          created_at: toStored(0),
        })),
      )
      .execute();
    const many = await db.handle().selectFrom('users').select('id').where('username', 'like', 'many-%').execute();
    const pseudonym = (id: number) => `p${id}`;
    await db
      .handle()
      .insertInto('students')
      .values(many.map(({ id }) => ({ user_id: id, school_id: schoolId, pseudonym: pseudonym(id) })))
      .execute();
    await db
      .handle()
      .insertInto('classes_students')
      .values(many.map(({ id }) => ({ class_id: other, student_id: id })))
      .execute();
    const wish = { ...lastWeek(app), kind: 'pupils' as const, classId: other };
    await assert.rejects(app.services.keptReports.ask(head, wish), { code: 'report-too-large' });
  },
);

test('a report is opened by as many queries for a class of many as of two', async (t) => {
  const { db, count } = await openCounted(t);
  const app = await startTestApp(t, db);
  const { manager, make: factory, classId, schoolId } = await studiedSchool(db, app);
  const { reportReading } = app.services;
  const asked = async () => {
    const id = await make(app, manager, { kind: 'class', classId });
    return count(() => reportReading.open(manager, id, { compare: true }));
  };
  const few = await asked();
  for (let n = 0; n < 12; n += 1) await factory.student(`more-${n}`, schoolId, { classId });
  assert.equal(await asked(), few);
  const listed = () => count(() => reportReading.list(manager));
  const short = await listed();
  for (let n = 0; n < 5; n += 1) await make(app, manager, { kind: 'class', classId });
  assert.equal(await listed(), short);
});
