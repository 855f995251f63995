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
});

/** `pending` until the session has ended and the evaluator has been there. */
export const evaluations = z.object({
  status: z.enum(['pending', 'done', 'needs-review']),
  evaluations: z.array(evaluation),
});
export type EvaluationsView = z.infer<typeof evaluations>;
