import * as z from 'zod';
import { unitStanding } from './study-session.ts';

export const studyState = z.enum(['not started', 'in progress', 'completed']);

/** A unit of a course for one pupil. */
export const courseUnit = unitStanding.extend({
  state: studyState,
  /** Answers that the estimate of mastery rests on. */
  answers: z.number(),
  /** How sure that estimate is, and the same in a sentence; empty where nothing was answered. */
  certainty: z.enum(['unsure', 'fairly sure', 'sure']),
  certaintyWords: z.string(),
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

/** A session's time, in minutes. */
export const LEAST_MINUTES = 5;
export const MOST_MINUTES = 240;
const minutes = z.coerce.number().int().min(LEAST_MINUTES).max(MOST_MINUTES);

export const assignmentQuery = z.object({ minutes: minutes.default(60) });

/** Units for a session of so many minutes, and why each is in it. */
export const assignment = z.object({
  units: z.array(z.object({ name: z.string(), minutes: z.number(), why: z.string() })),
  totalMinutes: z.number(),
  reason: z.string(),
});
export type AssignmentView = z.infer<typeof assignment>;

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

/** What is imagined; all of it left out is the plan as it is. `test` is the id of a sitting, `date` a day, `YYYY-MM-DD`. */
export const whatIfQuery = z.object({
  course: z.coerce.number().int().positive().optional(),
  minutes: minutes.optional(),
  test: z.coerce.number().int().positive().optional(),
  date: z.iso.date().optional(),
});

/** A plan: the order of courses, and a session in one of them. */
export const studyPlan = z.object({
  order: z.array(prioritizedCourse),
  course: z.object({ id: z.number(), name: z.string() }).nullable(),
  session: assignment,
  /** The share of right answers that is expected in each test ahead, 0 … 1: without the session, and with it. */
  outlooks: z.array(
    z.object({
      /** Null: the course as a whole, in four weeks. */
      test: z.object({ id: z.number(), name: z.string() }).nullable(),
      days: z.number(),
      without: z.number(),
      with: z.number(),
      words: z.string(),
    }),
  ),
});
export type StudyPlanView = z.infer<typeof studyPlan>;

export const whatIf = z.object({
  planned: studyPlan,
  /** Null where nothing else was imagined. */
  imagined: studyPlan.nullable(),
  /** One sentence each. */
  changes: z.array(z.string()),
});
