import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { classOf } from '../../../test/support/class-of.ts';
import { login } from '../../../test/support/client.ts';
import { TestClock } from '../../../test/support/clock.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { addSchoolLesson } from '../../../test/support/school-lesson.ts';
import { turnsDuring } from '../../../test/support/turns.ts';
import { countSessions } from '../../data/analytics/session-facts.ts';
import { AttentionRepo } from '../../data/attention/attention.repo.ts';
import { AttentionCheckRepo } from '../../data/attention/attention-check.repo.ts';
import { AttentionCountsRepo } from '../../data/attention/attention-counts.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';
import { JobWorker } from '../jobs/job-worker.service.ts';
import { WatchAttentionHandler } from './watch-attention.handler.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A class of four who studied at home yesterday, but the first: three weeks ago. */
async function school(db: DatabaseManager, t: Parameters<typeof startTestApp>[0]) {
  const made = await classOf(db, 4);
  const { studentIds, courseId, teacherId, classId, classManagerId } = made;
  const [first = 0, second = 0] = studentIds;
  const study = async (studentId: number, start: number) => {
    const { id } = await addPast(db, { studentId, courseId, teacherId, start, minutes: 20 });
    await countSessions(db, 'home', [id]);
  };
  for (const id of studentIds) await study(id, NOW - (id === first ? 20 : 1) * DAY);
  const lesson = async (daysAgo: number, absentIds: number[] = []) => {
    const there = studentIds.filter((id) => !absentIds.includes(id) && id !== first);
    const place = { classId, classManagerId, teacherId, courseId, unitName: 'Adding', type: 'group' as const };
    const id = await addSchoolLesson(db, { ...place, studentIds: there, absentIds, start: NOW - daysAgo * DAY });
    await countSessions(db, 'school', [id]);
  };
  const clock = new TestClock(NOW);
  const app = await startTestApp(t, db, { clock });
  const look = async () => {
    const queued = await app.services.attention.lookDue();
    await app.worker.runDue();
    return queued;
  };
  return { ...made, app, clock, look, lesson, study, first, second };
}

databaseTest('an alert is raised once, follows its numbers, and goes when its reason is gone', async (db, t) => {
  const { app, clock, look, manager, first, second, study, lesson } = await school(db, t);
  const { attention } = app.services;
  for (const ago of [2, 9, 16]) await lesson(ago, [second]);
  for (const ago of [3, 10, 17]) await lesson(ago);
  assert.equal(await look(), 1);
  assert.equal(await look(), 0, 'once a day');
  const waiting = await attention.waiting(manager);
  assert.deepEqual(
    waiting.map(({ studentId, kind, facts }) => [studentId, kind, facts]).sort(),
    [
      [first, 'inactivity', { days: 20 }],
      [second, 'absence', { missed: 3, lessons: 6 }],
    ].sort(),
  );
  clock.advance(DAY);
  await look();
  const again = await attention.waiting(manager);
  assert.deepEqual(again.map(({ id }) => id).sort(), waiting.map(({ id }) => id).sort(), 'the same alerts');
  assert.equal(again.find(({ studentId }) => studentId === first)?.facts.days, 21);
  await study(first, clock.now() - HOUR);
  clock.advance(DAY);
  await look();
  const board = await attention.board(manager);
  assert.deepEqual(
    board.closed.map(({ studentId, closedBecause }) => [studentId, closedBecause]),
    [[first, 'gone']],
  );
  assert.deepEqual(board.rates, [
    { kind: 'absence', raised: 1, falseAlarms: 0 },
    { kind: 'inactivity', raised: 1, falseAlarms: 0 },
  ]);
  const told = await db.handle().selectFrom('notifications').select(['user_id', 'data']).execute();
  assert.deepEqual(
    told.map(({ user_id: id, data }) => [id, JSON.parse(data)]),
    [[manager.userId, { pupils: 2 }]],
    'the class manager, once, and nobody else',
  );
});

databaseTest(
  'staff take alerts on, put them off and mark false ones; after a week the school manager sees what waits',
  async (db, t) => {
    const { app, clock, look, manager, managerId, schoolId, first, parentId, make } = await school(db, t);
    const { attention } = app.services;
    const ruth = actor(managerId, 'school manager', schoolId);
    await look();
    const [alert] = await attention.waiting(manager);
    const id = alert?.id ?? 0;
    const note = { note: 'Called home.', days: 7 };
    const stranger = actor(await make.classManager('elsewhere', schoolId, []), 'class manager', schoolId);
    await assert.rejects(attention.acknowledge(stranger, id, note), { kind: 'not-found' });
    await assert.rejects(attention.acknowledge(ruth, id, note), { kind: 'not-found' }, 'not hers yet');
    await assert.rejects(attention.waiting(actor(parentId, 'parent')), { kind: 'forbidden' });
    await assert.rejects(attention.acknowledge(manager, id, { note: ' ', days: 0 }), { kind: 'invalid-input' });
    await assert.rejects(attention.acknowledge(manager, id, { note: 'x', days: 3 }), { kind: 'invalid-input' });
    clock.advance(6 * DAY);
    assert.equal(await attention.escalateDue(), 0);
    clock.advance(DAY);
    assert.equal(await attention.escalateDue(), 1);
    assert.equal(await attention.escalateDue(), 0);
    assert.deepEqual(
      (await attention.waiting(ruth)).map((one) => one.id),
      [id],
    );
    await attention.acknowledge(manager, id, note);
    assert.deepEqual(await attention.waiting(manager), []);
    await assert.rejects(attention.acknowledge(ruth, id, { note: 'Mine.', days: 0 }), { code: 'alert-taken' });
    assert.equal((await attention.board(manager)).taken[0]?.note, 'Called home.');
    await attention.acknowledge(manager, id, { note: 'Called again.', days: 7 });
    assert.equal((await attention.board(manager)).taken[0]?.note, 'Called again.', 'one’s own can be changed');
    clock.advance(7 * DAY);
    await attention.acknowledge(ruth, id, { note: 'Spoke with the parents.', days: 7 });
    assert.equal(
      (await attention.board(manager)).taken[0]?.note,
      'Spoke with the parents.',
      'it was put off for so long',
    );
    await assert.rejects(attention.acknowledge(manager, id, note), { code: 'alert-taken' });
    clock.advance(7 * DAY);
    assert.deepEqual(
      (await attention.waiting(manager)).map((one) => one.id),
      [id],
      'it is still so',
    );
    await attention.markFalse(manager, id, 'At a camp of the school.');
    await assert.rejects(attention.markFalse(manager, id, 'Again.'), { code: 'alert-closed' });
    assert.deepEqual((await attention.board(manager)).rates, [{ kind: 'inactivity', raised: 1, falseAlarms: 1 }]);
    const rows = () => new AttentionRepo(db).openOf([first]);
    await app.services.quarterClosings.releaseDue();
    await look();
    assert.deepEqual(await rows(), [], 'not again for four weeks');
  },
);

databaseTest('a look that dies goes on where it was, and raises every alert once', async (db, t) => {
  const { app, clock, first } = await school(db, t);
  const real = {
    attentionRows: new AttentionRepo(db),
    attentionCheckRows: new AttentionCheckRepo(db),
    attentionCountRows: new AttentionCountsRepo(db),
  };
  assert.equal(await app.services.attention.lookDue(), 1);
  for (const [part, method] of [
    ['attentionRows', 'raise'],
    ['attentionCheckRows', 'advance'],
    ['attentionCheckRows', 'finish'],
  ] as const) {
    const broken = new Proxy<object>(real[part], {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const bound = value.bind(target);
        if (name !== method) return bound;
        return async (...given: unknown[]) => {
          await bound(...given);
          throw new Error('the process dies');
        };
      },
    });
    const { notifications } = app.services;
    const parts = { ...real, [part]: broken, db, clock, notifications } as ConstructorParameters<
      typeof WatchAttentionHandler
    >[0];
    const handlers = [new WatchAttentionHandler(parts)];
    await new JobWorker({ jobs: new JobRepo(db), clock, handlers, log: () => {} }).runDue();
    clock.advance(10 * MINUTE);
  }
  await app.worker.runDue();
  const alerts = await db.handle().selectFrom('attention_alerts').select('student_id').execute();
  assert.deepEqual(alerts, [{ student_id: first }]);
  const [check] = await db.handle().selectFrom('attention_checks').selectAll().execute();
  assert.deepEqual([check?.pupils_done, check?.raised, check?.finished_at !== null], [4, 1, true]);
  assert.equal((await db.handle().selectFrom('notifications').select('id').execute()).length, 1);
});

databaseTest('the pages say who needs attention and take the answer', async (db, t) => {
  const { app, look, manager } = await school(db, t);
  await look();
  const page = await login(app, 'class-manager');
  assert.match((await page.get('/class')).text, /One reason to look after somebody[\s\S]*Nothing for 20 days/);
  assert.match((await page.get('/alerts')).text, /One reason to look after somebody[\s\S]*Nothing for 20 days/);
  const shown = (await page.get('/class/attention')).text;
  assert.match(shown, /Does not study: worth a look/);
  const [alert] = await app.services.attention.waiting(manager);
  const at = `/class/attention/${alert?.id}`;
  const empty = await page.post(at, `note-${alert?.id}=&answer=taken`, FORM);
  assert.equal(empty.status, 400);
  assert.match(empty.text, /Say in a few words/);
  assert.equal((await page.post(at, `note-${alert?.id}=Called.&days-${alert?.id}=14&answer=taken`, FORM)).status, 303);
  assert.match((await page.get('/class/attention')).text, /Called\./);
  assert.doesNotMatch((await page.get('/class')).text, /reason to look after/);
  assert.doesNotMatch((await page.get('/alerts')).text, /reason to look after/);
});

databaseTest('others have a turn while pupils are looked at, a slice after the other', async (db, t) => {
  const { look } = await school(db, t);
  // One after the slice with the pupils, one after the one that finds none, with which the job ends.
  assert.ok((await turnsDuring(look)) >= 2);
});
