import * as z from 'zod';

/** What browsers and the server say to each other on `/live`; see docs/decisions/0016-lessons-at-school.md. Islands import the types only. */

export const TOPICS = ['lesson', 'session', 'me', 'talk', 'notifications', 'alerts'] as const;
export type Topic = (typeof TOPICS)[number];
/** Everybody has one of their own; it has no id. */
export const OWN_TOPICS: readonly Topic[] = ['me', 'notifications', 'alerts'];

const topic = z.enum(TOPICS);
const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional();

/** Something that is shown live, to be listened to from the event on that was seen last. */
const watch = z.strictObject({ type: z.literal('watch'), topic, id, last: z.string().max(60).optional() });
const leave = z.strictObject({ type: z.literal('leave'), topic, id });
const ping = z.strictObject({ type: z.literal('ping') });

/** A message on its way in. */
export const liveRequest = z.discriminatedUnion('type', [watch, leave, ping]);
export type LiveRequest = z.infer<typeof liveRequest>;

/** Named parts of a topic, each as its page shows it. */
export type Parts = Record<string, unknown>;

interface Place {
  topic: Topic;
  id?: number;
}

/** A message on its way out. `event` is what to come back with: `<epoch>:<count>`. */
export type LiveMessage =
  | { type: 'hello'; heartbeatMs: number }
  | ({ type: 'event'; event: string; kind: 'snapshot'; parts: Parts } & Place)
  | ({ type: 'event'; event: string; kind: 'change'; set: Parts; gone: string[] } & Place)
  | ({ type: 'error'; code: string; message: string } & Partial<Place>)
  | { type: 'pong' };
