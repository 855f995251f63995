import assert from 'node:assert/strict';
import { startTestApp } from '../../../../test/support/app.ts';
import { classOf } from '../../../../test/support/class-of.ts';
import { login } from '../../../../test/support/client.ts';
import { databaseTest } from '../../../../test/support/databases.ts';
import { unitDraft } from '../../../../test/support/factory.ts';
import { machineTimeZone, wallClock } from '../../../shared/calendar.ts';
import { HOUR } from '../../../shared/instant.ts';

databaseTest(
  'a class manager chooses the units that all of a class study, and of another course than theirs none',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { classId, make, studentIds, manager } = await classOf(db, 3);
    const courseId = await make.course({ name: 'Measuring', units: [unitDraft('Length', 3), unitDraft('Weight', 3)] });
    for (const id of studentIds) await make.enrol(id, courseId);
    const page = await login(app, 'class-manager');
    const shown = (await page.get(`/classroom/new?class=${classId}&course=${courseId}&minutes=30`)).text;
    assert.match(shown, /Units for all[\s\S]*value="Length"[\s\S]*value="Weight"/);
    assert.match(shown, /name="minutes"[^>]*value="30"/, 'what was filled in stays');
    assert.doesNotMatch((await page.get(`/classroom/new?class=${classId}`)).text, /Units for all/);
    const begin = async (fields: string) => {
      const sent = await page.post('/classroom/new', `class=${classId}&type=individual&minutes=30&${fields}`, {
        'content-type': 'application/x-www-form-urlencoded',
      });
      assert.equal(sent.status, 303, sent.text);
      const id = Number(String(sent.headers.location).split('/').at(-1));
      const lesson = await app.services.lessonPlanning.getLesson(manager, id);
      await app.services.runningLessons.stop(manager, id);
      return lesson;
    };
    const chosen = await begin(`course=${courseId}&unitsOf=${courseId}&unit=Weight`);
    assert.deepEqual(chosen.plan.unitNames, ['Weight']);
    const units = await db.run((handle) =>
      handle
        .selectFrom('learning_units_school_sessions as unit')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'unit.school_session_id')
        .select('unit.unit_name')
        .where('session.lesson_id', '=', chosen.id)
        .execute(),
    );
    assert.deepEqual(
      units.map((row) => row.unit_name),
      ['Weight', 'Weight', 'Weight'],
    );
    const other = await begin(`course=${courseId}&unitsOf=987&unit=Adding`);
    assert.deepEqual(other.plan.unitNames, [], 'units that were shown for another course');
  },
);

databaseTest(
  'a lesson that has not begun is planned anew: another course, its units, another time; one that has is not',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { classId, make, studentIds, manager } = await classOf(db, 3);
    const courseId = await make.course({ name: 'Measuring', units: [unitDraft('Length', 3), unitDraft('Weight', 3)] });
    for (const id of studentIds) await make.enrol(id, courseId);
    const page = await login(app, 'class-manager');
    const { lessonPlanning } = app.services;
    const startAt = app.clock.now() + HOUR;
    const wish = { classId, type: 'individual', minutes: 45, startAt, studentIds: studentIds.slice(0, 2) } as const;
    const { lesson } = await lessonPlanning.createLesson(manager, wish);
    const at = `/classroom/lessons/${lesson.id}/plan`;
    const shown = (await page.get(at)).text;
    assert.match(shown, /name="minutes"[^>]*value="45"/);
    assert.match(shown, new RegExp(`value="${wallClock(startAt, machineTimeZone())}"`));
    const submit = (fields: Record<string, string>) =>
      page.post(at, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
    const later = wallClock(startAt + 2 * HOUR, machineTimeZone());
    const wrong = await submit({
      minutes: '3',
      startAt: later,
      course: String(courseId),
      unitsOf: String(courseId),
      unit: 'Weight',
    });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /value="Weight" checked/, 'what was ticked stays');
    const good = { minutes: '30', startAt: later, course: String(courseId), unitsOf: String(courseId), unit: 'Weight' };
    assert.equal((await submit(good)).headers.location, `/classroom/lessons/${lesson.id}`);
    const anew = await lessonPlanning.getLesson(manager, lesson.id);
    assert.deepEqual([anew.minutes, anew.course?.name, anew.plan.unitNames], [30, 'Measuring', ['Weight']]);
    assert.deepEqual(anew.plan.studentIds, studentIds.slice(0, 2), 'who is in it stays');
    assert.equal(wallClock(anew.plannedStart ?? 0, machineTimeZone()), later);
    await lessonPlanning.startLesson(manager, lesson.id);
    assert.equal((await page.get(at)).status, 409);
    assert.equal((await submit(good)).status, 409);
  },
);
