import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { Factory } from '../../test/support/factory.ts';

const CLASS_SIZE = 30;

export interface LiveSchool {
  schoolId: number;
  pupilIds: number[];
  /** Of the first pupils, thirty each. */
  classes: { classId: number; managerId: number }[];
}

/** Puts a school with so many pupils into an empty database, so many classes of it with a class manager. */
export async function makeLiveSchool(db: DatabaseManager, pupils: number, classes: number): Promise<LiveSchool> {
  const make = new Factory(db);
  await make.region('north');
  await make.subject('math');
  const schoolId = await make.school('First School', 'north', { managerId: await make.schoolManager('manager') });
  await make.teacher('math');
  const courseId = await make.course({ name: 'Numbers' });
  const made: LiveSchool = { schoolId, pupilIds: [], classes: [] };
  for (let number = 0; number < classes; number += 1) {
    const classId = await make.class(schoolId, `class ${number}`);
    made.classes.push({ classId, managerId: await make.classManager(`manager-${number}`, schoolId, [classId]) });
  }
  await db.tx(async () => {
    for (let number = 0; number < pupils; number += 1) {
      const room = made.classes[Math.floor(number / CLASS_SIZE)];
      const id = await make.student(`pupil-${number}`, schoolId, room ? { classId: room.classId } : {});
      if (room) await make.enrol(id, courseId);
      made.pupilIds.push(id);
    }
  });
  return made;
}
