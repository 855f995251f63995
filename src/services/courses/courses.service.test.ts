import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool, unitDraft } from '../../../test/support/factory.ts';
import { addSitting, pupil } from '../../../test/support/studied.ts';
import { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import { DatabaseManager } from '../../data/db/database-manager.ts';

databaseTest('a pupil sees the courses they are in, with their units and how far they are', async (db, t) => {
  const { make, pupilId, courseId } = await smallSchool(db);
  await make.course({ name: 'Not theirs' });
  const curriculum = new CurriculumRepo(db);
  const row = { studentId: pupilId, courseId, unitName: 'Adding' };
  await curriculum.saveUnitProgress({ ...row, state: 'completed', progress: 1 });
  const app = await startTestApp(t, db);
  const cards = await app.services.courses.listOwn(pupil(pupilId));
  assert.deepEqual(
    cards.map(({ name, mastered, next, units }) => ({ name, mastered, next, units })),
    [
      {
        name: 'Numbers',
        mastered: 1,
        next: 'Taking away',
        units: [
          { name: 'Adding', progress: 1 },
          { name: 'Taking away', progress: 0 },
        ],
      },
    ],
  );
});

databaseTest('a course page tells of every unit what it builds on and how sure the pupil is', async (db, t) => {
  const { make, pupilId } = await smallSchool(db);
  const units = [unitDraft('One'), { ...unitDraft('Two'), prerequisites: ['One'] }];
  const courseId = await make.course({ name: 'Steps', units });
  await make.enrol(pupilId, courseId);
  const app = await startTestApp(t, db);
  const view = await app.services.courses.getOwn(pupil(pupilId), courseId);
  assert.deepEqual(
    view.units.map(({ name, prerequisites, mastery, state }) => ({ name, prerequisites, mastery: mastery.key, state })),
    [
      { name: 'One', prerequisites: [], mastery: 'mastery.none', state: 'not started' },
      { name: 'Two', prerequisites: ['One'], mastery: 'mastery.none', state: 'not started' },
    ],
  );
});

databaseTest('tests of a course are ahead or behind, and a grade is seen once it is released', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await addSitting(app, courseId, pupilId, { inDays: 4 });
  await addSitting(app, courseId, pupilId, { inDays: -9, grade: 77, phase: 'released' });
  await addSitting(app, courseId, pupilId, { inDays: -2, grade: 55, phase: 'submitted' });
  const view = await app.services.courses.getOwn(pupil(pupilId), courseId);
  assert.deepEqual(
    view.coming.map(({ days }) => days),
    [4],
  );
  assert.deepEqual(
    view.past.map(({ finalGrade, phase }) => [finalGrade, phase]),
    [
      [null, 'submitted'],
      [77, 'released'],
    ],
  );
});

databaseTest('a course that the pupil is not in does not exist for them', async (db, t) => {
  const { make, pupilId } = await smallSchool(db);
  const other = await make.course({ name: 'Not theirs' });
  const app = await startTestApp(t, db);
  await assert.rejects(app.services.courses.getOwn(pupil(pupilId), other), { code: 'not-found' });
  await assert.rejects(app.services.courses.getOwn(pupil(pupilId), 999_999), { code: 'not-found' });
});

test('the pages of courses ask as little of the database for forty units as for one', async (t) => {
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, () => {
    queries += 1;
  });
  await db.createTables();
  t.after(() => db.close());
  const { make, pupilId } = await smallSchool(db);
  const small = await make.course({ name: 'Small', units: [unitDraft('Only', 1)] });
  const units = Array.from({ length: 40 }, (_, n) => unitDraft(`Unit ${n}`, 1));
  const large = await make.course({ name: 'Large', units });
  await make.enrol(pupilId, small);
  const app = await startTestApp(t, db);
  const count = async (work: () => Promise<unknown>): Promise<number> => {
    queries = 0;
    await work();
    return queries;
  };
  const list = () => app.services.courses.listOwn(pupil(pupilId));
  const few = await count(list);
  await make.enrol(pupilId, large);
  assert.equal(await count(list), few);
  const ofSmall = await count(() => app.services.courses.getOwn(pupil(pupilId), small));
  assert.equal(await count(() => app.services.courses.getOwn(pupil(pupilId), large)), ofSmall);
});
