import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { WhisperRepo } from '../../src/data/lessons/whisper.repo.ts';
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

/** What its class manager noted for the teacher. */
export async function addWhisper(db: DatabaseManager, { target, now }: Owner, lessonId: number): Promise<number> {
  const lesson = await db
    .handle()
    .selectFrom('lessons')
    .select('class_manager_id')
    .where('id', '=', lessonId)
    .executeTakeFirstOrThrow();
  const note = { lessonId, sessionId: null, classManagerId: lesson.class_manager_id, now: now - 74 * HOUR };
  return new WhisperRepo(db).add({ ...note, content: canary(target, 'whisper') });
}
