import * as z from 'zod';
import { id } from './paging.ts';

/** Who was at lessons at school, as class managers and programs say and read it. */

const reason = z.enum(['sick', 'excused', 'unexcused']);

/** What is to be said of pupils of a lesson; each is named once. */
export const attendanceChanges = z.object({
  entries: z
    .array(
      z.object({
        studentId: id,
        attended: z.boolean(),
        reason: reason.nullable().default(null).describe('Why not; only of who was not there'),
        seen: z
          .number()
          .nullable()
          .optional()
          .describe(
            'The `lastChange` that you have read: where it is another by now, the entry is refused. Left out: overwrite',
          ),
      }),
    )
    .max(200),
});

const change = z.object({
  id: z.number(),
  studentId: z.number(),
  attended: z.boolean(),
  reason: reason.nullable(),
  /** Null: the pupil joined. */
  by: z.string().nullable(),
  at: z.string(),
});

export const attendanceSheet = z.object({
  lessonId: z.number(),
  pupils: z.array(
    z.object({
      studentId: z.number(),
      name: z.string(),
      sessionId: z.number(),
      /** `expected`: the lesson runs, they have not joined, and nobody has said anything of it. */
      state: z.enum(['there', 'late', 'expected', 'absent']),
      reason: reason.nullable(),
      joinedAt: z.string().nullable(),
      minutesLate: z.number(),
      lastChange: z.number().nullable(),
    }),
  ),
  /** The newest first. */
  changes: z.array(change),
});

export const savedAttendance = attendanceSheet.extend({
  /** Of whom it could not be said, and why; everything else is saved. */
  refused: z.array(
    z.object({
      studentId: z.number(),
      name: z.string().nullable(),
      why: z.enum(['no place', 'at work', 'changed']),
    }),
  ),
});

const count = z.object({
  places: z.number(),
  there: z.number(),
  late: z.number(),
  sick: z.number(),
  excused: z.number(),
  unexcused: z.number(),
});

export const classAttendanceQuery = z.object({
  classId: id,
  /** The `before` of the page before. */
  before: id.optional(),
});

export const classAttendance = z.object({
  classId: z.number(),
  /** The newest first. */
  lessons: z.array(z.object({ id: z.number(), course: z.string().nullable(), startTime: z.string() })),
  before: z.number().nullable(),
  /** From when on places are counted. */
  since: z.string(),
  pupils: z.array(
    z.object({
      studentId: z.number(),
      name: z.string(),
      /** Null: no place in any lesson since then. */
      count: count.nullable(),
      /** Of each of the lessons, in their order; null: no place in it. */
      lessons: z.array(
        z.object({ attended: z.boolean(), reason: reason.nullable(), minutesLate: z.number() }).nullable(),
      ),
    }),
  ),
});

export type AttendanceSheetView = z.infer<typeof attendanceSheet>;
export type ClassAttendanceView = z.infer<typeof classAttendance>;
