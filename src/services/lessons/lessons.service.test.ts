import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { classOf } from '../../../test/support/class-of.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { HOUR, MINUTE } from '../../shared/instant.ts';

databaseTest(
  'a lesson that begins now gives each pupil a session of their own, with units and a place',
  async (db, t) => {
    const { manager, classId, studentIds, pupil, courseId } = await classOf(db, 3);
    const { lessonPlanning, lessonAttendance, lessonView } = (await startTestApp(t, db)).services;
    const { lesson } = await lessonPlanning.createLesson(manager, { classId, type: 'individual', minutes: 45 });
    assert.equal(lesson.state, 'active');
    assert.deepEqual(lesson.plan.leftOut, []);
    assert.equal((lesson.plannedEnd ?? 0) - (lesson.start ?? 0), 45 * MINUTE);
    const places = await Promise.all(studentIds.map((id) => lessonAttendance.current(pupil(id))));
    assert.equal(new Set(places.map((place) => place?.sessionId)).size, 3);
    for (const [index, place] of places.entries()) {
      const id = studentIds[index] ?? 0;
      assert.ok(place && place.joinedAt === null);
      const view = await lessonView.overviewOf(pupil(id), place.sessionId);
      assert.equal(view.session.status, 'pending');
      assert.equal(view.course?.id, courseId);
      assert.ok(view.units.length > 0, 'the planner has chosen units');
    }
  },
);

databaseTest(
  'of a class some cannot take part: the class manager is told who and why, and the rest goes ahead',
  async (db, t) => {
    const { make, manager, schoolId, classId, studentIds, pupil } = await classOf(db, 2);
    const lost = await make.student('lost', schoolId, { classId, firstName: 'Lost' });
    const empty = await make.student('empty', schoolId, { classId, firstName: 'Empty' });
    await make.enrol(empty, await make.course({ name: 'Nothing yet', units: [] }));
    const { lessonPlanning, lessonAttendance } = (await startTestApp(t, db)).services;
    const [first = 0] = studentIds;
    const wish = { classId, type: 'individual', minutes: 30 } as const;
    await lessonPlanning.createLesson(manager, { ...wish, studentIds: [first] });
    const { lesson } = await lessonPlanning.createLesson(manager, wish);
    assert.deepEqual(
      lesson.plan.leftOut.map(({ studentId, why }) => [studentId, why]).sort(),
      [
        [first, 'other lesson'],
        [lost, 'no course'],
        [empty, 'no units'],
      ].sort(),
    );
    assert.ok(await lessonAttendance.current(pupil(studentIds[1] ?? 0)));
    await assert.rejects(lessonPlanning.createLesson(manager, wish), { code: 'nobody-can-take-part' });
  },
);

databaseTest('everything that is wrong with a plan is said at once, and nothing is left of it', async (db, t) => {
  const { make, manager, schoolId, classId, studentIds } = await classOf(db, 3);
  const elsewhere = await make.student('elsewhere', schoolId, { classId: await make.class(schoolId, '9z') });
  const { lessonPlanning } = (await startTestApp(t, db)).services;
  const [one = 0, two = 0] = studentIds;
  await assert.rejects(
    lessonPlanning.createLesson(manager, {
      classId,
      type: 'group',
      minutes: 4,
      startAt: Date.now() - 2 * HOUR,
      courseId: 999_999,
      strategy: 'loudest',
      topic: 'x',
      groups: [{ studentIds: [one, two] }, { studentIds: [two, elsewhere] }, { studentIds: [one] }],
    }),
    (error: { code: string; details: { fields: Record<string, string> } }) => {
      assert.equal(error.code, 'invalid-input');
      assert.deepEqual(Object.keys(error.details.fields).sort(), [
        'courseId',
        'groups',
        'minutes',
        'startAt',
        'strategy',
        'topic',
      ]);
      assert.match(error.details.fields.groups ?? '', new RegExp(`not of it: ${elsewhere}`));
      assert.match(error.details.fields.minutes ?? '', /5 to 240; this is 4/);
      return true;
    },
  );
  assert.equal((await db.handle().selectFrom('lessons').selectAll().execute()).length, 0);
});

databaseTest('groups study one course together and each has one session', async (db, t) => {
  const { manager, classId, studentIds, pupil } = await classOf(db, 5);
  const { lessonPlanning, lessonAttendance } = (await startTestApp(t, db)).services;
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = studentIds;
  const groups = [{ name: 'Red', studentIds: [a, b] }, { studentIds: [c, d] }];
  const { lesson } = await lessonPlanning.createLesson(manager, { classId, type: 'group', minutes: 30, groups });
  assert.deepEqual(lesson.plan.leftOut, [{ studentId: e, why: 'in no group' }]);
  assert.deepEqual(
    lesson.plan.groups.map(({ name }) => name),
    ['Red', 'Group 2'],
  );
  const [ofA, ofB, ofC] = await Promise.all([a, b, c].map((id) => lessonAttendance.current(pupil(id))));
  assert.ok(ofA && ofA.sessionId === ofB?.sessionId && ofA.sessionId !== ofC?.sessionId);
  assert.equal(await lessonAttendance.current(pupil(e)), undefined);
});

databaseTest('a talk has a teacher and no course, and everybody of its groups a place', async (db, t) => {
  const { manager, classId, studentIds, pupil } = await classOf(db, 2);
  const { lessonPlanning, lessonAttendance } = (await startTestApp(t, db)).services;
  const wish = { classId, type: 'social', minutes: 20, topic: 'Listening', groups: [{ studentIds }] } as const;
  const { lesson } = await lessonPlanning.createLesson(manager, wish);
  assert.deepEqual([lesson.plan.topic, lesson.plan.leftOut], ['Listening', []]);
  const place = await lessonAttendance.current(pupil(studentIds[0] ?? 0));
  assert.deepEqual([place?.type, place?.courseName], ['social', null]);
});

databaseTest(
  'a lesson of the timetable waits for its class manager, tells what it clashes with, and may be moved or called off',
  async (db, t) => {
    const { manager, classId, pupil, studentIds } = await classOf(db, 2);
    const app = await startTestApp(t, db);
    const { lessonPlanning, runningLessons, lessonAttendance } = app.services;
    const at = app.clock.now() + HOUR;
    const wish = { classId, type: 'individual', minutes: 45 } as const;
    const { lesson: first } = await lessonPlanning.createLesson(manager, { ...wish, startAt: at });
    const { lesson: second, clashes } = await lessonPlanning.createLesson(manager, {
      ...wish,
      startAt: at + 30 * MINUTE,
    });
    assert.deepEqual(
      clashes.map(({ id }) => id),
      [first.id],
    );
    assert.equal(
      await lessonAttendance.current(pupil(studentIds[0] ?? 0)),
      undefined,
      'nobody has a place before it begins',
    );
    const moved = await lessonPlanning.replanLesson(manager, second.id, { minutes: 45, startAt: at + 50 * MINUTE });
    assert.deepEqual(moved.clashes, []);
    await lessonPlanning.cancelLesson(manager, second.id);
    await assert.rejects(lessonPlanning.startLesson(manager, second.id), { code: 'invalid-session-state' });
    app.clock.advance(HOUR + 5 * MINUTE);
    const begun = await lessonPlanning.startLesson(manager, first.id);
    assert.deepEqual([begun.state, begun.plannedEnd], ['active', at + 45 * MINUTE], 'the bell does not wait');
    assert.deepEqual(await lessonPlanning.startLesson(manager, first.id), begun, 'again changes nothing');
    await assert.rejects(lessonPlanning.cancelLesson(manager, first.id), { code: 'invalid-session-state' });
    app.clock.advance(41 * MINUTE);
    assert.equal(await runningLessons.endDue(), 1);
  },
);

databaseTest('a lesson that begins with the bell of another one has all of its pupils', async (db, t) => {
  const { manager, classId } = await classOf(db, 2);
  const app = await startTestApp(t, db);
  const { lessonPlanning } = app.services;
  const wish = { classId, type: 'individual', minutes: 30 } as const;
  const first = await lessonPlanning.createLesson(manager, wish);
  app.clock.advance(30 * MINUTE);
  const { lesson } = await lessonPlanning.createLesson(manager, wish);
  assert.deepEqual(lesson.plan.leftOut, []);
  assert.equal((await lessonPlanning.getLesson(manager, first.lesson.id)).state, 'completed');
});

databaseTest('a lesson that nobody starts is called off when its time is over', async (db, t) => {
  const { manager, classId } = await classOf(db, 2);
  const app = await startTestApp(t, db);
  const { lessonPlanning, runningLessons } = app.services;
  const startAt = app.clock.now() + HOUR;
  const { lesson } = await lessonPlanning.createLesson(manager, { classId, type: 'individual', minutes: 45, startAt });
  app.clock.advance(HOUR + 44 * MINUTE);
  assert.equal(await runningLessons.endDue(), 0);
  app.clock.advance(2 * MINUTE);
  assert.equal(await runningLessons.endDue(), 1);
  assert.equal((await lessonPlanning.getLesson(manager, lesson.id)).state, 'cancelled');
});

databaseTest('somebody else than a class manager of the class makes no lesson there and finds none', async (db, t) => {
  const { make, manager, managerId, schoolId, classId, pupil, studentIds } = await classOf(db, 2);
  const other = actor(
    await make.classManager('other', schoolId, [await make.class(schoolId, '9y')]),
    'class manager',
    schoolId,
  );
  const { lessonPlanning, runningLessons } = (await startTestApp(t, db)).services;
  const wish = { classId, type: 'individual', minutes: 45 } as const;
  const { lesson } = await lessonPlanning.createLesson(manager, wish);
  for (const stranger of [other, pupil(studentIds[0] ?? 0), actor(managerId, 'school manager', schoolId)]) {
    const refused = (error: { code: string }) => ['not-found', 'forbidden'].includes(error.code);
    await assert.rejects(lessonPlanning.createLesson(stranger, wish), refused);
    await assert.rejects(lessonPlanning.startLesson(stranger, lesson.id), refused);
    await assert.rejects(lessonPlanning.getLesson(stranger, lesson.id), refused);
    await assert.rejects(runningLessons.pause(stranger, lesson.id), refused);
    await assert.rejects(runningLessons.stop(stranger, lesson.id), refused);
    await assert.rejects(runningLessons.extend(stranger, lesson.id, 5), refused);
  }
  assert.equal((await lessonPlanning.getLesson(manager, lesson.id)).state, 'active');
});

test('starting a lesson asks the database as often for forty pupils as for four, and at most sixty times', async (t) => {
  const counts: number[] = [];
  for (const size of [4, 40]) {
    const { db, count } = await openCounted(t);
    const { manager, classId } = await classOf(db, size);
    const { lessonPlanning } = (await startTestApp(t, db)).services;
    counts.push(
      await count(async () => {
        const { lesson } = await lessonPlanning.createLesson(manager, { classId, type: 'individual', minutes: 45 });
        assert.deepEqual(lesson.plan.leftOut, []);
      }),
    );
  }
  assert.equal(counts[0], counts[1]);
  assert.ok((counts[1] ?? 99) <= 60, `${counts[1]} queries`);
});
