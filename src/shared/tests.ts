import * as z from 'zod';

export const testSitting = z.object({
  id: z.number(),
  name: z.string(),
  type: z.enum(['quiz', 'mid term', 'final exam', 'meitzav', 'bagrut', 'final project']),
  course: z.object({ id: z.number(), name: z.string() }),
  date: z.string(),
  deadline: z.string().nullable(),
  durationMinutes: z.number(),
  units: z.array(z.string()),
  status: z.enum(['scheduled', 'delayed', 'failed', 'passed']),
  phase: z.enum(['not begun', 'begun', 'submitted', 'marked', 'released']),
  /** 0 … 100; null until the result is released. */
  finalGrade: z.number().nullable(),
});
export type TestSittingView = z.infer<typeof testSitting>;
