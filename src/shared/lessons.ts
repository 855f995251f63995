import * as z from 'zod';
import { feeling } from './study-session.ts';

/** An evaluation of one pupil in a lesson at school. */
const evaluation = z.object({
  kind: z.enum(['proficiency', 'investment', 'social']),
  /** 1 … 10, or null with a reason. */
  score: z.number().nullable(),
  reason: z.string().nullable(),
  description: z.string(),
  source: z.enum(['evaluator', 'class manager']),
  /** Messages and attempts of the lesson that the score rests on. */
  evidence: z.object({ messageIds: z.array(z.number()), attemptIds: z.array(z.number()) }),
  /** 0 … 1 */
  confidence: z.number(),
  /** Somebody says that it is not right, and the class manager has not answered. */
  contested: z.boolean(),
  /** The class manager holds it for doubtful. */
  disputed: z.boolean(),
});

/** A lesson that is over, as one pupil had it. */
const line = {
  id: z.number(),
  type: z.enum(['individual', 'group', 'social']),
  status: z.enum(['completed', 'cancelled']),
  course: z.object({ id: z.number(), name: z.string() }).nullable(),
  units: z.array(z.string()),
  className: z.string(),
  classManager: z.string(),
  plannedMinutes: z.number(),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  attended: z.boolean(),
  absence: z.enum(['sick', 'excused', 'unexcused']).nullable(),
  evaluations: z.array(evaluation),
};

export const pastLessons = z.array(z.object(line));

export const lesson = z.object({
  ...line,
  /** Together, less pauses; 0 where the pupil was not there. */
  activeMinutes: z.number(),
  emotionalStateBefore: feeling.nullable(),
  emotionalStateAfter: feeling.nullable(),
  difficulty: z.number().nullable(),
  understanding: z.number().nullable(),
  /** For those who may read the conversation, and never for parents. */
  feedback: z.string().nullable(),
  /** First names of the others; parents read none. */
  others: z.array(z.string()),
  questions: z.array(
    z.object({
      unitName: z.string(),
      questionHtml: z.string(),
      verdict: z.enum(['correct', 'incorrect', 'cannot judge', 'given up', 'skipped']),
      tries: z.number(),
      hintsUsed: z.number(),
      revealed: z.boolean(),
    }),
  ),
  /** What was said, or why it is not shown. */
  conversation: z.discriminatedUnion('open', [
    z.object({
      open: z.literal(false),
      because: z.enum(['words of others', 'policy', 'staff of the class', 'not there']),
    }),
    z.object({
      open: z.literal(true),
      messages: z.array(
        z.object({
          id: z.number(),
          from: z.enum(['student', 'teacher', 'class manager']),
          /** First name of the pupil, or the name of the class manager, who wrote it. */
          writer: z.string().nullable(),
          content: z.string(),
          html: z.string(),
          timestamp: z.string(),
          /** The question that was asked with it. */
          posed: z.object({ revisionId: z.number(), questionHtml: z.string() }).nullable(),
        }),
      ),
    }),
  ]),
});

export type PastLessonView = z.infer<typeof pastLessons>[number];
export type LessonView = z.infer<typeof lesson>;
