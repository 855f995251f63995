import * as z from 'zod';
import { LEAST_MINUTES, MOST_MINUTES } from './courses.ts';

/** For whom and how a session together is planned; all of it may be left out. `pupils` are ids: `12,15`; none is the whole class. */
export const groupPlanQuery = z.object({
  pupils: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15})*$/)
    .optional(),
  strategy: z.enum(['average', 'weighted average', 'highest need', 'max', 'balanced']).optional(),
  minutes: z.coerce.number().int().min(LEAST_MINUTES).max(MOST_MINUTES).optional(),
  course: z.coerce.number().int().positive().optional(),
});

const course = z.object({ id: z.number(), name: z.string(), subject: z.string() });

/** What several pupils should study together, and who is ready for it. */
export const groupPlan = z.object({
  class: z.object({ id: z.number(), name: z.string() }),
  pupils: z.array(z.object({ id: z.number(), name: z.string(), chosen: z.boolean() })),
  strategy: z.string(),
  minutes: z.number(),
  /** The courses that all who are chosen share, the most urgent first. */
  order: z.array(z.object({ course, score: z.number(), why: z.string() })),
  /** Courses that only some of them are in. */
  unshared: z.array(z.object({ course, enrolled: z.number() })),
  /** Null where they share no course that has units. */
  course: course.nullable(),
  units: z.array(
    z.object({
      name: z.string(),
      minutes: z.number(),
      why: z.string(),
      /** Ids of those who have begun all that it builds on, or will have in this session. */
      ready: z.array(z.number()),
      waiting: z.array(z.object({ id: z.number(), missing: z.array(z.string()) })),
    }),
  ),
  totalMinutes: z.number(),
  reason: z.string(),
  /** Mean share of right answers expected in what is next for each, 0 … 1: without the session, and with it. */
  outlook: z.object({ without: z.number(), with: z.number() }).nullable(),
});
export type GroupPlanView = z.infer<typeof groupPlan>;
