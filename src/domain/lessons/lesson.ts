import { type Instant, MINUTE } from '../../shared/instant.ts';
import type { SchoolSessionType, SessionStatus } from '../study-session/study-session.ts';

/** How long a lesson may be, extensions included, in minutes. */
export const LESSON_MINUTES = { least: 5, most: 240 } as const;
/** By how much one extension moves the end, in minutes. */
export const EXTENSION_MINUTES = { least: 1, most: 60 } as const;
/** How far ahead a lesson may be scheduled, in ms. */
export const FARTHEST_AHEAD = 366 * 24 * 60 * MINUTE;
/** How many pupils a group may have. */
export const GROUP_SIZE = { least: 2, most: 8 } as const;

/** Why somebody of the class has no session in a lesson. */
export type LeftOutReason =
  | 'other lesson'
  | 'no course'
  | 'not in the course'
  | 'no units'
  | 'no teacher'
  | 'in no group'
  | 'alone in the group';

/** What a class manager plans: kept with the lesson, and of a lesson that has begun also whom it could not take. */
export interface LessonPlan {
  /** Pupils of each group; empty for an individual lesson. */
  groups: { name: string; studentIds: number[] }[];
  /** For an individual lesson: these pupils of the class; empty is all of it. */
  studentIds: number[];
  /** Names of units that all study; empty: chosen for each. */
  unitNames: string[];
  /** How the needs of a group are brought together. */
  strategy: string | null;
  /** What a social talk is about. */
  topic: string | null;
  leftOut: { studentId: number; why: LeftOutReason }[];
}

export const EMPTY_PLAN: LessonPlan = {
  groups: [],
  studentIds: [],
  unitNames: [],
  strategy: null,
  topic: null,
  leftOut: [],
};

/** A lesson's clock. */
export interface LessonClock {
  type: SchoolSessionType;
  state: SessionStatus;
  plannedStart: Instant | null;
  minutes: number;
  /** When it ends by itself; of a lesson that has not started and is not scheduled there is none. */
  plannedEnd: Instant | null;
}

/** Who begins a lesson so long before its time means the lesson of the timetable, in ms. */
const EARLY = 15 * MINUTE;

/**
 * When a lesson that starts now ends by itself: at the bell of the timetable if that is still ahead and it is about its time, else after
 * its minutes.
 */
export function endOf(
  { plannedStart, plannedEnd, minutes }: Pick<LessonClock, 'plannedStart' | 'plannedEnd' | 'minutes'>,
  now: Instant,
): Instant {
  const isItsTime = plannedStart === null || plannedStart - now <= EARLY;
  return plannedEnd !== null && plannedEnd > now && isItsTime ? plannedEnd : now + minutes * MINUTE;
}

/** What the server does with a lesson at this moment, if anything: end it on time, or call off one that nobody started. */
export function dueLessonEvent({ state, plannedEnd }: Pick<LessonClock, 'state' | 'plannedEnd'>, now: Instant) {
  if (plannedEnd === null || now < plannedEnd) return null;
  if (state === 'pending') return 'cancel' as const;
  return state === 'active' || state === 'paused' ? ('end' as const) : null;
}
