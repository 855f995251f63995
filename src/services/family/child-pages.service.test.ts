import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addAlert, addPast } from '../../../test/support/past.ts';
import { addSitting } from '../../../test/support/studied.ts';
import { countSessions } from '../../data/analytics/session-facts.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';

databaseTest('a parent sees each child with the time of seven days, pauses left out', async (db, t) => {
  const { pupilId, parentId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const session = { studentId: pupilId, courseId, teacherId };
  await addPast(db, { ...session, start: now - 20 * DAY, minutes: 60 });
  await addPast(db, {
    ...session,
    start: now - 2 * DAY,
    minutes: 40,
    pauses: [
      [5, 10],
      [20, 25],
    ],
  });
  const { id } = await addPast(db, { ...session, start: now - DAY, minutes: 20 });
  await countSessions(db, 'home', [id]);
  await addSitting(app, courseId, pupilId, { inDays: 4 });
  const { children } = await app.services.childPages.children(actor(parentId, 'parent'));
  const [card, ...rest] = children;
  assert.deepEqual(rest, []);
  assert.equal(card?.child.firstName, 'Noa');
  assert.deepEqual(card?.week, { sessions: 2, activeMs: 50 * MINUTE });
  assert.equal(card?.lastStudied, now - DAY);
  assert.equal(card?.nextTest?.days, 4);
  assert.equal(card?.unread, 0);
});

databaseTest('a child who never studied is shown without numbers that nobody measured', async (db, t) => {
  const { parentId, pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const parent = actor(parentId, 'parent');
  const { children } = await app.services.childPages.children(parent);
  assert.deepEqual(children[0]?.week, { sessions: 0, activeMs: 0 });
  assert.deepEqual([children[0]?.lastStudied, children[0]?.nextTest], [null, null]);
  const page = await app.services.childPages.child(parent, pupilId);
  assert.deepEqual([page.studied, page.sessions.sessions, page.tests], [[], [], []]);
});

databaseTest('a session that still runs counts up to now, an open pause does not', async (db, t) => {
  const { pupilId, parentId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const pupil = actor(pupilId, 'student');
  const wish = { type: 'homework', courseId, emotionalStateBefore: 'neutral' } as const;
  const { id } = await app.services.studySessions.createHomeStudySession(pupil, wish);
  await app.services.studySessions.startSession(pupil, id);
  app.clock.advance(12 * MINUTE);
  const parent = actor(parentId, 'parent');
  const timeNow = async () => (await app.services.childPages.children(parent)).children[0]?.week.activeMs;
  assert.equal(await timeNow(), 12 * MINUTE);
  await app.services.studySessions.pauseSession(pupil, id);
  app.clock.advance(5 * MINUTE);
  assert.equal(await timeNow(), 12 * MINUTE);
});

databaseTest('the week is told by unit: how many questions, and how each ended', async (db, t) => {
  const { pupilId, parentId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const start = app.clock.now() - DAY;
  await addPast(db, {
    studentId: pupilId,
    courseId,
    teacherId,
    start,
    minutes: 30,
    attempts: [
      { verdict: 'correct' },
      { verdict: 'incorrect' },
      { verdict: 'correct', unaided: false },
      { verdict: 'given up', revealed: true, unaided: false },
      { verdict: 'skipped', unaided: false },
      { verdict: 'correct', unitName: 'Taking away' },
    ],
  });
  const page = await app.services.childPages.child(actor(parentId, 'parent'), pupilId);
  assert.deepEqual(page.studied, [
    {
      courseName: 'Numbers',
      unitName: 'Adding',
      outcomes: { alone: 1, helped: 1, shown: 1, skipped: 1 },
      questions: 3,
    },
    {
      courseName: 'Numbers',
      unitName: 'Taking away',
      outcomes: { alone: 1, helped: 0, shown: 0, skipped: 0 },
      questions: 1,
    },
  ]);
  assert.equal(page.week.sessions, 1);
  assert.equal(page.policy, 'summary');
});

databaseTest('a blocked guardian, and the parent of another child, see nothing', async (db, t) => {
  const { make, pupilId, mateId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { id } = await addPast(db, {
    studentId: pupilId,
    courseId,
    teacherId,
    start: app.clock.now() - DAY,
    minutes: 30,
  });
  const blocked = actor(await make.parent('blocked', { [pupilId]: 'blocked' }), 'parent');
  const other = actor(await make.parent('other', { [mateId]: 'verified' }), 'parent');
  assert.deepEqual((await app.services.childPages.children(blocked)).children, []);
  for (const stranger of [blocked, other]) {
    await assert.rejects(app.services.childPages.child(stranger, pupilId), { code: 'not-found' });
    await assert.rejects(app.services.childPages.session(stranger, pupilId, id), { kind: 'not-found' });
  }
  await assert.rejects(app.services.childPages.session(other, mateId, id), { kind: 'not-found' });
  await assert.rejects(app.services.childPages.children(actor(pupilId, 'student')), { code: 'forbidden' });
});

databaseTest('the school decides what parents read of a session, and every reading is written down', async (db, t) => {
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const talk = [
    { from: 'student' as const, content: 'I think 1001' },
    { from: 'teacher' as const, content: 'Right.' },
    { from: 'student' as const, content: 'SECRET WORRY', hidden: true },
    { from: 'teacher' as const, content: 'SECRET REPLY', hidden: true },
  ];
  const read = async (transcriptPolicy: 'off' | 'summary' | 'full') => {
    const schoolId = await make.school(`School ${transcriptPolicy}`, 'north', { transcriptPolicy });
    const child = await make.student(`child-${transcriptPolicy}`, schoolId);
    const parent = actor(await make.parent(`parent-${transcriptPolicy}`, { [child]: 'verified' }), 'parent');
    const past = { studentId: child, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 30, talk };
    const { id } = await addPast(db, {
      ...past,
      attempts: [{ verdict: 'correct' }],
      evaluation: {},
      feedback: 'SECRET',
    });
    const page = await app.services.childPages.session(parent, child, id);
    const log = await db.run((handle) =>
      handle.selectFrom('audit_log').select(['actor_id', 'action']).where('student_id', '=', child).execute(),
    );
    return { page, reads: log.filter(({ action }) => action === 'read a transcript').length };
  };
  const off = await read('off');
  assert.deepEqual([off.page.transcript, off.reads], [{ policy: 'off' }, 0]);
  assert.equal(off.page.summary.evaluation.evaluations.length, 2);
  const summary = await read('summary');
  assert.equal(summary.page.transcript.policy, 'summary');
  assert.ok(!JSON.stringify(summary.page.transcript).includes('I think'));
  assert.equal(summary.reads, 1);
  const full = await read('full');
  assert.ok(full.page.transcript.policy === 'full');
  assert.deepEqual(
    full.page.transcript.messages.map(({ content }) => content),
    ['I think 1001', 'Right.'],
  );
  assert.equal(full.reads, 1);
});

databaseTest('what is hidden from parents reaches them under no policy', async (db, t) => {
  const { pupilId, parentId, courseId, teacherId, schoolId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const talk = [{ from: 'student' as const, content: 'SECRET WORRY', hidden: true }];
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 30, talk };
  const { id, messageIds } = await addPast(db, { ...past, evaluation: {} });
  await addAlert(db, {
    studentId: pupilId,
    schoolId,
    sessionId: id,
    messageId: messageIds[0] ?? 0,
    now: app.clock.now(),
  });
  const parent = actor(parentId, 'parent');
  for (const transcript_policy of ['off', 'summary', 'full'] as const) {
    await db.run((handle) => handle.updateTable('schools').set({ transcript_policy }).execute());
    const seen = [
      await app.services.childPages.children(parent),
      await app.services.childPages.child(parent, pupilId),
      (await app.services.childPages.session(parent, pupilId, id)).transcript,
    ];
    assert.ok(!JSON.stringify(seen).includes('SECRET'), transcript_policy);
    assert.ok(!JSON.stringify(seen).includes('distress'), 'nobody has told the parents of the alert');
  }
});

test('the pages of a family ask as little of the database for many rows as for few', async (t) => {
  const { db, count } = await openCounted(t);
  const { make, schoolId, pupilId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const children = { [pupilId]: 'verified' as const };
  const past = { courseId, teacherId, minutes: 20, attempts: [{ verdict: 'correct' as const }], evaluation: {} };
  const small = actor(await make.parent('small-family', children), 'parent');
  await addPast(db, { ...past, studentId: pupilId, start: app.clock.now() - HOUR });
  await addSitting(app, courseId, pupilId, { inDays: 2 });
  const few = [
    await count(() => app.services.childPages.children(small)),
    await count(() => app.services.childPages.child(small, pupilId)),
  ];
  for (let n = 0; n < 8; n += 1) {
    const sibling = await make.student(`sibling-${n}`, schoolId);
    await make.enrol(sibling, courseId);
    Object.assign(children, { [sibling]: 'verified' });
    await addPast(db, { ...past, studentId: sibling, start: app.clock.now() - n * HOUR - HOUR });
    await addPast(db, { ...past, studentId: pupilId, start: app.clock.now() - n * DAY - HOUR });
    await addSitting(app, courseId, pupilId, { inDays: 2 + n });
  }
  const large = actor(await make.parent('large-family', children), 'parent');
  const many = [
    await count(() => app.services.childPages.children(large)),
    await count(() => app.services.childPages.child(large, pupilId)),
  ];
  assert.deepEqual(many, few);
  assert.ok((few[0] ?? 0) <= 9, `${few[0]} queries`);
});
