import * as z from 'zod';
import { unitStanding } from './study-session.ts';

export const studyState = z.enum(['not started', 'in progress', 'completed']);

/** A unit of a course for one pupil. */
export const courseUnit = unitStanding.extend({
  state: studyState,
  /** Answers that the estimate of mastery rests on. */
  answers: z.number(),
  /** Mastered once, and due for review now. */
  dueForReview: z.boolean(),
  /** Questions that were answered before and are due again: sessions in the course begin with two or three of them. */
  questionsDue: z.number(),
});

export const course = z.object({
  id: z.number(),
  name: z.string(),
  subject: z.string(),
  gradeLevel: z.string(),
  type: z.enum(['mandatory', 'optional']),
  /** 1 … 5 */
  level: z.number(),
  description: z.string(),
  state: studyState,
  /** 0 … 1 */
  progress: z.number(),
  /** In teaching order. */
  units: z.array(courseUnit),
});
export type CourseView = z.infer<typeof course>;

export const progress = z.object({ courses: z.array(course) });

export const assignmentQuery = z.object({ minutes: z.coerce.number().int().min(5).max(240).default(60) });

/** Units for a session of so many minutes, and why each is in it. */
export const assignment = z.object({
  units: z.array(z.object({ name: z.string(), minutes: z.number(), why: z.string() })),
  totalMinutes: z.number(),
  reason: z.string(),
});

/** A course in the order of urgency, and what its place is made of. */
export const prioritizedCourse = z.object({
  course: z.object({ id: z.number(), name: z.string(), subject: z.string() }),
  /** 0 … 1: the sum of score · weight. */
  score: z.number(),
  factors: z.array(
    z.object({
      name: z.string(),
      /** 0 … 1, higher is more urgent. */
      score: z.number(),
      /** The weights of a course add up to 1. */
      weight: z.number(),
      why: z.string(),
    }),
  ),
});
export type PrioritizedCourseView = z.infer<typeof prioritizedCourse>;
