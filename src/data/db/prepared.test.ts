import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { prepared, preparedChange } from './prepared.ts';

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

databaseTest('a list is as long as it is each time', async (db) => {
  const { pupilId, mateId } = await smallSchool(db);
  let built = 0;
  const query = prepared((handle, { ids, role }: { ids: readonly number[]; role: string }) => {
    built += 1;
    return handle
      .selectFrom('users')
      .select('id')
      .where('id', 'in', ids)
      .where(sql<string>`role`, '=', role)
      .orderBy('id');
  });
  const asked = async (...ids: number[]) => (await query.all(db, { ids, role: 'student' })).map(({ id }) => id);
  assert.deepEqual(await asked(pupilId), [pupilId]);
  assert.deepEqual(
    await asked(mateId, pupilId),
    [pupilId, mateId].sort((a, b) => a - b),
  );
  assert.deepEqual(await asked(mateId), [mateId]);
  assert.equal(built, 2);
});

databaseTest('a prepared change says how many rows it found and which id its row got', async (db) => {
  const { pupilId, schoolId } = await smallSchool(db);
  const rename = preparedChange((handle, { id, name }: { id: number; name: string }) =>
    handle.updateTable('users').set({ first_name: name }).where('id', '=', id),
  );
  const add = preparedChange((handle, row: { school_id: number; name: string; grade_level: string; year: number }) =>
    handle.insertInto('classes').values({ ...row, grade_level: row.grade_level as '9th', capacity: 30 }),
  );
  for (const run of [<R>(work: () => Promise<R>) => work(), <R>(work: () => Promise<R>) => db.tx(work)]) {
    assert.equal((await run(() => rename(db, { id: pupilId, name: 'Maya' }))).changed, 1);
    assert.equal((await run(() => rename(db, { id: 987_654, name: 'Maya' }))).changed, 0);
    const name = `Class ${Math.random()}`;
    const { insertedId } = await run(() => add(db, { school_id: schoolId, name, grade_level: '9th', year: 2026 }));
    const row = await db.run((handle) =>
      handle.selectFrom('classes').select('name').where('id', '=', insertedId).executeTakeFirst(),
    );
    assert.deepEqual(row, { name });
  }
});

databaseTest('what comes after its transaction is over runs by itself, and goes with no other one', async (db) => {
  const { pupilId } = await smallSchool(db);
  const rename = preparedChange((handle, { id, name }: { id: number; name: string }) =>
    handle.updateTable('users').set({ first_name: name }).where('id', '=', id),
  );
  const later = Promise.withResolvers<void>();
  let late: Promise<unknown> = Promise.resolve();
  await db.tx(async () => {
    late = later.promise.then(() => rename(db, { id: pupilId, name: 'Maya' }));
  });
  const other = db.tx(async () => {
    later.resolve();
    if (db.dialect === 'mysql') await late;
    throw new Error('given up');
  });
  await assert.rejects(other, /given up/);
  await late;
  const row = await db.run((handle) =>
    handle.selectFrom('users').select('first_name').where('id', '=', pupilId).executeTakeFirst(),
  );
  assert.deepEqual(row, { first_name: 'Maya' });
});
