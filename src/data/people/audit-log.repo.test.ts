import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { AuditRepo } from './audit.repo.ts';
import { AuditLogRepo } from './audit-log.repo.ts';

databaseTest('people of a school are found in its log, however many elsewhere have their name', async (db) => {
  const { make, schoolId } = await smallSchool(db);
  const otherId = await make.school('Second School', 'north', { managerId: await make.schoolManager('other-manager') });
  const elsewhere = [];
  for (const name of ['levi-1', 'levi-2', 'levi-3']) elsewhere.push(await make.student(name, otherId));
  const here = await make.student('levi-here', schoolId);
  const audit = new AuditRepo(db);
  const entry = { actorId: null, action: 'view a pupil', now: 1000 };
  for (const studentId of elsewhere) await audit.add({ ...entry, studentId, schoolId: otherId });
  await audit.add({ ...entry, actorId: here, studentId: here, schoolId });
  const log = new AuditLogRepo(db);
  assert.deepEqual(await log.findPeople(schoolId, 'levi', 1), [here], 'as whoever acted');
  assert.deepEqual((await log.findPeople(otherId, 'LEVI', 9)).sort(), elsewhere.sort(), 'as the pupil');
  assert.deepEqual(await log.findPeople(schoolId, 'levi-1', 9), []);
});

databaseTest(
  'what entries say by number is looked up by its name, whoever and whatever is gone left out',
  async (db) => {
    const { pupilId, classId, schoolId } = await smallSchool(db);
    const log = new AuditLogRepo(db);
    const names = await log.namesOf({
      people: [pupilId, 999_999],
      classes: [classId],
      schools: [schoolId],
      courses: [],
    });
    assert.deepEqual([...names.people.keys()], [pupilId]);
    assert.match(names.people.get(pupilId) ?? '', /Tester/);
    assert.ok(names.classes.get(classId) && names.schools.get(schoolId));
    assert.equal(names.courses.size, 0);
  },
);
