import type { CivilDay } from '../../shared/calendar.ts';
import { quarterNumbered, quarterOf } from './school-quarter.ts';

/** The first day of the half of the school year that a day lies in: of two quarters. */
export function firstDayOfTerm(day: CivilDay): CivilDay {
  const { schoolYear, quarter } = quarterOf(day);
  return quarterNumbered(schoolYear, quarter <= 2 ? 1 : 3).firstDay;
}
