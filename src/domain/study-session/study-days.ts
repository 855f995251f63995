import { type CivilDay, civilDay, daysUpTo } from '../../shared/calendar.ts';
import { DAY, type Instant } from '../../shared/instant.ts';
import { type Pause, timeStudied } from './study-session.ts';

/** The last seven days of the school's calendar, today the last of them. */
export interface StudyDays {
  /** Every day, also those without a session. */
  days: { day: CivilDay; activeMs: number }[];
  activeMs: number;
  /** Sessions that began in these days. */
  sessions: number;
}

/** How many days a week has, on every page that speaks of one. */
export const WEEK_DAYS = 7;

/** Time studied on each of the last seven days; a session counts to the day on which it began. */
export function studyDays(
  sessions: readonly { id: number; start: Instant | null; end: Instant | null }[],
  pauses: ReadonlyMap<number, Pause[]>,
  { now, timeZone }: { now: Instant; timeZone: string },
): StudyDays {
  const perDay = new Map(daysUpTo(civilDay(now, timeZone), WEEK_DAYS).map((day) => [day, 0]));
  let count = 0;
  for (const { id, start, end } of sessions) {
    // Most are older, and finding the day takes longer than telling that.
    const day = start === null || start < now - (WEEK_DAYS + 1) * DAY ? '' : civilDay(start, timeZone);
    const before = perDay.get(day);
    if (before === undefined) continue;
    count += 1;
    perDay.set(day, before + timeStudied({ start, end, pauses: pauses.get(id) ?? [] }, now));
  }
  const days = [...perDay].map(([day, activeMs]) => ({ day, activeMs }));
  return { days, activeMs: days.reduce((sum, { activeMs }) => sum + activeMs, 0), sessions: count };
}
