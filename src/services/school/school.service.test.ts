import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { AgentRepo } from '../../data/agents/agent.repo.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';

databaseTest('a school manager sees classes, sessions and time of the own school alone', async (db, t) => {
  const { make, pupilId, mateId, managerId, classId, schoolId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const past = { courseId, teacherId, minutes: 20 };
  await addPast(db, { ...past, studentId: pupilId, start: now - HOUR, pauses: [[5, 10]] });
  await addPast(db, { ...past, studentId: pupilId, start: now - DAY });
  await addPast(db, { ...past, studentId: mateId, start: now - 9 * DAY });
  const far = await make.school('Far School', 'north');
  await addPast(db, { ...past, studentId: await make.student('far', far), start: now - HOUR });
  const empty = await make.class(schoolId, '9b');
  const page = await app.services.school.overview(actor(managerId, 'school manager', schoolId));
  assert.deepEqual([page.name, page.region, page.pupils], ['First School', 'north', 2]);
  assert.deepEqual(page.week, { sessions: 2, pupils: 1, activeMs: 35 * MINUTE });
  assert.deepEqual(page.weekBefore, { sessions: 1, pupils: 1, activeMs: 20 * MINUTE });
  assert.deepEqual(
    page.classes.map(({ id, name, pupils, capacity, managers, week }) => ({
      id,
      name,
      pupils,
      capacity,
      managers,
      week,
    })),
    [
      {
        id: classId,
        name: '9a',
        pupils: 2,
        capacity: 30,
        managers: ['class-manager Tester'],
        week: { sessions: 2, pupils: 1, activeMs: 35 * MINUTE },
      },
      {
        id: empty,
        name: '9b',
        pupils: 0,
        capacity: 30,
        managers: [],
        week: { sessions: 0, pupils: 0, activeMs: 0 },
      },
    ],
  );
  assert.deepEqual(page.policy, { transcripts: 'summary', dailyTokenLimit: 60_000 });
  await assert.rejects(app.services.school.overview(actor(pupilId, 'student', schoolId)), { code: 'forbidden' });
  await assert.rejects(app.services.school.overview(actor(managerId, 'school manager')), { kind: 'not-found' });
});

databaseTest('what models cost is summed, and calls without a price are counted, not guessed', async (db, t) => {
  const { pupilId, managerId, schoolId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(managerId, 'school manager', schoolId);
  const usage = async () => (await app.services.school.overview(manager)).usage;
  assert.deepEqual(await usage(), { calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0, callsWithoutCost: 0 });
  const call = { studentId: pupilId, schoolId, purpose: 'teach', provider: 'openai', model: 'm', outcome: 'complete' };
  const ledger = new AgentRepo(db);
  const now = app.clock.now();
  await ledger.addCall({ ...call, at: now, inputTokens: 100, outputTokens: 20, costMicros: 300, milliseconds: 5 });
  await ledger.addCall({ ...call, at: now, inputTokens: 10, outputTokens: 2, costMicros: null, milliseconds: 5 });
  await ledger.addCall({
    ...call,
    at: now - 31 * DAY,
    inputTokens: 9,
    outputTokens: 9,
    costMicros: 9,
    milliseconds: 5,
  });
  assert.deepEqual(await usage(), {
    calls: 2,
    inputTokens: 110,
    outputTokens: 22,
    costMicros: 300,
    callsWithoutCost: 1,
  });
});

test('the page of a school asks as little of the database for many classes as for one', async (t) => {
  const { db, count } = await openCounted(t);
  const { make, managerId, schoolId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(managerId, 'school manager', schoolId);
  const few = await count(() => app.services.school.overview(manager));
  for (let n = 0; n < 12; n += 1) {
    const classId = await make.class(schoolId, `class ${n}`);
    const studentId = await make.student(`pupil-${n}`, schoolId, { classId });
    await addPast(db, { studentId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 10 });
  }
  assert.equal(await count(() => app.services.school.overview(manager)), few);
  assert.ok(few <= 18, `${few} queries`);
});
