import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import { type Pause, timeStudied } from '../../domain/study-session/study-session.ts';
import { type CivilDay, civilDay, daysUpTo } from '../../shared/calendar.ts';
import { DAY, type Instant } from '../../shared/instant.ts';

/** Seven days of a pupil's studying, today the last of them. */
export interface StudyWeek {
  /** Sessions that began in these days. */
  sessions: number;
  activeMs: number;
  /** Every day, also those without a session. */
  days: { day: CivilDay; activeMs: number }[];
  /** Names of the units that the sessions were about, most studied first. */
  units: string[];
}

/** A moment before which no session of the week can have begun, whatever the zone does with its clocks. */
export function beforeWeek(now: Instant): Instant {
  return now - 8 * DAY;
}

/** What was studied in the seven days up to today of the school's calendar; a session counts to the day on which it began. */
export function weekOf(
  sessions: readonly HomeSession[],
  pauses: ReadonlyMap<number, Pause[]>,
  units: ReadonlyMap<number, string[]>,
  { now, timeZone }: { now: Instant; timeZone: string },
): StudyWeek {
  const days = new Map(daysUpTo(civilDay(now, timeZone), 7).map((day) => [day, 0]));
  const perUnit = new Map<string, number>();
  let count = 0;
  for (const { id, start, end } of sessions) {
    const day = start === null ? null : civilDay(start, timeZone);
    const before = day === null ? undefined : days.get(day);
    if (day === null || before === undefined) continue;
    const studied = timeStudied({ start, end, pauses: pauses.get(id) ?? [] }, now);
    days.set(day, before + studied);
    count += 1;
    for (const name of units.get(id) ?? []) perUnit.set(name, (perUnit.get(name) ?? 0) + studied);
  }
  return {
    sessions: count,
    activeMs: [...days.values()].reduce((sum, activeMs) => sum + activeMs, 0),
    days: [...days].map(([day, activeMs]) => ({ day, activeMs })),
    units: [...perUnit.entries()].sort((a, b) => b[1] - a[1]).map(([name]) => name),
  };
}
