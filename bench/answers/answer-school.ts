import { createRepositories } from '../../src/composition/repositories.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { inChunks } from '../../src/data/db/sql.ts';
import { CourseBankService } from '../../src/services/curriculum/course-bank.service.ts';
import { MasteryService } from '../../src/services/mastery/mastery.service.ts';
import { RecountService } from '../../src/services/mastery/recount.service.ts';
import { ReviewService } from '../../src/services/mastery/review.service.ts';
import { createTutoring } from '../../src/services/study-session/create-tutoring.ts';
import { TestMasteryService } from '../../src/services/tests/test-mastery.service.ts';
import { DAY, MINUTE } from '../../src/shared/instant.ts';
import { TestClock } from '../../test/support/clock.ts';
import { smallSchool, unitDraft } from '../../test/support/factory.ts';

const UNITS = Array.from({ length: 8 }, (_, index) => `Unit ${index + 1}`);
const QUESTIONS = 25;
export const NOW = Date.UTC(2026, 10, 2, 15);

/** What an answer goes through, on a database of the benchmark's, composed as the product does. */
export async function answerStack(db: DatabaseManager) {
  const repos = createRepositories(db);
  const clock = new TestClock(NOW);
  const reviews = new ReviewService({ cards: repos.reviewCards, terms: repos.masteryTerms, clock });
  const mastery = new MasteryService(repos.masteryTerms, repos.curriculum, reviews);
  const words = await createTutoring(null);
  const parts = { ...repos, db, clock, mastery, reviews };
  return {
    ...parts,
    alerts: repos.alertRows,
    tests: repos.testRows,
    banks: new CourseBankService(repos.curriculum, repos.items),
    tutoring: async () => words,
    recounts: new RecountService({
      ...parts,
      tested: new TestMasteryService({ ...parts, answers: repos.testAnswers }),
    }),
  };
}

export type AnswerStack = Awaited<ReturnType<typeof answerStack>>;

/** A school with a course of eight units of 25 questions, and so many pupils in it. */
export async function answerSchool(db: DatabaseManager, count: number) {
  const { make, schoolId, teacherId } = await smallSchool(db);
  const courseId = await make.course({ name: 'Measured', units: UNITS.map((name) => unitDraft(name, QUESTIONS)) });
  const pupils: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = await make.student(`pupil-${n}`, schoolId);
    await make.enrol(id, courseId);
    pupils.push(id);
  }
  const questions = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .select(['id', 'unit_name as unitName', 'revision_id as revisionId'])
      .where('course_id', '=', courseId)
      .orderBy('id')
      .execute(),
  );
  return { courseId, teacherId, pupils, questions };
}

export type AnswerSchool = Awaited<ReturnType<typeof answerSchool>>;

/** Whether the nth answer is right: three of four, the same in every run. */
export const isRight = (n: number): boolean => (n * 7919) % 4 !== 0;

/** So many answers of a pupil over the last year, all of them alone. */
export async function addAnswers(
  db: DatabaseManager,
  { courseId, questions }: AnswerSchool,
  studentId: number,
  count: number,
): Promise<void> {
  const apart = Math.max(MINUTE, Math.floor((365 * DAY) / count));
  const rows = Array.from({ length: count }, (_, n) => {
    const question = questions[(n * 31) % questions.length];
    if (!question) throw new Error('The course of the benchmark has no questions.');
    return {
      student_id: studentId,
      qa_id: question.id,
      revision_id: question.revisionId ?? 0,
      course_id: courseId,
      unit_name: question.unitName,
      answer: '1',
      verdict: isRight(n) ? ('correct' as const) : ('incorrect' as const),
      hints_used: 0,
      revealed: 0,
      unaided: 1,
      counts: 1,
      milliseconds: 20_000,
      created_at: toStored(NOW - 366 * DAY + n * apart),
    };
  });
  for (const chunk of inChunks(rows)) await db.run((handle) => handle.insertInto('attempts').values(chunk).execute());
}
