import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool, unitDraft } from '../../../test/support/factory.ts';
import { addSitting, pupil } from '../../../test/support/studied.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { planChangeInEnglish } from '../../domain/planning/plan-change-words.ts';
import { civilDay, machineTimeZone } from '../../shared/calendar.ts';
import { DAY, HOUR } from '../../shared/instant.ts';

/** A pupil of Numbers, with a test in ten days, and of Shapes, with one in thirty. */
async function twoCourses(db: DatabaseManager, t: TestContext) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const shapes = await school.make.course({ name: 'Shapes', units: [unitDraft('Circles', 3)] });
  await school.make.enrol(school.pupilId, shapes);
  await addSitting(app, school.courseId, school.pupilId, { inDays: 10 });
  await addSitting(app, shapes, school.pupilId, { inDays: 30 });
  const actor = pupil(school.pupilId);
  const { tests } = await app.services.whatIf.whatIf(actor);
  const [numbersTest, shapesTest] = tests.map(({ sittingId }) => sittingId);
  const dayIn = (days: number) => civilDay(app.clock.now() + days * DAY, machineTimeZone());
  return { ...school, app, shapes, actor, numbersTest, shapesTest, dayIn };
}

databaseTest('a test that comes sooner lifts its course, and nothing of it is kept', async (db, t) => {
  const { app, actor, shapesTest, dayIn } = await twoCourses(db, t);
  const kept = () => db.run((handle) => handle.selectFrom('tests_students').selectAll().orderBy('id').execute());
  const before = await kept();
  const { whatIf } = app.services;
  const { planned, imagined, changes } = await whatIf.whatIf(actor, { move: { sittingId: shapesTest, day: dayIn(1) } });
  assert.equal(planned.course?.name, 'Numbers');
  assert.equal(imagined?.course?.name, 'Shapes');
  assert.equal(imagined?.assignment.reason.key, 'assignment.test');
  const sentences = changes.map(planChangeInEnglish);
  assert.equal(sentences[0], 'Shapes would rise from place 2 to place 1.');
  assert.equal(sentences[1], 'You would study Shapes now instead of Numbers.');
  assert.match(sentences.join(' '), /Circles would come in for 30 minutes\./);
  assert.match(sentences.join(' '), /this session would lift what is expected right from \d+% to \d+%/);
  assert.deepEqual(await kept(), before);
  const today = await app.services.today.today(actor);
  assert.equal(today.suggestion?.card.name, 'Numbers', 'the plan itself is as it was');
});

databaseTest('the plan that is there is the one of the first page and of the list by urgency', async (db, t) => {
  const { app, actor } = await twoCourses(db, t);
  const { planned, imagined, changes } = await app.services.whatIf.whatIf(actor);
  assert.deepEqual([imagined, changes], [null, []]);
  const { suggestion } = await app.services.today.today(actor);
  assert.deepEqual(planned.assignment, suggestion?.assignment);
  assert.deepEqual(planned.order, await app.services.prioritization.prioritizeOwn(actor));
});

databaseTest('more time brings more, in the course that was chosen', async (db, t) => {
  const { app, actor, shapes } = await twoCourses(db, t);
  const { planned, imagined, changes } = await app.services.whatIf.whatIf(actor, { courseId: shapes, minutes: 90 });
  assert.deepEqual([planned.course?.id, imagined?.course?.id], [shapes, shapes]);
  assert.deepEqual([planned.assignment.totalMinutes, imagined?.assignment.totalMinutes], [30, 90]);
  const [short, long] = [planned.outlooks[0], imagined?.outlooks[0]];
  assert.ok(short && long && long.with > short.with && short.with > short.without);
  assert.equal(long.without, short.without);
  assert.match(changes.map(planChangeInEnglish).join('\n'), /Circles would get 90 minutes instead of 30\.\n“Quiz/);
});

databaseTest('a test is moved by days of the calendar, and to today only while it can be handed in', async (db, t) => {
  const { app, actor, pupilId, courseId, numbersTest, dayIn } = await twoCourses(db, t);
  const { whatIf } = app.services;
  const moved = await whatIf.whatIf(actor, { courseId, move: { sittingId: numbersTest, day: dayIn(0) } });
  assert.equal(moved.imagined?.outlooks[0]?.days, 0);
  assert.equal(moved.imagined?.order[0]?.factors[1]?.why.key, 'priority.test.today');
  await addSitting(app, courseId, pupilId, { inDays: 2 });
  await db.run((handle) =>
    handle
      .updateTable('tests_students')
      .set({ deadline: toStored(app.clock.now() + 2 * DAY - HOUR) })
      .where('date', '=', toStored(app.clock.now() + 2 * DAY))
      .execute(),
  );
  const newest = (await whatIf.whatIf(actor)).tests.find(({ days }) => days === 2)?.sittingId;
  await assert.rejects(whatIf.whatIf(actor, { move: { sittingId: newest, day: dayIn(0) } }), {
    code: 'invalid-input',
  });
});

databaseTest('what cannot be imagined is refused by name, and what is somebody else’s is not there', async (db, t) => {
  const { app, actor, make, schoolId, courseId, numbersTest, dayIn } = await twoCourses(db, t);
  const { whatIf } = app.services;
  const refused = async (wish: Parameters<typeof whatIf.whatIf>[1]) => {
    const error: unknown = await whatIf.whatIf(actor, wish).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof Error && 'details' in error, 'it was taken');
    return Object.keys((error.details as { fields: object }).fields);
  };
  for (const minutes of [0, 4, 241, 10_000, 12.5, Number.NaN, -30])
    assert.deepEqual(await refused({ minutes }), ['minutes']);
  for (const day of [undefined, dayIn(-1), dayIn(400), '2026-02-30', 'soon', '']) {
    assert.deepEqual(await refused({ move: { sittingId: numbersTest, day } }), ['date'], String(day));
  }
  assert.deepEqual(await refused({ move: { day: dayIn(3) } }), ['test']);
  const other = await make.student('other', schoolId);
  await make.enrol(other, courseId);
  await addSitting(app, courseId, other, { inDays: 5 });
  const [theirs] = (await whatIf.whatIf(pupil(other))).tests;
  const foreign = { move: { sittingId: theirs?.sittingId, day: dayIn(3) } };
  await assert.rejects(whatIf.whatIf(actor, foreign), { code: 'not-found', message: 'There is no such test.' });
  await assert.rejects(whatIf.whatIf(actor, { courseId: 999_999 }), { code: 'not-found' });
});

databaseTest('a pupil without courses, or without units, is told so and not shown numbers', async (db, t) => {
  const { make, schoolId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const id = await make.student('new', schoolId);
  const alone = await app.services.whatIf.whatIf(pupil(id), { minutes: 60 });
  assert.deepEqual([alone.planned.course, alone.planned.assignment.units, alone.planned.outlooks], [null, [], []]);
  assert.deepEqual(alone.changes.map(planChangeInEnglish), ['Nothing would change: the plan stays as it is.']);
  await make.enrol(id, await make.course({ name: 'Bare', units: [] }));
  const bare = await app.services.whatIf.whatIf(pupil(id), { minutes: 60 });
  assert.deepEqual([bare.planned.course, bare.planned.order.length], [null, 1]);
});
