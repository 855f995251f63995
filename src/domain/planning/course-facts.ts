import { DAY, type Instant } from '../../shared/instant.ts';
import type { StudyState, TestType } from '../curriculum/curriculum.ts';

/** What the priority of a course is made of, for one pupil. */
export interface CourseFacts {
  courseId: number;
  /** 0 … 1 */
  progress: number;
  state: StudyState;
  /** Tests that the pupil has not begun yet. What lies behind by its day (or by its deadline) is not looked at. */
  tests: readonly UpcomingTest[];
  /** Final grades of the pupil's tests in the course, 0 … 100. */
  grades: readonly number[];
  /** What the pupil said at the end of sessions in the course. Only the last 30 days are looked at. */
  feedback: readonly CourseFeedback[];
}

export interface UpcomingTest {
  name: string;
  type: TestType;
  at: Instant;
  /** Until when it may be handed in, where that is later than the day of the test. */
  deadline?: Instant;
}

export interface CourseFeedback {
  /** 1 … 10, 10 means understood everything. */
  understanding: number;
  /** 1 … 10, 10 means very hard. */
  difficulty: number;
  at: Instant;
}

/** The moment of the question, and how far the school's clock is ahead of UTC in ms: "in 4 days" counts the school's days. */
export interface Moment {
  now: Instant;
  utcOffset: number;
}

/** Days of the school's calendar from now to `at`; 0 is today, negative is past. */
export function daysUntil(at: Instant, { now, utcOffset }: Moment): number {
  return Math.floor((at + utcOffset) / DAY) - Math.floor((now + utcOffset) / DAY);
}

/** The nearest test that still can be sat, with its days; fewer than 0 when only its deadline is ahead. */
export function nearestTest(
  tests: readonly UpcomingTest[],
  moment: Moment,
): { test: UpcomingTest; days: number } | null {
  let nearest: { test: UpcomingTest; days: number } | null = null;
  for (const test of tests) {
    if (daysUntil(test.deadline ?? test.at, moment) < 0) continue;
    // Whoever has not begun by the deadline cannot begin any more that day.
    if (test.deadline !== undefined && test.deadline <= moment.now) continue;
    if (nearest === null || test.at < nearest.test.at) nearest = { test, days: daysUntil(test.at, moment) };
  }
  return nearest;
}

/** The mean, or null of nothing. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
