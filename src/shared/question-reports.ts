import * as z from 'zod';

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const reason = z.enum(['answer', 'unclear', 'text', 'other']);

/** Where whoever reports a question is looking at it. */
const place = z.discriminatedUnion('at', [
  z.object({ at: z.literal('home session'), sessionId: id }),
  /** A lesson at school, as one pupil had it; a pupil's own part is meant, whatever is said. */
  z.object({ at: z.literal('lesson'), sessionId: id, studentId: id }),
  /** A test of one pupil: once it is released, and for class managers once it is handed in. */
  z.object({ at: z.literal('sitting'), sittingId: id }),
  /** What a class did on each question of a test. */
  z.object({ at: z.literal('results'), classId: id, testId: id }),
]);

export const newQuestionReport = z.object({
  place,
  /** The revision that was asked there. */
  revisionId: id,
  reason,
  /** Needed where the reason says nothing. */
  comment: z.string().trim().max(1000).default(''),
});

/** Reported questions of a supervisor's subjects, those that wait longest first, with what is said of each. */
export const questionReportQueue = z.object({
  /** How many questions are reported in all; the first fifty are listed. */
  total: z.number(),
  questions: z.array(
    z.object({
      questionId: z.number(),
      course: z.object({ id: z.number(), name: z.string() }),
      unit: z.string(),
      problemId: z.number(),
      kind: z.string(),
      /** What several questions share; may be empty. */
      stem: z.string(),
      question: z.string(),
      /** The key as it is published now: of choices their ids. */
      answer: z.string(),
      choices: z.array(z.object({ id: z.string(), text: z.string() })),
      archived: z.boolean(),
      /** How pupils did; null where fewer than ten have answered. */
      record: z.object({ pupils: z.number(), rightShare: z.number() }).nullable(),
      /** A newer revision has been published since the last report: it may be the correction. */
      changedSince: z.boolean(),
      /** Verdicts that corrections of this question have changed so far. */
      regraded: z.number(),
      reports: z.array(
        z.object({
          id: z.number(),
          origin: z.enum(['home session', 'lesson', 'test']),
          /** The test in which the question was met, where it was one. */
          test: z.object({ id: z.number(), name: z.string() }).nullable(),
          by: z.enum(['pupil', 'class manager']),
          reason,
          comment: z.string(),
          at: z.string(),
        }),
      ),
    }),
  ),
});

/** What is answered to all who reported a question. */
export const questionReportAnswer = z.object({
  state: z.enum(['corrected', 'dismissed']),
  reply: z.string().trim().min(1).max(1000),
});

/** A report as its reporter sees it. */
export const questionReports = z.array(
  z.object({
    id: z.number(),
    question: z.string(),
    course: z.string(),
    origin: z.enum(['home session', 'lesson', 'test']),
    reason,
    comment: z.string(),
    at: z.string(),
    state: z.enum(['open', 'corrected', 'dismissed']),
    /** What was answered; null while it is open. */
    answer: z.string().nullable(),
  }),
);
