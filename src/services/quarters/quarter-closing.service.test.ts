import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { startTestApp } from '../../../test/support/app.ts';
import { TestClock } from '../../../test/support/clock.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { AFTER_QUARTER, noon, quarterSchool } from '../../../test/support/quarter-school.ts';
import { turnsDuring } from '../../../test/support/turns.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import { CLOSE_QUARTER } from '../../data/jobs/job-kinds.ts';
import { QuarterRepo } from '../../data/quarters/quarter.repo.ts';
import { QuarterClosingRepo } from '../../data/quarters/quarter-closing.repo.ts';
import { QuarterSourceRepo } from '../../data/quarters/quarter-source.repo.ts';
import { quarterNumbered } from '../../domain/evaluation/school-quarter.ts';
import { machineTimeZone } from '../../shared/calendar.ts';
import { DAY, MINUTE } from '../../shared/instant.ts';
import { JobWorker } from '../jobs/job-worker.service.ts';
import { CloseQuarterHandler } from './close-quarter.handler.ts';

const FIRST = quarterNumbered(2026, 1);
const kinds = ['proficiency', 'investment', 'social'] as const;

/** Every row of a kind, as it stands. */
const rowsOf = async (db: DatabaseManager, kind: (typeof kinds)[number]) =>
  db.handle().selectFrom(`quarter_${kind}_evaluations`).selectAll().orderBy('student_id').execute();

databaseTest('a quarter comes to what its sessions do, worked out by hand, for everybody once', async (db, t) => {
  const { schoolId, managerId, studentIds, study, lesson } = await quarterSchool(db, 3);
  await lesson('2026-11-02');
  await lesson('2026-11-09');
  const [first = 0] = studentIds;
  // The last evening counts, the morning after does not; one without a score and a disputed one count for nothing.
  await study(first, noon('2026-11-15'), 10);
  await study(first, noon('2026-11-16') + DAY / 2, 1);
  await study(first, noon('2026-11-01'), null);
  const clock = new TestClock(AFTER_QUARTER);
  const app = await startTestApp(t, db, { clock });
  const { quarterClosings } = app.services;
  const closing = await quarterClosings.request(actor(managerId, 'school manager', schoolId), FIRST, false);
  assert.deepEqual([closing.state, closing.pupilsAll], ['running', 3]);
  await app.worker.runDue();
  const done = await quarterClosings.find(closing.id);
  assert.deepEqual([done?.state, done?.pupilsDone, done?.made, done?.changed], ['done', 3, 9, 0]);
  const end = Date.parse('2026-11-16T00:00:00Z');
  for (const studentId of studentIds) {
    const { rows } = await sql<{ score: number; confidence: number; at: string }>`
      select e.score, e.confidence, s.start_time as at from sessional_proficiency_evaluations e
        join home_hours_study_sessions s on s.id = e.home_session_id where e.student_id = ${studentId} and e.score is not null
      union all select e.score, e.confidence, l.start_time from sessional_proficiency_evaluations e
        join school_hours_study_sessions l on l.id = e.school_session_id where e.student_id = ${studentId}`.execute(
      db.handle(),
    );
    const own = rows.map((row) => ({ ...row, time: Date.parse(`${String(row.at).replace(' ', 'T')}Z`) }));
    const weighed = own
      .filter(({ time }) => time < end)
      .map(({ score, confidence, time }) => ({ score, weight: confidence * 0.5 ** ((end - time) / DAY / 45) }));
    const mean =
      weighed.reduce((sum, one) => sum + one.score * one.weight, 0) / weighed.reduce((sum, one) => sum + one.weight, 0);
    const row = (await rowsOf(db, 'proficiency')).find((one) => one.student_id === studentId);
    assert.ok(Math.abs((row?.score ?? 0) - mean) < 0.06, `${row?.score} is ${mean}`);
    const { facts } = JSON.parse(row?.evidence ?? '{}');
    assert.deepEqual([facts.scored, facts.unscored], studentId === first ? [7, 1] : [6, 0]);
  }
  const social = await rowsOf(db, 'social');
  assert.deepEqual(
    social.map(({ score, source }) => [score, source]),
    studentIds.map(() => [6, 'evaluator']),
  );
});

databaseTest('a quarter that has not ended, was closed or is no quarter is refused, and says why', async (db, t) => {
  const { schoolId, managerId, manager } = await quarterSchool(db, 2);
  const clock = new TestClock(noon('2026-11-15'));
  const app = await startTestApp(t, db, { clock });
  const { quarterClosings } = app.services;
  const ruth = actor(managerId, 'school manager', schoolId);
  await assert.rejects(quarterClosings.request(ruth, FIRST, false), {
    code: 'quarter-not-over',
    details: { lastDay: '2026-11-15' },
  });
  assert.equal(await quarterClosings.closeDue(), 0, 'not by itself either');
  clock.advance(2 * DAY);
  await assert.rejects(quarterClosings.request(manager, FIRST, false), { kind: 'forbidden' });
  await assert.rejects(quarterClosings.request(ruth, quarterNumbered(2025, 1), false), { code: 'nothing-to-close' });
  await quarterClosings.request(ruth, FIRST, false);
  await assert.rejects(quarterClosings.request(ruth, FIRST, true), { code: 'closing-under-way' });
  await app.worker.runDue();
  await assert.rejects(quarterClosings.request(ruth, FIRST, false), { code: 'quarter-closed' });
});

databaseTest('closed again, what says something else takes its place and what stood there is kept', async (db, t) => {
  const { schoolId, studentIds, study } = await quarterSchool(db, 3);
  const clock = new TestClock(AFTER_QUARTER);
  const app = await startTestApp(t, db, { clock });
  const { quarterClosings } = app.services;
  await quarterClosings.close(schoolId, FIRST);
  await app.worker.runDue();
  const before = await rowsOf(db, 'proficiency');
  const [first = 0] = studentIds;
  await study(first, noon('2026-11-14'), 1);
  assert.deepEqual(await rowsOf(db, 'proficiency'), before, 'a late score changes nothing by itself');
  assert.deepEqual(await quarterClosings.preview(schoolId, FIRST), { pupils: 3, made: 0, scored: 6, changed: 2 });
  const again = await quarterClosings.close(schoolId, FIRST, { again: true });
  await app.worker.runDue();
  assert.deepEqual((await quarterClosings.find(again.id))?.changed, 2);
  const versions = await new QuarterRepo(db).versionsOf(studentIds);
  const old = before.find((row) => row.student_id === first);
  assert.deepEqual(
    versions.map(({ kind, studentId, score }) => [kind, studentId, score]),
    [
      ['proficiency', first, old?.score],
      ['investment', first, old?.score],
    ],
  );
  const now = (await rowsOf(db, 'proficiency')).find((row) => row.student_id === first);
  assert.ok((now?.score ?? 9) < (old?.score ?? 0));
});

databaseTest(
  'a week after its end a quarter is closed by itself, once, and in two more everybody sees it',
  async (db, t) => {
    const { schoolId, studentIds, make } = await quarterSchool(db, 2);
    await make.school('Nobody studies here', 'north');
    const clock = new TestClock(noon('2026-11-22'));
    const app = await startTestApp(t, db, { clock });
    const { quarterClosings } = app.services;
    assert.equal(await quarterClosings.closeDue(), 0, 'six days after');
    clock.advance(DAY);
    const begun = await Promise.all([quarterClosings.closeDue(), quarterClosings.closeDue()]);
    assert.equal(begun[0] + begun[1], 1, 'two servers, one closing');
    await app.worker.runDue();
    assert.equal(await quarterClosings.closeDue(), 0);
    const closings = new QuarterClosingRepo(db);
    assert.deepEqual(
      (await closings.list(schoolId)).map(({ state, run, by }) => [state, run, by]),
      [['done', 1, null]],
    );
    assert.equal(await quarterClosings.releaseDue(), 0);
    clock.advance(14 * DAY);
    assert.equal(await quarterClosings.releaseDue(), 1);
    assert.equal(await quarterClosings.releaseDue(), 0);
    assert.equal((await closings.releasesOf(studentIds)).size, 2);
  },
);

/** Somebody pulls the plug: a method does what it does, and then nothing that comes after happens. */
function dying<Kind extends object>(real: Kind, method: keyof Kind & string, calls: number): Kind {
  let left = calls;
  return new Proxy(real, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const bound = value.bind(target);
      if (name !== method) return bound;
      return async (...given: unknown[]) => {
        const result = await bound(...given);
        left -= 1;
        if (left === 0) throw new Error('the process dies');
        return result;
      };
    },
  });
}

databaseTest('a closing that dies anywhere goes on where it was, and makes everything once', async (db, t) => {
  const { schoolId, studentIds } = await quarterSchool(db, 60, [4, 6, 8]);
  const clock = new TestClock(AFTER_QUARTER);
  const app = await startTestApp(t, db, { clock });
  const parts = { db, clock, timeZone: machineTimeZone() };
  const rows = {
    quarterRows: new QuarterRepo(db),
    quarterSourceRows: new QuarterSourceRepo(db),
    quarterClosingRows: new QuarterClosingRepo(db),
  };
  const closing = await app.services.quarterClosings.close(schoolId, FIRST);
  const deaths = [
    { ...rows, quarterRows: dying(rows.quarterRows, 'add', 1) },
    { ...rows, quarterClosingRows: dying(rows.quarterClosingRows, 'advance', 1) },
    { ...rows, quarterRows: dying(rows.quarterRows, 'add', 2) },
    { ...rows, quarterClosingRows: dying(rows.quarterClosingRows, 'advance', 2) },
    { ...rows, quarterClosingRows: dying(rows.quarterClosingRows, 'end', 1) },
  ];
  const soFar: number[] = [];
  for (const broken of deaths) {
    const handlers = [new CloseQuarterHandler({ ...parts, ...broken })];
    await new JobWorker({ jobs: new JobRepo(db), clock, handlers, log: () => {} }).runDue();
    clock.advance(10 * MINUTE);
    soFar.push((await rowsOf(db, 'proficiency')).length);
  }
  assert.deepEqual(soFar, [0, 0, 25, 50, 60], 'whole slices, or nothing of one');
  await app.worker.runDue();
  const done = await app.services.quarterClosings.find(closing.id);
  assert.deepEqual([done?.state, done?.pupilsDone, done?.made], ['done', 60, 180]);
  for (const kind of kinds) {
    const made = await rowsOf(db, kind);
    assert.deepEqual(
      made.map((row) => row.student_id),
      [...studentIds].sort((a, b) => a - b),
    );
  }
  const job = await new JobRepo(db).findState(CLOSE_QUARTER, `closing:${closing.id}`);
  assert.equal(job, 'done');
});

databaseTest('two workers at once close a quarter together, and make everything once', async (db, t) => {
  const { schoolId } = await quarterSchool(db, 40, [4, 6, 8]);
  const clock = new TestClock(AFTER_QUARTER);
  const app = await startTestApp(t, db, { clock });
  const closing = await app.services.quarterClosings.close(schoolId, FIRST);
  const rows = {
    quarterRows: new QuarterRepo(db),
    quarterSourceRows: new QuarterSourceRepo(db),
    quarterClosingRows: new QuarterClosingRepo(db),
  };
  const handler = new CloseQuarterHandler({ db, clock, timeZone: machineTimeZone(), ...rows });
  const job = {
    id: 1,
    kind: CLOSE_QUARTER,
    subjectKey: '',
    payload: { closingId: closing.id },
    tries: 1,
    createdAt: 0,
  };
  let ended = 0;
  const lease = {
    lastTry: false,
    finish: async () => {
      ended += 1;
      return true;
    },
  };
  const signal = new AbortController().signal;
  await Promise.all([1, 2, 3].map(() => handler.run(job, lease, signal)));
  const done = await app.services.quarterClosings.find(closing.id);
  assert.deepEqual([done?.state, done?.pupilsDone, done?.made], ['done', 40, 120]);
  assert.ok(ended >= 1);
});

databaseTest('others have a turn while a quarter is closed, a slice after the other', async (db, t) => {
  const { schoolId } = await quarterSchool(db, 3);
  const app = await startTestApp(t, db, { clock: new TestClock(AFTER_QUARTER) });
  await app.services.quarterClosings.close(schoolId, FIRST);
  assert.ok((await turnsDuring(() => app.worker.runDue())) >= 2);
});
