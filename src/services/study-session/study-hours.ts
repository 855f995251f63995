import type { SchoolPolicyRepo } from '../../data/people/school-policy.repo.ts';
import { mayBeginAt, type StudyHours } from '../../domain/policies/policies.ts';
import { utcOffset } from '../../shared/calendar.ts';
import { type Clock, DAY, MINUTE } from '../../shared/instant.ts';

export interface StudyHoursDeps {
  policies: Pick<SchoolPolicyRepo, 'studyHoursOf'>;
  clock: Clock;
  timeZone: string;
}

/** The hours of the pupil's school, where no session at home may begin now; null where one may. */
export async function closedNow(deps: StudyHoursDeps, studentId: number): Promise<StudyHours | null> {
  const hours = await deps.policies.studyHoursOf(studentId);
  const now = deps.clock.now();
  const minute = Math.floor(((now + utcOffset(now, deps.timeZone)) % DAY) / MINUTE);
  return mayBeginAt(hours, minute) ? null : hours;
}
