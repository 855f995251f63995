import assert from 'node:assert/strict';
import { test } from 'node:test';
import { courseDraft, smallSchool, unitDraft } from '../../../test/support/factory.ts';
import { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import { CurriculumWriterRepo } from '../../data/curriculum/curriculum-writer.repo.ts';
import { DatabaseManager } from '../../data/db/database-manager.ts';
import { CourseUnitsService } from './course-units.service.ts';

test('units are read once, and again when the course has changed', async (t) => {
  let queries = 0;
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, () => {
    queries += 1;
  });
  await db.createTables();
  t.after(() => db.close());
  const { courseId } = await smallSchool(db);
  const curriculum = new CurriculumRepo(db);
  const service = new CourseUnitsService(curriculum);
  const names = async () => {
    const courses = await curriculum.listCourses();
    const before = queries;
    const units = await service.unitsOf(courses);
    return { names: units.get(courseId)?.map(({ name }) => name), queries: queries - before };
  };
  assert.deepEqual(await names(), { names: ['Adding', 'Taking away'], queries: 2 });
  assert.deepEqual(await names(), { names: ['Adding', 'Taking away'], queries: 0 });
  const units = [unitDraft('Adding'), unitDraft('Taking away'), unitDraft('Sharing')];
  const drafts = [courseDraft({ name: 'Numbers', units })];
  await new CurriculumWriterRepo(db).saveCourses(drafts, 'tests', Date.UTC(2026, 0, 6));
  assert.deepEqual(await names(), { names: ['Adding', 'Taking away', 'Sharing'], queries: 2 });
});
