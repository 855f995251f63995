import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import type { ProblemDraft, QaDraft } from '../../src/domain/curriculum/curriculum-draft.ts';
import { HOUR } from '../../src/shared/instant.ts';
import type { TestApp } from './app.ts';
import { smallSchool, unitDraft } from './factory.ts';

/** What a question that is kept for tests says; it may stand nowhere outside a test. */
export const SECRET = 'zebra-secret';

const qa = (more: Partial<QaDraft> & Pick<QaDraft, 'question' | 'kind' | 'answer'>): QaDraft => ({
  use: 'for test',
  level: 2,
  hints: [{ text: 'Look closely.' }],
  explanation: `Why it is so: ${more.answer}.`,
  ...more,
});

const problem = (sourceKey: string, step: QaDraft): ProblemDraft => ({
  sourceKey,
  source: 'tests',
  licence: 'Apache-2.0',
  steps: [step],
});

/** A unit with four questions for tests: two numbers, a choice, and one in free text. */
export function testedUnit(name: string) {
  const choices = [
    { id: 'a', text: 'a plant' },
    { id: 'b', text: 'a stone' },
    { id: 'c', text: 'a river' },
  ];
  return {
    ...unitDraft(name, 3),
    problems: [
      ...unitDraft(name, 3).problems,
      problem(`${name}-t1`, qa({ kind: 'number', question: `${SECRET} ${name}: $20 + 21$?`, answer: '41' })),
      problem(`${name}-t2`, qa({ kind: 'number', question: `${SECRET} ${name}: $30 + 12$?`, answer: '42' })),
      problem(
        `${name}-t3`,
        qa({ kind: 'choice', question: `${SECRET} ${name}: which one grows?`, answer: 'a', choices }),
      ),
      problem(
        `${name}-t4`,
        qa({ kind: 'text', question: `${SECRET} ${name}: why do plants need light?`, answer: 'to make sugar' }),
      ),
    ],
  };
}

/** The answer that is right for a question, by its words. */
export function rightAnswer(question: string): string {
  if (question.includes('20 + 21')) return '41';
  if (question.includes('30 + 12')) return '42';
  return question.includes('grows') ? 'a' : 'to make sugar';
}

export const TEST_NAME = 'Quiz of lights';

/** A small school with a course of two units, of which a test of eight questions is set by weight: three quarters, a quarter. */
export async function testSchool(db: DatabaseManager) {
  const school = await smallSchool(db);
  const { make, pupilId, mateId, classManagerId, parentId, schoolId } = school;
  const testedId = await make.course({
    name: 'Lights',
    units: [testedUnit('Leaves'), testedUnit('Stems')],
    tests: [{ name: TEST_NAME, type: 'quiz', durationMinutes: 20, units: { Leaves: 0.75, Stems: 0.25 } }],
  });
  for (const id of [pupilId, mateId]) await make.enrol(id, testedId);
  const test = await db.run((handle) =>
    handle.selectFrom('tests').select('id').where('course_id', '=', testedId).executeTakeFirstOrThrow(),
  );
  const actor = (userId: number, role: Actor['role'], firstName: string): Actor => ({
    userId,
    role,
    name: `${firstName} Tester`,
    firstName,
    locale: 'en',
    schoolId,
  });
  return {
    ...school,
    testedId,
    testId: test.id,
    pupil: actor(pupilId, 'student', 'Noa'),
    mate: actor(mateId, 'student', 'Dan'),
    manager: actor(classManagerId, 'class manager', 'Amir'),
    parent: actor(parentId, 'parent', 'Pat'),
  };
}

export type TestSchool = Awaited<ReturnType<typeof testSchool>>;

/** Sets the test for the whole class, open now and for two hours; answers the sitting of the pupil. */
export async function setTest(app: TestApp, school: TestSchool, more: { extraMinutes?: number } = {}): Promise<number> {
  const now = app.clock.now();
  await app.services.testScheduling.schedule(school.manager, {
    classId: school.classId,
    testId: school.testId,
    studentIds: null,
    date: now,
    deadline: now + 2 * HOUR,
    extraMinutes: 0,
    ...more,
  });
  return sittingOf(app, school.testId, school.pupilId);
}

/** The newest sitting of a pupil. */
export async function sittingOf(app: TestApp, testId: number, studentId: number): Promise<number> {
  const row = await app.db.run((db) =>
    db
      .selectFrom('tests_students')
      .select('id')
      .where('test_id', '=', testId)
      .where('student_id', '=', studentId)
      .orderBy('sitting', 'desc')
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

/** Begins a sitting and answers: right, or what is said for a kind of question; a choice that there is not is left open. */
export async function takeTest(
  app: TestApp,
  pupil: Actor,
  sittingId: number,
  say: (question: string) => string = rightAnswer,
): Promise<void> {
  const paper = await app.services.testTaking.begin(pupil, sittingId);
  await app.services.testTaking.save(pupil, sittingId, {
    device: 'tests',
    answers: paper.questions.map(({ position, question: { question, choices }, seq }) => {
      const said = say(question);
      const taken = choices.length === 0 || choices.some(({ id }) => id === said);
      return { position, seq: seq + 1, values: taken ? [said] : [] };
    }),
  });
}
