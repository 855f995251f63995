import { type Instant, MINUTE } from '../../shared/instant.ts';
import type { SessionStatus } from '../study-session/study-session.ts';
import { LATE_AFTER } from './need.ts';

export const ABSENCE_REASONS = ['sick', 'excused', 'unexcused'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** What is said of a pupil in a lesson. */
export interface Attendance {
  attended: boolean;
  /** Why not; null where the pupil was there, and while nobody has said why. */
  reason: AbsenceReason | null;
}

/** How a pupil's place stands. `expected`: the lesson runs, they have not joined, and nobody has said anything of it. */
export type AttendanceState = 'there' | 'late' | 'expected' | 'absent';

/** A pupil's place, as attendance is taken of it. */
export interface AttendancePlace extends Attendance {
  /** Of the session. */
  status: SessionStatus;
  joinedAt: Instant | null;
  /** The id of the last change; null: nothing was said so far. */
  lastChange: number | null;
}

/**
 * Why an attendance cannot be set. `no place`: not a pupil of this lesson; `at work`: has joined and is in it just now;
 * `changed`: it was changed since whoever asks looked at it.
 */
export type AttendanceRefusal = 'no place' | 'at work' | 'changed';

/** What becomes of a wish to set somebody's attendance. To say again what stands there changes nothing. */
export function decideAttendance(
  place: AttendancePlace | undefined,
  wish: Attendance,
  /** The last change that whoever asks has seen; undefined: they did not look. */
  seen?: number | null,
): 'change' | 'same' | AttendanceRefusal {
  if (place === undefined) return 'no place';
  if (place.attended === wish.attended && place.reason === wish.reason) return 'same';
  if (seen !== undefined && seen !== place.lastChange) return 'changed';
  if (!wish.attended && isAtWork(place)) return 'at work';
  return 'change';
}

/** Whoever sits in a lesson that runs cannot be away from it. */
export function isAtWork({ joinedAt, status }: Pick<AttendancePlace, 'joinedAt' | 'status'>): boolean {
  return joinedAt !== null && (status === 'active' || status === 'paused');
}

/** How late somebody joined, in whole minutes; 0 for who was in time by the rule of the wall. */
export function minutesLate(joinedAt: Instant | null, start: Instant | null): number {
  if (joinedAt === null || start === null || joinedAt - start < LATE_AFTER) return 0;
  return Math.floor((joinedAt - start) / MINUTE);
}

/** As the sheet of a lesson says it; `runs`: the lesson is not over. */
export function stateOf(
  place: AttendancePlace,
  { start, runs }: { start: Instant | null; runs: boolean },
): AttendanceState {
  if (place.attended) return minutesLate(place.joinedAt, start) > 0 ? 'late' : 'there';
  return runs && place.joinedAt === null && place.lastChange === null ? 'expected' : 'absent';
}
