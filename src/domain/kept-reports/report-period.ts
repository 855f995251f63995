import { type CivilDay, daysBetween } from '../../shared/calendar.ts';
import { AppError, invalidInput } from '../errors/app-error.ts';
import { quarterNumbered, quarterOf } from '../evaluation/school-quarter.ts';

/** What days a report is about, and by which name they were asked for: `2026-q1`, `year-2026`, `days`. */
export interface ReportPeriod {
  name: string;
  from: CivilDay;
  to: CivilDay;
}

export type NamedPeriod =
  | { kind: 'quarter'; schoolYear: number; quarter: number }
  | { kind: 'year'; schoolYear: number }
  | { kind: 'days' };

const QUARTER_NAME = /^(\d{4})-q([1-4])$/;
const YEAR_NAME = /^year-(\d{4})$/;
const QUARTERS_OFFERED = 5;
const YEARS_OFFERED = 2;

/** What the name of a period stands for; null for what is none. */
export function readPeriodName(name: string): NamedPeriod | null {
  if (name === 'days') return { kind: 'days' };
  const [, schoolYear, quarter] = QUARTER_NAME.exec(name) ?? [];
  if (schoolYear && quarter) return { kind: 'quarter', schoolYear: Number(schoolYear), quarter: Number(quarter) };
  const [, year] = YEAR_NAME.exec(name) ?? [];
  return year ? { kind: 'year', schoolYear: Number(year) } : null;
}

/**
 * The days of a period that has begun, up to today where it is not over. Throws `invalid-input` for a name that is none, for a period that
 * lies ahead, and for days that were chosen and end after today; whether they are days at all is for whoever adds up.
 */
export function reportPeriod(
  { period, from, to }: { period: string; from?: string | undefined; to?: string | undefined },
  today: CivilDay,
): ReportPeriod {
  const named = readPeriodName(period);
  if (named === null) {
    throw invalidInput('There is no such period.', { period: '2026-q1, year-2026, or days' });
  }
  if (named.kind === 'days') return chosenDays({ from, to }, today);
  const { from: first, to: last } = daysOf(named);
  if (first > today) {
    const details = { fields: { period: `one that began by ${today}` } };
    throw new AppError('invalid-input', 'period-ahead', 'This period has not begun.', { details });
  }
  return { name: period, from: first, to: last < today ? last : today };
}

function daysOf(named: Exclude<NamedPeriod, { kind: 'days' }>): { from: CivilDay; to: CivilDay } {
  const { schoolYear } = named;
  const first = quarterNumbered(schoolYear, named.kind === 'quarter' ? named.quarter : 1);
  const last = named.kind === 'quarter' ? first : quarterNumbered(schoolYear, 4);
  return { from: first.firstDay, to: last.lastDay };
}

function chosenDays(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  today: CivilDay,
): ReportPeriod {
  if (!from || !to) throw invalidInput('Both days are needed.', { from: 'YYYY-MM-DD', to: 'YYYY-MM-DD' });
  if (to > today) throw invalidInput('The last day lies ahead.', { to: `at most ${today}` });
  if (daysBetween(from, to) < 0)
    throw invalidInput('These days run backwards.', { to: 'the first day or a later one' });
  return { name: 'days', from, to };
}

/** Whether this is all of a quarter: it is compared with the quarter before, as on the pages, and other days with as many right before. */
export function isWholeQuarter({ name, to }: Pick<ReportPeriod, 'name' | 'to'>): boolean {
  const named = readPeriodName(name);
  return named?.kind === 'quarter' && quarterNumbered(named.schoolYear, named.quarter).lastDay === to;
}

/** The names of the periods that are offered on a day: quarters from this one backwards, then school years, then days. */
export function periodsOffered(today: CivilDay): string[] {
  const { schoolYear, quarter } = quarterOf(today);
  const place = schoolYear * 4 + quarter - 1;
  const quarters = Array.from({ length: QUARTERS_OFFERED }, (_, back) => {
    const one = place - back;
    return `${Math.floor(one / 4)}-q${(one % 4) + 1}`;
  });
  const years = Array.from({ length: YEARS_OFFERED }, (_, back) => `year-${schoolYear - back}`);
  return [...quarters, ...years, 'days'];
}
