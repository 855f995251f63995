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
