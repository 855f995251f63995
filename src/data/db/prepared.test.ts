import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { prepared } from './prepared.ts';

databaseTest('a prepared query is asked with new values each time, and the constants in it stay', async (db) => {
  const { pupilId, mateId, parentId } = await smallSchool(db);
  let built = 0;
  const query = prepared((handle, { id }: { id: number }) => {
    built += 1;
    return handle.selectFrom('users').select(['id', 'username']).where('id', '=', id).where('role', '=', 'student');
  });
  assert.deepEqual(await query.first(db, { id: pupilId }), { id: pupilId, username: 'pupil' });
  assert.deepEqual(await query.all(db, { id: mateId }), [{ id: mateId, username: 'mate' }]);
  assert.equal(await query.first(db, { id: parentId }), undefined);
  assert.equal(built, 1);
});

databaseTest(
  'a prepared query sees what its transaction wrote, and nothing of one that was rolled back',
  async (db) => {
    const { pupilId } = await smallSchool(db);
    const query = prepared((handle, { id }: { id: number }) =>
      handle.selectFrom('users').select('first_name').where('id', '=', id),
    );
    const giveUp = new Error('given up');
    const attempt = db.tx(async (handle) => {
      await handle.updateTable('users').set({ first_name: 'Maya' }).where('id', '=', pupilId).execute();
      assert.deepEqual(await query.first(db, { id: pupilId }), { first_name: 'Maya' });
      throw giveUp;
    });
    await assert.rejects(attempt, giveUp);
    assert.deepEqual(await query.first(db, { id: pupilId }), { first_name: 'Noa' });
  },
);

databaseTest('the same value may stand in several places of a prepared query', async (db) => {
  const { pupilId, courseId } = await smallSchool(db);
  const query = prepared((handle, { id }: { id: number }) =>
    handle
      .selectFrom('courses_students')
      .innerJoin('users', 'users.id', 'courses_students.student_id')
      .select('courses_students.course_id')
      .where('courses_students.student_id', '=', id)
      .where('users.id', '=', id),
  );
  assert.deepEqual(await query.all(db, { id: pupilId }), [{ course_id: courseId }]);
});

databaseTest('a prepared query beside a transaction sees nothing of it before its end', async (db) => {
  const { pupilId } = await smallSchool(db);
  const query = prepared((handle, { id }: { id: number }) =>
    handle.selectFrom('users').select('first_name').where('id', '=', id),
  );
  const wrote = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const giveUp = new Error('given up');
  const attempt = db.tx(async (handle) => {
    await handle.updateTable('users').set({ first_name: 'Maya' }).where('id', '=', pupilId).execute();
    wrote.resolve();
    await mayEnd.promise;
    throw giveUp;
  });
  await wrote.promise;
  const beside = query.first(db, { id: pupilId });
  mayEnd.resolve();
  await assert.rejects(attempt, giveUp);
  assert.deepEqual(await beside, { first_name: 'Noa' });
});
