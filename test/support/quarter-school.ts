import { countSessions } from '../../src/data/analytics/session-facts.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/shared/instant.ts';
import { classOf } from './class-of.ts';
import { addPast } from './past.ts';
import { addSchoolLesson } from './school-lesson.ts';

/** Noon of a day that the zone of the machine does not move to another. */
export const noon = (day: string): Instant => Date.parse(`${day}T12:00:00Z`);
/** Well after the first quarter of 2026, which ends on 15 November. */
export const AFTER_QUARTER = noon('2026-11-24');

/** A class of so many; each of them studied at home four times in the first quarter of 2026, with these scores, the oldest first. */
export async function quarterSchool(db: DatabaseManager, pupils: number, scores: readonly number[] = [4, 6, 8, 7]) {
  const school = await classOf(db, pupils);
  const { studentIds, courseId, teacherId } = school;
  const study = (studentId: number, start: Instant, score: number | null, more = {}) =>
    addPast(db, {
      studentId,
      courseId,
      teacherId,
      start,
      minutes: 20,
      evaluation: { score, reason: score === null ? 'too little evidence' : null, ...more },
    });
  for (const [index, studentId] of studentIds.entries()) {
    for (const [at, score] of scores.entries()) {
      await study(studentId, noon('2026-10-04') + at * 7 * DAY + index * MINUTE, score);
    }
  }
  /** A lesson of that quarter, with a social score of 6 by the class manager for everybody. */
  const lesson = async (day: string) => {
    const { classId, classManagerId } = school;
    const place = { classId, classManagerId, teacherId, courseId, unitName: 'Adding', studentIds };
    const id = await addSchoolLesson(db, { ...place, type: 'group', start: noon(day) - HOUR });
    await countSessions(db, 'school', [id]);
    return id;
  };
  return { ...school, study, lesson };
}
