import type * as z from 'zod';
import type { QuestionView } from '../../domain/tutoring/question-view.ts';
import type { QueuedAnswer } from '../../services/tests/class-marking.service.ts';
import type { ClassTest, TestBoard } from '../../services/tests/class-tests.service.ts';
import type { ReviewedQuestion, SaveOutcome, TestDesk } from '../../services/tests/taking.service.ts';
import type {
  classTestList,
  markingQueue,
  savedAnswers,
  TestDeskView,
  testBoard,
  testReview,
} from '../../shared/tests.ts';
import { iso, isoOrNull } from './moment.ts';

/** A sitting as its pupil may see it now: questions only while it is under way, and never their keys. */
export function toTestDesk(desk: TestDesk): TestDeskView {
  const { sitting, state, now, endsAt } = desk;
  return {
    id: sitting.id,
    name: sitting.name,
    course: { id: sitting.courseId, name: sitting.courseName },
    link: sitting.link,
    state,
    date: iso(sitting.date),
    deadline: isoOrNull(sitting.deadline),
    durationMinutes: sitting.durationMinutes,
    extraMinutes: sitting.extraMinutes,
    now: iso(now),
    endsAt: iso(endsAt),
    questionCount: desk.shows === 'paper' ? desk.questions.length : desk.questions,
    questions:
      desk.shows === 'paper'
        ? desk.questions.map(({ position, question, points, answer, seq, savedAt }) => {
            return { ...toQuestion(position, question, points), answer, seq, savedAt: isoOrNull(savedAt) };
          })
        : [],
  };
}

export function toSavedAnswers({ now, endsAt, answers, care }: SaveOutcome): z.infer<typeof savedAnswers> {
  return {
    now: iso(now),
    endsAt: iso(endsAt),
    answers: answers.map((one) => ({ ...one, savedAt: isoOrNull(one.savedAt) })),
    care,
  };
}

export function toTestReview(desk: TestDesk, review: readonly ReviewedQuestion[]): z.infer<typeof testReview> {
  const { id, finalGrade, status } = desk.sitting;
  return {
    id,
    finalGrade,
    status,
    questions: review.map(({ position, question, points, ...rest }) => ({
      ...toQuestion(position, question, points),
      ...rest,
    })),
  };
}

export function toTestBoard({ class: room, test, lines }: TestBoard): z.infer<typeof testBoard> {
  return {
    testId: test.testId,
    classId: room.id,
    name: test.name,
    course: test.courseName,
    link: test.link,
    sittings: lines.map(({ sitting, name, state, answered, questions, unmarked }) => ({
      sittingId: sitting.id,
      student: { id: sitting.studentId, name },
      sitting: sitting.sitting,
      state,
      date: iso(sitting.date),
      deadline: isoOrNull(sitting.deadline),
      extraMinutes: sitting.extraMinutes,
      answered,
      questions,
      unmarked,
      finalGrade: sitting.finalGrade,
      status: sitting.status,
    })),
  };
}

export function toClassTest(test: ClassTest): z.infer<typeof classTestList>[number] {
  return {
    testId: test.testId,
    classId: test.class.id,
    name: test.name,
    course: test.courseName,
    firstDate: iso(test.firstDate),
    lastDeadline: iso(test.lastDeadline),
    pupils: test.pupils,
  };
}

export function toQueuedAnswer(one: QueuedAnswer): z.infer<typeof markingQueue>['answers'][number] {
  const { sittingId, position, question, points, answer, right, alsoRight, explanation } = one;
  return {
    sittingId,
    position,
    student: { id: one.studentId, name: one.studentName },
    test: one.testName,
    question: toQuestion(position, question, points),
    answer,
    right,
    alsoRight,
    explanation,
  };
}

function toQuestion(
  position: number,
  { revisionId, unitName, kind, stem, question, choices, figures }: QuestionView,
  points: number,
) {
  return {
    position,
    revisionId,
    unitName,
    kind,
    stem,
    question,
    choices,
    figures: figures.map(({ hash, alt }) => ({ url: `/figures/${hash}`, alt })),
    points,
  };
}
