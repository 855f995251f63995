import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { Lesson } from '../../services/lessons/lessons.service.ts';
import { DAY, HOUR, type Instant } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

/** So many of their last lessons class managers look at once more. */
const LOOKED_AT = 6;
const HELPED = 'Showed two of the others how she writes her steps down; I had missed that on the day.';

/** What class managers put right when they look back on their lessons: a note from home arrives, a score was too low, one is called off. */
export async function lookBack(scene: Scene): Promise<void> {
  const { people, services } = scene;
  for (const { manager } of people.classes) {
    const actor = await scene.actorOf(manager);
    const lessons = (await services.lessonPlanning.listOver(actor, LOOKED_AT)).filter(({ end }) => end !== null);
    await excuse(scene, actor, lessons);
    await scoreAgain(scene, actor, lessons);
  }
  await callOff(scene);
}

/** The day after a lesson, and not tomorrow. */
const nextDay = ({ end }: Lesson, now: Instant): Instant => Math.min((end ?? now) + DAY, now - HOUR);

/** Who was noted as sick was away with the family, as a note from home says. */
async function excuse({ services, at, now }: Scene, actor: Actor, lessons: readonly Lesson[]): Promise<void> {
  for (const lesson of lessons) {
    const { lines } = await services.attendance.sheetOf(actor, lesson.id);
    const away = lines.find(({ reason }) => reason === 'sick');
    if (!away) continue;
    const wish = { studentId: away.studentId, attended: false, reason: 'excused' as const };
    await at(nextDay(lesson, now), () => services.attendance.setAttendance(actor, lesson.id, [wish]));
    return;
  }
}

/** One social score of the last lesson in which there are any is a point too low. */
async function scoreAgain({ services, at, now }: Scene, actor: Actor, lessons: readonly Lesson[]): Promise<void> {
  for (const lesson of lessons) {
    const { lines } = await services.afterLesson.read(actor, lesson.id);
    const line = lines.find(({ own }) => own.social.score !== null && own.social.score < 10);
    if (!line) continue;
    const { sessionId, studentId, own } = line;
    const wish = { sessionId, studentId, kind: 'social' as const, score: (own.social.score ?? 0) + 1, words: HELPED };
    await at(nextDay(lesson, now), () => services.givenScores.give(actor, [wish]));
    return;
  }
}

/** A lesson that was planned for yesterday, and could not be. */
async function callOff({ people, services, at, now, actorOf }: Scene): Promise<void> {
  const [room] = people.classes;
  if (!room) return;
  const actor = await actorOf(room.manager);
  const wish = { classId: room.id, type: 'individual', minutes: 45, startAt: now - 20 * HOUR } as const;
  const { lesson } = await at(now - 44 * HOUR, () => services.lessonPlanning.createLesson(actor, wish));
  await at(now - 22 * HOUR, () => services.lessonPlanning.cancelLesson(actor, lesson.id));
}
