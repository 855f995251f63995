import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import { smallSchool } from './factory.ts';
import { actor } from './past.ts';

/** The small school with so many pupils in its class, all of them in its course, and its class manager. */
export async function classOf(db: DatabaseManager, pupils: number) {
  const school = await smallSchool(db);
  const { make, schoolId, classId, courseId, pupilId, mateId } = school;
  const ids = [pupilId, mateId];
  for (let number = 3; number <= pupils; number += 1) {
    const id = await make.student(`pupil-${number}`, schoolId, { classId, firstName: `Pupil ${number}` });
    await make.enrol(id, courseId);
    ids.push(id);
  }
  const manager: Actor = actor(school.classManagerId, 'class manager', schoolId);
  return {
    ...school,
    manager,
    studentIds: ids.slice(0, pupils),
    pupil: (id: number) => actor(id, 'student', schoolId),
  };
}
