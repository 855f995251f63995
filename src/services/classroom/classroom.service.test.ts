import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addAlert, addPast } from '../../../test/support/past.ts';
import { addSitting } from '../../../test/support/studied.ts';
import { toStored } from '../../data/db/instants.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';

databaseTest('a class manager sees each pupil with time, flags, reviews and alerts', async (db, t) => {
  const { pupilId, mateId, classManagerId, schoolId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const past = { studentId: pupilId, courseId, teacherId };
  await addPast(db, { ...past, start: now - 9 * DAY, minutes: 15 });
  const stuck = await addPast(db, {
    ...past,
    start: now - 2 * HOUR,
    minutes: 20,
    talk: [{ from: 'student', content: 'help' }],
    flags: ['wrong streak', 'effortless help'],
    evaluation: { modelScore: 2, flagged: true },
  });
  const message = { sessionId: stuck.id, messageId: stuck.messageIds[0] ?? 0 };
  await addAlert(db, { studentId: pupilId, schoolId, ...message, now });
  await db.run((handle) =>
    handle
      .insertInto('learning_units_students')
      .values({ course_id: courseId, unit_name: 'Adding', student_id: pupilId, state: 'completed', progress: 1 })
      .execute(),
  );
  const { classes } = await app.services.classroom.overview(actor(classManagerId, 'class manager', schoolId));
  assert.deepEqual(
    classes.map(({ name, gradeLevel, pupils }) => [name, gradeLevel, pupils.map((pupil) => pupil.name)]),
    [['9a', '9th', ['Dan Tester', 'Noa Tester']]],
  );
  const [mate, pupil] = classes[0]?.pupils ?? [];
  assert.deepEqual(pupil, {
    id: pupilId,
    name: 'Noa Tester',
    week: { sessions: 1, activeMs: 20 * MINUTE },
    weekBefore: { sessions: 1, activeMs: 15 * MINUTE },
    lastStudied: now - 2 * HOUR,
    units: { units: 2, mastered: 1 },
    flags: [
      { flag: 'wrong streak', sessions: 1, latest: stuck.id },
      { flag: 'effortless help', sessions: 1, latest: stuck.id },
    ],
    toReview: 1,
    openAlerts: 1,
    needs: [
      { why: 'alert', count: 1 },
      { why: 'stuck', sessions: 1 },
      { why: 'to review', count: 1 },
    ],
    urgency: 107,
  });
  assert.deepEqual(mate, {
    id: mateId,
    name: 'Dan Tester',
    lastStudied: null,
    units: { units: 2, mastered: 0 },
    week: { sessions: 0, activeMs: 0 },
    weekBefore: { sessions: 0, activeMs: 0 },
    flags: [],
    toReview: 0,
    openAlerts: 0,
    needs: [{ why: 'away', days: null }],
    urgency: 5,
  });
});

databaseTest('a pupil in two classes of the same manager is counted once in each', async (db, t) => {
  const { make, pupilId, classManagerId, schoolId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const second = await make.class(schoolId, 'choir');
  await db.run(async (handle) => {
    await handle.insertInto('classes_students').values({ class_id: second, student_id: pupilId }).execute();
    await handle
      .insertInto('classess_class_managers')
      .values({ class_id: second, class_manager_id: classManagerId })
      .execute();
  });
  await addPast(db, { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20 });
  const { classes } = await app.services.classroom.overview(actor(classManagerId, 'class manager', schoolId));
  for (const { pupils } of classes) {
    assert.deepEqual(pupils.find(({ id }) => id === pupilId)?.week, { sessions: 1, activeMs: 20 * MINUTE });
  }
  assert.equal(classes.length, 2);
});

databaseTest('units of two courses count apart, and those of a course that was put away for nobody', async (db, t) => {
  const { make, pupilId, classManagerId, schoolId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const other = await make.course({ name: 'Units of the same names' });
  await make.enrol(pupilId, other);
  for (const id of [courseId, other]) await addSitting(app, id, pupilId, { inDays: 3, units: { Adding: 1 } });
  const look = async () => {
    const { classes } = await app.services.classroom.overview(actor(classManagerId, 'class manager', schoolId));
    return classes[0]?.pupils.find(({ id }) => id === pupilId);
  };
  const seen = await look();
  assert.deepEqual(seen?.units, { units: 4, mastered: 0 });
  assert.deepEqual(
    seen?.needs.find(({ why }) => why === 'behind'),
    { why: 'behind', units: 2, known: 0, days: 3 },
  );
  const archived = { archived_at: toStored(app.clock.now()) };
  const putAway = (id: number) =>
    db.run((handle) => handle.updateTable('courses').set(archived).where('id', '=', id).execute());
  await putAway(other);
  assert.deepEqual((await look())?.units, { units: 2, mastered: 0 });
  await putAway(courseId);
  assert.equal((await look())?.units, null, 'in no course');
});

databaseTest('disabled pupils and pupils of other classes are not in the list', async (db, t) => {
  const { make, classId, classManagerId, schoolId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await make.student('gone', schoolId, { classId, disabled: true });
  await make.student('elsewhere', schoolId, { classId: await make.class(schoolId, '9b') });
  const { classes } = await app.services.classroom.overview(actor(classManagerId, 'class manager', schoolId));
  assert.deepEqual(
    classes.flatMap(({ pupils }) => pupils.map(({ name }) => name)),
    ['Dan Tester', 'Noa Tester'],
  );
  const none = actor(await make.classManager('new', schoolId, []), 'class manager', schoolId);
  assert.deepEqual((await app.services.classroom.overview(none)).classes, []);
  await assert.rejects(app.services.classroom.overview(actor(1, 'school manager', schoolId)), { code: 'forbidden' });
});

test('the page of a class asks as little of the database for forty pupils as for two', async (t) => {
  const { db, count } = await openCounted(t);
  const { make, classId, classManagerId, schoolId, courseId, teacherId, pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(classManagerId, 'class manager', schoolId);
  const past = { courseId, teacherId, minutes: 20, flags: ['wrong streak' as const], evaluation: { flagged: true } };
  await addPast(db, { ...past, studentId: pupilId, start: app.clock.now() - HOUR });
  const few = await count(() => app.services.classroom.overview(manager));
  for (let n = 0; n < 38; n += 1) {
    const studentId = await make.student(`pupil-${n}`, schoolId, { classId });
    await make.enrol(studentId, courseId);
    for (const day of [1, 2, 9]) await addPast(db, { ...past, studentId, start: app.clock.now() - day * DAY });
  }
  assert.equal(await count(() => app.services.classroom.overview(manager)), few);
  assert.ok(few <= 16, `${few} queries`);
  assert.equal((await app.services.classroom.overview(manager)).classes[0]?.pupils.length, 40);
});
