import * as z from 'zod';
import { scoreAnswer } from './evaluations.ts';
import { id } from './paging.ts';
import { feeling } from './study-session.ts';

/** What class managers give pupils after a lesson, and what a lesson came to. */

const kind = z.enum(['investment', 'social']);
const place = { sessionId: z.number(), studentId: z.number(), kind };
const standing = {
  ...place,
  /** 1 … 10; null: none. */
  score: z.number().nullable(),
  words: z.string(),
  /** Of what was written about it; null: nothing. */
  lastChange: z.number().nullable(),
};

const givenScores = z.object({
  action: z.literal('given').optional(),
  evaluations: z
    .array(
      z.object({
        sessionId: id.describe('Of the pupil in the lesson'),
        studentId: id,
        kind,
        score: z.number().nullable().describe('Whole, 1 to 10; null takes back what was given'),
        words: z.string().max(5000).optional().describe('What for, at most 500 characters; left out: as they are'),
        seen: z
          .number()
          .nullable()
          .optional()
          .describe(
            'The `lastChange` that you have read: where it is another by now, it is refused. Left out: overwrite',
          ),
      }),
    )
    .max(200),
});

/** Scores that are given, many at once; or an answer to one score of the evaluator, with its action. */
export const evaluationsBody = z.discriminatedUnion('action', [givenScores, scoreAnswer]);

export const givenOutcome = z.object({
  saved: z.array(z.object(standing)),
  /** What could not be given, why, and what stands there; everything else is saved. */
  refused: z.array(
    z.object({
      ...standing,
      name: z.string().nullable(),
      why: z.enum(['not found', 'no score', 'too long', 'not over', 'absent', 'changed']),
    }),
  ),
});
export type GivenOutcomeView = z.infer<typeof givenOutcome>;

const mean = z.object({ mean: z.number(), of: z.number() });
const feelings = z.record(feeling, z.number());
const judged = z.object({
  score: z.number().nullable(),
  reason: z.string().nullable(),
  description: z.string(),
  evidence: z.object({ messageIds: z.array(z.number()), attemptIds: z.array(z.number()) }),
  contested: z.boolean(),
  disputed: z.boolean(),
});
const given = z.object({ score: z.number().nullable(), words: z.string(), lastChange: z.number().nullable() });

/** A lesson that is over, as its class manager looks back on it. */
export const afterLesson = z.object({
  lessonId: z.number(),
  summary: z.object({
    places: z.number(),
    there: z.number(),
    late: z.number(),
    activeMinutes: mean.nullable(),
    attempts: z.number(),
    solved: z.number(),
    hints: z.number(),
    /** Units in which somebody answered something; mastery is the mean of those pupils. */
    units: z.array(
      z.object({ course: z.string(), unit: z.string(), pupils: z.number(), before: z.number(), after: z.number() }),
    ),
    feelings: z.object({ before: feelings, after: feelings }),
    difficulty: mean.nullable(),
    understanding: mean.nullable(),
  }),
  pupils: z.array(
    z.object({
      studentId: z.number(),
      name: z.string(),
      sessionId: z.number(),
      attended: z.boolean(),
      reason: z.enum(['sick', 'excused', 'unexcused']).nullable(),
      minutesLate: z.number(),
      activeMinutes: z.number(),
      attempts: z.number(),
      solved: z.number(),
      hints: z.number(),
      units: z.array(z.object({ unit: z.string(), before: z.number(), after: z.number().nullable() })),
      emotionalStateBefore: feeling.nullable(),
      emotionalStateAfter: feeling.nullable(),
      difficulty: z.number().nullable(),
      understanding: z.number().nullable(),
      feedback: z.string().nullable(),
      alerts: z.number(),
      evaluator: z.object({ proficiency: judged.nullable(), investment: judged.nullable() }),
      given: z.object({ investment: given, social: given }),
    }),
  ),
});
export type AfterLessonView = z.infer<typeof afterLesson>;
