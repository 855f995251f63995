import * as z from 'zod';
import { id } from './paging.ts';

/** What class managers and programs say of whispers, messages and taking over in a lesson that runs. */

const sessionIds = z.array(id).min(1).max(200).optional();

/** To some sessions of a lesson, or to all. */
export const staffWords = z.object({ content: z.string().max(4000), sessionIds });
export const sentTo = z.object({ sessions: z.number() });

export const newWhisper = z.object({ content: z.string().max(4000), sessionIds });

const order = z.union([
  z.object({ kind: z.literal('help'), amount: z.enum(['none', 'more', 'usual']) }),
  z.object({ kind: z.literal('level'), by: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }),
  z.object({ kind: z.literal('unit'), name: z.string() }),
  z.object({ kind: z.literal('unit'), step: z.union([z.literal(1), z.literal(-1)]) }),
  z.object({ kind: z.literal('example'), about: z.string().nullable() }),
]);

export const whisper = z.object({
  id: z.number(),
  /** Null: to the teacher of every session of the lesson. */
  sessionId: z.number().nullable(),
  by: z.string(),
  content: z.string(),
  timestamp: z.string(),
  withdrawnAt: z.string().nullable(),
  /** Not withdrawn, and no later one has taken its place. */
  inForce: z.boolean(),
  /** What the teacher does from the next turn on, whichever tutor teaches. */
  orders: z.array(order),
  /** The same in words, with what was not understood. */
  understood: z.array(z.string()),
});
export type WhisperJson = z.infer<typeof whisper>;

/** Answers a raised hand, with words or without. */
export const handAnswer = z.object({ studentId: id, content: z.string().max(4000).optional() });

export const heldSession = z.object({
  sessionId: z.number(),
  status: z.enum(['pending', 'active', 'paused', 'completed', 'cancelled']),
  takenOver: z.object({ id: z.number(), name: z.string() }).nullable(),
});

/** The talk of one session, as it stands. */
export const lessonTranscript = heldSession.extend({
  /** Of the group, or of the pupil. */
  title: z.string(),
  pupils: z.array(z.object({ id: z.number(), name: z.string() })),
  messages: z.array(
    z.object({
      id: z.number(),
      from: z.enum(['student', 'teacher', 'class manager']),
      writer: z.string().nullable(),
      content: z.string(),
      html: z.string(),
      state: z.enum(['complete', 'streaming', 'interrupted']),
      timestamp: z.string(),
      hiddenFromParents: z.boolean(),
      posed: z.object({ revisionId: z.number(), questionHtml: z.string() }).nullable(),
    }),
  ),
});
