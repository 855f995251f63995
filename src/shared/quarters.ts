import * as z from 'zod';

/** What quarters came to, as the API answers it. */

const kind = z.enum(['proficiency', 'investment', 'social']);
const score = z.number().nullable().describe('1 … 10; null: none.');

const quarterScore = z.object({
  id: z.number(),
  kind,
  score: score.describe('What stands: the class manager’s where there is one, else what was made of the sessions.'),
  source: z.enum(['evaluator', 'class manager']),
  reason: z.string().nullable().describe('Why there is no score.'),
  words: z.string().describe('The class manager’s words, or what it was made of in English.'),
  made: score.describe('What was made of the sessions.'),
  confidence: z.number().describe('0 … 1, of what was made.'),
  evidence: z
    .object({ scored: z.number(), unscored: z.number(), lowest: z.number(), highest: z.number(), needed: z.number() })
    .nullable(),
  contested: z.boolean(),
  disputed: z.boolean(),
  changedSince: z.object({ score }).nullable().describe('What would be made by what is known now, where that differs.'),
  madeAt: z.string(),
});

const line = {
  schoolYear: z.number().describe('The calendar year in which the school year began.'),
  quarter: z.number().describe('1 … 4'),
  subject: z.string(),
  releasedAt: z.string().nullable().describe('Since when pupil and parents see it.'),
  scores: z.array(quarterScore),
};

export const quarterQuery = z.object({
  classId: z.coerce.number().int().positive().optional(),
  quarter: z.string().max(20).optional().describe('Such as 2026/1; the last one that is over where it is missing.'),
});

export const pupilQuarters = z.object({ quarters: z.array(z.object(line)) });
export type PupilQuartersAnswer = z.infer<typeof pupilQuarters>;

export const classQuarter = z.object({
  class: z.object({ id: z.number(), name: z.string() }),
  schoolYear: z.number(),
  quarter: z.number(),
  over: z.boolean(),
  closed: z.boolean(),
  pupils: z.number(),
  released: z.number(),
  missing: z.number().describe('Scores that only the class manager can give, and did not yet.'),
  lines: z.array(z.object({ studentId: z.number(), name: z.string(), ...line })),
});
export type ClassQuarterAnswer = z.infer<typeof classQuarter>;
