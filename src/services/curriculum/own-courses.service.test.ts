import assert from 'node:assert/strict';
import { test } from 'node:test';
import { courseDraft, smallSchool, unitDraft } from '../../../test/support/factory.ts';
import { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import { CurriculumWriterRepo } from '../../data/curriculum/curriculum-writer.repo.ts';
import { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { OwnCoursesService } from './own-courses.service.ts';

test('courses are read once, and again when one has changed, its name too', async (t) => {
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, () => {
    queries += 1;
  });
  await db.createTables();
  t.after(() => db.close());
  const { pupilId, courseId } = await smallSchool(db);
  const service = new OwnCoursesService(new CurriculumRepo(db));
  const read = async () => {
    const before = queries;
    const [course] = await service.coursesOf(pupilId);
    return { name: course?.name, units: course?.units.map(({ name }) => name), queries: queries - before };
  };
  assert.deepEqual(await read(), { name: 'Numbers', units: ['Adding', 'Taking away'], queries: 4 });
  assert.deepEqual(await read(), { name: 'Numbers', units: ['Adding', 'Taking away'], queries: 1 });
  const units = [unitDraft('Adding'), unitDraft('Taking away'), unitDraft('Sharing')];
  const drafts = [courseDraft({ name: 'Numbers', units })];
  await new CurriculumWriterRepo(db).saveCourses(drafts, 'tests', Date.UTC(2026, 0, 6));
  assert.deepEqual(await read(), { name: 'Numbers', units: ['Adding', 'Taking away', 'Sharing'], queries: 4 });
  await db.run((handle) =>
    handle.updateTable('courses').set({ name: 'All numbers', content_version: 9 }).where('id', '=', courseId).execute(),
  );
  assert.deepEqual(await read(), { name: 'All numbers', units: ['Adding', 'Taking away', 'Sharing'], queries: 4 });
});

test("a pupil's progress is never kept, and a course that is archived is gone at once", async (t) => {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  await db.createTables();
  t.after(() => db.close());
  const { pupilId, courseId } = await smallSchool(db);
  const curriculum = new CurriculumRepo(db);
  const service = new OwnCoursesService(curriculum);
  const progress = async () => (await service.coursesOf(pupilId)).map((course) => course.progress);
  assert.deepEqual(await progress(), [0]);
  await curriculum.saveCourseProgress(pupilId, courseId, 'in progress', 0.5);
  assert.deepEqual(await progress(), [0.5]);
  await db.run((handle) =>
    handle
      .updateTable('courses')
      .set({ archived_at: toStored(0) })
      .where('id', '=', courseId)
      .execute(),
  );
  assert.deepEqual(await progress(), []);
});
