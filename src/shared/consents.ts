import * as z from 'zod';

const purpose = z.enum(['remote teacher', 'remote evaluator', 'remote letter']);
const answer = z.enum(['yes', 'no']);

const state = z.object({
  purpose,
  version: z.number().describe('What is asked now.'),
  allowed: z.boolean(),
  because: z.enum(['answered', 'earlier version', 'earlier version ran out', 'nobody answered']),
  open: z.boolean().describe('Nobody has answered what is asked now.'),
  answer: answer.nullable().describe('The newest one, whatever version it is of; null: there is none.'),
  answeredVersion: z.number().nullable(),
  source: z.enum(['parent', 'school']).nullable(),
  at: z.string().nullable(),
});

/** Consent for a child, for its parent. */
export const childConsents = z.object({
  child: z.object({ id: z.number(), firstName: z.string() }),
  states: z.array(state),
  history: z.array(
    z.object({
      purpose,
      version: z.number(),
      answer,
      source: z.enum(['parent', 'school']),
      by: z.string().nullable(),
      note: z.string().nullable(),
      at: z.string(),
    }),
  ),
});

export const consentsQuery = z.object({ classId: z.coerce.number().int().positive().optional() });

/** Consent in a school: the pupils of one class, and the school in numbers. */
export const schoolConsents = z.object({
  classes: z.array(z.object({ id: z.number(), name: z.string(), year: z.number() })),
  classId: z.number().nullable().describe('Whose pupils these are; the first class where none is named.'),
  pupils: z.array(z.object({ id: z.number(), name: z.string(), states: z.array(state) })),
  counts: z
    .array(z.object({ purpose, yes: z.number(), no: z.number(), open: z.number() }))
    .describe('Of the whole school.'),
});
export type ChildConsentsAnswer = z.infer<typeof childConsents>;
export type SchoolConsentsAnswer = z.infer<typeof schoolConsents>;
