import * as z from 'zod';
import { evaluations } from './evaluations.ts';
import { feeling, sessionKind, sessionStatus } from './study-session.ts';

/** A session that began, in one line. */
export const pastSession = z.object({
  id: z.number(),
  kind: sessionKind,
  type: z.enum(['test preparation', 'homework']),
  status: sessionStatus,
  course: z.object({ id: z.number(), name: z.string(), subject: z.string() }),
  units: z.array(z.string()),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  /** It ended by itself, because nobody ended it. */
  expired: z.boolean(),
  activeMinutes: z.number(),
  emotionalStateBefore: feeling,
  emotionalStateAfter: feeling.nullable(),
  /** Null while the session goes on. */
  evaluation: evaluations.nullable(),
});

export type PastSessionView = z.infer<typeof pastSession>;
