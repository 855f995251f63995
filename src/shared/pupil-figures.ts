import * as z from 'zod';
import { analytics } from './analytics.ts';
import { feeling, sessionKind } from './study-session.ts';

const score = z.number().nullable();

/** What a pupil came to in some days: `parts` are courses, of which 0 stands for what was about none. */
export const pupilFigures = analytics.extend({
  sessions: z
    .array(
      z.object({
        kind: sessionKind,
        id: z.number(),
        type: z.enum(['test preparation', 'homework', 'individual', 'group', 'social']),
        course: z.string().nullable(),
        startTime: z.string(),
        activeMinutes: z.number(),
        attempts: z.number(),
        correct: z.number(),
        proficiency: score,
        investment: score,
        social: score,
      }),
    )
    .describe('Attended and over, the newest first.'),
  units: z
    .array(z.object({ course: z.string(), name: z.string(), mastery: z.array(z.number().nullable()) }))
    .describe('How well each was known after its last answer in each span, 0 … 1; null: not practised in it.'),
  feelings: z
    .array(z.object({ feeling, before: z.number(), after: z.number() }))
    .describe('How often each was said, before and after sessions.'),
  tests: z
    .array(
      z.object({
        id: z.number(),
        name: z.string(),
        course: z.string(),
        date: z.string(),
        grade: z.number().nullable(),
      }),
    )
    .describe('Of these days; the grade once it is released.'),
});
export type PupilFiguresAnswer = z.infer<typeof pupilFigures>;
