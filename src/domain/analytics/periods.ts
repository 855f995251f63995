import { type CivilDay, daysBetween, shifted, weekdayOf } from '../../shared/calendar.ts';
import { quarterNumbered, quarterOf, type SchoolQuarter } from '../evaluation/school-quarter.ts';

/** Days from the first to the last, both with them. */
export interface Days {
  from: CivilDay;
  to: CivilDay;
}

/** The days that are meant by a name and those that they are compared with. */
export interface Compared {
  days: Days;
  before: Days;
}

/** Names that mean other days every day; besides them each quarter has its own, `2026-q2`. */
export const PERIODS = ['week', 'four-weeks', 'quarter', 'school-year'] as const;

const FOUR_WEEKS = 28;
const WEEK = 7;

/**
 * The days of a name on that day, up to it where they are not over. They are compared with as many days from the beginning of the
 * week, quarter or school year before: of what has just begun with the beginning of the other. Null: there is no such name.
 */
export function periodNamed(name: string, today: CivilDay): Compared | null {
  const numbered = /^(\d{4})-q([1-4])$/.exec(name);
  if (numbered) return quarterUpTo(quarterNumbered(Number(numbered[1]), Number(numbered[2])), today);
  switch (name) {
    case 'week': {
      // School weeks begin on Sundays here.
      const from = shifted(today, -weekdayOf(today));
      return { days: { from, to: today }, before: { from: shifted(from, -WEEK), to: shifted(today, -WEEK) } };
    }
    case 'four-weeks': {
      return withRightBefore({ from: shifted(today, 1 - FOUR_WEEKS), to: today });
    }
    case 'quarter':
      return quarterUpTo(quarterOf(today), today);
    case 'school-year': {
      const { schoolYear } = quarterOf(today);
      const { firstDay } = quarterNumbered(schoolYear, 1);
      const before = quarterNumbered(schoolYear - 1, 1).firstDay;
      return upTo(firstDay, today, before, shifted(firstDay, -1));
    }
    default:
      return null;
  }
}

/** Days with as many right before them. */
export function withRightBefore(days: Days): Compared {
  const length = daysBetween(days.from, days.to) + 1;
  return { days, before: { from: shifted(days.from, -length), to: shifted(days.from, -1) } };
}

/** The quarter as it is asked for by name: `2026-q2`. */
export const quarterName = ({ schoolYear, quarter }: SchoolQuarter): string => `${schoolYear}-q${quarter}`;

/** The last so many quarters that are over on that day, the newest first. */
export function quartersBefore(today: CivilDay, count: number): SchoolQuarter[] {
  const found: SchoolQuarter[] = [];
  for (let one = before(quarterOf(today)); found.length < count; one = before(one)) found.push(one);
  return found;
}

const before = ({ schoolYear, quarter }: SchoolQuarter): SchoolQuarter =>
  quarter === 1 ? quarterNumbered(schoolYear - 1, 4) : quarterNumbered(schoolYear, quarter - 1);

/** Null for a quarter that has not begun. */
function quarterUpTo(quarter: SchoolQuarter, today: CivilDay): Compared | null {
  if (quarter.firstDay > today) return null;
  const to = quarter.lastDay < today ? quarter.lastDay : today;
  const last = before(quarter);
  if (to === quarter.lastDay) return { days: { from: quarter.firstDay, to }, before: daysOf(last) };
  return upTo(quarter.firstDay, to, last.firstDay, last.lastDay);
}

function upTo(from: CivilDay, to: CivilDay, begunBefore: CivilDay, endedBefore: CivilDay): Compared {
  const same = shifted(begunBefore, daysBetween(from, to));
  return { days: { from, to }, before: { from: begunBefore, to: same < endedBefore ? same : endedBefore } };
}

const daysOf = ({ firstDay, lastDay }: SchoolQuarter): Days => ({ from: firstDay, to: lastDay });
