import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { sittingOf, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { SittingRepo } from '../../data/tests/sitting.repo.ts';
import { wallClock } from '../../shared/calendar.ts';
import { DAY, HOUR } from '../../shared/instant.ts';

type Test = Parameters<Parameters<typeof databaseTest>[1]>[1];

/** A test for tomorrow in a class of four: one has extra minutes, one has a later date of their own. */
async function setForTomorrow(db: DatabaseManager, t: Test) {
  const school = await testSchool(db);
  const { make, schoolId, classId, testedId, testId, manager } = school;
  const [ill, slow] = [
    await make.student('ill', schoolId, { classId }),
    await make.student('slow', schoolId, { classId }),
  ];
  for (const id of [ill, slow]) await make.enrol(id, testedId);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const tomorrow = { date: now + DAY, deadline: now + DAY + 2 * HOUR };
  const { testScheduling, classScheduling, classTests } = app.services;
  await testScheduling.schedule(manager, { classId, testId, studentIds: null, extraMinutes: 0, ...tomorrow });
  await testScheduling.change(manager, await sittingOf(app, testId, slow), { ...tomorrow, extraMinutes: 15 });
  const own = { date: now + 9 * DAY, deadline: now + 9 * DAY + HOUR };
  await testScheduling.delay(manager, await sittingOf(app, testId, ill), { ...own, reason: 'Was ill.' });
  const dates = async () => {
    const { lines } = await classTests.board(manager, classId, testId);
    return new Map(lines.map(({ sitting }) => [sitting.studentId, [sitting.date, sitting.extraMinutes]]));
  };
  const move = (set: { date: number; deadline: number }) => classScheduling.move(manager, classId, testId, set);
  const cancel = () => classScheduling.cancel(manager, classId, testId);
  return { school, app, now, tomorrow, own, ill, slow, dates, move, cancel };
}

databaseTest('a test is moved for the class at once; who has begun or a date of their own keeps it', async (db, t) => {
  const { school, app, now, tomorrow, own, ill, slow, dates, move } = await setForTomorrow(db, t);
  const earlier = { date: now + HOUR, deadline: now + 3 * HOUR };
  assert.equal(await move(earlier), 3);
  assert.deepEqual(
    await dates(),
    new Map([
      [school.pupilId, [earlier.date, 0]],
      [school.mateId, [earlier.date, 0]],
      [slow, [earlier.date, 15]],
      [ill, [own.date, 0]],
    ]),
  );
  app.clock.advance(HOUR);
  await app.services.testTaking.begin(school.pupil, await sittingOf(app, school.testId, school.pupilId));
  assert.equal(await move(tomorrow), 2);
  assert.deepEqual((await dates()).get(school.pupilId), [earlier.date, 0], 'has begun');
});

databaseTest('a date of their own that a pupil is given while the class is moved stays theirs', async (db, t) => {
  const { school, app, now, own, dates, move } = await setForTomorrow(db, t);
  const { testScheduling } = app.services;
  const id = await sittingOf(app, school.testId, school.mateId);
  const { listOf } = SittingRepo.prototype;
  t.mock.method(
    SittingRepo.prototype,
    'listOf',
    async function (this: SittingRepo, ...which: Parameters<typeof listOf>) {
      const found = await listOf.apply(this, which);
      t.mock.restoreAll();
      await testScheduling.delay(school.manager, id, { ...own, reason: 'Is ill too.' });
      return found;
    },
  );
  assert.equal(await move({ date: now + HOUR, deadline: now + 3 * HOUR }), 2);
  assert.deepEqual((await dates()).get(school.mateId), [own.date, 0]);
});

databaseTest('a time that cannot be is refused by its field, and nobody is moved', async (db, t) => {
  const { now, dates, move } = await setForTomorrow(db, t);
  const before = await dates();
  const late = { date: now - 2 * DAY, deadline: now - DAY };
  await assert.rejects(move(late), {
    kind: 'invalid-input',
    details: { fields: { deadline: 'a time that is still ahead' } },
  });
  const short = { date: now + DAY, deadline: now + DAY + 60_000 };
  await assert.rejects(move(short), { kind: 'invalid-input' });
  assert.deepEqual(await dates(), before);
});

databaseTest(
  'a test is taken away from the class at once, noted for each pupil, and from nobody twice',
  async (db, t) => {
    const { school, app, ill, dates, cancel } = await setForTomorrow(db, t);
    assert.equal(await cancel(), 3);
    assert.deepEqual([...(await dates()).keys()], [ill]);
    assert.deepEqual(await app.services.tests.ownTests(school.pupil), []);
    const noted = await db.run((handle) =>
      handle.selectFrom('audit_log').select('student_id').where('action', '=', 'cancel a test').execute(),
    );
    assert.equal(new Set(noted.map((row) => row.student_id)).size, 3);
    await assert.rejects(cancel(), { kind: 'conflict' });
  },
);

databaseTest('a class manager of other pupils can do neither', async (db, t) => {
  const { school, app, tomorrow } = await setForTomorrow(db, t);
  const { make, schoolId, classId, testId, manager } = school;
  const other = await make.class(schoolId, '9b');
  const stranger = { ...manager, userId: await make.classManager('stranger', schoolId, [other]) };
  const { classScheduling } = app.services;
  for (const id of [classId, other]) {
    await assert.rejects(classScheduling.move(stranger, id, testId, tomorrow), { kind: 'not-found' });
    await assert.rejects(classScheduling.cancel(stranger, id, testId), { kind: 'not-found' });
  }
  await assert.rejects(classScheduling.cancel(school.pupil, classId, testId), { kind: 'forbidden' });
});

databaseTest('the page of a test moves it and takes it away, and says what it cannot take', async (db, t) => {
  const { school, app, now, dates } = await setForTomorrow(db, t);
  const client = await login(app, 'class-manager');
  const page = `/class/tests/${school.classId}/${school.testId}`;
  const post = (path: string, fields: Record<string, string>) =>
    client.send(`${page}/${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  assert.match((await client.get(page)).text, /For the 3 pupils with this test before them/);
  const again = await client.get(`/class/tests/new?class=${school.classId}&test=${school.testId}`);
  assert.match(again.text, /set for everybody in the course already/, 'and who sets it again is led here');
  assert.ok(again.text.includes(`href="${page}"`));
  const wrong = await post('change', { date: '', deadline: '' });
  assert.equal(wrong.status, 400);
  assert.equal(wrong.text.match(/Allowed: a day and a time\./g)?.length, 2, 'beside both');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = (moment: number) => wallClock(moment, zone);
  const moved = await post('change', { date: at(now + 2 * DAY), deadline: at(now + 2 * DAY + HOUR) });
  assert.equal(moved.status, 303);
  const [date] = (await dates()).get(school.pupilId) ?? [];
  assert.equal(at(date ?? 0), at(now + 2 * DAY));
  assert.equal((await post('cancel', {})).status, 303);
  assert.doesNotMatch((await client.get(page)).text, /with this test before them/);
});
