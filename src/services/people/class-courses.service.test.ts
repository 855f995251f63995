import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { actorOf, publishAll, supervisedSchool, unitContent } from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { pupil, study } from '../../../test/support/studied.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';

const pupilsIn = async (db: DatabaseManager, courseId: number) =>
  (
    await db.run((handle) =>
      handle
        .selectFrom('courses_students')
        .select('student_id')
        .where('course_id', '=', courseId)
        .orderBy('student_id')
        .execute(),
    )
  ).map((row) => row.student_id);

/** A class with two pupils, and an optional course that nobody is in. */
async function school(db: DatabaseManager, t: Parameters<Parameters<typeof databaseTest>[1]>[1]) {
  const { make, schoolId } = await smallSchool(db);
  const manager = await make.schoolManager('head');
  await db.run((handle) =>
    handle.updateTable('schools').set({ school_manager_id: manager }).where('id', '=', schoolId).execute(),
  );
  const classId = await make.class(schoolId, '9z');
  const [first, second] = [await make.student('first', schoolId), await make.student('second', schoolId)];
  const stranger = await make.student('stranger', schoolId);
  const courseId = await make.course({ name: 'Chess', type: 'optional' });
  const app = await startTestApp(t, db);
  const actor = await app.services.accounts.findActor(manager);
  assert.ok(actor);
  await app.services.schoolClasses.join(actor, classId, [first, second]);
  return { app, actor, classId, first, second, stranger, courseId };
}

databaseTest(
  'a class is enrolled in a course, whoever comes twice once, and the page says how many are in it',
  async (db, t) => {
    const { app, actor, classId, first, second, courseId } = await school(db, t);
    const { classCourses, schoolClasses } = app.services;
    assert.equal(await classCourses.enrol(actor, classId, courseId, [first]), 1);
    assert.equal(await classCourses.enrol(actor, classId, courseId, [first, second]), 1);
    assert.deepEqual(await pupilsIn(db, courseId), [first, second]);
    const { courses } = await schoolClasses.page(actor, classId);
    assert.equal(courses.find(({ id }) => id === courseId)?.pupils, 2);
  },
);

databaseTest('taken out are those who have not begun; whoever studied stays', async (db, t) => {
  const { app, actor, classId, first, second, courseId } = await school(db, t);
  const { classCourses } = app.services;
  await classCourses.enrol(actor, classId, courseId, [first, second]);
  await study(app, pupil(first), courseId, 10);
  await classCourses.withdraw(actor, classId, courseId);
  assert.deepEqual(await pupilsIn(db, courseId), [first]);
});

databaseTest(
  'nobody is enrolled who is not in the class, nor in a course that is a draft or put away',
  async (db, t) => {
    const { app, actor, classId, first, stranger, courseId } = await school(db, t);
    const { classCourses } = app.services;
    await assert.rejects(classCourses.enrol(actor, classId, courseId, [first, stranger]), { code: 'not-found' });
    await assert.rejects(classCourses.enrol(actor, classId, 999_999, [first]), { code: 'not-found' });
    const archived = { archived_at: '2026-01-01 00:00:00.000' as never };
    await db.run((handle) => handle.updateTable('courses').set(archived).where('id', '=', courseId).execute());
    await assert.rejects(classCourses.enrol(actor, classId, courseId, [first]), { code: 'not-found' });
    assert.deepEqual(await pupilsIn(db, courseId), []);
  },
);

databaseTest('what everybody in a grade takes cannot be taken away from a class', async (db, t) => {
  const { app, actor, classId, courseId } = await school(db, t);
  const [one] = await db.run((handle) =>
    handle.selectFrom('classes').select('grade_level').where('id', '=', classId).execute(),
  );
  const mandatory = { type: 'mandatory' as const, grade_level: one?.grade_level ?? '9th' };
  await db.run((handle) => handle.updateTable('courses').set(mandatory).where('id', '=', courseId).execute());
  await assert.rejects(app.services.classCourses.withdraw(actor, classId, courseId), { code: 'course-mandatory' });
});

databaseTest(
  'a mandatory course that is published is everybody’s in the grade; an optional one nobody’s',
  async (db, t) => {
    const { ruth, make, schoolId } = await supervisedSchool(db);
    const classId = await make.class(schoolId, '9q');
    const [{ grade_level: gradeLevel } = { grade_level: '9th' as const }] = await db.run((handle) =>
      handle.selectFrom('classes').select('grade_level').where('id', '=', classId).execute(),
    );
    const member = await make.student('member', schoolId, { classId });
    const app = await startTestApp(t, db);
    const actor = await actorOf(app, ruth);
    const publish = async (name: string, type: 'mandatory' | 'optional') => {
      const course = {
        name,
        subject: 'math',
        gradeLevel,
        type,
        level: 2,
        description: '',
        prerequisites: [],
        archived: false,
      };
      const made = await app.services.curriculumEditor.createCourse(actor, course);
      assert.ok(made.outcome === 'made');
      const { courseId } = made.place;
      await app.services.curriculumEditor.create(actor, courseId, { kind: 'unit', content: unitContent('First') });
      assert.deepEqual(await pupilsIn(db, courseId), [], 'a draft is nobody’s');
      await publishAll(app, actor, courseId);
      return courseId;
    };
    assert.ok((await pupilsIn(db, await publish('For all', 'mandatory'))).includes(member));
    assert.deepEqual(await pupilsIn(db, await publish('For some', 'optional')), []);
  },
);
