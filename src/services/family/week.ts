import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import { type Pause, timeStudied } from '../../domain/study-session/study-session.ts';
import { DAY, type Instant } from '../../shared/instant.ts';

/** Seven days of a pupil's studying, today the last of them. */
export interface StudyWeek {
  /** Sessions that began in these days. */
  sessions: number;
  activeMs: number;
  /** Every day, also those without a session; `start` is the day's first moment (UTC). */
  days: { start: Instant; activeMs: number }[];
  /** Names of the units that the sessions were about, most studied first. */
  units: string[];
}

/** The first moment of the week that ends with today (UTC). */
export function weekStart(now: Instant): Instant {
  return Math.floor(now / DAY) * DAY - 6 * DAY;
}

/** What was studied in the week; a session counts to the day on which it began. */
export function weekOf(
  sessions: readonly HomeSession[],
  pauses: ReadonlyMap<number, Pause[]>,
  units: ReadonlyMap<number, string[]>,
  now: Instant,
): StudyWeek {
  const first = weekStart(now);
  const days = Array.from({ length: 7 }, (_, index) => ({ start: first + index * DAY, activeMs: 0 }));
  const perUnit = new Map<string, number>();
  for (const { id, start, end } of sessions) {
    const studied = timeStudied({ start, end, pauses: pauses.get(id) ?? [] }, now);
    const day = start === null ? undefined : days[Math.floor((start - first) / DAY)];
    if (day) day.activeMs += studied;
    for (const name of units.get(id) ?? []) perUnit.set(name, (perUnit.get(name) ?? 0) + studied);
  }
  return {
    sessions: sessions.length,
    activeMs: days.reduce((sum, day) => sum + day.activeMs, 0),
    days,
    units: [...perUnit.entries()].sort((a, b) => b[1] - a[1]).map(([name]) => name),
  };
}
