import type { Actor, Role } from '../../src/domain/access/permission-matrix.ts';
import { AppError } from '../../src/domain/errors/app-error.ts';
import type { Services } from '../../src/web/services.ts';
import type { MortalDeed } from './mortal.ts';

/**
 * One thing of a day at school: what a pupil or their class manager does next where they stand. Whatever is not possible then is
 * refused, and nothing happens. Answers 1 for what was done, 0 for what was refused.
 */
export async function doDeed(services: Services, deed: MortalDeed): Promise<number> {
  try {
    await DEEDS[deed.name](services, deed);
    return 1;
  } catch (error) {
    if (error instanceof AppError) return 0;
    throw error;
  }
}

const someone = (userId: number, role: Role): Actor => ({
  userId,
  role,
  name: 'Some One',
  firstName: 'Some',
  locale: 'en',
  schoolId: null,
});
const pupil = ({ studentId }: MortalDeed) => someone(studentId, 'student');
const manager = ({ managerId }: MortalDeed) => someone(managerId, 'class manager');

const DEEDS: Record<MortalDeed['name'], (services: Services, deed: MortalDeed) => Promise<unknown>> = {
  async study({ studyStart, today, conversation }, deed) {
    const { courseId, word, clientId } = deed;
    const own = pupil(deed);
    const wish = { type: 'homework', courseId, emotionalStateBefore: 'negative' } as const;
    const live = (await today.live(own)) ?? (await studyStart.begin(own, wish));
    await (live.status === 'paused' ? conversation.resume(own, live.id) : conversation.begin(own, live.id));
    await (await conversation.sendMessage(own, live.id, { clientId, content: word })).done();
  },
  async 'end home'({ studySessions, today }, deed) {
    const own = pupil(deed);
    const live = await today.live(own);
    const said = { feelingAfter: 'positive', difficulty: 4, understanding: 8, feedback: null } as const;
    if (live) await studySessions.endSession(own, live.id, said);
  },
  async teach({ lessonPlanning }, deed) {
    const wish = { classId: deed.classId, type: 'individual', minutes: 45 } as const;
    await lessonPlanning.createLesson(manager(deed), wish);
  },
  async 'take part'({ lessonAttendance, lessonTalk }, deed) {
    const own = pupil(deed);
    const place = await lessonAttendance.current(own);
    if (!place) return;
    await lessonAttendance.joinLesson(own, place.sessionId, 'neutral');
    await lessonTalk.begin(own, place.sessionId);
    const { clientId, word } = deed;
    await (await lessonTalk.sendMessage(own, place.sessionId, { clientId, content: word })).done();
  },
  async 'end lesson'({ lessonPlanning, runningLessons }, deed) {
    const [running] = await lessonPlanning.listAhead(manager(deed));
    if (running) await runningLessons.stop(manager(deed), running.id);
  },
  async 'mark away'({ lessonPlanning, attendance }, deed) {
    const [over] = await lessonPlanning.listOver(manager(deed), 1);
    const away = { studentId: deed.studentId, attended: false, reason: 'sick' } as const;
    if (over) await attendance.setAttendance(manager(deed), over.id, [away]);
  },
  async 'give scores'({ lessonPlanning, attendance, givenScores }, deed) {
    const [over] = await lessonPlanning.listOver(manager(deed), 1);
    const place = over && (await attendance.sheetOf(manager(deed), over.id)).lines.find(isOf(deed));
    if (!place) return;
    const { sessionId } = place;
    const of = { sessionId, studentId: deed.studentId, score: 1 + (deed.word.length % 10) };
    await givenScores.give(manager(deed), [
      { ...of, kind: 'investment' },
      { ...of, kind: 'social' },
    ]);
  },
  async 'take test'({ tests, testTaking }, deed) {
    const own = pupil(deed);
    const next = (await tests.ownTests(own)).find(({ phase }) => phase === 'not begun' || phase === 'begun');
    if (!next) return;
    const { questions } = await testTaking.begin(own, next.id);
    const answers = questions.map(({ position, seq, question }) => {
      const values = question.choices.length === 0 ? [deed.word] : [];
      return { position, seq: seq + 1, values };
    });
    await testTaking.save(own, next.id, { device: 'phone', answers });
    await testTaking.submit(own, next.id);
  },
};

const isOf =
  ({ studentId }: MortalDeed) =>
  (line: { studentId: number }) =>
    line.studentId === studentId;
