import { civilDay, startOfDay } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import { fromStored, type StoredInstant } from '../db/instants.ts';

/** A pupil who is about to be erased, and whose figures theirs are part of. */
export interface Leaving {
  studentId: number;
  schoolId: number;
  classIds: readonly number[];
  timeZone: string;
  now: Instant;
}

/** The first moment of the day of the school in which something was. */
export function dayStartOf(at: StoredInstant, { timeZone }: Pick<Leaving, 'timeZone'>): Instant {
  return startOfDay(civilDay(fromStored(at), timeZone), timeZone);
}
