import type { CivilDay } from '../../shared/calendar.ts';

/** A quarter of a school year. */
export interface SchoolQuarter {
  /** The calendar year in which the school year began. */
  schoolYear: number;
  /** 1 … 4 */
  quarter: number;
  firstDay: CivilDay;
  lastDay: CivilDay;
}

/** The halves of both semesters, which end in January and at the end of June; the summer belongs to the last. */
const FIRST_DAYS = ['09-01', '11-16', '02-01', '04-16'] as const;
const LAST_DAYS = ['11-15', '01-31', '04-15', '08-31'] as const;

/** The quarter that a day of the school's calendar lies in. */
export function quarterOf(day: CivilDay): SchoolQuarter {
  const year = Number(day.slice(0, 4));
  const schoolYear = day.slice(5) >= FIRST_DAYS[0] ? year : year - 1;
  const later = [4, 3, 2].find((number) => day >= quarterNumbered(schoolYear, number).firstDay);
  return quarterNumbered(schoolYear, later ?? 1);
}

/** The quarter of this number, 1 … 4, of the school year that began in `schoolYear`. */
export function quarterNumbered(schoolYear: number, quarter: number): SchoolQuarter {
  const [first, last] = [FIRST_DAYS[quarter - 1] ?? FIRST_DAYS[0], LAST_DAYS[quarter - 1] ?? LAST_DAYS[0]];
  const yearOf = (date: string) => (date >= FIRST_DAYS[0] ? schoolYear : schoolYear + 1);
  return { schoolYear, quarter, firstDay: `${yearOf(first)}-${first}`, lastDay: `${yearOf(last)}-${last}` };
}

/** The quarter before this one. */
export function quarterBefore({ schoolYear, quarter }: Pick<SchoolQuarter, 'schoolYear' | 'quarter'>): SchoolQuarter {
  return quarter === 1 ? quarterNumbered(schoolYear - 1, 4) : quarterNumbered(schoolYear, quarter - 1);
}

/** "2026/1": how addresses, commands and files name a quarter. */
export const nameOfQuarter = ({ schoolYear, quarter }: Pick<SchoolQuarter, 'schoolYear' | 'quarter'>): string =>
  `${schoolYear}/${quarter}`;

/** The quarter of this name; null for what names none. */
export function quarterNamed(name: string): SchoolQuarter | null {
  const [, year, quarter] = /^(20\d\d)\/([1-4])$/.exec(name.trim()) ?? [];
  return year === undefined || quarter === undefined ? null : quarterNumbered(Number(year), Number(quarter));
}

/** The last quarter that was over before this day. */
export const lastOver = (day: CivilDay): SchoolQuarter => quarterBefore(quarterOf(day));
