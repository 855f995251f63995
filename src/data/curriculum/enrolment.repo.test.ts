import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { EnrolmentRepo } from './enrolment.repo.ts';

databaseTest(
  'somebody else enrols a pupil between two looks: the pupil is in once, and nobody is refused',
  async (db) => {
    const { make, pupilId, mateId } = await smallSchool(db);
    const courseId = await make.course({ name: 'Chess' });
    const repo = new EnrolmentRepo(db);
    const listEnrolledIds = repo.listEnrolledIds.bind(repo);
    repo.listEnrolledIds = async (id) => {
      const seen = await listEnrolledIds(id);
      await new EnrolmentRepo(db).add([{ studentId: mateId, courseId }]);
      return seen;
    };
    await repo.enrol(courseId, [pupilId, mateId]);
    assert.deepEqual((await listEnrolledIds(courseId)).sort(), [pupilId, mateId].sort());
  },
);

databaseTest('whoever is in the course already stays as far as they are', async (db) => {
  const { pupilId, mateId, courseId } = await smallSchool(db);
  await db.run((handle) =>
    handle
      .updateTable('courses_students')
      .set({ state: 'in progress', progress: 0.4 })
      .where('student_id', '=', pupilId)
      .where('course_id', '=', courseId)
      .execute(),
  );
  await new EnrolmentRepo(db).add([pupilId, mateId].map((studentId) => ({ studentId, courseId })));
  const row = await db.run((handle) =>
    handle
      .selectFrom('courses_students')
      .select(['state', 'progress'])
      .where('student_id', '=', pupilId)
      .where('course_id', '=', courseId)
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual(row, { state: 'in progress', progress: 0.4 });
});
