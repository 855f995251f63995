import { type Pause, timeStudied } from '../../domain/study-session/study-session.ts';
import { type CivilDay, civilDay, daysUpTo } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';

/** The last seven days of the school's calendar, today the last of them. */
export interface StudyDays {
  days: { day: CivilDay; activeMs: number }[];
  activeMs: number;
  sessions: number;
}

interface StudiedSession {
  id: number;
  start: Instant | null;
  end: Instant | null;
}

const DAYS = 7;

/** Time studied on each of the last seven days; a session counts to the day on which it began. */
export function studyDays(
  sessions: readonly StudiedSession[],
  pauses: ReadonlyMap<number, Pause[]>,
  now: Instant,
  timeZone: string,
): StudyDays {
  const perDay = new Map(daysUpTo(civilDay(now, timeZone), DAYS).map((day) => [day, 0]));
  let count = 0;
  for (const { id, start, end } of sessions) {
    if (start === null) continue;
    const day = civilDay(start, timeZone);
    const before = perDay.get(day);
    if (before === undefined) continue;
    count += 1;
    perDay.set(day, before + timeStudied({ start, end, pauses: pauses.get(id) ?? [] }, now));
  }
  const days = [...perDay].map(([day, activeMs]) => ({ day, activeMs }));
  return { days, activeMs: days.reduce((sum, { activeMs }) => sum + activeMs, 0), sessions: count };
}
