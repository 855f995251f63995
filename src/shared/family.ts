import * as z from 'zod';
import { course, courseUnit } from './courses.ts';
import { id } from './paging.ts';
import { testSitting } from './tests.ts';

export const child = z.object({
  id: z.number(),
  name: z.string(),
  firstName: z.string(),
  gradeLevel: z.string().nullable(),
  className: z.string().nullable(),
  school: z.string(),
});

export const childProgress = z.object({
  child,
  /** The seven days up to today. */
  week: z.object({
    sessions: z.number(),
    activeMinutes: z.number(),
    days: z.array(z.object({ day: z.string(), activeMinutes: z.number() })),
    units: z.array(z.string()),
  }),
  courses: z.array(course),
  strong: z.array(courseUnit),
  weak: z.array(courseUnit),
  tests: z.array(testSitting),
});
export type ChildProgressView = z.infer<typeof childProgress>;

export const childSessionParams = z.object({ id, sessionId: id });

/** What schools ask of a parent whose account another school keeps. `child`: the pupil's first name. */
export const guardianRequests = z.array(
  z.object({ id: z.number(), child: z.string(), school: z.string(), askedAt: z.string() }),
);
export type GuardianRequestView = z.infer<typeof guardianRequests>[number];

/** By the policy of the school: nothing, how each question went, or what was said. */
export const transcript = z.discriminatedUnion('policy', [
  z.object({ policy: z.literal('off') }),
  z.object({
    policy: z.literal('summary'),
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
  }),
  z.object({
    policy: z.literal('full'),
    messages: z.array(
      z.object({
        id: z.number(),
        from: z.enum(['student', 'teacher', 'class manager']),
        content: z.string(),
        html: z.string(),
        state: z.enum(['complete', 'streaming', 'interrupted']),
        timestamp: z.string(),
        posed: z.object({ revisionId: z.number(), questionHtml: z.string() }).nullable(),
      }),
    ),
  }),
]);
export type TranscriptView = z.infer<typeof transcript>;
