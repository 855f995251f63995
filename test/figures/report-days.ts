import { quarterBefore, quarterNumbered } from '../../src/domain/evaluation/school-quarter.ts';
import { type CivilDay, shifted } from '../../src/shared/calendar.ts';
import type { RawRow } from './raw-rows.ts';

export type Days = readonly [first: CivilDay, last: CivilDay];

const lengthOf = ([first, last]: Days): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;

/** The days of a report, those that they are held against, and the spans they are cut into. */
export function daysOfReport({ period, first_day: first, last_day: last }: RawRow<'kept_reports'>) {
  const days: Days = [first, last];
  const length = lengthOf(days);
  const [, year, number] = /^(\d{4})-q(\d)$/.exec(period) ?? [];
  const quarter = year === undefined ? null : quarterNumbered(Number(year), Number(number));
  const earlier = quarter?.lastDay === last ? quarterBefore(quarter) : null;
  const before: Days = earlier ? [earlier.firstDay, earlier.lastDay] : [shifted(first, -length), shifted(first, -1)];
  const wide = length > 91 ? 28 : 7;
  const count = Math.ceil(length / wide);
  const spans = Array.from({ length: count }, (_, at): Days => {
    const end = shifted(last, -wide * (count - 1 - at));
    const start = shifted(end, 1 - wide);
    return [start < first ? first : start, end];
  });
  return { days, before, spans };
}

/** As files name them. */
export const inFile = ([first, last]: Days): string => `${first} – ${last}`;
