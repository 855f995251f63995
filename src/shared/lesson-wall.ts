import * as z from 'zod';
import { sessionStatus } from './study-session.ts';

/** The wall of a lesson, as the API answers it and as sockets carry it, part by part. Instants are milliseconds. Islands import the types only. */

export const NEED_KINDS = [
  'alert',
  'hand',
  'extreme feeling',
  'negative feeling',
  'stuck',
  'wrong streak',
  'effortless help',
  'unkind',
  'late',
  'idle',
] as const;

const instant = z.number();
const share = z.number().min(0).max(1);

const need = z.object({
  kind: z.enum(NEED_KINDS),
  /** Since when, where a moment is known. */
  since: instant.nullable(),
  /** How it shows that somebody is stuck. */
  because: z.enum(['said so', 'misses', 'hints used up', 'unreadable answers']).nullable(),
});
export type NeedReason = z.infer<typeof need>;

export const wallCard = z.object({
  studentId: z.number(),
  name: z.string(),
  sessionId: z.number(),
  /** Of the group; empty for a pupil who is alone with the teacher. */
  group: z.string(),
  status: sessionStatus,
  pausedBy: z.enum(['pupil', 'class manager']).nullable(),
  /** `late`: expected for some minutes already, or joined so late. */
  place: z.enum(['there', 'expected', 'late', 'absent']),
  joinedAt: instant.nullable(),
  /** Whether a page of theirs is open. */
  present: z.boolean(),
  course: z.string().nullable(),
  /** Of the open question, else what was answered in last. */
  unit: z.string().nullable(),
  masteryBefore: share.nullable(),
  mastery: share.nullable(),
  solved: z.number(),
  attempts: z.number(),
  /** On the open question. */
  hints: z.number(),
  misses: z.number(),
  /** How what the pupil said last begins. */
  lastWords: z.string().nullable(),
  lastActivity: instant.nullable(),
  feeling: z.enum(['positive', 'neutral', 'negative', 'extreme']).nullable(),
  flags: z.array(z.enum(['effortless help', 'wrong streak', 'unreadable answers'])),
  handRaisedAt: instant.nullable(),
  /** Of this lesson, that nobody has acknowledged. */
  alert: z.object({ severity: z.number(), since: instant }).nullable(),
  /** The class manager who answers in the teacher's place; `there`: a page of theirs is open. */
  takenOver: z.object({ id: z.number(), name: z.string(), there: z.boolean() }).nullable(),
  reasons: z.array(need),
  /** Who needs a person most has the highest. */
  score: z.number(),
});
export type WallCard = z.infer<typeof wallCard>;

export const wallLesson = z.object({
  id: z.number(),
  type: z.enum(['individual', 'group', 'social']),
  state: sessionStatus,
  className: z.string(),
  course: z.string().nullable(),
  topic: z.string().nullable(),
  minutes: z.number(),
  plannedStart: instant.nullable(),
  plannedEnd: instant.nullable(),
  start: instant.nullable(),
  end: instant.nullable(),
  endReason: z.enum(['class manager', 'time']).nullable(),
  eyesUp: z.boolean(),
  counts: z.object({
    expected: z.number(),
    there: z.number(),
    late: z.number(),
    absent: z.number(),
    hands: z.number(),
    needing: z.number(),
    paused: z.number(),
    done: z.number(),
  }),
  /** Who of the class has no place, and why. */
  leftOut: z.array(z.object({ studentId: z.number(), name: z.string(), why: z.string() })),
});
export type WallLesson = z.infer<typeof wallLesson>;

/** Who needs a person most comes first. */
export const lessonWall = z.object({ now: instant, lesson: wallLesson, cards: z.array(wallCard) });
export type LessonWall = z.infer<typeof lessonWall>;
