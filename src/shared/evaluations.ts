import * as z from 'zod';

export const evaluation = z.object({
  kind: z.enum(['proficiency', 'investment']),
  /** 1 … 10, or null with a reason. */
  score: z.number().nullable(),
  reason: z.string().nullable(),
  description: z.string(),
  source: z.enum(['evaluator', 'class manager']),
  /** Messages and attempts of the session that the score rests on. */
  evidence: z.object({ messageIds: z.array(z.number()), attemptIds: z.array(z.number()) }),
  /** 0 … 1 */
  confidence: z.number(),
  createdAt: z.string(),
  /** Somebody says that it is not right, and the class manager has not answered. */
  contested: z.boolean(),
  /** The class manager holds it for doubtful. */
  disputed: z.boolean(),
});

/** `pending` until the session has ended and the evaluator has been there. */
export const evaluations = z.object({
  status: z.enum(['pending', 'done', 'needs-review']),
  evaluations: z.array(evaluation),
});
export type EvaluationsView = z.infer<typeof evaluations>;

const kind = z.enum(['proficiency', 'investment']);
/** The session was at home, or is a lesson at school: their ids have nothing to do with each other. */
const hours = z.enum(['home', 'school']);
const words = z.string().max(500).describe('Why, in a few words');

/** That a score is not right. */
export const contest = z.object({ kind, words });

/** What a class manager says of a score: an own score comes with `scored`, of investment only. */
export const scoreAnswer = z.object({
  studentId: z.int().positive(),
  hours: hours.default('home'),
  sessionId: z.int().positive(),
  kind,
  action: z.enum(['stands', 'disputed', 'scored']),
  score: z.int().min(1).max(10).nullable().default(null),
  words,
});

const waiting = {
  hours,
  sessionId: z.number(),
  student: z.object({ id: z.number(), name: z.string() }),
  course: z.string(),
  kind,
  score: z.number().nullable(),
  endedAt: z.string(),
};

const agreement = z.object({
  /** How many scores have a person's own beside them: what the other numbers rest on. */
  scores: z.number(),
  /** Theirs less the evaluator's, on average. */
  meanDifference: z.number().nullable(),
  /** The share that is at most one point apart, 0 … 1. */
  withinOne: z.number().nullable(),
  /** Quadratically weighted; null where there are too few to say. */
  kappa: z.number().nullable(),
});

/** How far the evaluator and the people of a school agree. */
export const scoreAgreement = z.object({
  days: z.number(),
  rows: z.array(
    z.object({
      kind,
      rubricVersion: z.string(),
      source: z.enum(['rules', 'model']),
      scores: z.number(),
      stands: z.number(),
      disputed: z.number(),
      agreement: agreement.nullable(),
    }),
  ),
  all: agreement,
  drift: z.object({
    /** `moved`: by more than chance. */
    verdict: z.enum(['too few', 'steady', 'moved']),
    periodDays: z.number(),
    before: agreement,
    last: agreement,
    /** Of the mean difference, with the bounds of 95 % certainty; null where there are too few to say. */
    change: z.object({ points: z.number(), from: z.number(), to: z.number() }).nullable(),
  }),
});
export type ScoreAgreementBody = z.infer<typeof scoreAgreement>;

/** Scores that wait for a class manager. */
export const scoreQueue = z.object({
  /** How many are contested in all; the longest waiting are listed. */
  total: z.number(),
  contested: z.array(
    z.object({ ...waiting, words: z.string(), by: z.enum(['student', 'parent']), contestedAt: z.string() }),
  ),
  flagged: z.array(z.object(waiting)),
});
export type ScoreQueueView = z.infer<typeof scoreQueue>;
