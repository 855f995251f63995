import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { HOUR } from '../../src/shared/instant.ts';
import type { Factory } from '../support/factory.ts';
import { addSchoolLesson } from '../support/school-lesson.ts';
import { canary } from './matrix.ts';
import type { Owner } from './records.ts';

/** A lesson at school in which the pupil was alone with the teacher. */
export async function addLesson(db: DatabaseManager, make: Factory, owner: Owner, courseId: number, unitName: string) {
  const { target, pupil, schoolId, classId, teacherId, now } = owner;
  const classManagerId = await make.classManager(`lessons-${target.replaceAll(' ', '-')}`, schoolId, []);
  return addSchoolLesson(db, {
    classId,
    classManagerId,
    teacherId,
    courseId,
    unitName,
    studentIds: [pupil],
    // So long ago that nobody is asked any more how it was.
    start: now - 74 * HOUR,
    talk: [
      { by: pupil, content: canary(target, 'words') },
      { by: null, content: canary(target, 'reply') },
      { by: pupil, content: canary(target, 'hidden'), hidden: true },
    ],
    description: canary(target, 'evaluation'),
    feedback: canary(target, 'feedback'),
  });
}
