import { HOUR } from '../../shared/instant.ts';
import type { Scene } from '../scene.ts';

const IN_LESSON = 'Each of us in the group read this one in another way.';
const IN_TEST = 'My answer says the same as the right one, I think.';
const IN_RESULTS = 'Most of the class stumbled over the wording, not over the maths.';

type Known = Record<'amir' | 'noa', { id: number }>;

/** What a pupil says about a question of a lesson and of a test, and her class manager about one of the results. */
export async function reportElsewhere(scene: Scene, { amir, noa }: Known): Promise<void> {
  const { now, at, services } = scene;
  const [pupil, manager] = [await scene.actorOf(noa), await scene.actorOf(amir)];
  const { questionReports: reports } = services;
  const posed = await posedAtSchool(scene, noa.id);
  if (posed) {
    const place = { at: 'lesson', sessionId: posed.sessionId, studentId: noa.id } as const;
    await at(now - 5 * HOUR, async () => {
      const asked = await reports.asked(pupil, place, posed.revisionId);
      await reports.report(pupil, asked, { reason: 'unclear', comment: IN_LESSON });
    });
  }
  const [first, second] = await askedInTest(scene, noa.id);
  if (!first || !second) return;
  const place = { at: 'sitting', sittingId: first.sittingId } as const;
  await at(now - 4 * HOUR, async () => {
    const asked = await reports.asked(pupil, place, first.revisionId);
    await reports.report(pupil, asked, { reason: 'answer', comment: IN_TEST });
  });
  await at(now - 3 * HOUR, async () => {
    const asked = await reports.asked(manager, place, second.revisionId);
    await reports.report(manager, asked, { reason: 'text', comment: IN_RESULTS });
  });
}

/** The last question that was asked in a lesson that the pupil came to. */
async function posedAtSchool({ db }: Scene, studentId: number) {
  const row = await db.run((handle) =>
    handle
      .selectFrom('messages')
      .innerJoin('school_sessions_students as own', 'own.school_session_id', 'messages.school_session_id')
      .select(['own.school_session_id as sessionId', 'messages.posed_revision_id as revisionId'])
      .where('own.student_id', '=', studentId)
      .where('own.is_attendant', '=', 1)
      .where('messages.posed_revision_id', 'is not', null)
      .orderBy('messages.id', 'desc')
      .executeTakeFirst(),
  );
  return row && { sessionId: row.sessionId, revisionId: row.revisionId ?? 0 };
}

/** Questions of the pupil's last test whose result is released. */
async function askedInTest({ db }: Scene, studentId: number) {
  return db.run((handle) =>
    handle
      .selectFrom('test_answers')
      .innerJoin('tests_students', 'tests_students.id', 'test_answers.sitting_id')
      .select(['sitting_id as sittingId', 'revision_id as revisionId'])
      .where('tests_students.student_id', '=', studentId)
      .where('tests_students.phase', '=', 'released')
      .orderBy('sitting_id', 'desc')
      .orderBy('position')
      .limit(2)
      .execute(),
  );
}
