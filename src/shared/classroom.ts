import * as z from 'zod';
import { id } from './paging.ts';
import { sessionStatus } from './study-session.ts';

/** What class managers and programs say of lessons that are planned, run and are over. */

const ids = z.array(id).max(200);
const type = z.enum(['individual', 'group', 'social']);
const groups = z.array(z.union([ids, z.object({ name: z.string().max(200).optional(), studentIds: ids })])).max(100);

const wish = {
  minutes: z.number(),
  /** When it is to begin, with its zone; absent: now. */
  startAt: z.iso.datetime({ offset: true }).optional(),
  /** Absent: chosen for each by what is most urgent. */
  courseId: id.optional(),
  learningUnitNames: z.array(z.string().min(1).max(200)).max(50).optional(),
  studentIds: ids.optional(),
  /** Pupils of each group, with or without a name. */
  groups: groups.optional(),
  strategy: z.string().max(100).optional(),
  topic: z.string().max(2000).optional(),
};

export const newLesson = z.object({
  type,
  /** May be left out by who has one class only. */ classId: id.optional(),
  ...wish,
});
export const replannedLesson = z.object(wish);

/** The whole lesson, or one session of it. */
export const reach = z.object({ sessionId: id.optional() }).nullish();
export const pause = z.object({ sessionId: id.optional(), eyesUp: z.boolean().optional() }).nullish();
export const extension = z.object({ minutes: z.number() });

export const plannedLesson = z.object({
  id: z.number(),
  type,
  state: sessionStatus,
  class: z.object({ id: z.number(), name: z.string() }),
  course: z.object({ id: z.number(), name: z.string() }).nullable(),
  minutes: z.number(),
  plannedStart: z.string().nullable(),
  plannedEnd: z.string().nullable(),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  endReason: z.enum(['class manager', 'time']).nullable(),
  eyesUp: z.boolean(),
  groups: z.array(z.object({ name: z.string(), studentIds: z.array(z.number()) })),
  learningUnitNames: z.array(z.string()),
  topic: z.string().nullable(),
  /** Who of the class has no session, and why. */
  leftOut: z.array(
    z.object({
      studentId: z.number(),
      why: z.enum([
        'other lesson',
        'no course',
        'not in the course',
        'no units',
        'no teacher',
        'in no group',
        'alone in the group',
      ]),
    }),
  ),
});
export type PlannedLessonView = z.infer<typeof plannedLesson>;

/** A lesson that was planned, with lessons of its class at the same time. */
export const scheduledLesson = plannedLesson.extend({ clashes: z.array(z.number()) });
